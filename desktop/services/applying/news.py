"""What newer shipped data did at the start, and what of them waits because it was edited here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.change import PlacedNote, PlacedRecord
from desktop.domain.errors import ExpectedError
from desktop.domain.vocabulary import Status

if TYPE_CHECKING:
    from desktop.domain.applying import Finding, News
    from desktop.domain.change import Change
    from desktop.services.catalogue import Catalogue
    from desktop.store.unit_of_work import Unit


class ShippedData:
    """Looks at what came with the program; cheap enough to be asked at every start."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def news(self) -> News | None:
        """What nobody was told of yet; `None` where there is nothing to tell."""
        with self._catalogue.reading() as unit:
            found = unit.shipped_news
            return _counted(unit, found.deed) if found.is_new else None

    def take_note(self) -> None:
        """A person has seen it; in a database that cannot be written it is told once more at the next start."""
        if self._catalogue.why_read_only is None:
            with self._catalogue.writing() as unit:
                unit.take_note_of_shipped()


def taken(unit: Unit, number: int | None) -> tuple[Finding, ...]:
    """What a deed of the shipped data did, one after the other; nothing where it was taken back."""
    from desktop.domain.applying import Finding, Outcome

    findings = []
    for change in _changes(unit, number):
        item = change.item
        if isinstance(item, PlacedNote):
            continue
        kind = item.record.KIND if isinstance(item, PlacedRecord) else None
        outcome = Outcome.GONE if _is_withdrawn(change) else Outcome.CHANGED if change.before else Outcome.NEW
        findings.append(Finding(item.key, item.name, kind, outcome))
    return tuple(findings)


def _counted(unit: Unit, number: int | None) -> News | None:
    from desktop.domain.applying import News, Outcome

    outcomes = [finding.outcome for finding in taken(unit, number)]
    new, changed, gone = (outcomes.count(one) for one in (Outcome.NEW, Outcome.CHANGED, Outcome.GONE))
    found = News(new, changed, gone, len(unit.shipped.waiting()))
    return found if any(found) else None


def _changes(unit: Unit, number: int | None) -> tuple[Change, ...]:
    if number is None or unit.history.is_undone(number):
        return ()
    try:
        return unit.history.changes_of(number)
    except ExpectedError:  # another version wrote it; there is nothing to show of it
        return ()


def _is_withdrawn(change: Change) -> bool:
    before, after = change.before, change.after
    if not isinstance(before, PlacedRecord) or not isinstance(after, PlacedRecord):
        return False
    return after.record.status is Status.ARCHIVED and before.record.status is not Status.ARCHIVED
