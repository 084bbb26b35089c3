"""Blocks that pages of several kinds share."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from desktop.domain.contact import Person
from desktop.domain.dossier import Dossier, Mention, Reference
from desktop.domain.provenance import Flag, Provenance, lines_in
from desktop.domain.record import Record, Statement, Term
from desktop.domain.translation import into
from desktop.domain.vocabulary import label
from desktop.i18n import Translate
from desktop.pages import reaching
from desktop.pages.blocks import (
    DATA_LANGUAGE,
    Block,
    Bullets,
    Field,
    Fields,
    Heading,
    Item,
    Key,
    Note,
    Paragraph,
    Tone,
    Value,
)
from desktop.pages.words import day_text, section_label, when_text


def sections(record: Record, tr: Translate) -> Iterator[Block]:
    """Every section that says something, and "not stated" for those a reader expects."""
    for name, statements in record.sections():
        if statements or name in record.EXPECTED_SECTIONS:
            yield Heading(section_label(record.KIND, name, tr))
            yield _section(statements, tr)


def _section(statements: tuple[Statement, ...], tr: Translate) -> Block:
    if not statements:
        return Paragraph(tr("not stated"), is_quiet=True)
    if len(statements) == 1 and statements[0].title is None:
        return Paragraph(statements[0].text, language=DATA_LANGUAGE)
    return Bullets(tuple(Item(statement.text, statement.title, DATA_LANGUAGE) for statement in statements))


def dates(record: Record, tr: Translate, *, is_expected: bool = False) -> Iterator[Block]:
    """The dated facts, earliest first."""
    if record.dates:
        facts = sorted(record.dates, key=lambda fact: fact.date)
        yield Heading(tr("Dates"))
        yield Fields(tuple(Field(when_text(fact, tr), (_told(fact.text),)) for fact in facts))
    elif is_expected:
        yield Heading(tr("Dates"))
        yield Paragraph(tr("not stated"), is_quiet=True)


def classification(dossier: Dossier, tr: Translate) -> Iterator[Field]:
    """The topics and target groups that the record is filed under."""
    for name, terms, key in (
        (tr("Topics"), dossier.subjects, Key.SUBJECTS),
        (tr("For whom"), dossier.target_groups, Key.TARGET_GROUPS),
    ):
        if terms:
            yield Field(name, (named(terms, tr),), key=key)


def named(terms: Sequence[Term], tr: Translate) -> Value:
    """Terms of a closed list in the reader's language; in German where one of them has no such name."""
    names = [translation.text for term in terms if (translation := into(tr.language, term.translations))]
    if len(names) < len(terms):
        return _told(", ".join(term.name for term in terms))
    return Value(text=tr(", ").join(names))


def _told(text: str) -> Value:
    """What the data says, in its own words."""
    return Value(text=text, language=DATA_LANGUAGE)


def persons(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    """The persons to ask for, each with everything known."""
    if dossier.persons:
        yield Heading(tr.plural("Contact person", "Contact persons", len(dossier.persons)))
    for person in dossier.persons:
        yield Heading(person.name, 3, DATA_LANGUAGE)
        yield Fields(tuple(person_fields(person, tr)))


def person_fields(person: Person, tr: Translate) -> Iterator[Field]:
    """Where a person works and how to reach them."""
    for name, text in (
        (tr("Position"), person.role),
        (tr("Organisation"), person.organization_name),
        (tr("Department"), person.department),
    ):
        if text:
            yield Field(name, (_told(text),))
    yield from reaching.fields(person, person.links, tr)


def notes(records: Iterable[Record], tr: Translate) -> Iterator[Block]:
    """What a person should know or check before relying on the records; the same doubt is told once."""
    found = dict.fromkeys(_note(flag, tr) for record in records for flag in record.flags)
    if found:
        yield Heading(tr("To be checked"))
        yield from found


def _note(flag: Flag, tr: Translate) -> Note:
    proposal = tr("Proposal, not confirmed: {proposal}", proposal=flag.proposal) if flag.proposal else None
    return Note(flag.note, tr(label(flag.kind)), Tone.CAUTION, DATA_LANGUAGE, proposal)


def related(references: Iterable[Reference], mentions: Iterable[Mention], tr: Translate) -> Iterator[Block]:
    """Other records that speak of the same, or of a body that this one speaks of."""
    fields = [Field(tr(label(reference.kind)), (_link(reference),)) for reference in references]
    for mention in mentions:
        more = mention.count - len(mention.records)
        rest = (Value(text=tr("and {count} more", count=more)),) if more else ()
        fields.append(Field(mention.body, (*map(_link, mention.records), *rest), language=DATA_LANGUAGE))
    if fields:
        yield Heading(tr("See also"), key=Key.RELATED)
        yield Fields(tuple(fields))


def _link(reference: Reference) -> Value:
    return Value(text=reference.name, record=reference, language=DATA_LANGUAGE)


def provenance(dossier: Dossier, tr: Translate) -> Fields:
    """Stand, source and whether a person has checked it."""
    origin, source = dossier.record.provenance, dossier.source
    fields = []
    if origin.as_of:
        note = source.as_of_note if origin.as_of == source.as_of else None
        fields.append(
            Field(tr("As of"), (Value(text=day_text(origin.as_of, tr), note=note, note_language=DATA_LANGUAGE),))
        )
    fields.append(Field(tr("Source"), (replace(_told(source.title), remark=_lines(origin, tr)),)))
    fields.append(Field(tr("Checked"), (Value(text=_checked(dossier, tr)),)))
    return Fields(tuple(fields))


def _lines(origin: Provenance, tr: Translate) -> str | None:
    spans = ", ".join(origin.lines).replace("-", "–")
    return tr.plural("line {lines}", "lines {lines}", len(list(lines_in(origin.lines))), lines=spans) if spans else None


def _checked(dossier: Dossier, tr: Translate) -> str:
    origin = dossier.record.provenance
    if origin.checked_on is None:
        return _due(tr("not checked by a person yet"), dossier, tr)
    return _due(tr("{date} by {name}", date=day_text(origin.checked_on, tr), name=origin.checked_by), dossier, tr)


def _due(told: str, dossier: Dossier, tr: Translate) -> str:
    """How old a record is, with a word on a check that is due."""
    return tr("{told} – check is due", told=told) if dossier.is_past else told


def as_of_text(dossier: Dossier, tr: Translate) -> str:
    """The Stand of a record in a few words, and whether a check is due."""
    origin = dossier.record.provenance
    told = tr("As of {date}", date=day_text(origin.as_of, tr)) if origin.as_of else tr("As of: unknown")
    if origin.checked_on:
        told = tr("{as_of}, checked {date}", as_of=told, date=day_text(origin.checked_on, tr))
    return _due(told, dossier, tr)


def source_text(dossier: Dossier, tr: Translate) -> str:
    """The source of a record in a few words."""
    return tr("Source: {title}", title=dossier.source.title)
