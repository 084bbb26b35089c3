"""The rows and columns of a sheet that a filter or a person took out of sight; they are read like all others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from defusedxml.ElementTree import XMLParser

from desktop.exchange.tables import limits

_SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COLUMN, _ROW, _CELL, _FORMULA = (f"{_SHEETS}{name}" for name in ("col", "row", "c", "f"))
_YES = ("1", "true")
_LETTERS = re.compile(r"[A-Z]{1,3}")
_CHUNK = 1024 * 1024


class Hidden(NamedTuple):
    """How many hidden rows hold something, and the numbers of such columns, counted from 1."""

    rows: int
    columns: frozenset[int]


NOTHING = Hidden(0, frozenset())


def hidden_in(path: Path, part: str, header_row: int) -> Hidden:
    """What is hidden below the header of a sheet; `part` is its name in the archive.

    What lies beyond the limits is not looked at: a sheet that goes there is refused when its rows are read.
    Raises what the parser raises over damage; tricks of XML are a `ValueError`.
    """
    found = _Found(header_row)
    parser = XMLParser(target=found)
    with ZipFile(path) as archive, archive.open(part) as source:
        while chunk := source.read(_CHUNK):
            parser.feed(chunk)
            if found.is_beyond:
                return found.hidden
    parser.close()
    return found.hidden


class _Found:
    """Hears what stands in a sheet, a piece after the other, and keeps nothing of it but numbers."""

    def __init__(self, header_row: int) -> None:
        self.is_beyond = False
        self._header_row = header_row
        self._hidden_rows = 0
        self._hidden_columns: set[int] = set()
        self._columns: set[int] = set()
        self._spans = self._rows = self._cells = self._row = self._column = 0
        self._is_row_waiting = self._is_column_waiting = False

    @property
    def hidden(self) -> Hidden:
        """What was found so far."""
        return Hidden(self._hidden_rows, frozenset(self._hidden_columns))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.is_beyond:
            return
        if tag == _CELL:
            self._enter(attributes.get("r", ""))
        elif tag == _FORMULA:
            self._take()
        elif tag == _ROW:
            self._begin_row(attributes)
        elif tag == _COLUMN and attributes.get("hidden") in _YES:
            self._hide(int(attributes["min"]), int(attributes["max"]))

    def data(self, text: str) -> None:
        if (self._is_row_waiting or self._is_column_waiting) and not text.isspace():
            self._take()

    def end(self, tag: str) -> None:
        if tag == _CELL:
            self._is_column_waiting = False
        elif tag == _ROW:
            self._is_row_waiting = False

    def _hide(self, first: int, last: int) -> None:
        """Columns are named once each, so that no sheet names more spans than it may have columns."""
        self._spans += 1
        if self._spans <= limits.COLUMNS:
            self._columns.update(range(first, min(last, limits.COLUMNS) + 1))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        """Where rows do not say their number, or lie about it, they are counted."""
        self._rows += 1
        self._row, self._column, self._cells = int(float(attributes.get("r", self._row + 1))), 0, 0
        self.is_beyond = max(self._row, self._rows) > limits.ROWS
        is_below = self._row > self._header_row and not self.is_beyond
        self._is_row_waiting = is_below and attributes.get("hidden") in _YES

    def _enter(self, place: str) -> None:
        """A cell begins; where it does not say its place it stands behind the one before it."""
        self._cells += 1
        self.is_beyond = self._cells > limits.COLUMNS
        if self._columns and self._row > self._header_row:
            letters = _LETTERS.match(place)
            self._column = _number(letters[0]) if letters else self._column + 1
            self._is_column_waiting = self._column in self._columns

    def _take(self) -> None:
        """Row and cell hold something; once is enough."""
        if self._is_row_waiting:
            self._hidden_rows += 1
            self._is_row_waiting = False
        if self._is_column_waiting:
            self._hidden_columns.add(self._column)
            self._is_column_waiting = False


def _number(letters: str) -> int:
    """The number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
