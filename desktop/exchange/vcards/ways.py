"""The ways to somebody, as the properties of a card tell them."""

import re
from urllib.parse import unquote

from desktop.domain.vocabulary import AddressKind, PhoneKind
from desktop.exchange.vcards.properties import Property
from desktop.exchange.vcards.told import Mail, Number, Place, Site, one_line, squeezed

_FAXES = frozenset({"fax", "workfax", "homefax", "otherfax"})
_MOBILES = frozenset({"cell", "mobile", "iphone", "car"})
_NO_PHONES = frozenset({"pager", "modem", "bbs", "telex", "telegram", "ttytdd", "tty-tdd", "radio"})
_TALKS = ("sip:", "sips:", "xmpp:", "skype:", "im:", "aim:")
_LONGEST = 200
_EXTENSION = re.compile(r"\s*(?:;\s*ext=|\bext\b\.?|\bapp\.|\bdurchwahl\b|\bx)\s*([0-9]{1,8})\s*$", re.IGNORECASE)
_POST_BOX = re.compile(r"postfach\b", re.IGNORECASE)


def number(one: Property, label: str) -> Number | None:
    """The number of a TEL, also where it is a web address such as `tel:+49-228-1;ext=5`."""
    text = squeezed(one.text)
    types = set(one.types)
    is_number = len(text) <= _LONGEST and any(sign.isdigit() for sign in text)
    if types & _NO_PHONES or text.lower().startswith(_TALKS) or not is_number:
        return None
    if text.lower().startswith("tel:"):
        main, *parameters = unquote(text[4:]).strip().split(";")
        text = "".join([main, *(f";{one}" for one in parameters if one.lower().startswith("ext="))])
    kind = PhoneKind.FAX if types & _FAXES else PhoneKind.MOBILE if types & _MOBILES else PhoneKind.VOICE
    return Number(squeezed(_EXTENSION.sub(r"-\1", text)), kind, label)


def mail(one: Property, label: str) -> Mail | None:
    """The address of an EMAIL."""
    text = squeezed(one.text)
    return Mail(text, label) if text and "x400" not in one.types else None


def site(one: Property, label: str) -> Site | None:
    """The address of a URL."""
    text = squeezed(one.text)
    return Site(text, label) if text else None


def place(one: Property, label: str) -> Place | None:
    """The address of an ADR; a post box, and what is marked as postal alone, is one for letters."""
    box, more, street, town, _, code, country = [*one.components(), *[""] * 7][:7]
    lines = [line for line in (one_line(more), one_line(street)) if line]
    if box := one_line(box):
        box = box if _POST_BOX.match(box) else f"Postfach {box}"
        lines, label = (lines, label or box) if lines else ([box], label)
    town, code = squeezed(town), squeezed(code)
    if not (lines or town or code):
        return None
    types = set(one.types)
    is_postal_alone = bool(types & {"postal", "x-postal"}) and not types & {"parcel", "dom", "intl"}
    is_postal = is_postal_alone or any(map(_POST_BOX.match, lines))
    kind = AddressKind.POSTAL if is_postal else AddressKind.VISIT
    return Place(", ".join(lines), town, code, kind, squeezed(country), label)
