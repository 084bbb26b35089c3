"""The passages of a record as one compressed piece: read whole, and a third of the space of a row each."""

import zlib
from collections.abc import Iterable

from desktop.domain.document import Passage

_BETWEEN, _WITHIN = "\x1e", "\x1f"  # record and unit separator: characters that no text holds
_NEVER = str.maketrans("", "", _BETWEEN + _WITHIN)


def packed(passages: Iterable[Passage]) -> bytes:
    """The passages as bytes."""
    return zlib.compress(
        _BETWEEN.join(f"{part.field}{_WITHIN}{clean(part.text)}" for part in passages).encode("utf-8", "replace")
    )


def unpacked(body: bytes) -> list[Passage]:
    """The passages in bytes made by `packed`."""
    parts = zlib.decompress(body).decode().split(_BETWEEN)
    return [Passage(*part.split(_WITHIN, 1)) for part in parts]


def clean(text: str) -> str:
    """A text without the two characters that part passages."""
    return text.translate(_NEVER) if _BETWEEN in text or _WITHIN in text else text
