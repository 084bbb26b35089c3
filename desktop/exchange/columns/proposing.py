"""What the columns of a table probably mean, by their names and by each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from desktop.domain.folding import plain, spelled_out
from desktop.domain.vocabulary import Level
from desktop.exchange.columns.names import key_of
from desktop.exchange.columns.programs import GOOGLE, GOOGLE_NUMBERED, LEFT_OUT, OFFICE_LISTS, OUTLOOK, THUNDERBIRD
from desktop.exchange.columns.targets import FOREIGN
from desktop.exchange.columns.words import meant

_ALIKE = 88
"""Per cent of the letters; `Telefonnumer` is alike, `Fax` and `Tax` are too short to tell."""
_SHORTEST = 6
_NUMBER = re.compile(r"\d{1,2}")
_SEVERAL = frozenset({"phone", "mobile", "fax", "hotline", "email", "link", "internal_note", "alternate_names"})
"""What more than one column may tell."""
_OURS = frozenset({"kind", "id"})
"""Where both are, the table is one of ours, and its other names mean what we mean by them."""
_ANYWHERE = frozenset(
    {
        *("short_name", "alternate_names", "summary", "department", "person_role", "opening_hours", "hours_note"),
        *("interpreter", "is_anonymous", "cost", "accessibility", "required_documents", "by_appointment"),
        "internal_note",
    }
)
"""Those of our names that mean the same in the lists of others."""
_ADDRESS, _NAME = frozenset({"adresse", "anschrift", "address"}), "name"
_CARRIERS = frozenset({"trager", "traeger", "carrier"})
"""Who runs an institution; beside it the institution is the place."""
_PERSONAL = frozenset({"given_name", "family_name"})


def propose(header: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> tuple[str | None, ...]:
    """For each column its meaning, one of the keys of `targets`, or nothing where none is known.

    The first `rows` tell whether a column whose name may mean many things holds what we mean by it.
    """
    own = [key_of(name) for name in header]
    is_ours = set(own) >= _OURS
    found = [_of_ours(key, is_ours=is_ours) or _foreign(name) for key, name in zip(own, header, strict=True)]
    if not is_ours:
        found = _in_context(header, found)
        found = [target or _level(own[at], at, rows) for at, target in enumerate(found)]
    return _once_each(found)


def _of_ours(key: str | None, *, is_ours: bool) -> str | None:
    if key is None or is_ours or key in _ANYWHERE:
        return key
    return key if "." in key and not key.startswith("provenance.") else None


def _level(key: str | None, at: int, rows: Sequence[Sequence[str]]) -> str | None:
    """The level of organisations, where a column called so holds nothing else; it may be that of a building, too."""
    if key != "level":
        return None
    texts = [row[at] for row in rows if at < len(row) and row[at].strip()]
    try:
        return key if [meant(Level, text) for text in texts] else None
    except ValueError:
        return None


def _foreign(name: str) -> str | None:
    spelled = plain(name)
    known = _known()
    for spelling in (spelled, spelled_out(name)):
        if spelling in known:
            return known[spelling]
    if number := _NUMBER.search(spelled):
        target = GOOGLE_NUMBERED.get(f"{spelled[: number.start()]}n{spelled[number.end() :]}")
        return target.replace("{n}", number[0]) if target else known.get(_NUMBER.sub("", spelled).strip())
    return _alike(spelled)


def _alike(spelled: str) -> str | None:
    from rapidfuzz import fuzz, process

    if len(spelled) < _SHORTEST:
        return None
    found = process.extractOne(spelled, _known().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _known()[found[0]] if found else None


def _in_context(header: Sequence[str], found: Sequence[str | None]) -> list[str | None]:
    """What a name means depends on the others: `Name` beside `Vorname` is that of the family."""
    told = {target for target in found if target}
    has_town = bool(told & {"postal_code", "town", "postal_town"})
    is_person_list = bool(told & _PERSONAL)
    has_organization = "organization" in told
    has_carrier = any(plain(name) in _CARRIERS for name in header)
    result: list[str | None] = []
    for name, target in zip(header, found, strict=True):
        spelled = plain(name)
        if target == "organization" and has_carrier and spelled not in _CARRIERS:
            target = "name"
        elif spelled in _ADDRESS:
            target = "street" if has_town else "postal_town"
        elif spelled == _NAME and is_person_list:
            target = "person" if told >= _PERSONAL else "family_name"
        elif spelled == _NAME:
            target = "person" if has_organization and "contact" not in told and "name" not in told else "name"
        elif target == "contact" and not has_organization and "name" not in told and _NAME not in map(plain, header):
            target = "person"
        result.append(target)
    return result


def _once_each(found: Sequence[str | None]) -> tuple[str | None, ...]:
    """The first column that tells something tells it; only of some things there may be several."""
    seen: set[str] = set()
    result: list[str | None] = []
    for target in found:
        result.append(target if target in _SEVERAL or target not in seen else None)
        seen.add(target or "")
    return tuple(result)


@cache
def _known() -> dict[str, str | None]:
    """The meaning of each spelling; the words of programs go before those of lists."""
    known: dict[str, str | None] = {}
    for words in (OUTLOOK, THUNDERBIRD, GOOGLE, OFFICE_LISTS, {key: (*name,) for key, name in FOREIGN.items()}):
        for target, names in words.items():
            for name in names:
                known.setdefault(plain(name), target)
                known.setdefault(spelled_out(name), target)
    for name in LEFT_OUT:
        known.setdefault(plain(name), None)
    return known
