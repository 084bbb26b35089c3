"""Queries in the language of FTS5; whatever was typed arrives there folded and quoted."""

from collections.abc import Iterable, Mapping

from desktop.domain.query import Group
from desktop.domain.search import Filters
from desktop.store.search.tables import facet_word

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


def narrowed(filters: Filters) -> str:
    """The facets of the filters, each with one of its values; nothing where nothing is filtered by."""
    chosen = [(facet, values) for facet, values in filters.facets.items() if values]
    return " AND ".join(f"facets : ({_either(facet, values)})" for facet, values in chosen)


def both(first: str, second: str) -> str:
    """Two expressions, of which one may be empty."""
    return " AND ".join(f"({part})" for part in (first, second) if part)


def _group(
    group: Group, columns: tuple[str, ...], star: str, parts: Mapping[str, tuple[str, ...]] | None = None
) -> str:
    spellings = " OR ".join(
        "(" + " AND ".join(_word(word, star, parts or {}) for word in words) + ")" for words in group.spellings
    )
    found = f"({{{' '.join(columns)}}} : ({spellings}))"
    if not group.number:
        return found
    numbers = [f'"{group.number}"{star}']
    if star and columns == ANYWHERE:
        numbers += [f'"{stem}"' for stem in group.stems]
    return f"({found} OR (digits : ({' OR '.join(numbers)})))"


def _word(word: str, star: str, parts: Mapping[str, tuple[str, ...]]) -> str:
    within = "".join(f' OR "{part}"' for part in parts.get(word, ()))
    return f'("{word}"{star}{within})' if within else f'"{word}"{star}'


def _either(facet: str, values: Iterable[str]) -> str:
    return " OR ".join(f'"{facet_word(facet, value)}"' for value in values)
