"""Rows as CSV, written as they come; no cell of it is ever calculated."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import TextIOWrapper
from typing import BinaryIO, NamedTuple

from desktop.exchange.tables.harmless import harmless

Cell = str | int | float | date | None


class Spelling(NamedTuple):
    """What a program that reads CSV expects."""

    encoding: str
    delimiter: str


EXCEL = Spelling("utf-8-sig", ";")
"""The only one that a German Excel opens rightly with a double click."""
PLAIN = Spelling("utf-8", ",")
"""RFC 4180."""


def write_csv(file: BinaryIO, rows: Iterable[Sequence[Cell]], spelling: Spelling) -> None:
    """Write the rows, the header being the first of them; `file` stays open."""
    text = TextIOWrapper(file, encoding=spelling.encoding, newline="", write_through=True)
    try:
        writer = csv.writer(text, delimiter=spelling.delimiter, lineterminator="\r\n")
        writer.writerows([_text(cell) for cell in row] for row in rows)
    finally:
        text.detach()


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else harmless(repr(cell))
