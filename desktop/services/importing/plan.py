"""What would become of each row of a file, and what a person decides about it."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.importing import CHANGING, Decision, Found, possible
from desktop.domain.record import Record, RecordId
from desktop.services.importing.pieces import Piece
from desktop.services.importing.rows import Row, row_bytes, row_from
from desktop.services.importing.spool import Spool

if TYPE_CHECKING:
    from desktop.store.deeds_seen import DeedsSeen

_FOUND, _DECISIONS = tuple(Found), tuple(Decision)


class Choice(NamedTuple):
    """What becomes of a row; `record` are the values that a person chose field by field, where it is updated."""

    decision: Decision
    record: Record | None = None


class Need(NamedTuple):
    """A record that others of the file name: the row that tells it itself, or its bytes to be added once."""

    kind: int
    body: bytes
    row: int | None = None


class Plan:
    """The rows of a file in their order; nothing is written by it. Whoever has it closes it in the end.

    `seen` are the deeds that there were when it was made, `piece` what its rows are in the file.
    """

    def __init__(self, seen: DeedsSeen) -> None:
        self.seen = seen
        self.piece = Piece.ROW
        self._spool = Spool()
        self._found = array("B")
        self._has_target = array("B")
        self._decided = array("B")
        self._noted = array("L")
        self._chosen: dict[int, Record] = {}
        self.needs: dict[RecordId, Need] = {}
        self.own_ids: set[RecordId] = set()

    def __len__(self) -> int:
        return len(self._found)

    def add(self, row: Row, found: Found, decision: Decision) -> None:
        """Put a row behind the others, with the decision that suggests itself."""
        if row.lost:
            self._noted.append(len(self))
        self._spool.append(row_bytes(row))
        self._found.append(_FOUND.index(found))
        self._has_target.append(row.target is not None)
        self._decided.append(_DECISIONS.index(decision))

    def row(self, at: int) -> Row:
        """What the file tells in a row."""
        return row_from(self._spool[at])

    def found(self, at: int) -> Found:
        """How a row stands to what is here."""
        return _FOUND[self._found[at]]

    def sure_target(self, at: int) -> RecordId | None:
        """The record here that a row tells, where nobody has to decide that."""
        is_sure = at < len(self) and self.found(at) in (Found.SAME, Found.CHANGED)
        return self.row(at).target if is_sure else None

    def choice(self, at: int) -> Choice:
        """What becomes of a row."""
        return Choice(_DECISIONS[self._decided[at]], self._chosen.get(at))

    def decision(self, at: int) -> Decision:
        """What becomes of a row, in a word."""
        return _DECISIONS[self._decided[at]]

    def possible(self, at: int) -> tuple[Decision, ...]:
        """What a person may decide about a row."""
        return possible(self.found(at), has_target=bool(self._has_target[at]))

    def decide(self, at: int, decision: Decision, record: Record | None = None) -> bool:
        """Let this become of a row; whether that is possible at all."""
        if decision not in self.possible(at):
            return False
        self._decided[at] = _DECISIONS.index(decision)
        self._chosen.pop(at, None)
        if record is not None:
            self._chosen[at] = record
        return True

    def decide_all(self, rows: Iterable[int], decision: Decision) -> int:
        """Let the same become of many rows where that is possible; of how many."""
        return sum(self.decide(at, decision) for at in rows)

    def rows(self, found: Iterable[Found] = tuple(Found), *, only_open: bool = False) -> Sequence[int]:
        """The numbers of the rows of these kinds, or of those that still wait for a decision."""
        kinds, is_open = {_FOUND.index(one) for one in found}, _DECISIONS.index(Decision.OPEN)
        pairs = enumerate(zip(self._found, self._decided, strict=True))
        return array(
            "L", (at for at, (one, decided) in pairs if one in kinds and (not only_open or decided == is_open))
        )

    def noted(self) -> Sequence[int]:
        """The numbers of the rows of which something was concluded or left out."""
        return self._noted

    def counts(self) -> Mapping[Found, int]:
        """How many rows there are of each kind."""
        found = Counter(self._found)
        return {one: found[number] for number, one in enumerate(_FOUND)}

    def decided(self) -> Mapping[Decision, int]:
        """Of how many rows what becomes."""
        found = Counter(self._decided)
        return {one: found[number] for number, one in enumerate(_DECISIONS)}

    @property
    def is_readable(self) -> bool:
        """Whether there is any row that could be read."""
        return self.counts()[Found.UNREADABLE] < len(self)

    @property
    def changes(self) -> int:
        """How many rows would be written."""
        return sum(count for decision, count in self.decided().items() if decision in CHANGING)

    def close(self) -> None:
        """Let go of the rows."""
        self._spool.close()
