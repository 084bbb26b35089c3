"""The history of the records: what was done, by whom, and the states before and after."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import UTC, datetime

import msgspec
import msgspec.inspect
from msgspec.structs import replace
from sqlalchemy import Select, and_, func, or_, select, update
from sqlalchemy.orm import Session

from desktop.domain.change import Change, ChangeSet, Deed, Item, PlacedRecord, PlacedTerm, Who
from desktop.domain.errors import N_, ExpectedError
from desktop.domain.past import HinderedError
from desktop.domain.plain import builtins, known_only, recalled
from desktop.domain.record import Term
from desktop.domain.vocabulary import Taxonomy
from desktop.store.tables import ChangeRow, ChangeSetRow


class UnreadableError(ExpectedError):
    """A deed was written by another version in a way that this one cannot read."""


class History:
    """Writes and reads deeds inside one transaction; it changes no record itself.

    Deeds are undone from the last to the first. Those that were undone can be done again until something new is done.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(self, deed: Deed, who: Who, when: datetime, changes: Iterable[Change]) -> ChangeSet:
        """Remember a deed as the last one; what was undone before is not done again."""
        undone = update(ChangeSetRow).where(ChangeSetRow.undone_at.is_not(None), ~ChangeSetRow.is_discarded)
        self._session.execute(undone.values(is_discarded=True))
        rows = [
            ChangeRow(position=at, item_key=change.item.key, before=_body(change.before), after=_body(change.after))
            for at, change in enumerate(changes)
        ]
        row = ChangeSetRow(deed=deed, made_at=_stored(when), made_by=who, changes=rows)
        self._session.add(row)
        self._session.flush()
        return _change_set(row)

    def of(self, key: str, limit: int = 200) -> tuple[ChangeSet, ...]:
        """What was done to a record or a term, the last deed first."""
        numbers = select(ChangeRow.number).where(ChangeRow.item_key == key)
        query = select(ChangeSetRow).where(ChangeSetRow.number.in_(numbers))
        return self._found(query.order_by(ChangeSetRow.number.desc()).limit(limit))

    def to_undo(self, passed: Collection[int] = ()) -> ChangeSet | None:
        """The last deed that has been neither undone nor passed over; raises `HinderedError` if it cannot be read."""
        query = select(ChangeSetRow).where(ChangeSetRow.undone_at.is_(None))
        return self._first(query.order_by(ChangeSetRow.number.desc()), passed)

    def to_redo(self, passed: Collection[int] = ()) -> ChangeSet | None:
        """The deed that was undone last, unless something was done since; raises as `to_undo` does."""
        query = select(ChangeSetRow).where(ChangeSetRow.undone_at.is_not(None), ~ChangeSetRow.is_discarded)
        return self._first(query.order_by(ChangeSetRow.number), passed)

    def mark_undone(self, number: int, who: Who, when: datetime) -> ChangeSet:
        """Remember that a deed was taken back; what it is then, without its changes."""
        row = self._session.get_one(ChangeSetRow, number)
        row.undone_at, row.undone_by = _stored(when), who
        self._session.flush()
        return _head(row)

    def mark_redone(self, number: int) -> ChangeSet:
        """Remember that a deed was done again; what it is then, without its changes."""
        row = self._session.get_one(ChangeSetRow, number)
        row.undone_at = row.undone_by = None
        self._session.flush()
        return _head(row)

    def removal_of(self, key: str) -> ChangeSet | None:
        """The last deed by which a record or term went, without its changes: it was removed, or not added after all."""
        removed = and_(ChangeRow.after.is_(None), ChangeSetRow.undone_at.is_(None))
        not_added = and_(ChangeRow.before.is_(None), ChangeSetRow.undone_at.is_not(None))
        query = select(ChangeSetRow).join(ChangeRow).where(ChangeRow.item_key == key, or_(removed, not_added))
        last = func.coalesce(ChangeSetRow.undone_at, ChangeSetRow.made_at)
        row = self._session.scalars(query.order_by(last.desc(), ChangeSetRow.number.desc()).limit(1)).first()
        return _head(row) if row else None

    def _found(self, query: Select[ChangeSetRow]) -> tuple[ChangeSet, ...]:
        """The deeds that can be read."""
        found = []
        for row in self._session.scalars(query):
            with suppress(UnreadableError):
                found.append(_change_set(row))
        return tuple(found)

    def _first(self, query: Select[ChangeSetRow], passed: Collection[int]) -> ChangeSet | None:
        row = self._session.scalars(query.where(ChangeSetRow.number.not_in(passed)).limit(1)).first()
        try:
            return _change_set(row) if row else None
        except UnreadableError as error:
            assert row is not None
            raise HinderedError(_head(row), error.message) from error


def _change_set(row: ChangeSetRow) -> ChangeSet:
    changes = tuple(Change(before=_item(change.before), after=_item(change.after)) for change in row.changes)
    return replace(_head(row), changes=changes)


def _head(row: ChangeSetRow) -> ChangeSet:
    """The deed without its changes."""
    return ChangeSet(
        number=row.number,
        deed=row.deed,
        made_at=_told(row.made_at),
        made_by=row.made_by,
        changes=(),
        undone_at=_told(row.undone_at) if row.undone_at else None,
        undone_by=row.undone_by,
    )


def _stored(moment: datetime) -> datetime:
    """Databases keep no time zone; ours is UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def _told(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)


class _TermBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    position: int
    taxonomy: Taxonomy
    term: Term


def _body(item: Item | None) -> str | None:
    match item:
        case PlacedRecord(position, record):
            return msgspec.json.encode({"position": position, "record": builtins(record)}).decode()
        case PlacedTerm(position, taxonomy, term):
            return msgspec.json.encode(_TermBody(position, taxonomy, term)).decode()
    return None


def _item(body: str | None) -> Item | None:
    if body is None:
        return None
    try:
        return _read(body)
    except (ValueError, KeyError) as error:
        raise UnreadableError(
            N_("This deed cannot be read any more, so it cannot be taken back. The records stay as they are.")
        ) from error


def _read(body: str) -> Item:
    values = msgspec.json.decode(body, type=dict[str, msgspec.Raw])
    if "record" in values:
        position = msgspec.json.decode(values["position"], type=int)
        return PlacedRecord(position, recalled(msgspec.json.decode(values["record"], type=dict)))
    plain = known_only(msgspec.json.decode(body), msgspec.inspect.type_info(_TermBody))
    found = msgspec.convert(plain, _TermBody)
    return PlacedTerm(found.position, found.taxonomy, found.term)
