"""Queries in the language of FTS5; whatever was typed arrives there folded and quoted."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from desktop.domain.query import Group

NAMES = ("names",)
PLACES = ("names", "place")
TOPICS = ("names", "place", "owner", "topics")
TEXTS = ("names", "place", "owner", "topics", "texts")
ANYWHERE = (*TEXTS, "everyday")


def all_of(groups: Iterable[Group], columns: tuple[str, ...], *, is_whole: bool = False) -> str:
    """Every group in one of the columns: as whole words, or as the beginning of words."""
    return " AND ".join(_group(group, columns, "" if is_whole else "*") for group in groups)


def any_of(groups: Iterable[Group], columns: tuple[str, ...]) -> str:
    """At least one group in one of the columns."""
    return "(" + " OR ".join(_group(group, columns, "*") for group in groups) + ")"


def with_parts(groups: Iterable[Group], parts: Mapping[str, tuple[str, ...]]) -> str:
    """Every group anywhere, also within words: `parts` are the words that hold each of the typed ones."""
    return " AND ".join(_group(group, ANYWHERE, "*", parts) for group in groups)


def both(first: str, second: str) -> str:
    """Two expressions, of which one may be empty."""
    return " AND ".join(f"({part})" for part in (first, second) if part)


def _group(
    group: Group, columns: tuple[str, ...], star: str, parts: Mapping[str, tuple[str, ...]] | None = None
) -> str:
    spellings = _spellings(group, star) if parts is None else _with_parts(group, star, parts)
    found = f"({{{' '.join(columns)}}} : ({spellings}))"
    if not group.number:
        return found
    numbers = [f'"{group.number}"{star}']
    if star and columns == ANYWHERE:
        numbers += [f'"{stem}"' for stem in group.stems]
    return f"({found} OR (digits : ({' OR '.join(numbers)})))"


@lru_cache(maxsize=64)
def _spellings(group: Group, star: str) -> str:
    return _with_parts(group, star, {})


def _with_parts(group: Group, star: str, parts: Mapping[str, tuple[str, ...]]) -> str:
    every = (" AND ".join(_word(word, star, parts.get(word, ())) for word in words) for words in group.spellings)
    return " OR ".join(f"({words})" for words in every)


def _word(word: str, star: str, parts: Iterable[str]) -> str:
    within = "".join(f' OR "{part}"' for part in parts)
    return f'("{word}"{star}{within})' if within else f'"{word}"{star}'
