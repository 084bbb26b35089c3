"""Looks at every row of a file beside what is here: what is new, what differs, what may be here already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from desktop.domain.duplicates import Likeness, lookalikes
from desktop.domain.errors import N_, InvalidRecordError, Message
from desktop.domain.importing import Decision, Found, filling, replacements
from desktop.domain.incoming import Entry, Unreadable
from desktop.services.importing.belonging import Belonging
from desktop.services.importing.cleaning import clean
from desktop.services.importing.known_terms import Fitted, KnownTerms
from desktop.services.importing.needed import Needed
from desktop.services.importing.plan import Plan
from desktop.services.importing.rows import Alike, Row, number_of, packed, words_of
from desktop.services.importing.twins import Twins
from desktop.store.likeness import Keys, Likenesses, keys_of

if TYPE_CHECKING:
    from desktop.domain.duplicates import Lookalike
    from desktop.domain.incoming import Entries
    from desktop.domain.progress import Progress
    from desktop.domain.record import Record, RecordId
    from desktop.store.unit_of_work import Unit

BATCH = 500
_TWICE = N_("This id stands twice.")
_OTHER_KIND = N_("Under the id “{id}” there is a record of another kind here.")
_MOST_TEXT = 200


def digest_of(record: Record) -> bytes:
    """What a record is told from a changed one by."""
    return hashlib.blake2b(packed(record), digest_size=16).digest()


class _Told:
    """An entry that can be kept, and the bytes of its record."""

    __slots__ = ("_fitted", "body", "entry")

    def __init__(self, entry: Entry, body: bytes) -> None:
        self.entry = entry
        self.body = body
        self._fitted: Fitted | None = None

    def beside(self, here: Record) -> Record:
        """What it would say of a record here, where statements keep topics of which the file knows none."""
        return self.entry.record if self._fitted is None else self._fitted.beside(self.entry.record, here)

    def lead(self, record: Record) -> None:
        """Put a record in the place of the entry's, where it is another one."""
        if record is not self.entry.record:
            self.entry = self.entry._replace(record=record)
            self.body = packed(record)

    def fit(self, fitted: Fitted) -> None:
        """Put a record in its place that names only what is in the lists here, and note what was left out."""
        self._fitted = fitted
        lost = self.entry.lost + fitted.lost()
        self.entry = self.entry._replace(given=fitted.given(self.entry.given), lost=lost)
        self.lead(fitted.record)

    def tell_guesses(self) -> None:
        """Note what the file does not tell of it and was concluded."""
        own = self.entry.record.id
        self.lose(tuple(guess.message for guess in self.entry.guessed if guess.record_id == own))

    def lose(self, lost: tuple[Message, ...]) -> None:
        """Note what was left out of records that come beside it."""
        if lost:
            self.entry = self.entry._replace(lost=self.entry.lost + lost)


