"""The records that rows of a file name and that may come beside them: cleaned once, however many rows name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.services.importing.cleaning import clean

if TYPE_CHECKING:
    from desktop.domain.errors import Message
    from desktop.domain.incoming import Guess
    from desktop.domain.record import Record, RecordId
    from desktop.services.importing.known_terms import KnownTerms
    from desktop.services.importing.plan import Need


class Needed:
    """The first row that names a record tells what is kept of it, what was left out, and what was guessed."""

    def __init__(self, terms: KnownTerms) -> None:
        self._terms = terms
        self._known: set[RecordId] = set()
        self._lost: dict[RecordId, tuple[Message, ...]] = {}

    def clean(self, needs: tuple[Record, ...], guessed: tuple[Guess, ...] = ()) -> tuple[Record, ...]:
        """These records as they may be kept; raises `InvalidRecordError`."""
        if self._known.issuperset([need.id for need in needs]):
            return needs
        cleaned = tuple(need if need.id in self._known else self._cleaned(need) for need in needs)
        for guess in guessed:
            if guess.record_id not in self._known:
                self._lost[guess.record_id] = (guess.message, *self._lost.get(guess.record_id, ()))
        self._known.update(need.id for need in cleaned)
        return cleaned

    def lost(self, needs: tuple[Record, ...], waiting: Mapping[RecordId, Need]) -> tuple[Message, ...]:
        """What was left out or guessed of those that are added beside rows, as far as no row before has told it."""
        if not self._lost:
            return ()
        found = ((waiting.get(need.id), self._lost.pop(need.id, ())) for need in needs)
        return tuple(message for need, lost in found if need is not None and need.row is None for message in lost)

    def _cleaned(self, need: Record) -> Record:
        record = clean(need).record
        if (fitted := self._terms.fitted(record)) is None:
            return record
        self._lost[need.id] = fitted.lost(is_beside=True)
        return fitted.record
