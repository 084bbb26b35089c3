"""The work-list: records that somebody should look at, told from a few columns of each."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

from desktop.domain.dossier import Reference
from desktop.domain.filing import title
from desktop.domain.provenance import Provenance
from desktop.domain.record import RecordId
from desktop.domain.review import Reason, Task, WorkList, due_on, is_past, last_known
from desktop.domain.vocabulary import FlagKind, Kind, Status
from desktop.store.failures import rows_read
from desktop.store.gone import gone
from desktop.store.record_rows import AMONG, RecordRows, listed

_LINES = """
    SELECT id, status, record_kind, name, short_name, as_of, checked_on, next_check FROM entry
    WHERE {only}
    AND (status = 'active' OR id IN (SELECT record_id FROM counter_note WHERE settled_at IS NULL))
"""
_NOTES = """
    SELECT record_id, count(*) FROM counter_note WHERE settled_at IS NULL AND {only} GROUP BY record_id
"""
_FLAGGED = "SELECT DISTINCT entry_id FROM flag WHERE {only}"
_FLAGS = f"SELECT entry_id, kind FROM flag WHERE entry_id IN {AMONG} ORDER BY entry_id, position"
_OWNERS = f"""
    SELECT location.id, entry.name FROM location JOIN entry ON entry.id = location.organization_id
    WHERE location.id IN {AMONG}
"""
_AT_ONCE = 500
_KINDS = {kind.value: kind for kind in Kind}
_STATUSES = {status.value: status for status in Status}


class _Age(NamedTuple):
    """How old a record is; many records are of the same age."""

    last_on: date | None
    is_checked: bool
    due: date
    is_past: bool


class _Line(NamedTuple):
    """A record that waits for a look; those with notes first, then the oldest."""

    has_no_note: bool
    due: date
    title: str
    id: RecordId
    kind: Kind
    status: Status | None
    age: _Age
    was_here: bool = True


@rows_read()
def work_list(
    rows: RecordRows,
    today: date,
    months: int,
    reasons: Collection[Reason] = (),
    limit: int = 500,
    only: RecordId | None = None,
) -> WorkList:
    """The records that need a look for one of these reasons, or for any: notes first, then the oldest.

    Those that are archived, ended or gone need one for a note alone. With `only` no other record is looked at.
    """
    driver = rows.driver
    notes, flagged = _notes(driver, only), _flagged(driver, only)
    wanted, found = frozenset(reasons or Reason), list[_Line]()
    counts, whole = dict.fromkeys(Reason, 0), 0
    for line in chain(_lines(driver, today, months, only, notes), _gone_lines(driver, only)):
        is_used, is_wanted = line.status is Status.ACTIVE, False
        why = (
            not line.has_no_note and Reason.NOTE,
            is_used and line.id in flagged and Reason.FLAG,
            is_used and line.age.is_past and Reason.PAST,
        )
        for reason in why:
            if reason:
                counts[reason] += 1
                is_wanted = is_wanted or reason in wanted
        whole += any(why)
        if is_wanted:
            found.append(line)
    first = nsmallest(limit, found)
    return WorkList(tuple(_tasks(driver, first, notes)), len(found), counts, whole)


def _lines(
    driver: sqlite3.Connection, today: date, months: int, only: RecordId | None, notes: Collection[RecordId]
) -> Iterator[_Line]:
    @cache
    def age(*days: str | None) -> _Age:
        as_of, checked_on, next_check = (date.fromisoformat(day) if day else None for day in days)
        checked_by = "-" if checked_on else None
        origin = Provenance(
            source="-", as_of=as_of, checked_on=checked_on, checked_by=checked_by, next_check=next_check
        )
        due = due_on(origin, months) or date.min
        return _Age(last_known(origin), checked_on is not None, due, is_past(origin, today, months))

    for record_id, status, word, name, short_name, *days in _found(driver, _LINES, "id", only):
        kind, how_old = _KINDS[word], age(*days)
        shown = title(kind, name, short_name)
        yield _Line(record_id not in notes, how_old.due, shown, record_id, kind, _STATUSES[status], how_old)


def _gone_lines(driver: sqlite3.Connection, only: RecordId | None) -> Iterator[_Line]:
    unknown = _Age(last_on=None, is_checked=False, due=date.min, is_past=False)
    for one, was_here in gone(driver, only):
        yield _Line(False, unknown.due, one.name, one.id, one.kind, None, unknown, was_here)


def _tasks(driver: sqlite3.Connection, lines: Sequence[_Line], notes: dict[RecordId, int]) -> Iterator[Task]:
    """What is shown of the lines, read a batch at a time."""
    for start in range(0, len(lines), _AT_ONCE):
        some = lines[start : start + _AT_ONCE]
        ids = [line.id for line in some]
        flags, owners = _flags(driver, ids), _owners(driver, ids)
        for line in some:
            yield Task(
                reference=Reference(line.id, line.kind, line.title),
                organization=owners.get(line.id),
                last_on=line.age.last_on,
                is_checked=line.age.is_checked,
                is_past=line.age.is_past and line.status is Status.ACTIVE,
                flags=tuple(flags.get(line.id, ())) if line.status is Status.ACTIVE else (),
                notes=notes.get(line.id, 0),
                status=line.status,
                was_here=line.was_here,
            )


def _found(driver: sqlite3.Connection, query: str, column: str, only: RecordId | None) -> sqlite3.Cursor:
    """What is found of all records, or of one."""
    if only is None:
        return driver.execute(query.format(only="true"))
    return driver.execute(query.format(only=f"{column} = ?"), (only,))


def _notes(driver: sqlite3.Connection, only: RecordId | None) -> dict[RecordId, int]:
    return dict(_found(driver, _NOTES, "record_id", only))


def _flagged(driver: sqlite3.Connection, only: RecordId | None) -> frozenset[RecordId]:
    return frozenset(record_id for (record_id,) in _found(driver, _FLAGGED, "entry_id", only))


def _flags(driver: sqlite3.Connection, ids: Sequence[RecordId]) -> dict[RecordId, list[FlagKind]]:
    found: dict[RecordId, list[FlagKind]] = defaultdict(list)
    for record_id, kind in driver.execute(_FLAGS, (listed(ids),)):
        found[record_id].append(FlagKind(kind))
    return found


def _owners(driver: sqlite3.Connection, ids: Sequence[RecordId]) -> dict[RecordId, str]:
    """The names of the organisations that locations belong to."""
    return dict(driver.execute(_OWNERS, (listed(ids),)))