class Planning:
    """Plans within one transaction that only reads; cancelled by its progress, it leaves nothing."""

    def __init__(self, unit: Unit, progress: Progress, expected: int = 0) -> None:
        self._likenesses = Likenesses(unit.rows)
        self._progress = progress
        self._expected = expected
        self._plan = Plan(unit.history.seen())
        self._belonging = Belonging(unit, self._likenesses, self._plan)
        self._twins = Twins(self._plan)
        self._known_terms = KnownTerms(unit)
        self._needed = Needed(self._known_terms)
        self._seen: set[RecordId] = set()

    def plan(self, entries: Entries) -> Plan:
        """The plan for all rows; raises as the reader does, and `CancelledError`."""
        try:
            for some in _batches(entries):
                self._add([self._cleaned(one) for one in some])
                done = len(self._plan)
                self._progress.tell(done, max(self._expected, done) if self._expected else 2 * done)
            self._twins.settle(self._plan.needs)
        except BaseException:
            self._plan.close()
            raise
        return self._plan

    def _cleaned(self, one: Entry | Unreadable) -> _Told | Unreadable:
        """The entry with numbers and texts as they may be kept."""
        if isinstance(one, Unreadable):
            return one
        if one.has_id and one.record.id in self._seen:
            return Unreadable(one.place, Message(_TWICE), one.record.id)
        try:
            record, body = clean(one.record, is_valid=one.is_valid)
            needs = self._needed.clean(one.needs, one.guessed)
        except InvalidRecordError as error:
            return Unreadable(one.place, error.message, one.record.name)
        if one.has_id:
            self._seen.add(record.id)
        if record is not one.record or needs is not one.needs:
            one = one._replace(record=record, needs=needs)
        told = _Told(one, body)
        if (fitted := self._known_terms.fitted(record)) is not None:
            told.fit(fitted)
        return told

    def _add(self, batch: Sequence[_Told | Unreadable]) -> None:
        """What a whole batch needs from the database is asked for at once."""
        self._belonging.settle([one.entry if isinstance(one, _Told) else one for one in batch])
        some = [one for one in batch if isinstance(one, _Told)]
        for one in some:
            one.lead(self._belonging.told(one.entry))
            one.lose(self._needed.lost(one.entry.needs, self._plan.needs))
        keys = [keys_of(one.entry.record) for one in some]
        alike = self._likenesses.candidates(keys)
        own = [one.entry.record.id for one in some if one.entry.has_id]
        here = self._likenesses.records({*own, *(found for ids in alike for found in ids)})
        others, shared = iter(alike), iter(keys)
        for row in batch:
            if isinstance(row, Unreadable):
                self._refuse(row)
            else:
                row.lead(self._belonging.told_again(row.entry))  # by what came before it
                self._put(row, next(shared), [here[found] for found in next(others) if found in here], here)

    def _put(self, told: _Told, keys: Keys, others: Sequence[Record], here: dict[RecordId, Record]) -> None:
        entry = told.entry
        known = here.get(entry.record.id) if entry.has_id else None
        if known is not None and known.KIND is not entry.record.KIND:
            self._refuse(Unreadable(entry.place, Message(_OTHER_KIND, id=known.id), entry.record.name))
        elif known is not None:
            self._put_beside(told, known, keys)
        else:
            self._put_new(told, keys, others, here)

    def _put_beside(self, told: _Told, here: Record, keys: Keys, alike: tuple[Alike, ...] = ()) -> None:
        """A row of which it is clear which record here is meant."""
        told.lead(told.beside(here))
        entry = told.entry
        differing = replacements(here, entry.record, entry.given)
        found = Found.CHANGED if differing else Found.SAME
        only_fills = len(filling(differing)) == len(differing)
        usual = (Decision.UPDATE if only_fills else Decision.OPEN) if differing else Decision.SAME
        self._keep(told, keys, found, usual, here, alike)

    def _put_new(self, told: _Told, keys: Keys, others: Sequence[Record], here: dict[RecordId, Record]) -> None:
        entry = told.entry
        found = lookalikes(entry.record if entry.has_id else nameless(entry.record), others) if others else ()
        alike = tuple(map(_alike, found))
        likely = [here[one.reference.id] for one in found if is_likely(one)]
        if same := next((one for one in likely if not replacements(one, told.beside(one), entry.given)), None):
            self._put_beside(told, same, keys, alike)
            return
        if likely:
            told.lead(told.beside(likely[0]))
        earlier = self._twins.of(entry.record, keys)
        if likely or any(not one.is_weak for one in earlier):
            is_twin = not likely and self._twins.says_the_same(entry.record, earlier)
            usual = Decision.SAME if is_twin else Decision.OPEN
            self._keep(told, keys, Found.DOUBTFUL, usual, next(iter(likely), None), (*alike, *earlier))
        else:
            if entry.has_id:
                self._plan.own_ids.add(entry.record.id)
            self._keep(told, keys, Found.NEW, Decision.NEW, None, (*alike, *earlier))

    def _keep(
        self, told: _Told, keys: Keys, found: Found, usual: Decision, target: Record | None, alike: tuple[Alike, ...]
    ) -> None:
        if found in (Found.NEW, Found.DOUBTFUL):
            told.tell_guesses()
        entry = told.entry
        row = Row(
            place=entry.place,
            kind=number_of(entry.record.KIND),
            body=told.body,
            given=tuple(entry.given),
            needs=tuple([need.id for need in entry.needs]),
            has_id=entry.has_id,
            target=target.id if target else None,
            digest=digest_of(target) if target else b"",
            alike=alike,
            lost=tuple(map(words_of, entry.lost)),
        )
        self._twins.remember(len(self._plan), keys)
        self._plan.add(row, found, usual)

    def _refuse(self, one: Unreadable) -> None:
        row = Row(place=one.place, reason=words_of(one.reason), text=one.text[:_MOST_TEXT])
        self._plan.add(row, Found.UNREADABLE, Decision.SKIP)


def nameless(record: Record) -> Record:
    """The record without an id that holds within its file alone and may be that of another one here."""
    from msgspec.structs import replace

    return replace(record, id="-")


def is_likely(one: Lookalike) -> bool:
    """Whether a person should decide: a shared switchboard is nothing to ask about, the same name is."""
    return not one.is_weak or any(trait.likeness is Likeness.NAME for trait in one.traits)


def _alike(one: Lookalike) -> Alike:
    traits = tuple((trait.likeness, trait.value, trait.is_weak) for trait in one.traits)
    return Alike(one.reference.name, traits, record_id=one.reference.id, is_weak=not is_likely(one))


def _batches(entries: Entries) -> Iterator[list[Entry | Unreadable]]:
    while some := list(islice(entries, BATCH)):
        yield some
