"""One page for each kind of record."""

from collections.abc import Callable, Iterable, Iterator

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.dossier import Dossier
from desktop.domain.municipality import Municipality
from desktop.domain.partner import Partner
from desktop.domain.vocabulary import Kind, Status, label
from desktop.i18n import Translate
from desktop.pages import contact, parts, reaching, translated
from desktop.pages.blocks import DATA_LANGUAGE, Block, Field, Fields, Key, Note, Page, Value
from desktop.pages.words import number_text

Builder = Callable[[Dossier, Translate], Iterator[Block]]


def page(dossier: Dossier, tr: Translate) -> Page:
    """The record of a dossier as a reader meets it."""
    record = dossier.record
    sentence = translated.summary(record, tr)
    blocks = tuple(_BUILDERS[record.KIND](dossier, tr))
    return Page(
        kicker=_kicker(dossier, tr),
        title=record.name,
        lead=sentence.text if sentence else record.summary,
        lead_language=tr.language if sentence else DATA_LANGUAGE,
        badges=tuple(_badges(dossier, blocks, tr)),
        original=tuple(translated.original(dossier, tr)),
        blocks=blocks,
        provenance=parts.provenance(dossier, tr),
        as_of=parts.as_of_text(dossier, tr),
        source=parts.source_text(dossier, tr),
        language=DATA_LANGUAGE,
    )


def _kicker(dossier: Dossier, tr: Translate) -> str:
    record = dossier.record
    words = [tr(label(record.KIND))]
    if isinstance(record, Organization):
        words.append(tr(label(record.level)))
    if isinstance(record, Location) and dossier.organization is not None:
        words += [tr(label(record.role)), tr(label(dossier.organization.level))]
    if isinstance(record, Municipality | Partner):
        words.append(tr(label(record.kind)))
    return " · ".join(words)


def _badges(dossier: Dossier, blocks: Iterable[Block], tr: Translate) -> Iterator[str]:
    if (status := dossier.record.status) is not Status.ACTIVE:
        yield tr(label(status))
    if notes := sum(isinstance(block, Note) for block in blocks):
        yield tr.plural("{count} point to check", "{count} points to check", notes)
    if dossier.is_past:
        yield tr("Check is due")


def _municipality(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    record = dossier.record
    assert isinstance(record, Municipality)
    yield Fields(tuple(_municipality_fields(record, dossier, tr)))
    yield from contact.desk(dossier, tr)
    yield from parts.sections(record, tr)
    yield from parts.dates(record, tr, is_expected=True)
    yield from reaching.dead_numbers([record], tr)
    yield from _ending(dossier, tr)


def _municipality_fields(record: Municipality, dossier: Dossier, tr: Translate) -> Iterator[Field]:
    yield Field(tr("Legal form"), (Value(text=tr(label(record.kind))),), key=Key.REGISTER)
    if record.seat != record.name:
        yield Field(tr("Seat"), (Value(text=record.seat, language=DATA_LANGUAGE),))
    yield Field(tr("Official key (AGS)"), (Value(text=record.ags, copied=record.ags),), key=Key.REGISTER)
    if record.inhabitants:
        count = tr("about {count}", count=number_text(record.inhabitants, tr))
        yield Field(tr("Inhabitants"), (Value(text=count),), key=Key.REGISTER)
    yield from reaching.websites(record, tr)
    yield from parts.classification(dossier, tr)


def _partner(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    record = dossier.record
    assert isinstance(record, Partner)
    fields = [Field(tr("Kind"), (Value(text=tr(label(record.kind))),))]
    fields.append(Field(tr("Seat"), (_seat(record, tr),)))
    yield Fields((*fields, *reaching.websites(record, tr), *parts.classification(dossier, tr)))
    yield from _ending(dossier, tr)


def _seat(record: Partner, tr: Translate) -> Value:
    return Value(text=record.seat, language=DATA_LANGUAGE) if record.seat else Value(text=tr("not stated"))


def _person(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    record = dossier.record
    assert isinstance(record, Person)
    yield Fields((*parts.person_fields(record, tr), *parts.classification(dossier, tr)))
    yield from reaching.dead_numbers([record], tr)
    yield from _ending(dossier, tr)


def _text(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    """Programme, topic, practice and network: facts at a glance, sections, dates, persons."""
    record = dossier.record
    fields = (*reaching.websites(record, tr), *parts.classification(dossier, tr))
    if fields:
        yield Fields(fields)
    yield from parts.sections(record, tr)
    yield from parts.dates(record, tr)
    yield from parts.persons(dossier, tr)
    yield from reaching.dead_numbers(dossier.persons, tr)
    yield from _ending(dossier, tr)


def _ending(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    yield from parts.notes((dossier.record, *dossier.persons), tr)
    yield from parts.related(dossier.related, dossier.mentions, tr)


_BUILDERS: dict[Kind, Builder] = {
    Kind.PROGRAMME: _text,
    Kind.MUNICIPALITY: _municipality,
    Kind.TOPIC: _text,
    Kind.ORGANIZATION: contact.organization,
    Kind.LOCATION: contact.location,
    Kind.PERSON: _person,
    Kind.PRACTICE: _text,
    Kind.NETWORK: _text,
    Kind.PARTNER: _partner,
}
