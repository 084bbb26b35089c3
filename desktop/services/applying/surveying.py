"""Holds what is brought against what is here, some records at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from desktop.domain.applying import Decisions, Finding, Look, Outcome
from desktop.domain.change import PlacedNote, PlacedRecord, PlacedTerm, term_key
from desktop.domain.filing import title
from desktop.domain.held import outlines_in
from desktop.domain.merging import WHOLE, Merge, Side, merge
from desktop.domain.plain import decoded, encoded
from desktop.domain.record import Record, Term
from desktop.domain.vocabulary import Taxonomy
from desktop.services.applying.brought import of_package, of_program

if TYPE_CHECKING:
    from desktop.domain.catalogue import Outline
    from desktop.domain.change import Item
    from desktop.domain.package import Package
    from desktop.domain.record import RecordId
    from desktop.domain.trust import Verdict
    from desktop.services.applying.brought import Brought
    from desktop.store.unit_of_work import Unit

_BATCH = 500
Tell = Callable[[int, int], object]


class Compared(NamedTuple):
    """One record or term from all three sides; `theirs` is as it can be here, `here` knows its place.

    `said` is `theirs` as JSON.
    """

    key: str
    base: Record | Term | None
    here: PlacedRecord | PlacedTerm | None
    theirs: Record | Term | None
    merged: Merge[Record] | Merge[Term]
    said: str | None = None
    is_left_out: bool = False

    @property
    def ours(self) -> Record | Term | None:
        """What is here."""
        if isinstance(self.here, PlacedRecord):
            return self.here.record
        return self.here.term if self.here else None

    @property
    def is_changed(self) -> bool:
        """Whether what is here becomes something else."""
        return not self.is_left_out and self.merged.result != self.ours


def look_of(unit: Unit, package: Package | None, verdict: Verdict | None, tell: Tell) -> Look:
    """What a package would do, or what waits of the shipped data."""
    return Look(package, verdict, tuple(findings_of(unit, package, tell)))


def findings_of(unit: Unit, package: Package | None, tell: Tell) -> Iterator[Finding]:
    """The same one after the other."""
    brought = of_package(unit, package) if package else of_program(unit)
    for one in compared(unit, brought, {}, tell):
        if (found := finding_of(one)) is not None:
            yield found
    yield from map(finding_of_note, () if package is None else new_notes(unit, package))


def compared(unit: Unit, brought: Brought, decisions: Decisions, tell: Tell) -> Iterator[Compared]:
    """Everything that is brought, and what was brought before and is no longer, with what comes of it."""
    sides = _by_key(decisions)
    for taxonomy in Taxonomy:
        yield from _terms(unit, brought, taxonomy, sides)
    total, done = len(brought.records), 0
    fitting = unit.fitting(_coming(unit, brought, sides), brought.term_ids())
    for start in range(0, total, _BATCH):
        some = brought.records[start : start + _BATCH]
        keys = [record.id for record in some]
        unit.rows.forget()
        bodies, here = brought.bases(unit, keys), unit.records.placed(keys)
        for record in some:
            found, mine = here.get(record.id), sides.get(record.id)
            ours = found.record if found else None
            fitted = fitting.fitted(brought.said_of(record, ours))
            theirs = None if record.id in brought.withdrawn else fitted or record
            said = encoded(theirs) if theirs else None
            base = _base(bodies.get(record.id), theirs, said)
            merged = merge(base, ours, theirs, mine) if fitted else Merge(ours)
            yield Compared(record.id, base, found, theirs, merged, said, is_left_out=fitted is None)
        done += len(some)
        tell(done, total)
    yield from _gone(unit, brought, sides)


def new_notes(unit: Unit, package: Package) -> list[PlacedNote]:
    """The notes that are not here yet; one that is here stays as it is, looked after or not."""
    known = {note.id for note in unit.notes.all()}
    return [PlacedNote(note) for note in {note.id: note for note in package.notes}.values() if note.id not in known]


def _terms(
    unit: Unit, brought: Brought, taxonomy: Taxonomy, sides: Mapping[str, Mapping[str, Side]]
) -> Iterator[Compared]:
    here = {item.term.id: item for item in unit.terms.all(taxonomy)}
    keys = [term_key(taxonomy, term.id) for term in brought.terms[taxonomy]]
    bodies = brought.bases(unit, keys)
    for key, term in zip(keys, brought.terms[taxonomy], strict=True):
        base = msgspec.json.decode(bodies[key], type=Term) if key in bodies else None
        found, said = here.get(term.id), msgspec.json.encode(term).decode()
        yield Compared(key, base, found, term, merge(base, found.term if found else None, term, sides.get(key)), said)


def _coming(unit: Unit, brought: Brought, sides: Mapping[str, Mapping[str, Side]]) -> dict[RecordId, Outline]:
    """The records that will be here and are not yet; what was removed here stays away unless somebody decides else."""
    here, known = set(unit.records.ids()), brought.known_keys(unit)
    return {
        key: outline
        for key, outline in outlines_in(brought.records).items()
        if key not in here and (key not in known or sides.get(key, {}).get(WHOLE) is Side.THEIRS)
    }


def _gone(unit: Unit, brought: Brought, sides: Mapping[str, Mapping[str, Side]]) -> Iterator[Compared]:
    """What the last package had and this one has not."""
    there = outlines_in(brought.records)
    gone = sorted(key for key in brought.own_keys(unit) if key not in there)
    for start in range(0, len(gone), _BATCH):
        keys = gone[start : start + _BATCH]
        bodies, here = brought.bases(unit, keys), unit.records.placed(keys)
        for key in keys:
            found, base = here.get(key), _base(bodies.get(key), None, None)
            merged = merge(base, found.record if found else None, None, sides.get(key))
            yield Compared(key, base, found, None, merged)


def _base(body: str | None, theirs: Record | None, said: str | None) -> Record | None:
    """What both sides began with; most records are brought once more as they were brought last."""
    if body is None:
        return None
    return theirs if body == said else decoded(body)


def _by_key(decisions: Decisions) -> dict[str, dict[str, Side]]:
    found: dict[str, dict[str, Side]] = {}
    for point, side in decisions.items():
        found.setdefault(point.key, {})[point.field] = side
    return found


def finding_of(one: Compared) -> Finding | None:
    """What there is to tell of a record or term; nothing where both sides are alike."""
    shown = one.ours or one.theirs or one.base
    assert shown is not None
    outcome = _outcome(one)
    if outcome is None:
        return None
    conflicts = tuple(conflict.field for conflict in one.merged.conflicts)
    state = _state(one) if conflicts else ""
    if isinstance(shown, Record):
        name = title(shown.KIND, shown.name, shown.short_name)
        return Finding(one.key, name, shown.KIND, outcome, conflicts, state)
    return Finding(one.key, shown.name, None, outcome, conflicts, state)


def finding_of_note(note: PlacedNote) -> Finding:
    """What there is to tell of a note that is not here yet."""
    return Finding(note.key, note.name, None, Outcome.NEW)


def _outcome(one: Compared) -> Outcome | None:
    if one.is_left_out:
        return Outcome.LEFT_OUT
    if one.merged.conflicts:
        return Outcome.CONFLICT
    if one.is_changed:
        if one.theirs is None:
            return Outcome.GONE
        return Outcome.NEW if one.ours is None else Outcome.CHANGED
    return Outcome.KEPT if one.theirs is not None and one.ours != one.theirs else None


def _state(one: Compared) -> str:
    """A digest of what a person decides about: where it changes, the decision does not count."""
    found = hashlib.sha256()
    for side in (one.base, one.ours, one.theirs):
        body = encoded(side) if isinstance(side, Record) else msgspec.json.encode(side).decode()
        found.update(f"{body}\n".encode())
    return found.hexdigest()


def item_of(one: Compared, place: int) -> Item | None:
    """What becomes of it, at its place; `place` is where a new one goes."""
    result = one.merged.result
    position = one.here.position if one.here else place
    if isinstance(result, Record):
        return PlacedRecord(position, result)
    if isinstance(result, Term):
        return PlacedTerm(position, Taxonomy(one.key.partition(":")[0]), result)
    return None
