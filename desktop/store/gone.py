"""Records that are not there any more, but that somebody noted something about which nobody has looked after yet."""

from collections.abc import Collection, Iterator

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.dossier import Reference
from desktop.domain.filing import title
from desktop.domain.record import Name, RecordId
from desktop.domain.vocabulary import Kind
from desktop.store.tables import ChangeRow, CounterNoteRow, EntryRow

_UNKNOWN = Kind.ORGANIZATION
"""What a record counts as of which not even the history knows the kind; nobody sees it."""


class _Head(msgspec.Struct):
    record_kind: Kind
    name: Name
    short_name: Name | None = None


class _Body(msgspec.Struct):
    record: _Head


def gone(session: Session, only: RecordId | None = None) -> Iterator[Reference]:
    """The records that went with an open note, by the names that they had last."""
    query = (
        select(CounterNoteRow.record_id, func.max(CounterNoteRow.record_name))
        .outerjoin(EntryRow.__table__, EntryRow.__table__.c.id == CounterNoteRow.record_id)
        .where(CounterNoteRow.settled_at.is_(None), EntryRow.__table__.c.id.is_(None))
    )
    if only is not None:
        query = query.where(CounterNoteRow.record_id == only)
    noted = {row[0]: row[1] for row in session.execute(query.group_by(CounterNoteRow.record_id))}
    known = _last_known(session, noted.keys())
    for record_id, name in noted.items():
        yield known.get(record_id) or Reference(record_id, _UNKNOWN, name)


def _last_known(session: Session, ids: Collection[RecordId]) -> dict[RecordId, Reference]:
    """What the last deeds say of records; what cannot be read says nothing."""
    last = select(func.max(ChangeRow.number)).where(ChangeRow.item_key.in_(ids)).group_by(ChangeRow.item_key)
    query = select(ChangeRow).where(ChangeRow.item_key.in_(ids), ChangeRow.number.in_(last))
    found = {}
    for row in session.scalars(query.order_by(ChangeRow.number)):
        try:
            head = msgspec.json.decode(row.after or row.before or "", type=_Body).record
        except ValueError:
            continue
        name = title(head.record_kind, head.name, head.short_name)
        found[row.item_key] = Reference(row.item_key, head.record_kind, name)
    return found
