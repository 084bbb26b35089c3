"""Whether a database is sound, and what it holds."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from desktop.domain.vocabulary import FlagKind, Kind
from desktop.store.search.keeping import documents
from desktop.store.search.proving import is_sound
from desktop.store.state import VERSION_KEY, read_state
from desktop.store.unit_of_work import Store


class Checkup(Struct, frozen=True, kw_only=True):
    """The findings: faults in the words of the database, and counts."""

    faults: tuple[str, ...]
    is_index_sound: bool
    shipped_version: str
    counts: Mapping[Kind, int]
    emails: int
    dead_numbers: int
    flags: Mapping[FlagKind, int]


def check_up(store: Store, path: Path) -> Checkup:
    """Look at the whole database; nothing is changed."""
    with store.reading() as unit:
        driver, records = unit.rows.driver, unit.records
        flags = driver.execute("SELECT kind, count(*) FROM flag GROUP BY kind ORDER BY kind").fetchall()
        return Checkup(
            faults=_faults(driver),
            is_index_sound=is_sound(path, documents(unit.rows, records.ids())),
            shipped_version=read_state(path).get(VERSION_KEY, "0"),
            counts=records.counts(),
            emails=driver.execute("SELECT count(*) FROM email").fetchone()[0],
            dead_numbers=driver.execute("SELECT count(*) FROM phone WHERE status = 'dead'").fetchone()[0],
            flags={FlagKind(kind): count for kind, count in flags},
        )


def _faults(driver: sqlite3.Connection) -> tuple[str, ...]:
    found = [str(row[0]) for row in driver.execute("PRAGMA integrity_check") if row[0] != "ok"]
    for table, row, target, _ in driver.execute("PRAGMA foreign_key_check"):
        found.append(f"{table} {row} → {target}")
    return tuple(found)
