"""Rows as a workbook, written as they come: days and numbers as such, all else as text, nothing as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from desktop.domain.errors import N_
from desktop.exchange.tables.csv_writing import Cell
from desktop.exchange.tables.harmless import harmless
from desktop.exchange.tables.headings import letters
from desktop.whole_file import in_temporary_files

_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""Signs that XML cannot hold, and what would be read as one of them."""
_FIRST_DAY = date(1900, 3, 1)
"""Excel takes 1900 for a leap year: days before its end are none that others read alike."""
_EXACT = 2**53
_NO_ROOM = N_(
    "A workbook is put together in the folder for temporary files, and that cannot be written. Free some space on its"
    " drive, or choose another format: {folder}"
)
_NARROWEST, _WIDEST, _LAST_ROW = 9, 60, 1_048_576


def write_workbook(file: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[Cell]], title: str) -> None:
    """Write one sheet whose header stays in sight and filters; `file` stays open.

    Raises `FileWriteError` where there is no room for temporary files; whatever goes wrong, none is left.
    """
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet(title[:31])
    try:
        with in_temporary_files(_NO_ROOM):
            _fill(sheet, header, iter(rows))
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            ExcelWriter(workbook, archive).save()
    except BaseException:
        _let_go(sheet)
        raise


def _fill(sheet: Any, header: Sequence[str], rows: Iterator[Sequence[Cell]]) -> None:
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letters(len(header) - 1)}{_LAST_ROW}"
    first = list(_first(rows))
    for at, name in enumerate(header):
        texts = [name, *(str(row[at] or "") for row in first)]
        width = max(len(line) for text in texts for line in text.split("\n")[:5])
        sheet.column_dimensions[letters(at)].width = min(max(width + 2, _NARROWEST), _WIDEST)
    sheet.append([_bold(sheet, name) for name in header])
    for row in chain(first, rows):
        sheet.append([_value(sheet, cell) for cell in row])
    sheet.close()


def _let_go(sheet: Any) -> None:
    """Remove what the library keeps in a temporary file, and would keep until the program ends."""
    writer = sheet._writer
    if writer is None:
        return
    with suppress(OSError):
        if not sheet.closed:
            sheet.close()
    with suppress(OSError):
        writer.cleanup()


def _first(rows: Iterator[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """Enough rows to know how wide the columns should be."""
    for _, row in zip(range(100), rows, strict=False):
        yield row


def _value(sheet: Any, cell: Cell) -> Any:
    if isinstance(cell, str):
        return _text(sheet, cell)
    if isinstance(cell, date):
        return cell if cell >= _FIRST_DAY else cell.isoformat()
    if isinstance(cell, int) and abs(cell) > _EXACT:
        return str(cell)
    if isinstance(cell, float) and float(f"{cell:.16g}") != cell:
        return repr(cell)  # the library writes no more digits than these
    return cell


def _text(sheet: Any, text: str) -> Any:
    """A text; one that begins like a formula is marked as Excel marks it where a person types an apostrophe."""
    text = _ESCAPE.sub(_escaped, text)
    if text and (text[0] == "#" or harmless(text) != text):
        return _marked(sheet, text)
    return text


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def _marked(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell: Any = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _bold(sheet: Any, text: str) -> Any:
    from openpyxl.styles import Font

    cell = _marked(sheet, text)
    cell.font = Font(bold=True)
    return cell
