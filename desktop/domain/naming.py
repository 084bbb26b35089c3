"""What is made here gets a name: ids of records and terms, and what files are called."""

import re
from collections.abc import Container
from itertools import count

from desktop.domain.folding import spelled_out
from desktop.domain.record import RecordId

_LONGEST = 60
_PROGRAM = "Wegweiser"
_OTHERS = re.compile("[^a-z0-9]+")
_UNFIT = frozenset('\\/:*?"<>|')
_MOST_BYTES = 240
"""Of a name: file systems take 255, and a copy of a file gets something added to its name."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]|conin\$|conout\$) *(?:\.|$)", re.IGNORECASE)
"""What Windows takes for a device, whatever stands behind the first full stop."""


def new_id(name: str, taken: Container[RecordId]) -> RecordId:
    """An id that reads like a name and that nothing else has."""
    base = _OTHERS.sub("-", spelled_out(name)).strip("-")[:_LONGEST].rstrip("-") or "eintrag"
    if base not in taken:
        return base
    return next(found for number in count(2) if (found := f"{base}-{number}") not in taken)


def file_name(name: str, end: str) -> str:
    """What a file is called after a name, fit for every system; its `end`, with the suffix, is never cut."""
    seen = "".join(" " if sign in _UNFIT or not sign.isprintable() else sign for sign in name)
    room = _MOST_BYTES - len(end.encode())
    short = " ".join(seen.split()).encode()[:room].decode(errors="ignore").strip(" .")
    whole = f"{short or _PROGRAM}{end}"
    return f"_{whole}" if _DEVICE.match(whole) else whole
