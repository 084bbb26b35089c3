"""Keeping records true: the work-list, notes from the counter, the history of a record, and likely duplicates."""
