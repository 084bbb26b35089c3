"""The pages of the contact tab: a contact point with its organisation, and an organisation with its contact points."""

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from desktop.domain.contact import Location, Organization
from desktop.domain.dossier import Dossier, reference_to
from desktop.domain.municipality import Municipality
from desktop.domain.vocabulary import AddressKind, Kind, LocationRole, label
from desktop.i18n import Translate
from desktop.pages import hours, parts, reaching
from desktop.pages.blocks import DATA_LANGUAGE, Block, Field, Fields, Heading, Value
from desktop.pages.words import answer


def location(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    """How to reach a contact point, what its organisation does, and where else that is found."""
    record, owner = dossier.record, dossier.organization
    assert isinstance(record, Location)
    assert owner is not None
    served = (*hours.fields(record, dossier, tr), *_service(record, tr))
    yield Fields((*_reach(record, owner, tr), *served, *parts.classification(dossier, tr)))
    yield from parts.sections(owner, tr)
    yield from parts.dates(owner, tr)
    yield from _other_locations(record, dossier, tr)
    yield from reaching.dead_numbers([record], tr)
    yield from parts.notes((record, owner), tr)
    yield from parts.related(dossier.related, dossier.mentions, tr)


def organization(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    """What an organisation does and every contact point it has."""
    record = dossier.record
    assert isinstance(record, Organization)
    told = [(place, tuple(_of_place(place, dossier, tr))) for place in dossier.locations]
    silent = tuple(place for place, found in told if not found)
    fields = (*reaching.websites(record, tr), *_named(silent, tr), *parts.classification(dossier, tr))
    if fields:
        yield Fields(fields)
    yield from parts.sections(record, tr)
    yield from parts.dates(record, tr)
    for place, found in told:
        if found:
            yield Heading(place.short_name or place.name, language=DATA_LANGUAGE)
            yield Fields(found)
    yield from reaching.dead_numbers(dossier.locations, tr)
    yield from parts.notes((record, *dossier.locations), tr)
    yield from parts.related(dossier.related, dossier.mentions, tr)


def desk(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    """Where a municipality itself is reached: its local desk, if anything is known of it."""
    record = dossier.record
    assert isinstance(record, Municipality)
    name = record.desk_name
    named = (Field(tr("Name"), (Value(text=name, language=DATA_LANGUAGE),)),) if name else ()
    ways = reaching.fields(record, (), tr, addressee=name or record.name)
    if known := (*named, *ways, *hours.fields(record, dossier, tr)):
        yield Heading(tr("Local desk"))
        yield Fields(known, is_own=True)


def _of_place(place: Location, dossier: Dossier, tr: Translate) -> Iterator[Field]:
    """What is known of a contact point; what the head office has is the organisation's own."""
    is_own = place.role is LocationRole.HEAD_OFFICE
    for field in (*reaching.fields(place, place.links, tr), *hours.fields(place, dossier, tr), *_service(place, tr)):
        yield replace(field, values=tuple(replace(value, is_own=is_own) for value in field.values))


def _named(places: tuple[Location, ...], tr: Translate) -> Iterator[Field]:
    """Contact points of which nothing is told here, but which have a page of their own."""
    if places:
        values = (Value(text=place.name, record=reference_to(place), language=DATA_LANGUAGE) for place in places)
        yield Field(tr(label(Kind.LOCATION)), tuple(values))


def _reach(record: Location, owner: Organization, tr: Translate) -> Iterator[Field]:
    yield Field(tr("Organisation"), (Value(text=owner.name, record=reference_to(owner), language=DATA_LANGUAGE),))
    yield from reaching.fields(record, (*record.links, *owner.links), tr)


def _service(record: Location, tr: Translate) -> Iterator[Field]:
    """How one is served there; what is unknown is left out, for unknown does not mean no."""
    for name, text in (
        (tr("Costs"), record.cost),
        (tr("What to bring"), record.required_documents),
        (tr("Accessibility"), record.accessibility),
        (tr("Languages"), ", ".join(record.languages)),
    ):
        if text:
            yield Field(name, (Value(text=text, language=DATA_LANGUAGE),))
    for name, field, known in (
        (tr("Interpreter"), "interpreter", record.interpreter),
        (tr("Anonymous advice"), "is_anonymous", record.is_anonymous),
    ):
        if known is not None:
            doubt = next((flag.note for flag in record.flags if flag.field == field), None)
            yield Field(
                name,
                (Value(text=answer(known, tr, is_limited=doubt is not None), note=doubt, note_language=DATA_LANGUAGE),),
            )


def _other_locations(record: Location, dossier: Dossier, tr: Translate) -> Iterator[Block]:
    others = [place for place in dossier.locations if place.id != record.id]
    if others:
        yield Heading(tr("Further locations"))
        yield Fields(
            tuple(Field(place.short_name or place.name, tuple(_brief(place, tr)), DATA_LANGUAGE) for place in others)
        )


def _brief(place: Location, tr: Translate) -> Iterator[Value]:
    """An address and a number to call: enough to choose, the rest is a click away."""
    yield Value(text=place.name, record=reference_to(place), language=DATA_LANGUAGE)
    for address, value in islice(reaching.addresses(place, tr), 1):
        kind = tr(label(address.kind)) if address.kind is AddressKind.POSTAL else None
        remark = "; ".join(said for said in (kind, value.remark) if said) or None
        yield replace(value, remark=remark, copied=None)
    yield from islice(reaching.to_call(place, tr), 1)
