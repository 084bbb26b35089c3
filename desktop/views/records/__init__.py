"""A tab of records: a list with filters on the left, the chosen record on the right."""
