"""The form of each kind of record: its pages and their fields."""

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.errors import N_
from desktop.domain.reach import Reachable, Visitable
from desktop.domain.vocabulary import Kind, Level, LocationRole, MunicipalityKind, PartnerKind, Taxonomy
from desktop.pages.words import SECTION_LABELS
from desktop.views.editing import checks
from desktop.views.editing.fields import (
    Choice,
    Day,
    Field,
    Line,
    Names,
    Number,
    Prose,
    Records,
    Section,
    Shown,
    Terms,
    YesNo,
)
from desktop.views.editing.parts_forms import (
    ADDRESSES,
    CLOSURES,
    DATES,
    EMAILS,
    LINKS,
    OPENING_HOURS,
    PHONES,
    flags,
    statements,
)

_NAMES: tuple[Field, ...] = (
    Line(name="name", is_required=True),
    Line(name="short_name"),
    Names(name="alternate_names", hint=N_("former names, abbreviations; one a line")),
)
_SUMMARY = Prose(name="summary", hint=N_("one sentence in plain German"))
_OWN: dict[Kind, tuple[Field, ...]] = {
    Kind.ORGANIZATION: (Choice(name="level", options=Level, is_required=True),),
    Kind.LOCATION: (
        Records(name="organization_id", kinds=frozenset({Kind.ORGANIZATION}), is_one=True, is_required=True),
        Choice(name="role", options=LocationRole, is_required=True),
    ),
    Kind.PERSON: (
        Line(name="role"),
        Line(name="department"),
        Line(name="organization_name", hint=N_("where the record it belongs to is not the employer")),
        Records(name="belongs_to", is_one=True, is_required=True),
    ),
    Kind.MUNICIPALITY: (
        Choice(name="kind", options=MunicipalityKind, is_required=True),
        Line(name="ags", is_required=True, longest=8, check=checks.official_key),
        Line(name="seat", is_required=True),
        Number(name="inhabitants", lowest=0, highest=100_000_000),
        Number(name="latitude", is_required=True, lowest=50, highest=53, is_whole=False, hint=N_("degrees north")),
        Number(name="longitude", is_required=True, lowest=5.5, highest=9.7, is_whole=False, hint=N_("degrees east")),
    ),
    Kind.PRACTICE: (Names(name="towns", hint=N_("where it is looked for; one a line")),),
    Kind.PARTNER: (
        Choice(name="kind", options=PartnerKind, is_required=True),
        Line(name="seat"),
        Records(name="network_id", kinds=frozenset({Kind.NETWORK}), is_one=True, is_required=True),
    ),
}
_HOURS_OF = Records(
    name="hours_of",
    kinds=frozenset({Kind.LOCATION}),
    is_one=True,
    hint=N_("a contact point of the same organisation; then there are no own hours here"),
)
_AT_THE_DESK = Section(
    N_("At the counter"),
    (
        Names(name="languages", hint=N_("languages spoken; one a line")),
        YesNo(name="interpreter"),
        YesNo(name="is_anonymous"),
        Prose(name="cost"),
        Prose(name="accessibility"),
        Prose(name="required_documents"),
    ),
)
_PROVENANCE = Section(
    N_("Source and check"),
    (
        Shown(name="provenance.source"),
        Names(name="provenance.lines", longest=11, check=checks.line_span),
        Line(name="provenance.url", longest=2000, check=checks.link),
        Day(name="provenance.as_of"),
        Day(name="provenance.checked_on"),
        Line(name="provenance.checked_by"),
        Day(name="provenance.next_check"),
    ),
)


def form_of(kind: Kind) -> tuple[Section, ...]:
    """The pages of the form for one kind of record, each field of it on one of them."""
    about = _about(kind)
    names = tuple(field.name for section in about for field in section.fields)
    return (
        *about,
        Section(N_("Doubts"), (flags(kind, names),)),
        _PROVENANCE,
        Section(N_("Translations"), (Shown(name="translations"),)),
    )


def _about(kind: Kind) -> tuple[Section, ...]:
    """The pages on which stands what there may be doubt about."""
    return (
        Section(N_("Name"), (*_NAMES, _SUMMARY, *_OWN.get(kind, ()))),
        *_reach(kind),
        *_hours(kind),
        *((_AT_THE_DESK,) if kind is Kind.LOCATION else ()),
        Section(
            N_("Topics and target groups"),
            (
                Terms(name="subject_ids", taxonomy=Taxonomy.SUBJECT),
                Terms(name="target_group_ids", taxonomy=Taxonomy.TARGET_GROUP),
            ),
        ),
        *(Section(SECTION_LABELS[name], (statements(name),)) for name in RECORD_TYPES[kind].SECTIONS),
        Section(N_("Dates"), (DATES,)),
        Section(N_("See also"), (Records(name="related_ids"),)),
        Section(N_("Internal note"), (Prose(name="internal_note", hint=N_("is never printed; no data of clients")),)),
    )


def _reach(kind: Kind) -> tuple[Section, ...]:
    if not issubclass(RECORD_TYPES[kind], Reachable):
        return (Section(N_("Web addresses"), (LINKS,)),)
    desk: tuple[Field, ...] = ()
    if kind is Kind.MUNICIPALITY:
        desk = (Line(name="desk_name", hint=N_("what the local desk is called; numbers and hours are its own")),)
    return (
        Section(N_("Telephone, e-mail, web") if not desk else N_("Local desk"), (*desk, PHONES, EMAILS, LINKS)),
        Section(N_("Addresses"), (ADDRESSES,)),
    )


def _hours(kind: Kind) -> tuple[Section, ...]:
    if not issubclass(RECORD_TYPES[kind], Visitable):
        return ()
    taken_over = (_HOURS_OF,) if kind is Kind.LOCATION else ()
    note = Prose(name="hours_note", hint=N_("in words, where times do not say it"))
    return (Section(N_("Opening hours"), (OPENING_HOURS, YesNo(name="by_appointment"), note, CLOSURES, *taken_over)),)
