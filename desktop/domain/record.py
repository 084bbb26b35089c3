"""What every record of the catalogue has in common, and the small parts that records are made of."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from desktop.domain.provenance import Flag, LineSpan, Provenance
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import DateRelation, Kind, ReachStatus, Status

RecordId = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A stable, readable name: lower-case ASCII words joined by hyphens, unique over all kinds."""
Name = Annotated[str, Meta(min_length=1, max_length=300)]
Prose = Annotated[str, Meta(min_length=1, max_length=10_000)]
PartialDate = Annotated[str, Meta(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
"""A day, a month or a year: `2018-06-01`, `2018-03`, `2019`."""


class Statement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """One thing that the source says, in our words; `subject_ids` classify it for comparisons."""

    text: Prose
    title: Name | None = None
    subject_ids: tuple[RecordId, ...] = ()
    lines: tuple[LineSpan, ...] = ()


class DatedFact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Something that happened on, from or until a date as exact as the source has it."""

    date: PartialDate
    relation: DateRelation = DateRelation.ON
    text: Prose
    lines: tuple[LineSpan, ...] = ()


class Email(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A mail address in its exact case."""

    address: Annotated[str, Meta(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[A-Za-z]{2,}$", max_length=254)]
    label: str | None = None
    status: ReachStatus = ReachStatus.ACTIVE
    reason: str | None = None


class Link(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A web address as the source spells it; `proposal` is what it probably should be, until a person confirms."""

    raw: Annotated[str, Meta(pattern=r"^(https?://)?[^\s/:@]+\.[A-Za-z]{2,}(/\S*)?$", max_length=2000)]
    label: str | None = None
    status: ReachStatus = ReachStatus.ACTIVE
    reason: str | None = None
    proposal: str | None = None

    @property
    def target(self) -> str | None:
        """What a click opens: the address with a scheme, or nothing where the address is in doubt."""
        if self.status is not ReachStatus.ACTIVE:
            return None
        return self.raw if "://" in self.raw else f"https://{self.raw}"


class Term(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """An entry of one of the two closed lists."""

    id: RecordId
    name: Name
    alternate_names: tuple[Name, ...] = ()
    translations: tuple[Translation, ...] = ()


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """The common head of all records; `summary` is one sentence in plain German, `translations` are of it."""

    KIND: ClassVar[Kind]
    SECTIONS: ClassVar[tuple[str, ...]] = ()
    EXPECTED_SECTIONS: ClassVar[frozenset[str]] = frozenset()

    id: RecordId
    name: Name
    short_name: Name | None = None
    alternate_names: tuple[Name, ...] = ()
    summary: Prose | None = None
    translations: tuple[Translation, ...] = ()
    status: Status = Status.ACTIVE
    subject_ids: tuple[RecordId, ...] = ()
    target_group_ids: tuple[RecordId, ...] = ()
    related_ids: tuple[RecordId, ...] = ()
    links: tuple[Link, ...] = ()
    dates: tuple[DatedFact, ...] = ()
    flags: tuple[Flag, ...] = ()
    provenance: Provenance
    internal_note: Prose | None = None

    def sections(self) -> Iterator[tuple[str, tuple[Statement, ...]]]:
        """The record's sections in reading order; a section of `EXPECTED_SECTIONS` that is empty is "not stated"."""
        for name in self.SECTIONS:
            statements: tuple[Statement, ...] = getattr(self, name)
            yield name, statements
