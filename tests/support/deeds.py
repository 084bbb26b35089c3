"""Somebody who changes records, and what comes of it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from desktop.domain.contact import Location
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.phone import Phone
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.domain.search import Question
from desktop.domain.vocabulary import LocationRole
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.store.search.engine import SearchEngine
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
_HISTORY = ("change_set", "change", "counter_note", "sqlite_sequence", "search_")


class Backups:
    """Counts how often a backup was asked for."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> None:
        self.made += 1


def editing_of(database: Path, backups: Backups) -> Editing:
    """The desk at which A. Yılmaz changes records."""
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    return Editing(catalogue, Desk(lambda: "A. Yılmaz", lambda: NOW, lambda: 12), backups)


def dump(database: Path) -> list[str]:
    """Everything that the records are made of, line by line."""
    return [line for line in whole_dump(database) if not line.startswith(_HISTORY)]


def whole_dump(database: Path) -> list[str]:
    """Everything that is in the database, also history, index and counters, line by line."""
    with closing(sqlite3.connect(database)) as connection:
        tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        return [
            f"{name} {row}"
            for name, sql in sorted(tables)
            if not (sql or "").startswith("CREATE VIRTUAL")  # what such a one holds lies in tables of its own
            for row in sorted(map(repr, connection.execute(f"SELECT * FROM {name}")))
        ]


def with_phone(record: Record, raw: str) -> Record:
    """The record with one more number, the first."""
    assert isinstance(record, Location)
    return replace(record, phones=(Phone(raw=raw), *record.phones))


def found(database: Path, text: str) -> list[str]:
    """What a text finds."""
    engine = SearchEngine(database)
    hits = [hit.id for hit in engine.ask(Question(text=text), 50).hits]
    engine.close()
    return hits


def new_place(record_id: str, name: str) -> Location:
    """A contact point that nobody has yet."""
    return Location(
        id=record_id,
        name=name,
        organization_id="bamf",
        role=LocationRole.OFFICE,
        provenance=Provenance(source=OWN_SOURCE.id),
    )
