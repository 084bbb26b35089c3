"""A table in a file of text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from desktop.domain.errors import N_, ForeignFileError
from desktop.exchange.tables import limits
from desktop.exchange.tables.cell_texts import clean
from desktop.exchange.tables.csv_rows import rows_of
from desktop.exchange.tables.delimiters import declared, delimiter_of
from desktop.exchange.tables.encodings import encoding_of
from desktop.exchange.tables.harmless import original
from desktop.exchange.tables.headings import HEAD_ROWS, header_of, header_row_of
from desktop.exchange.tables.table import Detected, Row, Table, Wanted

_BEGINNING = 128 * 1024
_EMPTY = N_("The file is empty. Save or export it anew in the program that it comes from, then choose it once more.")


def open_csv(path: Path, wanted: Wanted) -> Table:
    """The table in a file of text; raises `ForeignFileError`."""
    encoding = wanted.encoding or encoding_of(path)
    beginning = _beginning(path, encoding)
    if not beginning.strip("\ufeff\0 \t\r\n"):
        raise ForeignFileError(_EMPTY)
    told = declared(beginning.partition("\n")[0])
    delimiter = wanted.delimiter or told or delimiter_of(beginning)
    head = list(islice(_all_rows(path, encoding, delimiter), HEAD_ROWS))
    first = 1 if told else 0
    header_row = wanted.header_row
    if header_row is None:
        header_row = found + first if (found := header_row_of([row.cells for row in head[first:]])) else 0
    header = header_of(head[header_row - 1].cells if 0 < header_row <= len(head) else None, _width(head))
    after = max(header_row, first)
    detected = Detected(header_row, encoding, delimiter)
    return Table(header, detected, lambda: _rows(path, detected, after))


def _width(head: list[Row]) -> int:
    return max((len(row.cells) for row in head), default=0)


def _beginning(path: Path, encoding: str) -> str:
    """Whole lines from the beginning, so that no quote is cut off."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        text = file.read(_BEGINNING)
    end = max(text.rfind("\n"), text.rfind("\r"))
    return text[: end + 1] if len(text) == _BEGINNING and end > 0 else text


def _rows(path: Path, detected: Detected, after: int) -> Iterator[Row]:
    for row in _all_rows(path, detected.encoding, detected.delimiter):
        if row.place > after and any(row.cells):
            yield row


def _all_rows(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    """Every row of the file; signs that the encoding does not know are replaced, which the cell then shows."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        for place, cells in enumerate(rows_of(file, delimiter), 1):
            if place > limits.ROWS:
                raise ForeignFileError(
                    N_("The table has more than {count} rows. Please split it into several files."), count=limits.ROWS
                )
            yield Row(place, cells if _is_plain("".join(cells)) else [_cell(cell) for cell in cells])


def _is_plain(texts: str) -> bool:
    """Whether there is nothing to clean in cells that hold these texts."""
    return texts.isprintable() and "'" not in texts


def _cell(cell: str) -> str:
    if not cell.isprintable():
        cell = clean(cell)
    return original(cell) if cell.startswith("'") else cell
