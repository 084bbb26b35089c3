"""A table in a workbook: what its cells show; no formula is ever worked out here."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from desktop.domain.errors import N_, ForeignFileError
from desktop.exchange.tables import limits
from desktop.exchange.tables.archive import BROKEN, Marks, check_archive, marks_of
from desktop.exchange.tables.cell_texts import is_error, text_of
from desktop.exchange.tables.headings import HEAD_ROWS, header_of, header_row_of, letters
from desktop.exchange.tables.table import Detected, Recognised, Row, Table, Wanted
from desktop.exchange.tables.xlsx_hidden import NOTHING, Hidden, hidden_in

if TYPE_CHECKING:
    from openpyxl import Workbook

_DAMAGE = (
    *(BadZipFile, zlib.error, struct.error, ParseError, EOFError, OSError, RuntimeError, AssertionError),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)
"""What the library raises over files that no program writes; tricks of XML are a `ValueError`."""
_NO_TABLE = N_(
    "The workbook has no sheet with a table in it. Is it the file that was meant? A sheet that is hidden has to be"
    " shown in Excel or LibreOffice; save the file, then choose it once more."
)
_VISIBLE = "visible"
_ENOUGH_COLUMNS = 2
"""A cover may have one word that a column could be called too."""


def open_xlsx(path: Path, wanted: Wanted, recognised: Recognised) -> Table:
    """The first sheet with a table, or the one that is wanted; raises `ForeignFileError`.

    Sheets that stand before it may be a cover, or explain how the table is filled in.
    """
    check_archive(path)
    with _opened(path) as workbook:
        sheets = tuple(sheet.title for sheet in workbook.worksheets)
        shown = tuple(sheet.title for sheet in workbook.worksheets if sheet.sheet_state == _VISIBLE)
        if len(sheets) > limits.SHEETS:
            raise ForeignFileError(N_("The workbook has more than {count} sheets."), count=limits.SHEETS)
        marks = marks_of(path)
        sheet = _first_table(workbook, (wanted.sheet,) if wanted.sheet in sheets else shown, wanted, recognised)
        if sheet is None:
            raise ForeignFileError(_NO_TABLE)
        found: Any = workbook[sheet.name]
        part = found._worksheet_path
        hidden = hidden_in(path, part, sheet.header_row) if part in marks.hiding else NOTHING
        detected = sheet.detected(sheets, hidden)
        return Table(sheet.header, detected, lambda: _rows(path, detected, marks))


class _Sheet(NamedTuple):
    """A sheet that holds something, with its first rows."""

    name: str
    head: list[Row]
    header_row: int

    @property
    def header(self) -> tuple[str, ...]:
        number, width = self.header_row, max(len(row.cells) for row in self.head)
        return header_of(self.head[number - 1].cells if 0 < number <= len(self.head) else None, width)

    def detected(self, sheets: tuple[str, ...], hidden: Hidden) -> Detected:
        """What it is taken for."""
        header = self.header
        columns = sorted(column - 1 for column in hidden.columns)
        names = tuple(header[at] if at < len(header) else letters(at) for at in columns)
        return Detected(self.header_row, "", "", self.name, sheets, hidden.rows, names)


def _first_table(workbook: Workbook, names: Iterable[str], wanted: Wanted, recognised: Recognised) -> _Sheet | None:
    """The first sheet of which enough columns are recognised; else the one with most of them, or the first of all."""
    best, most = None, -1
    for name in names:
        try:
            sheet = _sheet(workbook, name, wanted)
        except ForeignFileError:
            if best is None:
                raise
            continue
        count = recognised(sheet.header) if sheet is not None and sheet.header_row else 0
        if sheet is not None and count > most:
            best, most = sheet, count
        if most >= _ENOUGH_COLUMNS:
            break
    return best


def _sheet(workbook: Workbook, name: str, wanted: Wanted) -> _Sheet | None:
    head = list(islice(_read(workbook, name), HEAD_ROWS))
    if not any(any(row.cells) for row in head):
        return None
    found = header_row_of([row.cells for row in head]) if wanted.header_row is None else wanted.header_row
    return _Sheet(name, head, found)


def _rows(path: Path, detected: Detected, marks: Marks) -> Iterator[Row]:
    with _opened(path) as workbook:
        for row in _read(workbook, detected.sheet, path if marks.has_formulas else None):
            if row.place > detected.header_row and (any(row.cells) or row.refused):
                yield row


def _read(workbook: Workbook, sheet: str, with_formulas: Path | None = None) -> Iterator[Row]:
    """Every row of a sheet; where it has formulas, the file is read beside itself to see which of them say nothing."""
    with ExitStack() as stack:
        values = _values(workbook, sheet)
        formulas: Iterable[tuple[object, ...]] = repeat(())
        if with_formulas is not None:
            formulas = _values(stack.enter_context(_opened(with_formulas, formulas=True)), sheet)
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
