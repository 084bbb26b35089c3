"""What a database holds, told at once and without looking for faults, and which SQLite reads it."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from desktop.domain.vocabulary import Kind
from desktop.store.state import VERSION_KEY
from desktop.store.unit_of_work import Unit


class Holdings(Struct, frozen=True, kw_only=True):
    """How many records of each kind, and the oldest and the youngest Stand among them."""

    counts: Mapping[Kind, int]
    oldest: date | None
    youngest: date | None
    shipped_version: str


def holdings(unit: Unit) -> Holdings:
    """What there is at this moment."""
    days = unit.rows.driver.execute("SELECT min(as_of), max(as_of) FROM entry").fetchone()
    oldest, youngest = (date.fromisoformat(day) if day else None for day in days)
    return Holdings(
        counts=unit.records.counts(),
        oldest=oldest,
        youngest=youngest,
        shipped_version=unit.state().get(VERSION_KEY, "0"),
    )


def sqlite_version() -> str:
    """The version of the library that reads databases here."""
    return sqlite3.sqlite_version
