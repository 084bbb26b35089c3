"""Paper: what a record says, set on A4 pages as PDF, free of screen, storage and clock."""
