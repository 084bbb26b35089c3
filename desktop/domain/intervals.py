"""How long things hold; apart from the records, for the settings are read before the window is there."""

REVIEW_MONTHS = 12
"""So long the check of a record holds, unless the office says otherwise."""
