"""Whom a card is about and what that is called, whatever program wrote it."""

import re
from collections.abc import Mapping, Sequence

from desktop.domain.folding import plain
from desktop.exchange.vcards.properties import Property
from desktop.exchange.vcards.told import Whose, squeezed

_KINDS = {"org": Whose.BODY, "location": Whose.BODY, "group": Whose.GROUP, "individual": Whose.PERSON}
_BODIES = re.compile(
    r"^(?:stadt|kreis|gemeinde|land|bund)\b|\be\.\s?v\b|\bg?gmbh\b|\bag$|\b(?:awo|drk|caritas|diakonie|bamf|jmd|vhs|ihk)\b"
    r"|(?:\wamt|ämter|verwaltung|beratung|zentrum|verein|verband|behörde|ministerium|agentur|netzwerk|hotline|polizei|rathaus)\b"
    r"|\w(?:stellen?|dienste?|büro|center|klinik)\b",
    re.IGNORECASE,
)
"""Words by which a name is known to be none of a person; what is also a surname, such as Neuhaus, is not among them."""


Named = Mapping[str, Sequence[Property]]
"""The properties of a card by their names."""


_TITLED = re.compile(r"(?:herrn?|frau|dr\.|prof\.)\s", re.IGNORECASE)
_SHORT = re.compile(r"[A-ZÄÖÜ0-9/-]{3,}")
"""ADAC and other abbreviations."""


def components_of(properties: Named, name: str) -> list[str]:
    """The parts of the first property of a name that has any."""
    for one in properties.get(name, ()):
        if any(parts := [squeezed(part) for part in one.components()]):
            return parts
    return []


def text_of(properties: Named, name: str) -> str:
    """The text of the first property of a name that has any, on one line."""
    return next((text for one in properties.get(name, ()) if (text := squeezed(one.text))), "")


def organization_of(properties: Named) -> tuple[str, ...]:
    """The organisation and its units."""
    return tuple(part for part in components_of(properties, "ORG") if part)


def shown_name(properties: Named) -> str:
    """The name as it is shown, unless that is an entry of a register: `Weber, Anna`."""
    shown = text_of(properties, "FN")
    family, given, further, before, behind = [*components_of(properties, "N"), *[""] * 5][:5]
    composed = " ".join(filter(None, (before, given, further, family, behind)))
    is_turned = family and given and shown.startswith(f"{family},")
    return composed if not shown or is_turned else shown


def whose(properties: Named) -> Whose:
    """Whom a card is about: what it says itself, else what its names look like.

    Whoever has a family name is a person, unless a word such as “Beratung” is in it; in doubt it is taken for one, for
    private contacts must not come in. Version 4.0 says “individual” of all.
    """
    said = text_of(properties, "KIND") or text_of(properties, "X-ADDRESSBOOKSERVER-KIND")
    kind = _KINDS.get(said.lower())
    if kind in (Whose.BODY, Whose.GROUP):
        return kind
    if text_of(properties, "X-ABSHOWAS").upper() == "COMPANY":
        return Whose.BODY
    family, given = [*components_of(properties, "N"), "", ""][:2]
    name, body = shown_name(properties), next(iter(organization_of(properties)), "")
    if _TITLED.match(name):
        return Whose.PERSON
    if _BODIES.search(name) or (body and plain(name) == plain(body)):
        return Whose.BODY
    is_shaped = (family or given) and plain(name) != plain(family) if body else family or given
    return Whose.PERSON if kind or (is_shaped and not (not given and _SHORT.fullmatch(name))) else Whose.BODY
