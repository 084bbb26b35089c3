"""Whether a database is sound, and what it holds."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop.domain.backup import Backup
from desktop.domain.vocabulary import FlagKind, Kind, ReachStatus
from desktop.store.backup import backups_in, folder_of
from desktop.store.search.keeping import documents
from desktop.store.search.repair import is_sound
from desktop.store.state import VERSION_KEY, read_state
from desktop.store.tables.parts import EmailRow, FlagRow, PhoneRow
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
    backups: tuple[Backup, ...]


def check_up(store: Store, path: Path) -> Checkup:
    """Look at the whole database; nothing is changed."""
    with store.reading() as unit:
        session, records = unit.session, unit.records
        flags = session.execute(select(FlagRow.kind, func.count()).group_by(FlagRow.kind).order_by(FlagRow.kind))
        return Checkup(
            faults=_faults(session),
            is_index_sound=is_sound(path, documents(unit.rows, records.ids())),
            shipped_version=read_state(path).get(VERSION_KEY, "0"),
            counts=records.counts(),
            emails=session.scalar(select(func.count()).select_from(EmailRow)) or 0,
            dead_numbers=_dead_numbers(session),
            flags={row[0]: row[1] for row in flags},
            backups=backups_in(folder_of(path), path.stem),
        )


def _faults(session: Session) -> tuple[str, ...]:
    found = [str(row[0]) for row in session.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
    for table, row, target, _ in session.execute(text("PRAGMA foreign_key_check")):
        found.append(f"{table} {row} → {target}")
    return tuple(found)


def _dead_numbers(session: Session) -> int:
    query = select(func.count()).select_from(PhoneRow).where(PhoneRow.status == ReachStatus.DEAD)
    return session.scalar(query) or 0
