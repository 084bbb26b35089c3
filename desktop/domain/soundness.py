"""Whether a whole of records fits together, also where there are more of them than memory should hold."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from desktop.domain.catalogue import (
    NOT_LISTED,
    Catalogue,
    Closed,
    Outline,
    Problem,
    outline_of,
    strange_hours,
    unknown,
    unlisted,
)
from desktop.domain.contact import Location
from desktop.domain.errors import N_
from desktop.domain.held import found_in
from desktop.domain.provenance import Source
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.synonym import Synonym

TWICE = N_("This id stands twice.")
_FOLLOWS, _BELONGS = "hours_of", "organization_id"


def problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Every reference that leads nowhere, every id that stands twice, and hours that nobody can take over."""
    closed = closed_by(catalogue.sources, catalogue.subjects, catalogue.target_groups)
    outlines: dict[RecordId, Outline] = {}
    for record in catalogue.records:
        if record.id in outlines:
            yield Problem(record.id, "id", TWICE, record.id)
        outlines[record.id] = outline_of(record)
        yield from unlisted(record, closed)
    yield from loose_ends(outlines, catalogue.records)
    yield from lost_words(catalogue.synonyms, closed, outlines.keys())


def closed_by(sources: Iterable[Source], subjects: Iterable[Term], target_groups: Iterable[Term]) -> Closed:
    """The ids that records may name beside those of other records."""
    return {
        "source": {source.id for source in sources},
        "subject_ids": {term.id for term in subjects},
        "target_group_ids": {term.id for term in target_groups},
    }


def loose_ends(outlines: Mapping[RecordId, Outline], records: Sequence[Record]) -> Iterator[Problem]:
    """What shows only when all records are known: those that others name and that are not there, and strange hours."""
    kinds = {record_id: outline.kind for record_id, outline in outlines.items()}
    for record_id, outline in outlines.items():
        yield from unknown(record_id, outline.references, kinds)
    yield from _wrong_hours(outlines, records)


def lost_words(synonyms: Iterable[Synonym], closed: Closed, ids: Collection[RecordId]) -> Iterator[Problem]:
    """Everyday words that lead to nothing; they are named by the first of them."""
    known = {**closed, "record_ids": ids}
    for synonym in synonyms:
        for field in ("subject_ids", "target_group_ids", "record_ids"):
            for target in sorted(set(getattr(synonym, field))):
                if target not in known[field]:
                    yield Problem(synonym.words[0], field, NOT_LISTED, target)


def _wrong_hours(outlines: Mapping[RecordId, Outline], records: Sequence[Record]) -> Iterator[Problem]:
    """The records themselves are looked at only where their outlines do not go together."""
    following = {one: led_by for one, outline in outlines.items() if (led_by := _named(outline, _FOLLOWS))}
    for one, leading in following.items():
        if leading not in outlines:
            continue
        if leading not in following and _named(outlines[leading], _BELONGS) == _named(outlines[one], _BELONGS):
            continue
        follower, leader = found_in(records, one), found_in(records, leading)
        if isinstance(follower, Location) and isinstance(leader, Location):
            yield Problem(one, _FOLLOWS, strange_hours(follower, leader), leader.name)


def _named(outline: Outline, wanted: str) -> RecordId | None:
    return next((target for field, target, _ in outline.references if field == wanted), None)
