"""The small forms of the parts that records are made of."""

from desktop.domain import cleaning
from desktop.domain.address import Address
from desktop.domain.errors import N_
from desktop.domain.hours import Closure, Slot
from desktop.domain.phone import Phone
from desktop.domain.provenance import Flag
from desktop.domain.record import DatedFact, Email, Link, Statement
from desktop.domain.vocabulary import (
    AddressKind,
    DateRelation,
    FlagKind,
    Kind,
    PhoneKind,
    ReachStatus,
    Taxonomy,
    Weekday,
)
from desktop.views.editing import checks
from desktop.views.editing.fields import Choice, Day, Field, Line, Names, Parts, Place, Prose, Terms, Time

LINES = Names(name="lines", label=N_("Lines of the source"), longest=11, check=checks.line_span)
_LABEL = Line(name="label", label=N_("What it is for"), hint=N_("for example: Front desk"))
_STATE: tuple[Field, ...] = (
    Choice(name="status", label=N_("Status"), options=ReachStatus, default=ReachStatus.ACTIVE),
    Line(name="reason", label=N_("Why it is doubtful or no longer reachable"), longest=2000),
)

PHONES = Parts(
    name="phones",
    one=N_("Telephone number"),
    shape=Phone,
    check=checks.phone,
    fields=(
        Line(name="raw", label=N_("Number"), is_required=True, longest=60, clean=cleaning.clean_phone),
        Choice(name="kind", label=N_("What answers"), options=PhoneKind, default=PhoneKind.VOICE),
        _LABEL,
        *_STATE,
    ),
)
EMAILS = Parts(
    name="emails",
    one=N_("E-mail address"),
    shape=Email,
    check=checks.reach,
    fields=(
        Line(
            name="address",
            label=N_("E-mail address"),
            is_required=True,
            longest=254,
            check=checks.email,
            clean=cleaning.clean_email,
        ),
        _LABEL,
        *_STATE,
    ),
)
LINKS = Parts(
    name="links",
    one=N_("Web address"),
    shape=Link,
    check=checks.reach,
    fields=(
        Line(
            name="raw",
            label=N_("Web address"),
            is_required=True,
            longest=2000,
            check=checks.link,
            clean=cleaning.clean_link,
        ),
        _LABEL,
        *_STATE,
        Line(name="proposal", label=N_("What it probably should be"), longest=2000),
    ),
)
ADDRESSES = Parts(
    name="addresses",
    one=N_("Address"),
    shape=Address,
    fields=(
        Choice(name="kind", label=N_("What it is for"), options=AddressKind, default=AddressKind.VISIT),
        Line(name="care_of", label=N_("Care of, building"), hint=N_("stands above the street")),
        Line(name="street", label=N_("Street and number")),
        Line(name="postal_code", label=N_("Postcode"), is_required=True, longest=5, check=checks.postcode),
        Line(name="town", label=N_("Town"), is_required=True, longest=200),
        Line(name="district", label=N_("District of the town"), longest=200),
        Line(name="note", label=N_("Remark"), hint=N_("for example: entrance in the courtyard")),
    ),
)
OPENING_HOURS = Parts(
    name="opening_hours",
    one=N_("Opening time"),
    shape=Slot,
    check=checks.slot,
    check_all=checks.slots,
    fields=(
        Choice(name="weekday", label=N_("Day of the week"), options=Weekday, is_required=True),
        Time(name="opens", label=N_("Opens"), is_required=True, hint=N_("for example: 8:30")),
        Time(name="closes", label=N_("Closes"), is_required=True, hint=N_("for example: 12:00")),
        Line(name="note", label=N_("Remark"), longest=200),
    ),
)
CLOSURES = Parts(
    name="closures",
    one=N_("Closed days"),
    shape=Closure,
    check=checks.closure,
    fields=(
        Day(name="starts", label=N_("First day"), is_required=True),
        Day(name="ends", label=N_("Last day"), is_required=True),
        Line(name="note", label=N_("Why"), longest=200),
    ),
)
DATES = Parts(
    name="dates",
    one=N_("Dated fact"),
    shape=DatedFact,
    fields=(
        Day(name="date", label=N_("Date"), is_required=True, is_partial=True, hint=N_("a day, a month or a year")),
        Choice(name="relation", label=N_("When"), options=DateRelation, default=DateRelation.ON),
        Prose(name="text", label=N_("What"), is_required=True),
        LINES,
    ),
)


def flags(kind: Kind, names: tuple[str, ...]) -> Parts:
    """The doubts about a record that has these fields."""
    return Parts(
        name="flags",
        one=N_("Doubt"),
        shape=Flag,
        fields=(
            Choice(name="kind", label=N_("What kind of doubt"), options=FlagKind, is_required=True),
            Prose(name="note", label=N_("What is doubtful"), is_required=True, longest=2000),
            Line(name="proposal", label=N_("Proposal"), longest=2000),
            Place(name="field", label=N_("Field it is about"), kind=kind, names=names),
            LINES,
        ),
    )


def statements(section: str) -> Parts:
    """The statements of one section."""
    return Parts(
        name=section,
        one=N_("Statement"),
        shape=Statement,
        fields=(
            Line(name="title", label=N_("Heading")),
            Prose(name="text", label=N_("Text"), is_required=True),
            Terms(name="subject_ids", label=N_("Topics"), taxonomy=Taxonomy.SUBJECT),
            LINES,
        ),
    )
