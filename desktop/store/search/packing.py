"""The passages of a record as one compressed piece: read whole, and a third of the space of a row each."""

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.domain.document import Passage
from desktop.domain.needles import Needles, bare, found_in
from desktop.domain.snippet import HIDDEN, Match

_BETWEEN, _WITHIN = "\x1e", "\x1f"  # record and unit separator: characters that no text holds
_NEVER = str.maketrans("", "", _BETWEEN + _WITHIN)
_FIELDS = (
    "language everyday_word synonym target_group person link date aims tasks email phone_digits phone"
    " address summary subject place id alternate_name short_name name"
)
_KNOWN = "".join(f"{_BETWEEN}{field}{_WITHIN}" for field in _FIELDS.split()).encode()
"""What stands in most pieces and need not be kept in each; a change of it is a change of the form of the index."""

_SHORT, _LITTLE_MEMORY = 2_000, 4
"""For a short piece, making the packer ready takes most of the time; with little memory, a fraction of it."""


class Readable(NamedTuple):
    """The one text of a piece, and its letters as `bare` has them."""

    body: str
    letters: bytes


def kept(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages as they can be read again; most are so already."""
    body = _joined(passages)
    is_whole = body.count(_BETWEEN) < len(passages) and body.count(_WITHIN) == len(passages) and _is_text(body)
    return passages if is_whole else [Passage(part.field, _clean(part.text)) for part in passages]


def packed(passages: Iterable[Passage]) -> bytes:
    """The passages, made by `kept`, as the database has them; with fixed codes, which take half the time to read."""
    piece = _joined(passages).encode()
    memory = _LITTLE_MEMORY if len(piece) < _SHORT else zlib.DEF_MEM_LEVEL
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, memory, zlib.Z_FIXED, _KNOWN)
    return packing.compress(piece) + packing.flush()


def opened(piece: bytes) -> str:
    """The one text in a piece made by `packed`; raises `ValueError` or `zlib.error` for any other."""
    opening = zlib.decompressobj(-zlib.MAX_WBITS, _KNOWN)
    body = opening.decompress(piece)
    if not opening.eof:
        raise ValueError(piece)
    return body.decode()


def unpacked(body: str) -> list[Passage]:
    """The passages in a text made by `opened`."""
    return [Passage(field, text) for field, text in (part.split(_WITHIN, 1) for part in body.split(_BETWEEN))]


def _joined(passages: Iterable[Passage]) -> str:
    return _BETWEEN.join([f"{part.field}{_WITHIN}{part.text}" for part in passages])


def _is_text(body: str) -> bool:
    """Whether there are no halves of characters in it."""
    try:
        return bool(body.isascii() or body.encode())
    except UnicodeEncodeError:
        return False


def _clean(text: str) -> str:
    """A text as the database can hold it, without the two characters that part passages."""
    return text.encode("utf-8", "replace").decode().translate(_NEVER)


@lru_cache(maxsize=512)
def readable(piece: bytes) -> Readable:
    """A piece made by `packed`, ready to be looked into; the next key finds most of the same records again."""
    body = opened(piece)
    return Readable(body, bare(body))


def quick_match(text: Readable, needles: Needles, *, is_part: bool) -> tuple[Match, int] | None:
    """The first passage that holds needles of most groups, where the first stands in it, and of how many groups.

    Nothing where a closer look is needed.
    """
    present = [one for one in needles if found_in(text.letters, one, is_part=is_part)]
    if len(present) < 2:
        return _first_passage(text, present[0], is_part=is_part) if present else None
    best, most, begin = None, 0, 0
    for part in text.body.split(_BETWEEN):
        words = part.index(_WITHIN) + 1
        letters = text.letters[begin + words : begin + len(part)]
        spans = [span for one in present if (span := found_in(letters, one, is_part=is_part))]
        if len(spans) > most and (field := part[: words - 1]) not in HIDDEN:
            best, most = (Passage(field, part[words:]), *spans[0]), len(spans)
            if most == len(present):
                break
        begin += len(part) + 1
    return (best, most) if best else None


def _first_passage(text: Readable, needles: Sequence[bytes], *, is_part: bool) -> tuple[Match, int] | None:
    """The first passage that holds one of the needles."""
    (body, letters), start = text, 0
    while span := found_in(letters, needles, start, is_part=is_part):
        begin = body.rfind(_BETWEEN, 0, span[0]) + 1
        end = body.find(_BETWEEN, span[0])
        end = end if end >= 0 else len(body)
        words = body.index(_WITHIN, begin) + 1
        if span[0] < words:
            start = words
        elif (field := body[begin : words - 1]) in HIDDEN:
            start = end
        else:
            return (Passage(field, body[words:end]), span[0] - words, span[1] - words), 1
    return None
