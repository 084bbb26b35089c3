"""Blocks that pages of several kinds share."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Person
from desktop.domain.dossier import Dossier, Reference
from desktop.domain.phone import Phone
from desktop.domain.provenance import Flag, Provenance, lines_in
from desktop.domain.reach import Reachable
from desktop.domain.record import Email, Link, Record, Statement, Term
from desktop.domain.translation import into
from desktop.domain.vocabulary import AddressKind, PhoneKind, ReachStatus, label
from desktop.i18n import Translate
from desktop.pages.blocks import (
    DATA_LANGUAGE,
    Block,
    Bullets,
    Field,
    Fields,
    Heading,
    Item,
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
    for name, terms in ((tr("Topics"), dossier.subjects), (tr("For whom"), dossier.target_groups)):
        if terms:
            yield Field(name, (named(terms, tr),))


def reach(record: Reachable, links: Iterable[Link], tr: Translate, *, addressee: str | None = None) -> Iterator[Field]:
    """Addresses, numbers, mails and web addresses; what is dead is left to the notes."""
    for kind in AddressKind:
        name = addressee or record.name
        found = [address_value(address, name) for address in record.addresses if address.kind is kind]
        if found:
            yield Field(tr("Address") if kind is AddressKind.VISIT else tr(label(kind)), _essential(found))
    callable_phones = [phone for phone in record.phones if phone.is_callable]
    if record.phones and not any(phone.kind is not PhoneKind.FAX for phone in callable_phones):
        yield Field(tr("Telephone"), (Value(text=tr("no working number is known")),))
    for phone_kind in dict.fromkeys(phone.kind for phone in callable_phones):
        values = [phone_value(phone) for phone in callable_phones if phone.kind is phone_kind]
        yield Field(tr(label(phone_kind)), tuple(values) if phone_kind is PhoneKind.FAX else _essential(values))
    if record.emails:
        yield Field(tr("E-mail"), _essential(email_value(email) for email in record.emails))
    if shown := tuple(link_value(link, tr) for link in links):
        yield Field(tr("Website"), shown)


def named(terms: Sequence[Term], tr: Translate) -> Value:
    """Terms of a closed list in the reader's language; in German where one of them has no such name."""
    names = [translation.text for term in terms if (translation := into(tr.language, term.translations))]
    if len(names) < len(terms):
        return _told(", ".join(term.name for term in terms))
    return Value(text=tr(", ").join(names))


def _told(text: str) -> Value:
    """What the data says, in its own words."""
    return Value(text=text, language=DATA_LANGUAGE)


def _essential(values: Iterable[Value]) -> tuple[Value, ...]:
    """What a reader looks for first; a value with a doubt beside it does not lead the eye."""
    return tuple(replace(value, is_essential=value.note is None) for value in values)


def address_value(address: Address, name: str) -> Value:
    """An address in one line; copied, it is the block for a letter (DIN 5008) with the name on top."""
    block = "\n".join((name, *address.lines()))
    *before, town = address.lines()
    text = ", ".join((*before, town.replace(" ", "\u00a0", 1)))
    return replace(_told(text), note=address.note, note_language=DATA_LANGUAGE, copied=block)


def phone_value(phone: Phone) -> Value:
    """A number to call, with what is doubtful about it."""
    note = _note_of(phone.label, phone.reason)
    is_dialled = phone.e164 is not None and phone.kind is not PhoneKind.FAX
    target = f"tel:{phone.e164}" if is_dialled else None
    return Value(text=phone.text, note=note, copied=phone.text, target=target, note_language=DATA_LANGUAGE)


def email_value(email: Email) -> Value:
    """A mail address to write to."""
    note = _note_of(email.label, email.reason)
    target = f"mailto:{email.address}"
    return Value(text=email.address, note=note, copied=email.address, target=target, note_language=DATA_LANGUAGE)


def link_value(link: Link, tr: Translate) -> Value:
    """A web address; one in doubt is shown with its proposal and cannot be opened."""
    proposal = tr("probably {address}, not confirmed", address=link.proposal) if link.proposal else None
    copied = link.raw if link.status is ReachStatus.ACTIVE else None
    note = _note_of(link.label, link.reason, proposal)
    language = DATA_LANGUAGE if link.label or link.reason else None
    return Value(text=link.raw, note=note, copied=copied, target=link.target, note_language=language)


def _note_of(*parts: str | None) -> str | None:
    return "; ".join(part.rstrip(".") for part in parts if part) or None


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
    yield from reach(person, person.links, tr)


def dead_numbers(records: Sequence[Reachable], tr: Translate) -> Iterator[Block]:
    """The numbers that reach nobody, told so that nobody tries them, with the place where there are several."""
    fields = []
    for record in records:
        dead = [phone for phone in record.phones if phone.status is ReachStatus.DEAD]
        place = f"{record.short_name or record.name}: " if len(records) > 1 else ""
        for phone in dead:
            value = Value(text=phone.text, note=_note_of(phone.reason), is_void=True, note_language=DATA_LANGUAGE)
            fields.append(Field(f"{place}{tr(label(phone.kind))}", (value,)))
    if fields:
        yield Heading(tr("No longer reachable"))
        yield Fields(tuple(fields))


def notes(records: Iterable[Record], tr: Translate) -> Iterator[Block]:
    """What a person should know or check before relying on the records; the same doubt is told once."""
    told = dict.fromkeys(_note(flag, tr) for record in records for flag in record.flags)
    if told:
        yield Heading(tr("To be checked"))
        yield from told


def _note(flag: Flag, tr: Translate) -> Note:
    text = flag.note
    if flag.proposal:
        text += " " + tr("Proposal, not confirmed: {proposal}", proposal=flag.proposal)
    return Note(text, tr(label(flag.kind)), Tone.CAUTION, DATA_LANGUAGE)


def related(references: Iterable[Reference], tr: Translate) -> Iterator[Block]:
    """Other records that speak of the same."""
    fields = tuple(
        Field(tr(label(reference.kind)), (Value(text=reference.name, record=reference, language=DATA_LANGUAGE),))
        for reference in references
    )
    if fields:
        yield Heading(tr("See also"))
        yield Fields(fields)


def provenance(dossier: Dossier, tr: Translate) -> Fields:
    """Stand, source and whether a person has checked it."""
    origin, source = dossier.record.provenance, dossier.source
    fields = []
    if origin.as_of:
        note = source.as_of_note if origin.as_of == source.as_of else None
        fields.append(
            Field(tr("As of"), (Value(text=day_text(origin.as_of, tr), note=note, note_language=DATA_LANGUAGE),))
        )
    fields.append(Field(tr("Source"), (replace(_told(source.title), note=_lines(origin, tr)),)))
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


def reach_links(record: Record, tr: Translate) -> Iterator[Field]:
    """The web addresses of a record that has no other way to be reached."""
    if record.links:
        yield Field(tr("Website"), tuple(link_value(link, tr) for link in record.links))
