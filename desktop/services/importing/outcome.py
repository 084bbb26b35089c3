"""What an import did, row by row: what stands in its report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from desktop.domain.change import PlacedRecord
from desktop.domain.importing import Decision, Found
from desktop.domain.record import RecordId
from desktop.domain.vocabulary import Kind
from desktop.services.importing.rows import Words, message_of, number_of, packed, unpacked, words_of
from desktop.services.importing.spool import Spool

if TYPE_CHECKING:
    from desktop.domain.change import Change, ChangeSet
    from desktop.domain.errors import Message
    from desktop.domain.record import Record
    from desktop.services.importing.pieces import Piece
    from desktop.services.importing.plan import Plan
    from desktop.services.importing.rows import Row


class Line(Struct, frozen=True, array_like=True, kw_only=True):
    """What became of a row; `before` and `after` are the bytes of its record where it changed anything."""

    place: int
    found: Found
    decision: Decision
    name: str
    kind: Kind | None = None
    record_id: RecordId | None = None
    before: bytes = b""
    after: bytes = b""
    lost: tuple[Words, ...] = ()
    reason: Words | None = None

    @property
    def records(self) -> tuple[Record | None, Record | None]:
        """The record before and afterwards."""
        if self.kind is None:
            return None, None
        kind = number_of(self.kind)
        before, after = (unpacked(kind, body) if body else None for body in (self.before, self.after))
        return before, after

    @property
    def notes(self) -> tuple[Message, ...]:
        """Why a row could not be read, or what was left out of it."""
        return tuple(message_of(one) for one in ((self.reason,) if self.reason else self.lost))


_LINE = msgspec.msgpack.Decoder(Line)
_encode = msgspec.msgpack.Encoder().encode


class Outcome:
    """The lines in the order of the file; whoever has it closes it. `beside` are records that rows name
    and that came with them, `to_check` the rows written of which something was concluded or left out.
    Where nothing was carried out there is no `deed`; `is_trial` says that this was wanted."""

    def __init__(self, plan: Plan, *, is_trial: bool = False) -> None:
        self._plan = plan
        self.is_trial = is_trial
        self._spool = Spool()
        self.deed: ChangeSet | None = None
        self.added = 0
        self.updated = 0
        self.beside = 0
        self.to_check = 0

    def __len__(self) -> int:
        return len(self._spool)

    def __iter__(self) -> Iterator[Line]:
        return (_LINE.decode(piece) for piece in self._spool)

    @property
    def piece(self) -> Piece:
        """What the rows are in the file."""
        return self._plan.piece

    @property
    def unreadable(self) -> int:
        """How many rows could not be read."""
        return self._plan.counts()[Found.UNREADABLE]

    @property
    def is_open(self) -> int:
        """How many rows were left out because nobody decided about them."""
        return self._plan.decided()[Decision.OPEN]

    @property
    def left(self) -> int:
        """How many rows changed nothing though they could be read."""
        return len(self._plan) - self.added - self.updated - self.unreadable

    def tell(self, at: int, row: Row, change: Change | None, why: Message | None = None) -> None:
        """A row was dealt with; without a change it left everything as it is, perhaps for a reason."""
        before, after = (change.before, change.after) if change else (None, None)
        told = after.record if isinstance(after, PlacedRecord) else row.record
        self.added += change is not None and before is None
        self.updated += before is not None
        self.to_check += change is not None and bool(row.lost)
        line = Line(
            place=row.place,
            found=self._plan.found(at),
            decision=self._plan.decision(at),
            name=told.name if told else row.text,
            kind=told.KIND if told else None,
            record_id=told.id if told and after else row.target,
            before=packed(before.record) if isinstance(before, PlacedRecord) else b"",
            after=packed(after.record) if isinstance(after, PlacedRecord) else b"",
            lost=row.lost,
            reason=words_of(why) if why else row.reason,
        )
        self._spool.append(_encode(line))

    def close(self) -> None:
        """Let go of the lines."""
        self._spool.close()


def untouched(plan: Plan, *, is_trial: bool) -> Outcome:
    """What is told of a plan that is not carried out: each row with what was decided, none of them changed."""
    outcome = Outcome(plan, is_trial=is_trial)
    for at in range(len(plan)):
        outcome.tell(at, plan.row(at), None)
    return outcome
