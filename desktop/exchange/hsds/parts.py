"""The parts of records as objects of HSDS, and back: addresses, numbers, web addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

import msgspec

from desktop.domain.address import Address
from desktop.domain.errors import InvalidRecordError
from desktop.domain.phone import Phone, completed
from desktop.domain.record import Link
from desktop.domain.vocabulary import AddressKind, PhoneKind
from desktop.exchange.hsds.nodes import Node, kept, kept_in, node, objects, text, uid

_RESERVED = ":/?#[]@!$&'()*+,;=%~"
_TYPES = {PhoneKind.VOICE: "voice", PhoneKind.MOBILE: "cell", PhoneKind.FAX: "fax", PhoneKind.HOTLINE: "voice"}
_KINDS = {"voice": PhoneKind.VOICE, "cell": PhoneKind.MOBILE, "fax": PhoneKind.FAX}
_ADDRESSES = {AddressKind.VISIT: "physical", AddressKind.POSTAL: "postal"}
_GERMAN = frozenset({"DE", "D", "DEU"})
P = TypeVar("P", Address, Phone, Link)


class Part(NamedTuple):
    """How one sort of part is told and understood; `entity` is the word of HSDS for it.

    Numbers are always kept beside: HSDS has one spelling, we have three, and reading each back takes its time.
    """

    entity: str
    type: type[Any]
    told: Callable[[Any], Node]
    understood: Callable[[Node], Any]
    is_always_kept: bool = False


def nodes_of(part: Part, owner: str, values: Iterable[P]) -> list[Node]:
    """The objects for the parts of a record; where HSDS does not say all, the part is kept beside."""
    return [_node_of(part, uid(owner, part.entity, number), value) for number, value in enumerate(values)]


def parts_in(part: Part, found: object) -> list[Node]:
    """The parts that objects stand for, as plain values; what cannot be one is left out.

    What was kept beside is believed only where the object still says the same: another program may have edited it.
    """
    return [msgspec.to_builtins(value) for one in objects(found) if (value := _part_in(part, one)) is not None]


def _node_of(part: Part, identifier: str, value: Any) -> Node:
    told = part.told(value)
    if part.is_always_kept or _understood(part, told) != value:
        told["attributes"] = [kept(identifier, part.entity, msgspec.to_builtins(value))]
    return {"id": identifier, **told}


def _part_in(part: Part, found: Node) -> Any:
    try:
        value = msgspec.convert(kept_in(found), part.type)
        told = part.told(value)
        if all(found.get(name) == said for name, said in told.items()):
            return value
    except (msgspec.ValidationError, ValueError, OverflowError):
        pass
    return _understood(part, found)


def _understood(part: Part, found: Node) -> Any:
    try:
        return msgspec.convert(msgspec.to_builtins(part.understood(found)), part.type)
    except (msgspec.ValidationError, InvalidRecordError, ValueError, TypeError, OverflowError):
        return None


def _phone_told(phone: Phone) -> Node:
    said = ", ".join(filter(None, (phone.label, phone.reason)))
    return node(number=phone.e164 or phone.raw, type=_TYPES[phone.kind], description=said)


def _phone_understood(found: Node) -> Phone | None:
    raw = text(found.get("number"))
    if raw is None:
        return None
    if (extension := found.get("extension")) is not None:
        raw = f"{raw}-{extension}"
    kind = _KINDS.get(str(found.get("type")), PhoneKind.VOICE)
    phone = Phone(raw=raw.strip(), kind=kind, label=text(found.get("description")))
    try:
        return completed(phone)
    except InvalidRecordError:
        return phone


def _address_told(address: Address) -> Node:
    """What must stand there and is not known is empty: of no address we know the Land."""
    told = node(attention=address.care_of, address_2=address.district, city=address.town)
    required = {
        "address_1": address.street or "",
        "state_province": "",
        "postal_code": address.postal_code,
        "country": "DE",
        "address_type": _ADDRESSES[address.kind],
    }
    return {**told, **required}


def _address_understood(found: Node) -> Address | None:
    country = text(found.get("country")) or "DE"
    town, code = text(found.get("city")), text(found.get("postal_code"))
    if country.strip().upper() not in _GERMAN or town is None or code is None:
        return None
    return Address(
        kind=AddressKind.POSTAL if found.get("address_type") == "postal" else AddressKind.VISIT,
        care_of=text(found.get("attention")),
        street=text(found.get("address_1")),
        postal_code=code.strip(),
        town=town,
        district=text(found.get("address_2")),
    )


def _url_told(link: Link) -> Node:
    return node(label=link.label, url=uri_of(link))


def _url_understood(found: Node) -> Link | None:
    raw = text(found.get("url"))
    return Link(raw=raw.strip(), label=text(found.get("label"))) if raw else None


def uri_of(link: Link) -> str:
    """The address as URIs are spelt: with a scheme, and in ASCII alone."""
    address = link.raw if re.match("https?://", link.raw) else f"https://{link.raw}"
    return quote(address, safe=_RESERVED)


PHONE = Part("phone", Phone, _phone_told, _phone_understood, is_always_kept=True)
ADDRESS = Part("address", Address, _address_told, _address_understood)
URL = Part("url", Link, _url_told, _url_understood)
