"""An example of good integration work."""

from typing import ClassVar

from desktop.domain.record import Name, Record, Statement
from desktop.domain.vocabulary import Kind


class Practice(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was done, by whom, where, with what money and to what effect; `towns` are those it is looked for in."""

    KIND: ClassVar[Kind] = Kind.PRACTICE
    SECTIONS: ClassVar[tuple[str, ...]] = (
        "description",
        "aims",
        "target_groups",
        "offers",
        "places",
        "carriers",
        "funding",
        "figures",
        "people",
        "voices",
    )

    towns: tuple[Name, ...] = ()
    description: tuple[Statement, ...] = ()
    aims: tuple[Statement, ...] = ()
    target_groups: tuple[Statement, ...] = ()
    offers: tuple[Statement, ...] = ()
    places: tuple[Statement, ...] = ()
    carriers: tuple[Statement, ...] = ()
    funding: tuple[Statement, ...] = ()
    figures: tuple[Statement, ...] = ()
    people: tuple[Statement, ...] = ()
    voices: tuple[Statement, ...] = ()
