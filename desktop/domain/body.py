"""Bodies that records speak of without being records themselves: a welfare association, the job centres."""

import re
from functools import cache

from msgspec import Struct, to_builtins

from desktop.domain.record import Name, Record

_BETWEEN = r"[\s\u00a0-]+"
_UNREAD = ("id", "ids", "url", "raw", "source")
"""How names of fields end whose values nobody reads."""


class Body(Struct, frozen=True):
    """A body and how texts spell it; an asterisk stands for the end of a word."""

    name: Name
    spellings: tuple[str, ...]

    def is_named_in(self, text: str) -> bool:
        """Whether a text speaks of it, in whole words."""
        return bool(_pattern(self.spellings).search(text))

    @property
    def searched(self) -> tuple[str, ...]:
        """What finds the records that may speak of it."""
        return tuple(spelling.replace("*", "") for spelling in self.spellings)


def text_of(record: Record) -> str:
    """All that a record says, to be looked through."""
    return "\n".join(_texts(to_builtins(record)))


def _texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            read = (part for name, part in value.items() if not str(name).endswith(_UNREAD))
            return [text for part in read for text in _texts(part)]
        case list() | tuple():
            return [text for part in value for text in _texts(part)]
    return []


@cache
def _pattern(spellings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_spelled, spellings)), re.IGNORECASE)


def _spelled(spelling: str) -> str:
    words = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else r"\b") for word in spelling.split())
    return r"\b" + _BETWEEN.join(words)
