"""What fields are called and what their values say, as plain text: forms, comparisons and the history share it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import singledispatch

from desktop.domain.address import Address
from desktop.domain.doubts import place_of
from desktop.domain.errors import N_
from desktop.domain.hours import Closure, Slot
from desktop.domain.phone import Phone
from desktop.domain.provenance import Flag
from desktop.domain.record import DatedFact, Email, Link, Statement
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import AddressKind, DateRelation, Kind, ReachStatus, label
from desktop.i18n import PAPER_LANGUAGES, Translate
from desktop.pages.hours import time_text
from desktop.pages.words import answer, day_text, number_text, section_label, when_text

_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
Names = Mapping[str, str]
"""The names of records and terms by their ids."""
REFERENCES = frozenset(
    {
        "subject_ids",
        "target_group_ids",
        "related_ids",
        "organization_id",
        "hours_of",
        "belongs_to",
        "network_id",
        "provenance.source",
    }
)
"""The fields that hold ids of terms, of other records or of sources."""
_FIELDS = {
    "id": N_("Identifier"),
    "name": N_("Name"),
    "short_name": N_("Short name"),
    "alternate_names": N_("Also called"),
    "summary": N_("What for, in one sentence"),
    "translations": N_("Translations"),
    "status": N_("Status"),
    "subject_ids": N_("Topics"),
    "target_group_ids": N_("Target groups"),
    "related_ids": N_("See also"),
    "links": N_("Web addresses"),
    "dates": N_("Dates"),
    "flags": N_("Doubts"),
    "internal_note": N_("Internal note"),
    "level": N_("Level"),
    "organization_id": N_("Organisation"),
    "role": N_("Kind of place"),
    "hours_of": N_("Takes over the hours of"),
    "opening_hours": N_("Opening hours"),
    "closures": N_("Closed days"),
    "hours_note": N_("About the opening hours"),
    "by_appointment": N_("By appointment"),
    "languages": N_("Languages"),
    "interpreter": N_("Interpreter"),
    "is_anonymous": N_("Anonymous advice"),
    "cost": N_("Costs"),
    "accessibility": N_("Accessibility"),
    "required_documents": N_("What to bring"),
    "addresses": N_("Addresses"),
    "phones": N_("Telephone numbers"),
    "emails": N_("E-mail addresses"),
    "belongs_to": N_("Belongs to"),
    "organization_name": N_("Name of the organisation"),
    "department": N_("Department"),
    "ags": N_("Official key (AGS)"),
    "seat": N_("Seat"),
    "latitude": N_("Latitude"),
    "longitude": N_("Longitude"),
    "inhabitants": N_("Inhabitants"),
    "desk_name": N_("Local desk"),
    "kind": N_("Kind"),
    "network_id": N_("Partner network"),
    "towns": N_("Towns"),
    "provenance.source": N_("Source"),
    "provenance.lines": N_("Lines of the source"),
    "provenance.url": N_("Address of the source"),
    "provenance.as_of": N_("As of"),
    "provenance.checked_on": N_("Checked on"),
    "provenance.checked_by": N_("Checked by"),
    "provenance.next_check": N_("Next check"),
}
_SPECIAL_FIELDS = {
    (Kind.PERSON, "role"): N_("Position"),
    (Kind.MUNICIPALITY, "kind"): N_("Legal form"),
    (Kind.MUNICIPALITY, "addresses"): N_("Addresses of the local desk"),
    (Kind.MUNICIPALITY, "phones"): N_("Telephone numbers of the local desk"),
    (Kind.MUNICIPALITY, "emails"): N_("E-mail addresses of the local desk"),
}
RELATION_LABELS = {
    DateRelation.ON: N_("on the day or in the time"),
    DateRelation.FROM: N_("from then on"),
    DateRelation.UNTIL: N_("until then"),
}


def field_name(kind: Kind, field: str, tr: Translate) -> str:
    """What a field is called, by its name in the record; those of the provenance are spelled `provenance.as_of`."""
    special = _SPECIAL_FIELDS.get((kind, field), _FIELDS.get(field))
    return tr(special) if special else section_label(kind, field, tr)


def place_name(kind: Kind, path: str, tr: Translate) -> str:
    """What a place in a record is called that a doubt names, `phones[0].raw`: the field, and which of its parts."""
    place = place_of(path)
    if place is None:
        return path
    field, at = place
    name = field_name(kind, field, tr)
    return name if at is None else tr("{field}, number {number}", field=name, number=at + 1)


def choice_text(value: StrEnum, tr: Translate) -> str:
    """What a value of a closed list is called."""
    return tr(RELATION_LABELS[value]) if isinstance(value, DateRelation) else tr(label(value))


def field_text(field: str, value: object, tr: Translate, names: Names | None = None) -> str:
    """As `value_text`, where the field is known: only the ids in references are told by their names."""
    is_reference = field in REFERENCES
    if is_reference and isinstance(value, str):
        return (names or {}).get(value, value)
    if is_reference and isinstance(value, tuple):
        return "\n".join((names or {}).get(str(one), str(one)) for one in value) or tr("no statement")
    return value_text(value, tr)


def value_text(value: object, tr: Translate) -> str:
    """What a field holds as plain text, a line for each of several parts."""
    if value is None or value in ("", ()):
        return tr("no statement")
    if isinstance(value, tuple):
        return "\n".join(_told(one, tr) for one in value)
    return _told(value, tr)


@singledispatch
def _told(value: object, _tr: Translate) -> str:
    return str(value)


@_told.register
def _(value: bool, tr: Translate) -> str:
    return answer(value, tr)


@_told.register
def _(value: int, tr: Translate) -> str:
    return number_text(value, tr)


@_told.register
def _(value: float, tr: Translate) -> str:
    return str(value).replace(".", tr("."))


@_told.register
def _(value: StrEnum, tr: Translate) -> str:
    return choice_text(value, tr)


@_told.register
def _(value: date, tr: Translate) -> str:
    return day_text(value, tr)


@_told.register
def _(value: Phone, tr: Translate) -> str:
    return _with(value.text, [tr(label(value.kind)), value.label, *_state(value.status, value.reason, tr)])


@_told.register
def _(value: Email, tr: Translate) -> str:
    return _with(value.address, [value.label, *_state(value.status, value.reason, tr)])


@_told.register
def _(value: Link, tr: Translate) -> str:
    proposal = tr("probably {address}, not confirmed", address=value.proposal) if value.proposal else None
    return _with(value.raw, [value.label, *_state(value.status, value.reason, tr), proposal])


@_told.register
def _(value: Address, tr: Translate) -> str:
    kind = tr(label(value.kind)) if value.kind is AddressKind.POSTAL else None
    return _with(", ".join(value.lines()), [kind, value.note])


@_told.register
def _(value: Slot, tr: Translate) -> str:
    span = tr("{opens}–{closes}", opens=time_text(value.opens, tr), closes=time_text(value.closes, tr))
    return _with(f"{tr(label(value.weekday))} {span}", [value.note])


@_told.register
def _(value: Closure, tr: Translate) -> str:
    days = day_text(value.starts, tr)
    if value.ends != value.starts:
        days = tr("{starts}–{ends}", starts=days, ends=day_text(value.ends, tr))
    return _with(days, [value.note])


@_told.register
def _(value: DatedFact, tr: Translate) -> str:
    return f"{when_text(value, tr)}: {value.text}"


@_told.register
def _(value: Flag, tr: Translate) -> str:
    proposal = tr("Proposal, not confirmed: {proposal}", proposal=value.proposal) if value.proposal else None
    return _with(f"{tr(label(value.kind))}: {value.note}", [proposal])


@_told.register
def _(value: Statement, _tr: Translate) -> str:
    return f"{value.title}: {value.text}" if value.title else value.text


@_told.register
def _(value: Translation, tr: Translate) -> str:
    checked = None if value.is_checked else tr("Nobody has checked this translation yet")
    own_name, _ = PAPER_LANGUAGES.get(value.language, (value.language, ""))
    return _with(f"{_apart(own_name)}: {_apart(value.text)}", [checked])


def _apart(text: str) -> str:
    """A text that may run from right to left, so that what stands around it keeps its place."""
    return f"{_ISOLATE}{text}{_END}"


def _state(status: ReachStatus, reason: str | None, tr: Translate) -> tuple[str | None, str | None]:
    return (None if status is ReachStatus.ACTIVE else tr(label(status)), reason)


def _with(text: str, beside: list[str | None]) -> str:
    """A value with what is to be known about it in brackets."""
    told = "; ".join(one.rstrip(".") for one in beside if one)
    return f"{text} ({told})" if told else text
