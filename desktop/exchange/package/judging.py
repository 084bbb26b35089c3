"""Whether what a package holds fits together: what it says of itself, and its records among each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import NoReturn

from desktop.domain.catalogue import Closed, Problem, unlisted
from desktop.domain.errors import N_, Message
from desktop.domain.held import Held, outlines_in
from desktop.domain.package import Package
from desktop.domain.record import Record
from desktop.domain.soundness import TWICE, closed_by, loose_ends, lost_words
from desktop.exchange.package import layout
from desktop.exchange.package.refusals import wrong

_TWICE = N_("“{value}” stands there twice.")
_PROBLEM = N_("“{record}”, field “{field}”: {problem}")


def demand_fitting(record: Record, held: Held, closed: Closed) -> None:
    """Raise `ForeignFileError` where a record stands there before, or names what is in no list."""
    if record.id in held.outlines:
        _refuse(Problem(record.id, "id", TWICE, record.id))
    for found in unlisted(record, closed):
        _refuse(found)


def demand_sound(package: Package, newest: date | None) -> None:
    """Raise `ForeignFileError` for the first thing that does not fit; `newest` is the last Stand of a record."""
    catalogue = package.catalogue
    outlines = outlines_in(catalogue.records)
    _demand_counts(package, Counter(outline.kind.value for outline in outlines.values()), newest)
    _demand_single(package)
    for found in loose_ends(outlines, catalogue.records):
        _refuse(found)
    closed = closed_by(catalogue.sources, catalogue.subjects, catalogue.target_groups)
    for found in lost_words(catalogue.synonyms, closed, outlines.keys()):
        _refuse(found)
    for note in package.notes:
        if not _is_whole(note.made_at) or (note.settled_at is not None and not _is_whole(note.settled_at)):
            raise wrong(layout.NOTES, Message(N_("A time without its time zone stands there.")))


def _refuse(found: Problem) -> NoReturn:
    told = Message(found.msgid, value=found.value)
    raise wrong(layout.RECORDS, Message(_PROBLEM, record=found.record_id, field=found.field, problem=told))


def _demand_counts(package: Package, counts: Counter[str], newest: date | None) -> None:
    counts.update({layout.NOTES_COUNT: len(package.notes)} if package.notes else {})
    if counts != package.manifest.counts:
        raise wrong(layout.MANIFEST, Message(N_("It says that there are other numbers of records than there are.")))
    if newest != package.manifest.as_of:
        raise wrong(layout.MANIFEST, Message(N_("Its Stand is not that of the newest record.")))


def _demand_single(package: Package) -> None:
    """Records are looked at by the rules of the catalogue; this is for all else that is known by an id."""
    catalogue = package.catalogue
    for name, ids in (
        (layout.SOURCES, [one.id for one in catalogue.sources]),
        (layout.SUBJECTS, [one.id for one in catalogue.subjects]),
        (layout.TARGET_GROUPS, [one.id for one in catalogue.target_groups]),
        (layout.NOTES, [one.id for one in package.notes]),
    ):
        for twice in _repeated(ids):
            raise wrong(name, Message(_TWICE, value=twice))


def _repeated(ids: Iterable[str]) -> list[str]:
    return [one for one, count in Counter(ids).items() if count > 1]


def _is_whole(moment: datetime) -> bool:
    return moment.tzinfo is not None
