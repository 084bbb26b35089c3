"""What a record can be filtered by, as the index has it: words that FTS5 looks up, and a text that SQL looks into."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from desktop.domain.search import AS_OF, FACETS, UNSTATED
from desktop.domain.vocabulary import Kind

KINDS = {kind.value: kind for kind in Kind}
KIND_NUMBERS = {kind: number for number, kind in enumerate(Kind)}

_MARK = "\N{LATIN LETTER ALVEOLAR CLICK}"  # a letter to FTS5, typed by nobody
_BETWEEN = "\x1f"  # unit separator: a character that no value holds
_PLAIN = frozenset("abcdefghijklmnopqrstuvwyz0123456789")  # without x, which says that the code of a letter follows
_CODES = {AS_OF: "d", **{facet: str(number) for number, facet in enumerate(FACETS)}}
_FACETS = {code: facet for facet, code in _CODES.items()}
ARCHIVED = f"{_MARK}a"
"""The word of archived records."""


@lru_cache(maxsize=4096)
def facet_word(facet: str, value: str) -> str:
    """The word in the column `facets` that says a record has this value; for `UNSTATED`, that it says nothing."""
    return f"{_MARK}{_CODES[facet]}{'v' + _spelled(value) if value != UNSTATED else ''}"


@lru_cache
def kind_word(kind: Kind) -> str:
    """The word in the column `facets` that says what a record is."""
    return f"{_MARK}k{_spelled(kind.value)}"


@lru_cache(maxsize=256)
def month_word(as_of: str | None) -> str:
    """The word in the column `facets` that says of which month a record is, or that it has no Stand."""
    return facet_word(AS_OF, as_of[:7].replace("-", "") if as_of else UNSTATED)


def up_to(day: str) -> str:
    """The records of the month of a day and of all months before it, in the language of FTS5."""
    month = month_word(day)
    digits = len("YYYYMM")
    stems = [f"{month[:at]}{lower}" for at in range(len(month) - digits, len(month)) for lower in range(int(month[at]))]
    return f"facets : ({' OR '.join(f'{_quoted(stem)}*' for stem in (*stems, month))})"


def stored(facets: Mapping[str, tuple[str, ...]]) -> str:
    """The facets as `search_entry` keeps them, each value marked off at both ends."""
    return "".join(marked_off(facet, value) for facet in FACETS for value in facets.get(facet) or (UNSTATED,))


def marked_off(facet: str, value: str) -> str:
    """What stands in a text made by `stored` if the record has this value, or says nothing."""
    return f"{_BETWEEN}{_CODES[facet]}{value.replace(_BETWEEN, ' ')}{_BETWEEN}"


def pairs_of(text: str) -> Iterator[tuple[str, str]]:
    """Facet and value of all that stands in a text made by `stored`."""
    for part in text.split(_BETWEEN):
        if part:
            yield _FACETS[part[0]], part[1:]


@lru_cache(maxsize=1024)
def words_for(text: str, kind: str, as_of: str | None, *, is_archived: bool) -> str:
    """The words of the column `facets` for a record with this text made by `stored`."""
    words = [facet_word(facet, value) for facet, value in pairs_of(text)]
    return " ".join((kind_word(KINDS[kind]), month_word(as_of), *words, *((ARCHIVED,) if is_archived else ())))


def any_word(words: Iterable[str]) -> str:
    """At least one of these words in the column `facets`, in the language of FTS5; of none, nothing is found."""
    return f"facets : ({' OR '.join(_quoted(word) for word in words) or _quoted(_MARK)})"


def _quoted(word: str) -> str:
    return f'"{word}"'


def _spelled(value: str) -> str:
    return "".join(char if char in _PLAIN else f"x{ord(char):x}x" for char in value)
