"""A model municipality and what its project set out to do."""

from typing import Annotated, ClassVar

from msgspec import Meta

from desktop.domain.reach import Visitable
from desktop.domain.record import Name, Statement
from desktop.domain.vocabulary import Kind, MunicipalityKind


class Municipality(Visitable, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One of the twelve; `ags` is the official key, coordinates are WGS 84 in degrees.

    Addresses, numbers and hours are those of its local desk, which is called `desk_name`.
    """

    KIND: ClassVar[Kind] = Kind.MUNICIPALITY
    SECTIONS: ClassVar[tuple[str, ...]] = (
        "context",
        "target_groups",
        "aims",
        "fields_of_action",
        "approach",
        "working_groups",
        "boards",
        "lead_units",
        "partners",
        "staff",
        "measures",
        "outlook",
    )
    EXPECTED_SECTIONS: ClassVar[frozenset[str]] = frozenset(SECTIONS) - {"context", "approach", "outlook"}

    kind: MunicipalityKind
    ags: Annotated[str, Meta(pattern=r"^05[0-9]{3}([0-9]{3})?$")]
    seat: Name
    latitude: Annotated[float, Meta(ge=50.0, le=53.0)]
    longitude: Annotated[float, Meta(ge=5.5, le=9.7)]
    inhabitants: Annotated[int, Meta(ge=0, le=100_000_000)] | None = None
    desk_name: Name | None = None
    context: tuple[Statement, ...] = ()
    target_groups: tuple[Statement, ...] = ()
    aims: tuple[Statement, ...] = ()
    fields_of_action: tuple[Statement, ...] = ()
    approach: tuple[Statement, ...] = ()
    working_groups: tuple[Statement, ...] = ()
    boards: tuple[Statement, ...] = ()
    lead_units: tuple[Statement, ...] = ()
    partners: tuple[Statement, ...] = ()
    staff: tuple[Statement, ...] = ()
    measures: tuple[Statement, ...] = ()
    outlook: tuple[Statement, ...] = ()
