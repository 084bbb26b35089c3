"""Mail, web and postal addresses of cells, cleaned like what is pasted into a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.domain.cleaning import clean_email, clean_link
from desktop.domain.errors import N_, InvalidRecordError

_BETWEEN = re.compile(r"\s*(?:[;,\n|]|:::)\s*")
_BLANK = re.compile(r"\s+")
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[A-Za-z]{2,}")
_USUAL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
"""One mail address and nothing else; most cells hold no more."""
_LINK = re.compile(r"(https?://)?[^\s/:@]+\.[A-Za-z]{2,}(/\S*)?")
_SURE = re.compile(r"(?:https?://(?:www\.)?|www\.)[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?:/[!-~]*)?")
_POSTCODE = re.compile(r"(?:D\s?[-–]\s?|DE\s?[-–]\s?)?([0-9]{4,5})", re.IGNORECASE)
_TOWN = re.compile(r"(?:DE?\s?[-–]\s?)?([0-9]{5})\s+(\S.*)", re.IGNORECASE)
_DIGITS = 5
_LONGEST_MAIL, _LONGEST_LINK = 254, 2000
_GERMANY = frozenset({"", "d", "de", "deu", "brd", "deutschland", "germany", "allemagne", "bundesrepublik deutschland"})


class Postal(NamedTuple):
    """A postcode, its town, and what stands before them."""

    postal_code: str
    town: str
    street: str = ""


def emails_in(text: str) -> Iterable[str | InvalidRecordError]:
    """The mail addresses of a cell, or why a piece of it is none."""
    return (text,) if len(text) <= _LONGEST_MAIL and _USUAL.fullmatch(text) else _emails_in(text)


def _emails_in(text: str) -> Iterator[str | InvalidRecordError]:
    for piece in _BETWEEN.split(text.strip()):
        if piece:
            found = piece if _EMAIL.fullmatch(piece) else clean_email(piece)
            is_one = len(found) <= _LONGEST_MAIL and _EMAIL.fullmatch(found)
            yield found if is_one else InvalidRecordError(N_("This is not a mail address."))


def links_in(text: str, *, is_ours: bool = False) -> Iterator[str | InvalidRecordError]:
    """The web addresses of a cell, or why a piece of it is none; in a table of ours they stay as they are."""
    pieces = [piece for part in _BETWEEN.split(text.strip()) for piece in _BLANK.split(part) if piece]
    for piece in pieces:
        is_clean = _SURE.fullmatch(piece) or (is_ours and _LINK.fullmatch(piece))
        found = piece if is_clean else clean_link(piece)
        is_one = len(found) <= _LONGEST_LINK and _LINK.fullmatch(found)
        yield found if is_one else InvalidRecordError(N_("This is not a web address."))


def postcode_in(text: str) -> str:
    """Five digits, also where a spreadsheet has taken the zero before them; raises `InvalidRecordError`."""
    if len(text) == _DIGITS and text.isascii() and text.isdecimal():
        return text
    found = _POSTCODE.fullmatch(text.strip())
    if found is None:
        raise InvalidRecordError(N_("This is not a German postcode."))
    return found[1].zfill(_DIGITS)


def postal_in(text: str) -> Postal:
    """An address in one cell, its parts apart by commas or lines; raises `InvalidRecordError`."""
    parts = [part.strip() for part in re.split(r"[\n,;]", text) if part.strip()]
    for at, part in enumerate(parts):
        if found := _TOWN.fullmatch(part):
            return Postal(found[1], found[2].strip(), ", ".join(parts[:at]))
    raise InvalidRecordError(N_("There is no postcode with a town in it."))


def is_german(country: str) -> bool:
    """Whether a country is the one whose addresses are kept here."""
    return country.strip().casefold() in _GERMANY
