"""The work-list: records that somebody should look at, told from a few columns of each."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import QueryableAttribute, Session

from desktop.domain.dossier import Reference
from desktop.domain.filing import title
from desktop.domain.provenance import Provenance
from desktop.domain.record import RecordId
from desktop.domain.review import Reason, Task, WorkList, due_on, is_past, last_known
from desktop.domain.vocabulary import FlagKind, Status
from desktop.store.tables import CounterNoteRow, EntryRow
from desktop.store.tables.entries import LocationRow
from desktop.store.tables.parts import FlagRow

_COLUMNS = (
    EntryRow.id,
    EntryRow.record_kind,
    EntryRow.name,
    EntryRow.short_name,
    EntryRow.source_id,
    EntryRow.as_of,
    EntryRow.checked_on,
    EntryRow.checked_by,
    EntryRow.next_check,
)


def work_list(
    session: Session,
    today: date,
    months: int,
    reasons: Collection[Reason] = (),
    limit: int = 500,
    only: RecordId | None = None,
) -> WorkList:
    """The active records that need a look for one of these reasons, or for any: notes first, then the oldest.

    With `only` no other record is looked at.
    """
    flags, notes, owners = _flags(session, only), _notes(session, only), _owners(session, only)
    found: list[tuple[bool, date, Task]] = []
    counts = dict.fromkeys(Reason, 0)
    entries = select(*_COLUMNS).where(EntryRow.status == Status.ACTIVE, _is(EntryRow.id, only))
    for row in session.execute(entries):
        origin = Provenance(**{name: getattr(row, name) for name in _ORIGIN}, source=row.source_id)
        task = Task(
            reference=Reference(row.id, row.record_kind, title(row.record_kind, row.name, row.short_name)),
            organization=owners.get(row.id),
            last_on=last_known(origin),
            is_checked=origin.checked_on is not None,
            is_past=is_past(origin, today, months),
            flags=tuple(flags.get(row.id, ())),
            notes=notes.get(row.id, 0),
        )
        for reason in task.reasons:
            counts[reason] += 1
        if set(task.reasons) & set(reasons or Reason):
            found.append((not task.notes, due_on(origin, months) or date.min, task))
    found.sort(key=lambda entry: (entry[0], entry[1], entry[2].reference.name))
    return WorkList(tuple(task for _, _, task in found[:limit]), len(found), counts)


_ORIGIN = ("as_of", "checked_on", "checked_by", "next_check")


def _is(column: QueryableAttribute[str], only: RecordId | None) -> ColumnElement[bool]:
    return true() if only is None else column == only


def _flags(session: Session, only: RecordId | None) -> dict[RecordId, list[FlagKind]]:
    found: dict[RecordId, list[FlagKind]] = defaultdict(list)
    query = select(FlagRow.entry_id, FlagRow.kind).where(_is(FlagRow.entry_id, only))
    for row in session.execute(query.order_by(FlagRow.entry_id, FlagRow.position)):
        found[row[0]].append(row[1])
    return found


def _notes(session: Session, only: RecordId | None) -> dict[RecordId, int]:
    is_open = CounterNoteRow.settled_at.is_(None)
    query = select(CounterNoteRow.record_id, func.count()).where(is_open, _is(CounterNoteRow.record_id, only))
    return {row[0]: row[1] for row in session.execute(query.group_by(CounterNoteRow.record_id))}


def _owners(session: Session, only: RecordId | None) -> dict[RecordId, str]:
    """The names of the organisations that locations belong to."""
    place, owner = LocationRow.__table__.c, EntryRow.__table__.alias()
    query = select(place.id, owner.c.name).join(owner, owner.c.id == place.organization_id)
    rows = session.execute(query if only is None else query.where(place.id == only))
    return {row[0]: row[1] for row in rows}
