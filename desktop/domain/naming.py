"""Ids for records and terms that are made here."""

import re
from collections.abc import Container
from itertools import count

from desktop.domain.folding import spelled_out
from desktop.domain.record import RecordId

_LONGEST = 60
_OTHERS = re.compile("[^a-z0-9]+")


def new_id(name: str, taken: Container[RecordId]) -> RecordId:
    """An id that reads like a name and that nothing else has."""
    base = _OTHERS.sub("-", spelled_out(name)).strip("-")[:_LONGEST].rstrip("-") or "eintrag"
    if base not in taken:
        return base
    return next(found for number in count(2) if (found := f"{base}-{number}") not in taken)
