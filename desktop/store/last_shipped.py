"""What was shipped last: of what an office has edited it waits beside the state that the edit began with."""

from functools import cached_property

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.domain.change import Item, PlacedRecord, PlacedTerm
from desktop.domain.plain import decoded
from desktop.domain.record import Record, RecordId, Term
from desktop.store.tables import ShippedRow

_NEWER = "newer:"


class LastShipped:
    """Reads and writes inside one transaction; `key` is that of the history, `body` is JSON."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def remember(self, key: str, body: str) -> None:
        """This was shipped last, and later edits begin with it."""
        self._session.merge(ShippedRow(entry_id=key, body=body))
        self._forget_newer(key)

    def let_wait(self, key: str, body: str) -> None:
        """This was shipped last, but what is here was edited before it came, or removed; what never was knows none."""
        if self._body(key) in (None, body):
            self._forget_newer(key)
        else:
            self._session.merge(ShippedRow(entry_id=_NEWER + key, body=body))
            self._waiting.add(_NEWER + key)

    def newer(self, record_id: RecordId) -> Record | None:
        """The shipped record that waits, if one does."""
        body = self._body(_NEWER + record_id)
        return decoded(body) if body else None

    def newer_than(self, item: Item) -> Item | None:
        """What waits for an item that stands as it was shipped before; `None` for all others."""
        before, waiting = self._body(item.key), self._body(_NEWER + item.key)
        if before is None or waiting is None:
            return None
        if isinstance(item, PlacedRecord):
            return PlacedRecord(item.position, decoded(waiting)) if decoded(before) == item.record else None
        if msgspec.json.decode(before, type=Term) != item.term:
            return None
        return PlacedTerm(item.position, item.taxonomy, msgspec.json.decode(waiting, type=Term))

    def catch_up(self, key: str) -> None:
        """What waited is here now."""
        if (body := self._body(_NEWER + key)) is not None:
            self.remember(key, body)

    def _forget_newer(self, key: str) -> None:
        if _NEWER + key in self._waiting:
            self._session.execute(delete(ShippedRow).where(ShippedRow.entry_id == _NEWER + key))
            self._waiting.remove(_NEWER + key)

    @cached_property
    def _waiting(self) -> set[str]:
        """The rows of what waits: there are few, and a refill would look for one of every record."""
        return set(self._session.scalars(select(ShippedRow.entry_id).where(ShippedRow.entry_id.startswith(_NEWER))))

    def _body(self, key: str) -> str | None:
        row = self._session.get(ShippedRow, key)
        return row.body if row else None
