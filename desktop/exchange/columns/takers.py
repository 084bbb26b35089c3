"""What is done with a cell of a foreign table, by what its column means: cleaned, taken apart, or told as lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from desktop.domain.cleaning import plain_signs
from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.vocabulary import PhoneKind
from desktop.exchange.columns.draft import Draft
from desktop.exchange.columns.numbers import numbers_in
from desktop.exchange.columns.ways import emails_in, is_german, links_in, postal_in, postcode_in

Refused = Sequence[tuple[str, InvalidRecordError]]
Taker = Callable[[Draft, str], Refused]
"""Gets the text of a cell, which is never blank; gives the pieces of it that are left out, raises `ValueError`."""
_BETWEEN = re.compile(r"\s*[,/|]\s*|\s+(?:und|and)\s+")
_MOST_DIGITS = 4
_SALUTATIONS = frozenset({"herr", "herrn", "frau", "mr", "mrs", "ms", "miss", "fräulein", "firma", "familie"})


def _phone(kind: PhoneKind, draft: Draft, text: str) -> Refused:
    found = numbers_in(text, kind)
    draft.phones += found.phones
    return found.refused


def _email(draft: Draft, text: str) -> Refused:
    refused = []
    for one in emails_in(text):
        if isinstance(one, str):
            draft.emails.append({"address": one})
        else:
            refused.append((text, one))
    return refused


def _link(draft: Draft, text: str) -> Refused:
    found = list(links_in(text))
    draft.links += [{"raw": one} for one in found if isinstance(one, str)]
    return [(text, one) for one in found if not isinstance(one, str)]


def _postcode(draft: Draft, text: str) -> Refused:
    draft.address["postal_code"] = postcode_in(text)
    draft.code = text
    return ()


def _postal(draft: Draft, text: str) -> Refused:
    found = postal_in(text)
    draft.address.update(postal_code=found.postal_code, town=found.town)
    if found.street:
        draft.address["street"] = found.street
    return ()


def _street(draft: Draft, text: str) -> Refused:
    draft.address["street"] = _line(text)
    return ()


def _box(draft: Draft, text: str) -> Refused:
    if "street" in draft.address:
        raise InvalidRecordError(N_("There is a street already. Please add the postal address by hand."))
    box = _line(text)
    draft.address.update(street=box if box[:1].isalpha() else f"Postfach {box}", kind="postal")
    return ()


def _country(draft: Draft, text: str) -> Refused:
    if not is_german(text):
        draft.address["country"] = _line(text)
    return ()


def _in_address(part: str, draft: Draft, text: str) -> Refused:
    draft.address[part] = _line(text)
    return ()


def _in_words(part: str, draft: Draft, text: str) -> Refused:
    draft.words[part] = _line(text)
    return ()


def _contact(draft: Draft, text: str) -> Refused:
    if "@" in text or sum(map(str.isdigit, text)) > _MOST_DIGITS:
        raise InvalidRecordError(N_("This is not the name of a person."))
    return _in_words("contact", draft, text)


def _in_name(part: str, draft: Draft, text: str) -> Refused:
    draft.person[part] = _line(text)
    return ()


def _prefix(draft: Draft, text: str) -> Refused:
    words = [word for word in text.split() if word.casefold().rstrip(".") not in _SALUTATIONS]
    if words:
        draft.person["prefix"] = " ".join(words)
    return ()


def _spoken(draft: Draft, text: str) -> Refused:
    draft.simple["languages"] = _BETWEEN.sub(";", text)
    return ()


def _line(text: str) -> str:
    """One line; signs that cannot be seen are taken out, as they are of what is pasted into a form."""
    return " ".join(text.split()) if text.isprintable() else plain_signs(text)


TAKERS: dict[str, Taker] = {
    "organization": partial(_in_words, "organization"),
    "contact": _contact,
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
    "spoken": _spoken,
}
"""By target; a box comes after the street, whatever the order of the columns."""
