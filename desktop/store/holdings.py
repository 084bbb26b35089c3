"""What a database holds, told at once and without looking for faults, and which SQLite reads it."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from sqlalchemy import func, select

from desktop.domain.vocabulary import Kind
from desktop.store.state import VERSION_KEY, read_state
from desktop.store.tables.entries import EntryRow
from desktop.store.unit_of_work import Unit


class Holdings(Struct, frozen=True, kw_only=True):
    """How many records of each kind, and the oldest and the youngest Stand among them."""

    counts: Mapping[Kind, int]
    oldest: date | None
    youngest: date | None
    shipped_version: str


def holdings(unit: Unit, path: Path) -> Holdings:
    """What there is at this moment."""
    oldest, youngest = unit.session.execute(select(func.min(EntryRow.as_of), func.max(EntryRow.as_of))).one()
    return Holdings(
        counts=unit.records.counts(),
        oldest=oldest,
        youngest=youngest,
        shipped_version=read_state(path).get(VERSION_KEY, "0"),
    )


def sqlite_version() -> str:
    """The version of the library that reads databases here."""
    return sqlite3.sqlite_version
