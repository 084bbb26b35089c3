"""What a card says in the properties that every address book knows: the middle between cards and records."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

import msgspec
from msgspec import Struct

from desktop.domain.vocabulary import AddressKind, PhoneKind

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_NO_DIGIT = re.compile(r"\D")
_TRUNK = re.compile(r"\(\s*0\s*\)")
_DIGITS_OF_DIGEST = 12


class Whose(StrEnum):
    """Whom a card is about."""

    BODY = "body"
    PERSON = "person"
    GROUP = "group"


class Number(NamedTuple):
    """A telephone number as a card has it."""

    text: str
    kind: PhoneKind = PhoneKind.VOICE
    label: str = ""

    @property
    def key(self) -> str:
        """What is the same in all spellings of a number."""
        return number_key(self.text)


class Mail(NamedTuple):
    """A mail address as a card has it."""

    address: str
    label: str = ""

    @property
    def key(self) -> str:
        """What is the same in all spellings of an address."""
        return squeezed(self.address).casefold()


class Site(NamedTuple):
    """A web address as a card has it."""

    url: str
    label: str = ""

    @property
    def key(self) -> str:
        """What is the same with and without what browsers add."""
        return squeezed(self.url).partition("://")[2] or squeezed(self.url)


class Place(NamedTuple):
    """A postal address as a card has it; the lines above the town are joined by commas."""

    street: str
    town: str
    code: str
    kind: AddressKind = AddressKind.VISIT
    country: str = ""
    label: str = ""

    @property
    def key(self) -> str:
        """What is the same whatever blanks a program sets."""
        return "\n".join((squeezed(self.street), squeezed(self.town), squeezed(self.code)))


class Told(Struct, frozen=True, kw_only=True):
    """What a card says; `parts` are family name, given names, further names, titles before and behind.

    `organization` is the organisation with its units, `languages` are tags such as `de`.
    """

    whose: Whose
    name: str
    parts: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    organization: tuple[str, ...] = ()
    role: str = ""
    numbers: tuple[Number, ...] = ()
    mails: tuple[Mail, ...] = ()
    places: tuple[Place, ...] = ()
    sites: tuple[Site, ...] = ()
    languages: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    note: str = ""
    uid: str = ""


def squeezed(text: str) -> str:
    """A text without what may change on its way through other programs: control characters and kinds of blanks."""
    return " ".join(_CONTROL.sub("", text).split())


def one_line(text: str) -> str:
    """The lines of a text, joined by commas."""
    return ", ".join(line for part in _CONTROL.sub("", text).splitlines() if (line := squeezed(part)))


def number_key(text: str) -> str:
    """The digits of a number with its country code: equal for `0221 92426-0` and `+49 221 924260`."""
    plain = _TRUNK.sub("", squeezed(text))
    digits = _NO_DIGIT.sub("", plain)
    if plain.startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+49{digits[1:]}" if digits.startswith("0") else digits


def written_kind(kind: PhoneKind) -> PhoneKind:
    """The kind as cards know it: a hotline is a telephone to them."""
    return PhoneKind.VOICE if kind is PhoneKind.HOTLINE else kind


def digests(told: Told) -> dict[str, str]:
    """A short sign of each thing told, by which it is known later whether somebody changed it in another program."""
    kept: dict[str, Sequence[object]] = {
        "name": [squeezed(told.name)],
        "nicknames": _texts(told.nicknames),
        "organization": _texts(told.organization[:1]),
        "department": _texts(told.organization[1:]),
        "role": _texts([told.role]),
        "numbers": sorted({(one.key, written_kind(one.kind), squeezed(one.label)) for one in told.numbers}),
        "mails": sorted({(one.key, squeezed(one.label)) for one in told.mails}),
        "places": sorted({one.key for one in told.places}),
        "sites": sorted({(one.key, squeezed(one.label)) for one in told.sites}),
        "languages": _texts(told.languages),
        "subjects": _texts(told.subjects),
        "note": _texts([told.note]),
    }
    return {name: _digest(value) for name, value in kept.items() if value}


def _texts(texts: Iterable[str]) -> list[str]:
    return [found for text in texts if (found := squeezed(text))]


def _digest(value: Sequence[object]) -> str:
    return hashlib.sha256(msgspec.json.encode(value)).hexdigest()[:_DIGITS_OF_DIGEST]
