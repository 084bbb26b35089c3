"""Where a record comes from, how old it is, and what a person should look at again."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.vocabulary import FlagKind

LineSpan = Annotated[str, Meta(pattern=r"^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?$")]
"""One line of a source, or a range of them: `27` or `305-311`."""


def lines_in(spans: Iterable[str]) -> Iterator[int]:
    """The single line numbers of several spans, in the order given."""
    for span in spans:
        first, _, last = span.partition("-")
        yield from range(int(first), int(last or first) + 1)


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A text that records were made from; `as_of_note` says how its date is known."""

    id: str
    title: str
    publisher: str
    url: str | None = None
    as_of: date | None = None
    as_of_note: str | None = None


class Provenance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Source, lines and Stand of a record, and who last found it right (HSDS: assured_date)."""

    source: str
    lines: tuple[LineSpan, ...] = ()
    url: str | None = None
    as_of: date | None = None
    checked_on: date | None = None
    checked_by: str | None = None
    next_check: date | None = None

    def __post_init__(self) -> None:
        if (self.checked_on is None) != (self.checked_by is None):
            raise InvalidRecordError(N_("A check needs both a day and the person who checked."))


class Flag(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A doubt about a record: `field` names the place, `proposal` what might be right and waits for a person."""

    kind: FlagKind
    note: Annotated[str, Meta(min_length=1, max_length=2000)]
    field: str | None = None
    proposal: str | None = None
    lines: tuple[LineSpan, ...] = ()
