"""The programme "Einwanderung gestalten NRW" and the further topics of the Land beside it."""

from typing import ClassVar

from desktop.domain.record import Record, Statement
from desktop.domain.vocabulary import Kind


class Programme(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A programme of the Land, from its reasons to its evaluation."""

    KIND: ClassVar[Kind] = Kind.PROGRAMME
    SECTIONS: ClassVar[tuple[str, ...]] = (
        "context",
        "aims",
        "target_groups",
        "method",
        "production_networks",
        "eligibility",
        "selection",
        "staffing",
        "boards",
        "scientific_support",
        "evaluation",
        "toolbox",
        "training",
    )

    context: tuple[Statement, ...] = ()
    aims: tuple[Statement, ...] = ()
    target_groups: tuple[Statement, ...] = ()
    method: tuple[Statement, ...] = ()
    production_networks: tuple[Statement, ...] = ()
    eligibility: tuple[Statement, ...] = ()
    selection: tuple[Statement, ...] = ()
    staffing: tuple[Statement, ...] = ()
    boards: tuple[Statement, ...] = ()
    scientific_support: tuple[Statement, ...] = ()
    evaluation: tuple[Statement, ...] = ()
    toolbox: tuple[Statement, ...] = ()
    training: tuple[Statement, ...] = ()


class Topic(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A subject of the Land's integration policy that belongs to no list of its own."""

    KIND: ClassVar[Kind] = Kind.TOPIC
    SECTIONS: ClassVar[tuple[str, ...]] = ("description", "aims", "measures", "figures")

    description: tuple[Statement, ...] = ()
    aims: tuple[Statement, ...] = ()
    measures: tuple[Statement, ...] = ()
    figures: tuple[Statement, ...] = ()
