"""Records as tables: CSV for Excel, plain CSV, and workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from desktop.domain.outgoing import Outgoing
from desktop.domain.record import Record
from desktop.exchange.columns.codecs import Cell
from desktop.exchange.columns.names import header, order
from desktop.exchange.columns.record_cells import belongs_to, cells_of
from desktop.exchange.tables.csv_writing import EXCEL, PLAIN, Spelling, write_csv
from desktop.exchange.tables.xlsx_writing import write_workbook
from desktop.i18n import Translate

_ALWAYS = ("kind", "id", "name")


def write_excel_csv(out: Outgoing, file: BinaryIO, tr: Translate) -> None:
    """CSV that Excel and LibreOffice open with a double click."""
    _write_csv(out, file, tr, EXCEL)


def write_plain_csv(out: Outgoing, file: BinaryIO, tr: Translate) -> None:
    """CSV as RFC 4180 has it, for programs."""
    _write_csv(out, file, tr, PLAIN)


def write_xlsx(out: Outgoing, file: BinaryIO, tr: Translate) -> None:
    """A workbook with one sheet."""
    keys = _keys(out, tr.language)
    title = "Wegweiser"
    write_workbook(file, [header(key, tr.language) for key in keys], _rows(out, keys, tr.language), title)


def _write_csv(out: Outgoing, file: BinaryIO, tr: Translate, spelling: Spelling) -> None:
    keys = _keys(out, tr.language)

    def rows() -> Iterator[list[Cell | None]]:
        yield [header(key, tr.language) for key in keys]
        yield from _rows(out, keys, tr.language)

    write_csv(file, rows(), spelling)


def _keys(out: Outgoing, language: str) -> list[str]:
    """The columns that any of the records has something in, found before the first is written."""
    found = {key for record in out.records for key in _cells(out, record, language)}
    return sorted({*_ALWAYS, *found}, key=order)


def _rows(out: Outgoing, keys: list[str], language: str) -> Iterator[list[Cell | None]]:
    for record in out.records:
        cells = _cells(out, record, language)
        yield [cells.get(key) for key in keys]


def _cells(out: Outgoing, record: Record, language: str) -> dict[str, Cell]:
    """The record with the name of what it belongs to, which a person reads more easily than an id."""
    cells = cells_of(record, language)
    owner = out.beside.get(belongs_to(record) or "")
    if owner is not None:
        cells["belongs_name"] = " ".join(owner.name.split())
    return cells
