"""How somebody is reached: addresses, numbers, mails and web addresses, each with what is in doubt about it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.doubts import Part, doubt_about
from desktop.domain.phone import Phone
from desktop.domain.reach import Reachable
from desktop.domain.record import Email, Link, Record
from desktop.domain.vocabulary import AddressKind, PhoneKind, ReachStatus, label
from desktop.i18n import Translate
from desktop.pages.blocks import DATA_LANGUAGE, Block, Field, Fields, Heading, Value


def fields(record: Reachable, links: Iterable[Link], tr: Translate, *, addressee: str | None = None) -> Iterator[Field]:
    """All ways to reach somebody; what is dead is left to the notes, `addressee` stands above a copied address."""
    found = list(addresses(record, tr, addressee))
    for kind in AddressKind:
        if values := [value for address, value in found if address.kind is kind]:
            yield Field(tr("Address") if kind is AddressKind.VISIT else tr(label(kind)), _essential(values))
    numbers = list(phones(record, tr))
    if record.phones and not any(phone.kind is not PhoneKind.FAX for phone, _ in numbers):
        yield Field(tr("Telephone"), (Value(text=tr("no working number is known")),))
    for phone_kind in dict.fromkeys(phone.kind for phone, _ in numbers):
        values = [value for phone, value in numbers if phone.kind is phone_kind]
        yield Field(tr(label(phone_kind)), tuple(values) if phone_kind is PhoneKind.FAX else _essential(values))
    if record.emails:
        yield Field(tr("E-mail"), _essential(emails(record, tr)))
    if shown := tuple(website(link, tr) for link in links):
        yield Field(tr("Website"), shown)


def websites(record: Record, tr: Translate) -> Iterator[Field]:
    """The web addresses of a record that has no other way to be reached."""
    if record.links:
        yield Field(tr("Website"), tuple(website(link, tr) for link in record.links))


def addresses(record: Reachable, tr: Translate, addressee: str | None = None) -> Iterator[tuple[Address, Value]]:
    """Each address in one line; copied, it is the block for a letter (DIN 5008) with the name on top."""
    for place, address in enumerate(record.addresses):
        block = "\n".join((addressee or record.name, *address.lines()))
        *before, town = address.lines()
        text = ", ".join((*before, town.replace(" ", "\u00a0", 1)))
        remark = _doubt(record, "addresses", place, tr)
        yield address, _value(text, address.note, remark, copied=block, language=DATA_LANGUAGE)


def phones(record: Reachable, tr: Translate) -> Iterator[tuple[Phone, Value]]:
    """Each number that is not dead, with what is doubtful about it."""
    for place, phone in enumerate(record.phones):
        if phone.is_callable:
            is_dialled = phone.e164 is not None and phone.kind is not PhoneKind.FAX
            target = f"tel:{phone.e164}" if is_dialled else None
            note, remark = _note_of(phone.label, phone.reason), _doubt(record, "phones", place, tr)
            yield phone, _value(phone.text, note, remark, copied=phone.text, target=target)


def to_call(record: Reachable, tr: Translate) -> Iterator[Value]:
    """The numbers at which somebody answers: dead ones and faxes are none."""
    return (value for phone, value in phones(record, tr) if phone.kind is not PhoneKind.FAX)


def emails(record: Reachable, tr: Translate) -> Iterator[Value]:
    """Each mail address to write to."""
    for place, email in enumerate(record.emails):
        yield _email(email, _doubt(record, "emails", place, tr))


def website(link: Link, tr: Translate) -> Value:
    """A web address; one in doubt is shown with its proposal and cannot be opened."""
    proposal = tr("probably {address}, not confirmed", address=link.proposal) if link.proposal else None
    copied = link.raw if link.status is ReachStatus.ACTIVE else None
    return _value(link.raw, _note_of(link.label, link.reason), proposal, copied=copied, target=link.target)


def dead_numbers(records: Sequence[Reachable], tr: Translate) -> Iterator[Block]:
    """The numbers that reach nobody, told so that nobody tries them, with the place where there are several."""
    found = []
    for record in records:
        dead = [phone for phone in record.phones if phone.status is ReachStatus.DEAD]
        place = f"{record.short_name or record.name}: " if len(records) > 1 else ""
        for phone in dead:
            value = Value(text=phone.text, note=_note_of(phone.reason), is_void=True, note_language=DATA_LANGUAGE)
            found.append(Field(f"{place}{tr(label(phone.kind))}", (value,)))
    if found:
        yield Heading(tr("No longer reachable"))
        yield Fields(tuple(found))


def _email(email: Email, remark: str | None) -> Value:
    note, target = _note_of(email.label, email.reason), f"mailto:{email.address}"
    return _value(email.address, note, remark, copied=email.address, target=target)


def _value(
    text: str,
    note: str | None,
    remark: str | None,
    *,
    copied: str | None,
    target: str | None = None,
    language: str | None = None,
) -> Value:
    note_language = DATA_LANGUAGE if note else None
    return Value(
        text=text,
        note=note,
        remark=remark,
        copied=copied,
        target=target,
        language=language,
        note_language=note_language,
    )


def _doubt(record: Reachable, part: Part, place: int, tr: Translate) -> str | None:
    """A word for the doubt, short enough for a handout; what it is about stands among the points to check."""
    flag = doubt_about(record, part, place)
    return tr(label(flag.kind)) if flag else None


def _essential(values: Iterable[Value]) -> tuple[Value, ...]:
    """What a reader looks for first; a value with a doubt beside it does not lead the eye."""
    return tuple(replace(value, is_essential=not value.asides) for value in values)


def _note_of(*parts: str | None) -> str | None:
    return "; ".join(part.rstrip(".") for part in parts if part) or None
