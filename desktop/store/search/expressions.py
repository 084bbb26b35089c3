"""Queries in the language of FTS5; whatever was typed arrives there folded and quoted."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType

from desktop.domain.query import Group


class Level(IntEnum):
    """How far from its name a record is looked for; each level takes in those before it."""

    NAMES = 0
    PLACES = 1
    TOPICS = 2
    TEXTS = 3
    ANYWHERE = 4


MAILS = "mails"
"""The column of mail addresses."""
LEVEL_COLUMNS = (("names",), ("place",), ("owner", "topics"), ("texts", MAILS), ("everyday",))
"""The columns of the index that each level adds."""
_COLUMNS = [" ".join(column for columns in LEVEL_COLUMNS[: level + 1] for column in columns) for level in Level]
LONGEST_PREFIX = 3
"""So many letters of a word FTS5 can look up without gathering all words that begin with them."""

Begun = Mapping[str, Sequence[tuple[str, Level]]]
"""Of a typed word all words that begin with it, and the level from which on each of them is found."""
_NONE: Begun = MappingProxyType({})
_NO_PARTS: Mapping[str, Sequence[str]] = MappingProxyType({})


class Expressions:
    """What was typed as expressions; nothing for what is known to stand nowhere.

    Of beginnings that FTS5 has no index of it gathers all there is; from the words that begin with them it reads no
    further than it must. So these are told instead, where they are known and not too many.
    """

    def __init__(self, groups: Sequence[Group], begun: Begun = _NONE) -> None:
        self._groups = groups
        self._begun = begun

    def all_of(self, level: Level, *, is_whole: bool = False) -> str:
        """Every group at this level: as whole words, or as the beginning of words."""
        every = [self._group(group, level, is_whole=is_whole) for group in self._groups]
        return " AND ".join(every) if all(every) else ""

    def any_of(self, level: Level) -> str:
        """At least one group at this level."""
        return " OR ".join(found for group in self._groups if (found := self._group(group, level)))

    def with_parts(self, parts: Mapping[str, Sequence[str]]) -> str:
        """Every group anywhere, also within words: `parts` are the words that hold each of the typed ones."""
        every = [self._group(group, Level.ANYWHERE, parts) for group in self._groups]
        return " AND ".join(every) if all(every) else ""

    def _group(
        self, group: Group, level: Level, parts: Mapping[str, Sequence[str]] = _NO_PARTS, *, is_whole: bool = False
    ) -> str:
        if group.is_mail and level < Level.TEXTS:
            return ""
        columns = MAILS if group.is_mail else _COLUMNS[level]
        spellings = []
        for words in group.spellings:
            told = [self._told(word, level, parts.get(word, ()), is_whole=is_whole) for word in words]
            if all(told):
                spellings.append(f"({' AND '.join(told)})")
        found = f"({{{columns}}} : ({' OR '.join(spellings)}))" if spellings else ""
        if not group.number:
            return found
        numbers = [_quoted(group.number) if is_whole else f"{_quoted(group.number)}*"]
        if level is Level.ANYWHERE and not is_whole:
            numbers += [_quoted(stem) for stem in group.stems]
        return _either([*([found] if found else []), f"(digits : ({' OR '.join(numbers)}))"])

    def _told(self, word: str, level: Level, parts: Sequence[str], *, is_whole: bool) -> str:
        begun = self._begun.get(word)
        if begun is None:
            words = [_quoted(word) if is_whole else f"{_quoted(word)}*"]
        else:
            known = [one for one, first in begun if first <= level and (not is_whole or one == word)]
            is_told = is_whole or len(word) > LONGEST_PREFIX or not known
            words = [_quoted(one) for one in known] if is_told else [f"{_quoted(word)}*"]
        return _either([*words, *map(_quoted, parts)])


def both(first: str, second: str) -> str:
    """Two expressions, of which one may be empty."""
    return " AND ".join(f"({part})" for part in (first, second) if part)


def _either(every: Sequence[str]) -> str:
    return f"({' OR '.join(every)})" if len(every) > 1 else "".join(every)


def _quoted(word: str) -> str:
    return f'"{word}"'
