"""Whether what a package holds fits together: what it says of itself, and its records among each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from desktop.domain.catalogue import problems
from desktop.domain.errors import N_, Message
from desktop.domain.package import Package
from desktop.exchange.package import layout
from desktop.exchange.package.refusals import wrong

_TWICE = N_("“{value}” stands there twice.")
_PROBLEM = N_("“{record}”, field “{field}”: {problem}")


def demand_sound(package: Package) -> None:
    """Raise `ForeignFileError` for the first thing that does not fit."""
    _demand_counts(package)
    _demand_single(package)
    for found in problems(package.catalogue):
        told = Message(found.msgid, value=found.value)
        raise wrong(layout.RECORDS, Message(_PROBLEM, record=found.record_id, field=found.field, problem=told))
    for note in package.notes:
        if not _is_whole(note.made_at) or (note.settled_at is not None and not _is_whole(note.settled_at)):
            raise wrong(layout.NOTES, Message(N_("A time without its time zone stands there.")))


def _demand_counts(package: Package) -> None:
    counts: Counter[str] = Counter()
    newest: date | None = None
    for record in package.catalogue.records:
        counts[record.KIND.value] += 1
        if (told := record.provenance.as_of) is not None:
            newest = max(told, newest or told)
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
