"""QR codes as patterns of dark and light modules, whatever draws them."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, NamedTuple

import segno
from msgspec import Struct
from segno import consts

QUIET_ZONE = 4
"""The empty margin in modules that readers need (ISO/IEC 18004)."""
_ERROR_LEVELS = ("m", "l")
_MASK = 3  # to try all eight masks takes four times as long; readers know each of them
_KEPT = 256
_MODULES_BESIDE_VERSION = 17  # version 1 has 21 modules a side, each further one 4 more
_MOST_VERSION = 40
_HEAD_BITS = 20  # before the text: what kind of text it is, and its length


class Bar(NamedTuple):
    """Neighbouring dark modules of a row, in modules from the upper left corner of the margin."""

    column: int
    row: int
    length: int


class QrSymbol(Struct, frozen=True):
    """A code with what it says; `modules` counts those of a side, the empty margin included."""

    content: str
    modules: int
    bars: tuple[Bar, ...]


def qr_symbol(contents: Sequence[str], *, most_modules: int) -> QrSymbol | None:
    """The first of the contents, the fullest one first, whose code has no more modules a side; nothing where none has.

    A code that bears less damage is taken sooner than one that says less.
    """
    return next((symbol for content in contents if (symbol := _symbol(content, most_modules))), None)


@lru_cache(maxsize=_KEPT)
def _symbol(content: str, most_modules: int) -> QrSymbol | None:
    for error in _ERROR_LEVELS:
        if len(content.encode()) > _capacity(error, most_modules):
            continue
        made = segno.make_qr(content, error=error, mode="byte", mask=_MASK, encoding="utf-8")
        modules = len(made.matrix) + 2 * QUIET_ZONE
        if modules <= most_modules:
            return QrSymbol(content, modules, tuple(_bars(made.matrix)))
    return None


@cache
def _capacity(error: str, most_modules: int) -> int:
    """How many bytes the largest symbol holds that has room; to try out whether a text fits costs a whole symbol."""
    version = min((most_modules - 2 * QUIET_ZONE - _MODULES_BESIDE_VERSION) // 4, _MOST_VERSION)
    if version < 1:
        return 0
    bits: Any = consts.SYMBOL_CAPACITY
    return (int(bits[version][consts.ERROR_MAPPING[error.upper()]]) - _HEAD_BITS) // 8


def _bars(matrix: Sequence[bytearray]) -> Iterator[Bar]:
    for row, modules in enumerate(matrix, start=QUIET_ZONE):
        at = QUIET_ZONE
        for is_dark, group in groupby(modules):
            length = len(list(group))
            if is_dark:
                yield Bar(at, row, length)
            at += length
