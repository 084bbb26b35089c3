"""Which row is the header: lists of offices have title lines above it, and some have none."""

from __future__ import annotations

import re
from collections.abc import Sequence

HEAD_ROWS = 40
"""So many rows are looked at; a header that stands further below is none."""
_VALUE = re.compile(r"[\d\s.,:/()+€%-]*\d[\d\s.,:/()+€%-]*|\S+@\S+\.\S+|(?:https?://|www\.)\S+", re.IGNORECASE)
_LONGEST = 80
_FEW = 5
"""One name in so many may be longer."""
_ENOUGH = 0.6


def header_row_of(rows: Sequence[Sequence[str]]) -> int:
    """The number of the header row counted from 1, or 0 where the rows begin with values."""
    filled = [[cell for cell in row if cell.strip()] for row in rows[:HEAD_ROWS]]
    widest = max(map(len, filled), default=0)
    for number, cells in enumerate(filled, 1):
        if cells and len(cells) >= max(min(2, widest), widest * _ENOUGH):
            return number if _is_header(cells) else 0
    return 0


def header_of(row: Sequence[str] | None, width: int) -> tuple[str, ...]:
    """The names of the columns, those without one by letters as spreadsheets have them."""
    named = [" ".join(cell.split()) for cell in row or ()]
    named += [""] * (width - len(named))
    return tuple(name or letters(at) for at, name in enumerate(named))


def letters(at: int) -> str:
    """The letters of a column: A for the first, AA for the 27th."""
    before, last = divmod(at, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _is_header(cells: Sequence[str]) -> bool:
    """Names only, hardly any of them long; one that explains itself at length makes no header a row of values."""
    long = sum(len(cell) > _LONGEST for cell in cells)
    return long * _FEW <= len(cells) and not any(_VALUE.fullmatch(cell.strip()) for cell in cells)
