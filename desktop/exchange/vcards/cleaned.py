"""What cards tell, cleaned as the forms clean what is pasted into them, or a word why it cannot be used."""

import re

import msgspec

from desktop.domain.address import Address
from desktop.domain.cleaning import clean_email, clean_link, clean_phone, plain_signs
from desktop.domain.errors import N_, InvalidRecordError, Message
from desktop.domain.folding import plain
from desktop.domain.phone import Phone, completed
from desktop.domain.record import Email, Link
from desktop.exchange.columns.ways import postcode_in
from desktop.exchange.vcards.left_out import shown
from desktop.exchange.vcards.told import Mail, Number, Place, Site

LONGEST_NAME = 300
LONGEST_PROSE = 10_000
_LONGEST_NUMBER = 60
_LONGEST_ADDRESS = 2_000
_CODE = re.compile(r"(?:DE?\s*[-–]?\s*)?(?P<code>[0-9]{4,5})(?:\s+(?P<town>.*))?")
_SEVERAL = re.compile(r"[0-9]{3,}\s*[/;,]\s*(?:\+|00?[1-9])[0-9]")
_CARE_OF = re.compile(r"(?P<care>c/o\b[^,]*),\s*(?P<street>.+)", re.IGNORECASE)
_GERMANY = frozenset({"deutschland", "germany", "de", "d", "deu", "brd", "bundesrepublik deutschland", "allemagne"})
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def phone(number: Number) -> Phone | Message:
    """A number that can be dialled."""
    raw = clean_phone(number.text)
    if len(raw) > _LONGEST_NUMBER:
        return Message(N_("“{text}” was left out: it is no telephone number."), text=shown(raw))
    if _SEVERAL.search(raw):
        return Message(N_("“{text}” was left out: these are several numbers in one field."), text=shown(raw))
    try:
        return completed(Phone(raw=raw, kind=number.kind, label=name(number.label) or None))
    except InvalidRecordError as error:
        return Message(N_("“{text}” was left out: {reason}"), text=shown(raw), reason=error.message)


def email(mail: Mail) -> Email | Message:
    """A mail address that can be written to."""
    from email_validator import EmailNotValidError, validate_email

    address = clean_email(mail.address[:_LONGEST_ADDRESS])
    try:
        if len(mail.address) > _LONGEST_ADDRESS:
            raise EmailNotValidError
        validate_email(address, check_deliverability=False)
        return msgspec.convert({"address": address, "label": name(mail.label) or None}, Email)
    except (EmailNotValidError, msgspec.ValidationError):
        return Message(N_("“{text}” was left out: it is no mail address."), text=shown(mail.address))


def link(site: Site) -> Link | Message:
    """A web address that can be opened."""
    try:
        return msgspec.convert(
            {"raw": clean_link(site.url[: 2 * _LONGEST_ADDRESS]), "label": name(site.label) or None}, Link
        )
    except msgspec.ValidationError:
        return Message(N_("“{text}” was left out: it is no web address."), text=shown(site.url))


def address(place: Place) -> Address | Message:
    """An address in Germany; others have no field here."""
    found = _code(place)
    town = name(place.town) if name(place.code) else (found and found["town"]) or ""
    street = _CARE_OF.fullmatch(place.street)
    values = {
        "kind": place.kind,
        "care_of": name(street["care"]) if street else None,
        "street": name(street["street"] if street else place.street) or None,
        "postal_code": postcode_in(found["code"]) if found else "",
        "town": town[:200],
        "note": name(place.label) or None,
    }
    try:
        if place.country and plain(place.country) not in _GERMANY:
            raise msgspec.ValidationError(place.country)
        return msgspec.convert(values, Address)
    except msgspec.ValidationError:
        text = shown(", ".join(filter(None, (place.street, place.code, place.town, place.country))))
        return Message(N_("“{text}” was left out: an address needs a German postcode and a town."), text=text)


def completed_code(place: Place, made: Address) -> tuple[Message, ...]:
    """That the postcode of an address is longer than what the card says, as that of a table may be."""
    found = _code(place)
    if found is None or found["code"] == made.postal_code:
        return ()
    return (
        Message(
            N_("The postcode “{value}” was completed to “{code}”. Please check it."),
            value=found["code"],
            code=made.postal_code,
        ),
    )


def _code(place: Place) -> re.Match[str] | None:
    """The postcode of a card, which some programs write before the town."""
    code = name(place.code)
    return _CODE.fullmatch(code or name(place.town))


def name(text: str) -> str:
    """A name on one line, as long as names may be."""
    return plain_signs(text[: 4 * LONGEST_NAME])[:LONGEST_NAME].strip()


def prose(text: str) -> str:
    """A text of several lines, as long as texts may be."""
    return _UNPRINTABLE.sub("", text[: 2 * LONGEST_PROSE].replace("\r\n", "\n").replace("\r", "\n"))[
        :LONGEST_PROSE
    ].strip()
