"""The dialog that hands records to other programs."""
