"""The work-list: records that somebody should look at, told from a few columns of each."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.dossier import Reference
from desktop.domain.filing import title
from desktop.domain.provenance import Provenance
from desktop.domain.record import RecordId
from desktop.domain.review import Reason, Task, WorkList, due_on, is_past, last_known
from desktop.domain.vocabulary import FlagKind, Kind, Status
from desktop.store.tables import CounterNoteRow, EntryRow
from desktop.store.tables.entries import LocationRow, OrganizationRow
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
    session: Session, today: date, months: int, reasons: Collection[Reason] = (), limit: int = 500
) -> WorkList:
    """The active records that need a look for one of these reasons, or for any: notes first, then the oldest."""
    flags, notes, owners = _flags(session), _notes(session), _owners(session)
    found: list[tuple[bool, date, Task]] = []
    counts = dict.fromkeys(Reason, 0)
    for row in session.execute(select(*_COLUMNS).where(EntryRow.status == Status.ACTIVE)):
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


def _flags(session: Session) -> dict[RecordId, list[FlagKind]]:
    found: dict[RecordId, list[FlagKind]] = defaultdict(list)
    rows: Iterable[tuple[RecordId, FlagKind]] = session.execute(
        select(FlagRow.entry_id, FlagRow.kind).order_by(FlagRow.entry_id, FlagRow.position)
    ).tuples()
    for record_id, kind in rows:
        found[record_id].append(kind)
    return found


def _notes(session: Session) -> dict[RecordId, int]:
    query = select(CounterNoteRow.record_id, func.count()).where(CounterNoteRow.settled_at.is_(None))
    return {row[0]: row[1] for row in session.execute(query.group_by(CounterNoteRow.record_id))}


def _owners(session: Session) -> dict[RecordId, str]:
    """The names of the organisations that locations belong to."""
    owner = OrganizationRow.__table__.c.id
    names = select(EntryRow.id, EntryRow.name).where(
        EntryRow.record_kind == Kind.ORGANIZATION, EntryRow.id.in_(select(owner))
    )
    by_id = {row[0]: row[1] for row in session.execute(names)}
    places = LocationRow.__table__
    query = select(places.c.id, places.c.organization_id)
    return {row[0]: by_id[row[1]] for row in session.execute(query) if row[1] in by_id}
