"""Records as vCard 3.0 (RFC 2426) and 4.0 (RFC 6350), for the address books of other programs and for the way back.

Whatever an address book knows stands in its own properties. All the rest is carried in one property of ours, without
internal notes: these never leave the program.
"""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO, NamedTuple

from desktop.domain.municipality import Municipality
from desktop.domain.outgoing import Outgoing
from desktop.domain.record import Record
from desktop.domain.vcard_text import escaped, joined
from desktop.domain.vocabulary import AddressKind, PhoneKind
from desktop.exchange.vcards.describing import Describing
from desktop.exchange.vcards.own import KINDS, Needs, carried
from desktop.exchange.vcards.told import Place, Told, Whose, digests
from desktop.exchange.vcards.understanding import OWN
from desktop.i18n import Translate

_LONGEST = 75
"""Octets of a line, its break not counted (RFC 6350, 3.2)."""
_TYPES = {PhoneKind.MOBILE: "cell", PhoneKind.FAX: "fax"}


class _Form(NamedTuple):
    """What differs between the versions."""

    version: str
    is_new: bool


def write_vcard3(out: Outgoing, file: BinaryIO, tr: Translate) -> None:
    """Write the contact points, persons, organisations and local desks as vCard 3.0, which every program reads."""
    _write(out, file, tr, _Form("3.0", is_new=False))


def write_vcard4(out: Outgoing, file: BinaryIO, tr: Translate) -> None:
    """Write the contact points, persons, organisations and local desks as vCard 4.0."""
    _write(out, file, tr, _Form("4.0", is_new=True))


def folded(line: str) -> bytes:
    """A line with its break, folded so that no letter is torn apart."""
    data = line.encode()
    parts: list[bytes] = []
    start, end = 0, _LONGEST
    while end < len(data):
        while data[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(data[start:end])
        start, end = end, end + _LONGEST - 1  # the blank that a line goes on with counts
    return b"\r\n ".join([*parts, data[start:]]) + b"\r\n"


def _write(out: Outgoing, file: BinaryIO, tr: Translate, form: _Form) -> None:
    describing, needs = Describing(out, tr), Needs(out)
    for record in out.records:
        if isinstance(record, KINDS):
            told = describing.told(record)
            rest = carried(record, digests(told), needs.of(record))
            lines = [*_beginning(record, told, form), *_reached(told, form), *_around(record, told, form)]
            file.write(b"".join(map(folded, [*lines, f"{OWN}:{escaped(rest)}", "END:VCARD"])))


def _beginning(record: Record, told: Told, form: _Form) -> Iterator[str]:
    """Who it is."""
    yield from ("BEGIN:VCARD", f"VERSION:{form.version}", "PRODID:-//Wegweiser//Wegweiser//DE")
    yield f"UID;VALUE=text:{escaped(told.uid)}" if form.is_new else f"UID:{escaped(told.uid)}"
    if day := record.provenance.checked_on or record.provenance.as_of:
        yield f"REV:{_moment(day, form)}"
    is_person = told.whose is Whose.PERSON
    if form.is_new:
        yield f"KIND:{'individual' if is_person else 'org'}"
    elif not is_person:
        yield "X-ABShowAs:COMPANY"
    family, given, title = told.parts if is_person else (told.name, "", "")
    if is_person or not form.is_new:
        yield f"N:{joined(family, given, '', title, '')}"
    yield f"FN:{escaped(told.name)}"
    if told.nicknames:
        yield f"NICKNAME:{','.join(map(escaped, told.nicknames))}"
    if told.organization:
        yield f"ORG:{joined(*told.organization)}"
    if told.role:
        yield f"TITLE:{escaped(told.role)}"


def _reached(told: Told, form: _Form) -> Iterator[str]:
    """The ways to them, each with its label where it has one.

    Numbers are texts in both versions: several readers of 4.0 show the `tel:` of a web address to people.
    """
    ways = [(f"TEL;{_types(form, 'work', _TYPES.get(one.kind, 'voice'))}", one.text, one.label) for one in told.numbers]
    mail = "EMAIL;TYPE=work" if form.is_new else "EMAIL;TYPE=INTERNET,WORK"
    ways += [(mail, one.address, one.label) for one in told.mails]
    for count, (head, text, label) in enumerate(ways, start=1):
        yield from _labelled(count, f"{head}:{escaped(text)}", label)
    for place in told.places:
        yield f"ADR;{_types(form, 'work', *_letters(place, form))}:{_address(place)}"
    for count, site in enumerate(told.sites, start=len(ways) + 1):
        url = escaped(site.url).replace("\\,", ",").replace("\\;", ";")  # a web address is no text and knows no escapes
        yield from _labelled(count, f"URL:{url}", site.label)


def _around(record: Record, told: Told, form: _Form) -> Iterator[str]:
    """What else address books know."""
    if form.is_new:
        yield from (f"LANG:{tag}" for tag in told.languages)
    if isinstance(record, Municipality):
        at = (record.latitude, record.longitude)
        yield f"GEO:geo:{at[0]},{at[1]}" if form.is_new else f"GEO:{at[0]};{at[1]}"
    if told.subjects:
        yield f"CATEGORIES:{','.join(map(escaped, told.subjects))}"
    if told.note:
        yield f"NOTE:{escaped(told.note)}"


def _labelled(count: int, line: str, label: str) -> Iterator[str]:
    """A property with the label that many programs show beside it."""
    yield f"item{count}.{line}" if label else line
    if label:
        yield f"item{count}.X-ABLabel:{escaped(label)}"


def _letters(place: Place, form: _Form) -> tuple[str, ...]:
    """The type of an address that is only for letters; version 4.0 has no word for it."""
    if place.kind is not AddressKind.POSTAL:
        return ()
    return ("x-postal",) if form.is_new else ("postal",)


def _types(form: _Form, *types: str) -> str:
    return f"TYPE={','.join(types)}" if form.is_new else f"TYPE={','.join(types).upper()}"


def _address(place: Place) -> str:
    return joined("", "", place.street, place.town, "", place.code, "")


def _moment(day: date, form: _Form) -> str:
    return f"{day:%Y%m%d}T000000Z" if form.is_new else f"{day:%Y-%m-%d}"
