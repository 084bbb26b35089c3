"""What others did between the look at a file and its import: nothing of that is overwritten, or added twice."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from desktop.domain.duplicates import lookalikes
from desktop.domain.editing import ConflictError
from desktop.domain.errors import N_, Message
from desktop.domain.importing import Decision
from desktop.services.importing.planning import BATCH, is_likely, nameless
from desktop.services.importing.rows import unpacked
from desktop.store.likeness import Likenesses, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.record import Record
    from desktop.services.importing.plan import Plan
    from desktop.services.importing.rows import Row
    from desktop.store.unit_of_work import Unit

_CHANGED = N_(
    "“{name}” was changed by somebody else since the file was read. Nothing was imported. Please import the file once"
    " more: its rows are then compared with what is there now."
)
_ADDED = N_(
    "“{name}” was added by somebody else since the file was read, and may be what row {place} tells. Nothing was"
    " imported. Please import the file once more: its rows are then compared with what is there now."
)


class OvertakenError(ConflictError):
    """Somebody else was quicker; `theirs` is what is here now."""

    def __init__(self, theirs: Record | None, message: Message) -> None:
        super().__init__("", theirs)
        self.message = message
        self.args = (message.in_words(str),)


def overtaken_by(error: ConflictError) -> OvertakenError:
    """The same conflict in words that help whoever imports a file."""
    return OvertakenError(error.theirs, Message(_CHANGED, name=error.message.params["name"]))


def refuse_added_meanwhile(unit: Unit, plan: Plan) -> None:
    """Raise where somebody has added since what a row would add; without new records nothing is looked at."""
    if not (added := unit.history.added_since(plan.last_deed)):
        return
    likenesses = Likenesses(unit.rows)
    rows = (plan.row(at) for at in range(len(plan)) if plan.decision(at) is Decision.NEW)
    while some := list(islice(rows, BATCH)):
        records = [unpacked(row.kind, row.body) for row in some]
        alike = likenesses.candidates([keys_of(record) for record in records])
        here = likenesses.records({one for ids in alike for one in ids if one in added})
        for row, record, ids in zip(some, records, alike, strict=True):
            _refuse(row, record, [here[one] for one in ids if one in here])


def _refuse(row: Row, record: Record, others: Sequence[Record]) -> None:
    for found in _likely(record if row.has_id else nameless(record), others):
        raise OvertakenError(None, Message(_ADDED, name=found, place=row.place))


def _likely(record: Record, others: Sequence[Record]) -> Iterator[str]:
    return (one.reference.name for one in lookalikes(record, others) if is_likely(one))
