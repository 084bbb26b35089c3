"""How long things hold."""

REVIEW_MONTHS = 12
"""So long the check of a record holds, unless the office says otherwise."""
