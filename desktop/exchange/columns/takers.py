"""What is done with a cell of a foreign table, by what its column means: cleaned, taken apart, or told as lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.vocabulary import PhoneKind
from desktop.exchange.columns.draft import Draft
from desktop.exchange.columns.numbers import numbers_in
from desktop.exchange.columns.ways import emails_in, is_german, links_in, postal_in, postcode_in

Taker = Callable[[Draft, str, str], None]
"""Gets the name of the column and the text of the cell, which is never blank; raises `ValueError`."""
_SALUTATIONS = frozenset({"herr", "herrn", "frau", "mr", "mrs", "ms", "miss", "fräulein", "firma", "familie"})


def _phone(kind: PhoneKind, draft: Draft, column: str, text: str) -> None:
    found = numbers_in(text, kind)
    draft.phones += found.phones
    for piece, error in found.refused:
        draft.lose(column, piece, error)


def _email(draft: Draft, column: str, text: str) -> None:
    for found in emails_in(text):
        if isinstance(found, str):
            draft.emails.append({"address": found})
        else:
            draft.lose(column, text, found)


def _link(draft: Draft, column: str, text: str) -> None:
    for found in links_in(text):
        if isinstance(found, str):
            draft.links.append({"raw": found})
        else:
            draft.lose(column, text, found)


def _postcode(draft: Draft, column: str, text: str) -> None:
    draft.address["postal_code"] = postcode_in(text)


def _postal(draft: Draft, column: str, text: str) -> None:
    found = postal_in(text)
    draft.address.update(postal_code=found.postal_code, town=found.town)
    if found.street:
        draft.address["street"] = found.street


def _street(draft: Draft, column: str, text: str) -> None:
    draft.address["street"] = _line(text)


def _box(draft: Draft, column: str, text: str) -> None:
    if "street" in draft.address:
        raise InvalidRecordError(N_("There is a street already. Please add the postal address by hand."))
    box = _line(text)
    draft.address.update(street=box if box[:1].isalpha() else f"Postfach {box}", kind="postal")


def _country(draft: Draft, column: str, text: str) -> None:
    if not is_german(text):
        draft.address["country"] = _line(text)


def _in_address(part: str, draft: Draft, column: str, text: str) -> None:
    draft.address[part] = _line(text)


def _in_words(part: str, draft: Draft, column: str, text: str) -> None:
    draft.words[part] = _line(text)


def _in_name(part: str, draft: Draft, column: str, text: str) -> None:
    draft.person[part] = _line(text)


def _prefix(draft: Draft, column: str, text: str) -> None:
    words = [word for word in text.split() if word.casefold().rstrip(".") not in _SALUTATIONS]
    if words:
        draft.person["prefix"] = " ".join(words)


def _line(text: str) -> str:
    return " ".join(text.split())


TAKERS: dict[str, Taker] = {
    "organization": partial(_in_words, "organization"),
    "contact": partial(_in_words, "contact"),
    "person": partial(_in_name, "full"),
    "name_prefix": _prefix,
    "given_name": partial(_in_name, "given"),
    "middle_name": partial(_in_name, "middle"),
    "family_name": partial(_in_name, "family"),
    "name_suffix": partial(_in_name, "suffix"),
    "phone": partial(_phone, PhoneKind.VOICE),
    "mobile": partial(_phone, PhoneKind.MOBILE),
    "fax": partial(_phone, PhoneKind.FAX),
    "hotline": partial(_phone, PhoneKind.HOTLINE),
    "email": _email,
    "link": _link,
    "street": _street,
    "care_of": partial(_in_address, "care_of"),
    "po_box": _box,
    "postal_code": _postcode,
    "town": partial(_in_address, "town"),
    "district": partial(_in_address, "district"),
    "postal_town": _postal,
    "country": _country,
}
"""By target; a box comes after the street, whatever the order of the columns."""
