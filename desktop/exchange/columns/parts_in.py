"""The numbers, addresses and links of a row: those of numbered columns first, then those of all other columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.phone import Phone, completed
from desktop.domain.vocabulary import PhoneKind, ReachStatus
from desktop.exchange.columns.codecs import PART_TYPES, parts_of
from desktop.exchange.columns.draft import Draft
from desktop.exchange.columns.numbers import numbers_in
from desktop.exchange.columns.ways import emails_in, is_german, links_in, postcode_in

_MAIN = {"phones": "raw", "emails": "address", "links": "raw"}
"""Without this a part is none; an emptied cell means that there is none any more."""
_BESIDE = frozenset({"kind", "country"})
"""What makes no address."""
_LONGEST = 2_000
_NO_REASON = N_("A number that is doubtful or dead must say why.")
_TYPES = {
    **dict.fromkeys(("phone", "work", "home", "main", "other"), PhoneKind.VOICE),
    **dict.fromkeys(("cell", "handy"), PhoneKind.MOBILE),
    **dict.fromkeys(("work fax", "home fax", "telefax"), PhoneKind.FAX),
}
"""How address books call what answers at a number."""


def parts_in(draft: Draft) -> dict[str, list[Any]]:
    """The parts of a row by the field that holds them; what is none is told as lost."""
    found: dict[str, list[Any]] = {}
    is_main = bool(draft.address) and ("addresses", 1) not in draft.parts  # a numbered one is a further one then
    if is_main:
        found["addresses"] = _address(draft, draft.address)
    for field, number in sorted(draft.parts) if draft.parts else ():
        made = (
            _numbered(draft, field, number) if field in _MAIN else _address(draft, draft.parts[field, number], number)
        )
        found.setdefault(field, []).extend(made)
    if draft.address and not is_main:
        found.setdefault("addresses", []).extend(_address(draft, draft.address))
    if draft.phones:
        found.setdefault("phones", []).extend(sorted(draft.phones, key=_is_further))
    if draft.emails:
        found.setdefault("emails", []).extend(draft.emails)
    if draft.links:
        found.setdefault("links", []).extend(draft.links)
    return found


def _is_further(phone: Phone) -> bool:
    """Numbers that a person answers come first."""
    return phone.kind is not PhoneKind.VOICE


def _numbered(draft: Draft, field: str, number: int) -> Iterator[Any]:
    """A number, an address or a link of columns of their own; several where one cell holds several."""
    main = _MAIN[field]
    if main not in draft.parts[field, number]:
        return
    values = _values(draft, field, number)
    where = draft.column(f"{field}.{number}.{main}")
    if len(values[main]) > _LONGEST:
        draft.lose(where, values[main])
        return
    if field == "phones":
        yield from _phones(draft, where, values)
        return
    for found in emails_in(values[main]) if field == "emails" else links_in(values[main], is_ours=True):
        if isinstance(found, str):
            yield {**values, main: found}
        else:
            draft.lose(where, values[main], found)


def _values(draft: Draft, field: str, number: int) -> dict[str, Any]:
    codecs = parts_of(PART_TYPES[field])
    values: dict[str, Any] = {}
    for name, text in draft.parts[field, number].items():
        try:
            if name in codecs:
                values[name] = codecs[name].decode(text)
        except ValueError as error:
            if (field, name) != ("phones", "kind"):
                draft.lose(draft.column(f"{field}.{number}.{name}"), text, error)
            elif kind := _TYPES.get(text.strip(" *").casefold()):
                values["kind"] = kind
            else:
                values.setdefault("label", text.strip())
    return values


def _phones(draft: Draft, where: str, values: dict[str, Any]) -> Iterator[Phone]:
    if values.get("status", ReachStatus.ACTIVE) is not ReachStatus.ACTIVE and not values.get("reason"):
        draft.lose(where, values.pop("status"), InvalidRecordError(_NO_REASON))
    try:
        yield completed(Phone(**values))
    except InvalidRecordError:
        found = numbers_in(values["raw"], values.get("kind", PhoneKind.VOICE))
        yield from found.phones
        for piece, refusal in found.refused:
            draft.lose(where, piece, refusal)


def _address(draft: Draft, texts: dict[str, str], number: int = 0) -> list[dict[str, Any]]:
    """The address of some columns; one that is not complete cannot be kept."""
    if not texts.keys() - _BESIDE:
        return []
    values: dict[str, Any] = texts if not number else _decoded_address(draft, texts, number)
    refusal = ""
    if "country" in texts and not is_german(texts["country"]):
        refusal = N_("Only addresses in Germany can be kept.")
    elif "postal_code" not in values:
        refusal = N_("The postcode is missing.")
    elif "town" not in values:
        refusal = N_("The town is missing.")
    if refusal:
        parts = ("street", "postal_code", "town")
        where = draft.column(*(f"addresses.{number}.{part}" if number else part for part in parts))
        told = ", ".join(text for name, text in texts.items() if name not in _BESIDE)
        draft.lose(where, told, InvalidRecordError(refusal))
        return []
    if told := texts["postal_code"] if number else draft.code:
        draft.complete(f"addresses.{number}.postal_code" if number else "postal_code", told, values["postal_code"])
    return [{name: value for name, value in values.items() if name != "country"} if "country" in values else values]


def _decoded_address(draft: Draft, texts: dict[str, str], number: int) -> dict[str, Any]:
    codecs = parts_of(PART_TYPES["addresses"])
    values: dict[str, Any] = {}
    for name, text in texts.items():
        try:
            if name in codecs:
                values[name] = postcode_in(text) if name == "postal_code" else codecs[name].decode(text)
        except ValueError as error:
            draft.lose(draft.column(f"addresses.{number}.{name}"), text, error)
    return values
