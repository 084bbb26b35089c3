"""A table as it was found: its header, its rows one after the other, and what was worked out about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """A row below the header; `place` is its number as a spreadsheet counts, `refused` are cells without a value."""

    place: int
    cells: list[str]
    refused: tuple[int, ...] = ()


class Wanted(NamedTuple):
    """What a person knows better than the program; `header_row` is 0 where there is no header."""

    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    sheet: str | None = None


class Detected(NamedTuple):
    """What the file was taken for; a table of text has encoding and delimiter, a workbook has sheets.

    `hidden` rows below the header, and the columns of these names that hold something there, are out of sight in their
    sheet; they are read like the others.
    """

    header_row: int
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    hidden: int = 0
    hidden_columns: tuple[str, ...] = ()


Recognised = Callable[[Sequence[str]], int]
"""Of how many columns the meaning is known by their names."""


class Table(NamedTuple):
    """A table to be read from its beginning as often as is wished; `rows` raises `ForeignFileError`."""

    header: tuple[str, ...]
    detected: Detected
    rows: Callable[[], Iterator[Row]]
