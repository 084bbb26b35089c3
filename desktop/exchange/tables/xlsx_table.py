"""A table in a workbook: what its cells show; no formula is ever worked out here."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from desktop.domain.errors import N_, ForeignFileError
from desktop.exchange.tables import limits
from desktop.exchange.tables.archive import BROKEN, Marks, check_archive, marks_of
from desktop.exchange.tables.cell_texts import is_error, text_of
from desktop.exchange.tables.headings import HEAD_ROWS, header_of, header_row_of
from desktop.exchange.tables.table import Detected, Row, Table, Wanted
from desktop.exchange.tables.xlsx_hidden import hidden_rows

if TYPE_CHECKING:
    from openpyxl import Workbook

_DAMAGE = (
    *(BadZipFile, zlib.error, struct.error, ParseError, EOFError, OSError, RuntimeError, AssertionError),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)
"""What the library raises over files that no program writes; tricks of XML are a `ValueError`."""
_VISIBLE = "visible"


def open_xlsx(path: Path, wanted: Wanted) -> Table:
    """The first sheet that holds something, or the one that is wanted; raises `ForeignFileError`."""
    check_archive(path)
    with _opened(path) as workbook:
        sheets = tuple(sheet.title for sheet in workbook.worksheets)
        shown = tuple(sheet.title for sheet in workbook.worksheets if sheet.sheet_state == _VISIBLE)
        if len(sheets) > limits.SHEETS:
            raise ForeignFileError(N_("The workbook has more than {count} sheets."), count=limits.SHEETS)
        marks = marks_of(path)
        for sheet in [wanted.sheet] if wanted.sheet in sheets else shown:
            head = list(islice(_read(path, workbook, sheet, marks), HEAD_ROWS))
            if any(any(row.cells) for row in head):
                number = _header_row(head, wanted)
                hidden = _hidden(path, workbook, sheet, marks, number)
                return _table(path, head, Detected(number, sheet=sheet, sheets=sheets, hidden=hidden), marks)
    raise ForeignFileError(N_("The workbook has no sheet with a table in it."))


def _header_row(head: list[Row], wanted: Wanted) -> int:
    return header_row_of([row.cells for row in head]) if wanted.header_row is None else wanted.header_row


def _hidden(path: Path, workbook: Workbook, sheet: str, marks: Marks, header_row: int) -> int:
    """How many rows below the header hold something that nobody sees."""
    found: Any = workbook[sheet]
    part = found._worksheet_path
    return sum(place > header_row for place in hidden_rows(path, part)) if part in marks.hiding else 0


def _table(path: Path, head: list[Row], detected: Detected, marks: Marks) -> Table:
    number = detected.header_row
    width = max(len(row.cells) for row in head)
    header = header_of(head[number - 1].cells if 0 < number <= len(head) else None, width)
    return Table(header, detected, lambda: _rows(path, detected, marks))


def _rows(path: Path, detected: Detected, marks: Marks) -> Iterator[Row]:
    with _opened(path) as workbook:
        for row in _read(path, workbook, detected.sheet, marks):
            if row.place > detected.header_row and (any(row.cells) or row.refused):
                yield row


def _read(path: Path, workbook: Workbook, sheet: str, marks: Marks) -> Iterator[Row]:
    """Every row of a sheet; where it has formulas, the sheet is read beside itself to see which of them say nothing."""
    with ExitStack() as stack:
        values = _values(workbook, sheet)
        formulas: Iterable[tuple[object, ...]] = repeat(())
        if marks.has_formulas:
            formulas = _values(stack.enter_context(_opened(path, formulas=True)), sheet)
        for place, (cells, made_by) in enumerate(zip(values, formulas, strict=False), 1):
            if len(cells) > limits.COLUMNS:
                raise ForeignFileError(N_("Row {row} has more than {count} columns."), row=place, count=limits.COLUMNS)
            if place > limits.ROWS:
                raise ForeignFileError(
                    N_("The table has more than {count} rows. Please split it into several files."), count=limits.ROWS
                )
            yield Row(place, _texts(cells, place), tuple(_refused(cells, made_by)))


def _texts(cells: tuple[object, ...], place: int) -> list[str]:
    texts = ["" if cell is None or is_error(cell) else text_of(cell) for cell in cells]
    if texts and max(map(len, texts)) > limits.CELL:
        words = N_("Row {row} has a cell of more than {count} characters. Please shorten it, or take the row out.")
        raise ForeignFileError(words, row=place, count=limits.CELL)
    return texts


def _refused(cells: tuple[object, ...], made_by: tuple[object, ...]) -> Iterator[int]:
    """The cells whose formula has no value in the file, or none that is any use."""
    for at, cell in enumerate(cells):
        if is_error(cell) or (cell is None and at < len(made_by) and made_by[at] is not None):
            yield at


def _values(workbook: Workbook, sheet: str) -> Iterable[tuple[object, ...]]:
    found: Any = workbook[sheet]
    found.reset_dimensions()  # what the file says of its size may be wrong
    rows: Iterable[tuple[object, ...]] = found.iter_rows(values_only=True)
    return rows


@contextmanager
def _opened(path: Path, *, formulas: bool = False) -> Iterator[Workbook]:
    """The workbook to be read row by row; all that its damage leads to becomes a `ForeignFileError`."""
    import warnings

    from openpyxl import load_workbook

    warnings.filterwarnings("ignore", module=r"openpyxl\.")  # it tells of each style that it does not know
    try:
        with path.open("rb") as file:
            workbook = load_workbook(file, read_only=True, data_only=not formulas, keep_links=False)
            yield workbook
            workbook.close()
    except ForeignFileError:
        raise
    except _DAMAGE as error:
        raise ForeignFileError(BROKEN) from error
