"""Names of persons put together, and what the name of an organisation says about its level."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.domain.vocabulary import Level

_LEVELS = (
    (Level.FEDERAL, re.compile(r"bundes(?!land|verband|vereinigung)|\bjobcenter\b|agentur für arbeit", re.IGNORECASE)),
    (Level.STATE, re.compile(r"\bland\b|landes(?!verband)|ministerium|bezirksregierung", re.IGNORECASE)),
    (Level.COUNTY, re.compile(r"^(?:der |die )?\w*kreis\b|landrat|kreisverwaltung", re.IGNORECASE)),
    (Level.MUNICIPAL, re.compile(r"^(?:stadt|gemeinde)\b|rathaus|bürgermeister|stadtverwaltung", re.IGNORECASE)),
)
_ANY = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _LEVELS), re.IGNORECASE)


def person_name(parts: Mapping[str, str], organization: str) -> str:
    """The name as it is spoken; address books call firms persons too, which then have the name of their firm."""
    if not parts:
        return ""
    told = " ".join(parts[part] for part in ("given", "middle", "family") if part in parts)
    if not told:
        told = parts.get("full", "")
        return "" if told == organization else told
    prefix = parts.get("prefix", "")
    suffix = parts.get("suffix", "")
    return " ".join(part for part in (prefix, told, suffix) if part)


def level_of(name: str) -> Level:
    """The level that a name speaks of; one that tells nothing is most probably that of a free organisation."""
    if _ANY.search(name) is None:
        return Level.INDEPENDENT
    return next((level for level, pattern in _LEVELS if pattern.search(name)), Level.INDEPENDENT)
