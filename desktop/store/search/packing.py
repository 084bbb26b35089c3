"""The passages of a record as one compressed piece: read whole, and a third of the space of a row each."""

import zlib
from collections.abc import Iterable

from desktop.domain.document import Passage
from desktop.domain.query import Group
from desktop.domain.snippet import HIDDEN, Match, begin_of, unmarked

_BETWEEN, _WITHIN = "\x1e", "\x1f"  # record and unit separator: characters that no text holds
_NEVER = str.maketrans("", "", _BETWEEN + _WITHIN)


def packed(passages: Iterable[Passage]) -> bytes:
    """The passages as the database keeps them."""
    return zlib.compress(_BETWEEN.join(f"{part.field}{_WITHIN}{clean(part.text)}" for part in passages).encode())


def opened(piece: bytes) -> str:
    """The one text in a piece made by `packed`."""
    return zlib.decompress(piece).decode()


def unpacked(body: str) -> list[Passage]:
    """The passages in a text made by `opened`."""
    return [Passage(*part.split(_WITHIN, 1)) for part in body.split(_BETWEEN)]


def clean(text: str) -> str:
    """A text as the database can hold it, without the two characters that part passages."""
    return text.translate(_NEVER).encode("utf-8", "replace").decode()


def first_match(body: str, group: Group) -> Match | None:
    """Where a single word first begins in a text of `opened`; nothing where more has to be looked at."""
    if group.number or len(group.spellings) > 1 or len(group.spellings[0]) > 1:
        return None
    word, bare = group.spellings[0][0], unmarked(body)
    at = begin_of(bare, word) if len(bare) == len(body) else -1
    first = body.rfind(_BETWEEN, 0, at) + 1
    field, _, text = body[first : body.find(_BETWEEN, at) if _BETWEEN in body[at:] else None].partition(_WITHIN)
    start = at - first - len(field) - 1
    if at < 0 or start < 0 or field in HIDDEN:
        return None
    return Passage(field, text), start, start + len(word)
