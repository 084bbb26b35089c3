"""What the columns of tables mean: our own, which hold all of a record, and those of other programs."""
