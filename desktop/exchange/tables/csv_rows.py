"""The rows of CSV, whatever stands between its quotes: bounded in length, and none lost to a quote that never ends."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.domain.errors import N_, ForeignFileError
from desktop.exchange.tables import limits

if TYPE_CHECKING:
    from typing import TextIO

_TOO_LONG = N_(
    "Line {line} of the file is longer than any row of a table. Probably this is no table; please look at the file."
)
_LONG_CELL = N_("Row {row} has a cell of more than {count} characters. Please shorten it, or take the row out.")
_QUOTE, _ENDS = '"', "\r\n"
_USUAL = 20
"""A file with more rows that do not end uses quotes in a way of its own; to look for their ends takes ages."""


class _UnclosedError(Exception):
    """A quote opened a cell and nothing closes it."""


class _Lines:
    """The lines of a file, those of the row that is being read kept, so that it can be read once more."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._again: deque[str] = deque()
        self._count = 0
        self._unclosed = 0
        self.of_row: list[str] = []
        self.length = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._fresh()
        self.length += len(line)
        if self.of_row and (not line or self.length > limits.LINE or len(self.of_row) >= limits.LINES_OF_A_ROW):
            self._again.appendleft(line)
            raise _UnclosedError
        if not line:
            raise StopIteration
        self.of_row.append(line)
        return line

    def plain_row(self) -> str:
        """The line that the next row begins with, where that has no quotes and thus is all of it."""
        self.of_row.clear()
        line = self._again.popleft() if self._again else self._fresh()
        if _QUOTE in line:
            self._again.appendleft(line)
            self.length = 0
            return ""
        self.length = len(line)
        return line

    def take_unclosed(self) -> list[str]:
        """The first line of the row that did not end, the others are read again; all of them once that is usual."""
        self._unclosed += 1
        taken = 1 if self._unclosed <= _USUAL else len(self.of_row)
        self._again.extendleft(reversed(self.of_row[taken:]))
        return self.of_row[:taken]

    def _fresh(self) -> str:
        line = self._file.readline(limits.LINE + 1)
        self._count += 1
        if len(line) > limits.LINE:
            raise ForeignFileError(_TOO_LONG, line=self._count)
        return line


def rows_of(file: TextIO, delimiter: str) -> Iterator[list[str]]:
    """The cells of row after row, empty lines as rows without cells; raises `ForeignFileError`."""
    lines = _Lines(file)
    for place, cells in enumerate(_cells_of(lines, delimiter), 1):
        if len(cells) > limits.COLUMNS:
            raise ForeignFileError(N_("Row {row} has more than {count} columns."), row=place, count=limits.COLUMNS)
        if lines.length > limits.CELL and max(map(len, cells), default=0) > limits.CELL:
            raise ForeignFileError(_LONG_CELL, row=place, count=limits.CELL)
        yield cells


def _cells_of(lines: _Lines, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        if line := lines.plain_row():
            yield _without_quotes(line, delimiter) if line[0] not in _ENDS else []
            continue
        try:
            yield next(reader)
        except StopIteration:
            return
        except (_UnclosedError, csv.Error):
            for line in lines.take_unclosed():
                yield _without_quotes(line, delimiter)
            reader = csv.reader(lines, delimiter=delimiter)


def _without_quotes(line: str, delimiter: str) -> list[str]:
    """A line whose quotes are signs like all others."""
    return line.rstrip(_ENDS).split(delimiter)
