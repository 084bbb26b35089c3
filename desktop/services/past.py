"""Leading through the history: deeds are taken back from the last to the first, and done again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.domain.change import Change, PlacedRecord, PlacedTerm
from desktop.domain.difference import rebased
from desktop.domain.editing import ConflictError
from desktop.domain.errors import N_, ExpectedError, InvalidRecordError, Message, StoreError
from desktop.domain.past import ElsewhereError, HinderedError
from desktop.domain.progress import Progress, Stage
from desktop.domain.record import RecordId
from desktop.services.carrying_out import apply, refuse_loose_ends

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet, Item
    from desktop.services.catalogue import Catalogue
    from desktop.services.editing import Desk
    from desktop.services.safe_writing import SafeWriting
    from desktop.services.sitting import Sitting
    from desktop.store.unit_of_work import Unit

_LED = 30
"""So many hundredths of the time it takes to lead records; then the search follows."""
_OTHERWISE = N_("“{name}” was changed since in another way. Its history shows every value and restores single ones.")


class Past:
    """What was done, taken back and done again; a person decides first about what is not of this window."""

    def __init__(self, catalogue: Catalogue, desk: Desk, writing: SafeWriting) -> None:
        self._catalogue = catalogue
        self._desk = desk
        self._writing = writing

    def undo(self, progress: Progress | None = None) -> ChangeSet | None:
        """Take back the last deed; `None` where there is none. Of a long one `progress` is told how far it is.

        Raises `ElsewhereError` for one that is not of this window until it is allowed, and `HinderedError` for one that
        something is in the way of until it is passed over.
        """
        with self._writing.begin() as unit:
            found = unit.long_deeds.to_undo(self._sitting.passed) or unit.history.to_undo(self._sitting.passed)
            if found is None:
                return None
            self._lead(unit, found, [change.reversed() for change in reversed(found.changes)], progress)
            unit.swap_shipped(found.number)
            done = unit.history.mark_undone(found.number, self._desk.who(), self._desk.now())
        self._sitting.take(done)
        return found

    def redo(self, progress: Progress | None = None) -> ChangeSet | None:
        """Do again what was undone last; `None` where something was done since. Raises as `undo` does."""
        with self._writing.begin() as unit:
            found = unit.long_deeds.to_redo(self._sitting.passed) or unit.history.to_redo(self._sitting.passed)
            if found is None:
                return None
            self._lead(unit, found, found.changes, progress)
            unit.swap_shipped(found.number)
            done = unit.history.mark_redone(found.number)
        self._sitting.take(done)
        return found

    def allow(self, deed: ChangeSet) -> None:
        """A person agrees that the deed is taken back, or done again, although it is not of this window."""
        self._sitting.take(deed)

    def pass_over(self, deed: ChangeSet) -> None:
        """Leave the deed as it is, and go on with the one before it."""
        self._sitting.pass_over(deed)

    @property
    def _sitting(self) -> Sitting:
        return self._catalogue.sitting

    def _lead(self, unit: Unit, deed: ChangeSet, changes: Iterable[Change], progress: Progress | None) -> None:
        """What was changed since must not be lost."""
        if not self._sitting.knows(deed):
            raise ElsewhereError(deed)
        progress = progress or Progress()
        progress.tell(0, 1)  # others may have written until now, while this one was given up
        try:
            if deed.further:
                _lead_far(unit, deed, progress)
            else:
                _lead_near(unit, changes)
        except StoreError:
            raise
        except ConflictError as error:
            reason = Message(_OTHERWISE, name=error.message.params["name"])
            raise HinderedError(deed, reason) from error
        except ExpectedError as error:
            raise HinderedError(deed, error.message) from error


def _lead_near(unit: Unit, changes: Iterable[Change]) -> None:
    led = _fitted(unit, changes)
    terms = [one for one in led if isinstance(one.after, PlacedTerm)]
    apply(unit, terms)  # before what is filed under them
    refuse_loose_ends(unit, led)
    apply(unit, [one for one in led if not isinstance(one.after, PlacedTerm)])
    _catch_up(unit, led)


def _lead_far(unit: Unit, deed: ChangeSet, progress: Progress) -> None:
    """Lead a deed back, or on, whose changes are too many to be held at once.

    Terms come before the records that are filed under them and go behind them. What is left loose is looked for when
    everything has been led.
    """
    from desktop.store.many import ManyChanges

    others = _fitted(unit, _directed(deed, unit.long_deeds.others(deed)))
    apply(unit, [one for one in others if isinstance(one.after, PlacedTerm)])
    many, hours = ManyChanges(unit), list[RecordId]()
    leading, done, total = Stage(progress, 0, _LED), 0, len(deed.changes) + deed.further
    for some in unit.long_deeds.stretches(deed, from_last=not deed.is_undone):
        led = _fitted(unit, _directed(deed, [one for one in some if isinstance(one.item, PlacedRecord)]))
        many.put(led)
        _catch_up(unit, led)
        hours += [one.after.key for one in led if one.after and _takes_hours(one.after)]
        done += len(some)
        leading.tell(done, total)
    many.refuse_loose_ends()
    apply(unit, [one for one in others if not isinstance(one.after, PlacedTerm)])
    _catch_up(unit, others)
    for record_id in hours:
        if (record := unit.records.find(record_id)) and (found := unit.loose_end(record, {})) is not None:
            raise InvalidRecordError(found.msgid, value=found.value)
    many.finish(Stage(progress, _LED, 100))


def _directed(deed: ChangeSet, changes: Iterable[Change]) -> list[Change]:
    """The changes as they lead on from the state that the deed left."""
    return list(changes) if deed.is_undone else [change.reversed() for change in changes]


def _takes_hours(item: Item) -> bool:
    return isinstance(item, PlacedRecord) and getattr(item.record, "hours_of", None) is not None


def _fitted(unit: Unit, changes: Iterable[Change]) -> list[Change]:
    """The changes as they lead on from what is here: other fields than theirs may have changed since."""
    wanted = list(changes)
    here = unit.records.placed([change.item.key for change in wanted if isinstance(change.item, PlacedRecord)])
    return [_from_here(change, here.get(change.item.key)) for change in wanted]


def _from_here(change: Change, here: PlacedRecord | None) -> Change:
    before, after = change.before, change.after
    if not isinstance(change.item, PlacedRecord) or here == before:
        return change
    if here is not None and isinstance(before, PlacedRecord) and isinstance(after, PlacedRecord):
        record = rebased(before.record, after.record, here.record)
        if record is not None:
            return Change(before=here, after=PlacedRecord(here.position, record))
    raise ConflictError(change.item.name, here.record if here else None)


def _catch_up(unit: Unit, changes: Iterable[Change]) -> None:
    """What stands again as it was shipped before becomes what is shipped by now, where nothing is in the way of it."""
    for change in changes:
        if change.after is None or (newer := unit.shipped.newer_than(change.after)) is None:
            continue
        if isinstance(newer, PlacedTerm):
            here = unit.terms.find(newer.taxonomy, newer.term.id)
            unit.terms.put([replace(newer, position=here.position) if here else newer])
        elif isinstance(newer, PlacedRecord) and unit.loose_end(newer.record, {}) is None:
            unit.records.put_placed([newer])
        else:
            continue
        unit.shipped.catch_up(newer.key)
