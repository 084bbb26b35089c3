"""The work-list: records that somebody should look at, told from a few columns of each."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, select, true
from sqlalchemy.orm import QueryableAttribute, Session

from desktop.domain.dossier import Reference
from desktop.domain.filing import title
from desktop.domain.provenance import Provenance
from desktop.domain.record import RecordId
from desktop.domain.review import Reason, Task, WorkList, due_on, is_past, last_known
from desktop.domain.vocabulary import FlagKind, Kind, Status
from desktop.store.gone import gone
from desktop.store.tables import CounterNoteRow, EntryRow
from desktop.store.tables.entries import LocationRow
from desktop.store.tables.parts import FlagRow

_COLUMNS = (
    EntryRow.id,
    EntryRow.record_kind,
    EntryRow.name,
    EntryRow.short_name,
    EntryRow.as_of,
    EntryRow.checked_on,
    EntryRow.next_check,
)
_AT_ONCE = 500


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


def work_list(
    session: Session,
    today: date,
    months: int,
    reasons: Collection[Reason] = (),
    limit: int = 500,
    only: RecordId | None = None,
) -> WorkList:
    """The records that need a look for one of these reasons, or for any: notes first, then the oldest.

    Those that are archived, ended or gone need one for a note alone. With `only` no other record is looked at.
    """
    notes, flagged = _notes(session, only), _flagged(session, only)
    wanted, found = frozenset(reasons or Reason), list[_Line]()
    counts, whole = dict.fromkeys(Reason, 0), 0
    for line in chain(_lines(session, today, months, only, notes), _gone_lines(session, only)):
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
    return WorkList(tuple(_tasks(session, first, notes)), len(found), counts, whole)


def _lines(
    session: Session, today: date, months: int, only: RecordId | None, notes: Collection[RecordId]
) -> Iterator[_Line]:
    @cache
    def age(as_of: date | None, checked_on: date | None, next_check: date | None) -> _Age:
        checked_by = "-" if checked_on else None
        origin = Provenance(
            source="-", as_of=as_of, checked_on=checked_on, checked_by=checked_by, next_check=next_check
        )
        due = due_on(origin, months) or date.min
        return _Age(last_known(origin), checked_on is not None, due, is_past(origin, today, months))

    for status, condition in _conditions(only):
        for record_id, kind, name, short_name, *days in session.execute(select(*_COLUMNS).where(condition)):
            how_old, shown = age(*days), title(kind, name, short_name)
            yield _Line(record_id not in notes, how_old.due, shown, record_id, kind, status, how_old)


def _conditions(only: RecordId | None) -> Iterator[tuple[Status, ColumnElement[bool]]]:
    """Which records of each status may wait: of those that are not in use any more the ones with a note."""
    open_notes = select(CounterNoteRow.record_id).where(CounterNoteRow.settled_at.is_(None))
    for status in Status:
        is_so = and_(EntryRow.status == status, _is(EntryRow.id, only))
        yield status, is_so if status is Status.ACTIVE else and_(is_so, EntryRow.id.in_(open_notes))


def _gone_lines(session: Session, only: RecordId | None) -> Iterator[_Line]:
    unknown = _Age(last_on=None, is_checked=False, due=date.min, is_past=False)
    for one in gone(session, only):
        yield _Line(
            has_no_note=False, due=unknown.due, title=one.name, id=one.id, kind=one.kind, status=None, age=unknown
        )


def _tasks(session: Session, lines: Sequence[_Line], notes: dict[RecordId, int]) -> Iterator[Task]:
    """What is shown of the lines, read a batch at a time."""
    for start in range(0, len(lines), _AT_ONCE):
        some = lines[start : start + _AT_ONCE]
        ids = [line.id for line in some]
        flags, owners = _flags(session, ids), _owners(session, ids)
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
            )


def _is(column: QueryableAttribute[str], only: RecordId | None) -> ColumnElement[bool]:
    return true() if only is None else column == only


def _notes(session: Session, only: RecordId | None) -> dict[RecordId, int]:
    is_open = CounterNoteRow.settled_at.is_(None)
    query = select(CounterNoteRow.record_id, func.count()).where(is_open, _is(CounterNoteRow.record_id, only))
    return {row[0]: row[1] for row in session.execute(query.group_by(CounterNoteRow.record_id))}


def _flagged(session: Session, only: RecordId | None) -> frozenset[RecordId]:
    return frozenset(session.scalars(select(FlagRow.entry_id).where(_is(FlagRow.entry_id, only)).distinct()))


def _flags(session: Session, ids: Sequence[RecordId]) -> dict[RecordId, list[FlagKind]]:
    found: dict[RecordId, list[FlagKind]] = defaultdict(list)
    query = select(FlagRow.entry_id, FlagRow.kind).where(FlagRow.entry_id.in_(ids))
    for row in session.execute(query.order_by(FlagRow.entry_id, FlagRow.position)):
        found[row[0]].append(row[1])
    return found


def _owners(session: Session, ids: Sequence[RecordId]) -> dict[RecordId, str]:
    """The names of the organisations that locations belong to."""
    place, owner = LocationRow.__table__.c, EntryRow.__table__.alias()
    query = select(place.id, owner.c.name).join(owner, owner.c.id == place.organization_id)
    return {row[0]: row[1] for row in session.execute(query.where(place.id.in_(ids)))}
