"""The chapters that records fall into, by the words of the window's tabs; cheap to read."""

from collections.abc import Iterable

from msgspec import Struct

from desktop.domain.errors import N_
from desktop.domain.vocabulary import Kind


class Chapter(Struct, frozen=True):
    """A heading and the kinds of record below it."""

    title: str
    kinds: frozenset[Kind]


CHAPTERS = (
    Chapter(N_("Contacts"), frozenset({Kind.ORGANIZATION, Kind.LOCATION, Kind.PERSON})),
    Chapter(N_("Model municipalities"), frozenset({Kind.MUNICIPALITY})),
    Chapter(N_("Good practices"), frozenset({Kind.PRACTICE})),
    Chapter(N_("Partners"), frozenset({Kind.NETWORK, Kind.PARTNER})),
    Chapter(N_("Programme and topics"), frozenset({Kind.PROGRAMME, Kind.TOPIC})),
)
GROUPS = {
    Kind.PROGRAMME: N_("Overview"),
    Kind.MUNICIPALITY: N_("Model municipalities"),
    Kind.TOPIC: N_("Further topics of the Land"),
    Kind.LOCATION: N_("Contact points"),
    Kind.PERSON: N_("Contact persons"),
    Kind.ORGANIZATION: N_("Authorities and organisations"),
    Kind.PRACTICE: N_("Good practices"),
    Kind.NETWORK: N_("Partner network"),
    Kind.PARTNER: N_("Partners"),
}
"""What heads the records of a kind where several kinds stand in one list."""


def chapter_of(kinds: Iterable[Kind]) -> Chapter | None:
    """The chapter that all of some kinds stand in, if there is one."""
    wanted = set(kinds)
    return next((chapter for chapter in CHAPTERS if wanted and wanted <= chapter.kinds), None)
