"""The pages of the contact tab: a contact point with its organisation, and an organisation with its contact points."""

from collections.abc import Iterator

from desktop.domain.contact import Location, Organization
from desktop.domain.dossier import Dossier, reference_to
from desktop.domain.municipality import Municipality
from desktop.domain.vocabulary import AddressKind, label
from desktop.i18n import Translate
from desktop.pages import hours, parts
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
    yield from parts.dead_numbers([record], tr)
    yield from parts.notes((record, owner), tr)
    yield from parts.related(dossier.related, tr)


def organization(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    """What an organisation does and every contact point it has."""
    record = dossier.record
    assert isinstance(record, Organization)
    fields = (*parts.reach_links(record, tr), *parts.classification(dossier, tr))
    if fields:
        yield Fields(fields)
    yield from parts.sections(record, tr)
    yield from parts.dates(record, tr)
    for place in dossier.locations:
        yield Heading(place.short_name or place.name, language=DATA_LANGUAGE)
        served = (*hours.fields(place, dossier, tr), *_service(place, tr))
        yield Fields((*parts.reach(place, place.links, tr), *served))
    yield from parts.dead_numbers(dossier.locations, tr)
    yield from parts.notes((record, *dossier.locations), tr)
    yield from parts.related(dossier.related, tr)


def desk(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    """Where a municipality itself is reached: its local desk, if anything is known of it."""
    record = dossier.record
    assert isinstance(record, Municipality)
    name = record.desk_name
    named = (Field(tr("Name"), (Value(text=name, language=DATA_LANGUAGE),)),) if name else ()
    ways = parts.reach(record, (), tr, addressee=name or record.name)
    if known := (*named, *ways, *hours.fields(record, dossier, tr)):
        yield Heading(tr("Local desk"))
        yield Fields(known, is_own=True)


def _reach(record: Location, owner: Organization, tr: Translate) -> Iterator[Field]:
    yield Field(tr("Organisation"), (Value(text=owner.name, record=reference_to(owner), language=DATA_LANGUAGE),))
    yield from parts.reach(record, (*record.links, *owner.links), tr)


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
            yield Field(name, (Value(text=answer(known, tr), note=doubt, note_language=DATA_LANGUAGE),))


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
    for address in place.addresses[:1]:
        kind = tr(label(AddressKind.POSTAL)) if address.kind is AddressKind.POSTAL else None
        yield Value(text=", ".join(address.lines()), note=kind, language=DATA_LANGUAGE)
    for phone in [phone for phone in place.phones if phone.is_callable][:1]:
        yield parts.phone_value(phone)
