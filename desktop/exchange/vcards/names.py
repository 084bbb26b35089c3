"""Whom a card is about and what that is called, whatever program wrote it."""

import re
from collections.abc import Sequence

from desktop.domain.folding import plain
from desktop.exchange.vcards.properties import Property
from desktop.exchange.vcards.told import Whose, squeezed

_KINDS = {"org": Whose.BODY, "location": Whose.BODY, "group": Whose.GROUP, "individual": Whose.PERSON}
_BODIES = re.compile(
    r"\b(?:e\.\s?v|g?gmbh|ag|awo|drk|caritas|diakonie|stadt|gemeinde|kreis|land|bund|bamf|jmd|vhs|kita|ihk|jobcenter)\b"
    r"|(?:amt|ämter|stelle|stellen|beratung|zentrum|büro|verein|verband|schule|dienst|dienste|haus|behörde|ministerium"
    r"|agentur|werk|treff|netzwerk|hotline|klinik|polizei|rathaus|hilfe)\b",
    re.IGNORECASE,
)
"""Words by which a name without an organisation is known to be none of a person."""


def components_of(properties: Sequence[Property], name: str) -> list[str]:
    """The parts of the first property of a name that has any."""
    for one in properties:
        if one.name == name and any(parts := [squeezed(part) for part in one.components()]):
            return parts
    return []


def text_of(properties: Sequence[Property], name: str) -> str:
    """The text of the first property of a name that has any, on one line."""
    return next((text for one in properties if one.name == name and (text := squeezed(one.text))), "")


def organization_of(properties: Sequence[Property]) -> tuple[str, ...]:
    """The organisation and its units."""
    return tuple(part for part in components_of(properties, "ORG") if part)


def shown_name(properties: Sequence[Property]) -> str:
    """The name as it is shown, unless that is an entry of a register: `Weber, Anna`."""
    shown = text_of(properties, "FN")
    family, given, further, before, behind = [*components_of(properties, "N"), *[""] * 5][:5]
    composed = " ".join(filter(None, (before, given, further, family, behind)))
    is_turned = family and given and shown.startswith(f"{family},")
    return composed if not shown or is_turned else shown


def whose(properties: Sequence[Property]) -> Whose:
    """Whom a card is about: what it says itself, else what its names look like.

    A name of two parts without an organisation is that of a person, unless a word such as “Amt” is in it.
    """
    said = text_of(properties, "KIND") or text_of(properties, "X-ADDRESSBOOKSERVER-KIND")
    kind = _KINDS.get(said.lower())
    if kind in (Whose.BODY, Whose.GROUP):
        return kind
    if text_of(properties, "X-ABSHOWAS").upper() == "COMPANY":
        return Whose.BODY
    family, given = [*components_of(properties, "N"), "", ""][:2]
    name = shown_name(properties)
    if body := next(iter(organization_of(properties)), ""):
        has_own = (family or given) and plain(name) not in (plain(body), plain(family))
        return Whose.PERSON if has_own or kind else Whose.BODY
    is_shaped = bool(kind or (family and given))
    return Whose.PERSON if is_shaped and not _BODIES.search(name) else Whose.BODY
