"""The rows and columns of a sheet that a filter or a person took out of sight; they are read like all others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from defusedxml.ElementTree import XMLParser

_SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COLUMN, _ROW, _CELL, _FORMULA = (f"{_SHEETS}{name}" for name in ("col", "row", "c", "f"))
_YES = ("1", "true")
_LETTERS = re.compile(r"[A-Z]{1,3}")
_CHUNK = 1024 * 1024


class Hidden(NamedTuple):
    """The numbers of the hidden rows that hold something, and by the numbers of such columns the last row that does.

    Both are counted from 1.
    """

    rows: list[int]
    columns: dict[int, int]


def hidden_in(path: Path, part: str) -> Hidden:
    """What is hidden in a sheet; `part` is its name in the archive.

    Raises what the parser raises over damage; tricks of XML are a `ValueError`.
    """
    found = _Found()
    parser = XMLParser(target=found)
    with ZipFile(path) as archive, archive.open(part) as source:
        while chunk := source.read(_CHUNK):
            parser.feed(chunk)
    parser.close()
    return found.hidden


class _Found:
    """Hears what stands in a sheet, a piece after the other, and keeps nothing of it but numbers."""

    def __init__(self) -> None:
        self.hidden = Hidden([], {})
        self._spans: list[range] = []
        self._row = self._column = 0
        self._is_row_waiting = self._is_column_waiting = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _CELL:
            self._enter(attributes.get("r", ""))
        elif tag == _FORMULA:
            self._take()
        elif tag == _ROW:
            self._row, self._column = int(float(attributes.get("r", self._row + 1))), 0
            self._is_row_waiting = attributes.get("hidden") in _YES
        elif tag == _COLUMN and attributes.get("hidden") in _YES:
            self._spans.append(range(int(attributes["min"]), int(attributes["max"]) + 1))

    def data(self, text: str) -> None:
        if (self._is_row_waiting or self._is_column_waiting) and not text.isspace():
            self._take()

    def end(self, tag: str) -> None:
        if tag == _CELL:
            self._is_column_waiting = False
        elif tag == _ROW:
            self._is_row_waiting = False

    def _enter(self, place: str) -> None:
        """A cell begins; where it does not say its place it stands behind the one before it."""
        if self._spans:
            letters = _LETTERS.match(place)
            self._column = _number(letters[0]) if letters else self._column + 1
            self._is_column_waiting = any(self._column in span for span in self._spans)

    def _take(self) -> None:
        """Row and cell hold something; once is enough."""
        if self._is_row_waiting:
            self.hidden.rows.append(self._row)
            self._is_row_waiting = False
        if self._is_column_waiting:
            self.hidden.columns[self._column] = self._row
            self._is_column_waiting = False


def _number(letters: str) -> int:
    """The number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
