"""A piece of paper that can be found again: by links in the same file, and on which page it begins."""

from collections.abc import Iterable, Mapping

from typing_extensions import override

from desktop.printing.canvas import SheetCanvas
from desktop.printing.flowable import Flowable, Parts
from desktop.printing.section import Section
from desktop.printing.stack import Stack


class Marked(Flowable):
    """A piece with a key; where it breaks, the key stays with its beginning."""

    def __init__(self, piece: Flowable, key: str) -> None:
        self._piece = piece
        self.key = key
        self.space_before = piece.space_before
        self.space_after = piece.space_after
        self.is_kept_with_next = piece.is_kept_with_next

    @override
    def _measure(self, width: float) -> float:
        return self._piece.height(width)

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        parts = self._piece.parted(width, height, is_fresh=is_fresh)
        return (Marked(parts[0], self.key), parts[1]) if parts else None

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        canvas.mark_place(self.key, top)
        self._piece.draw(canvas, left, top, width)


def page_numbers(sections: Iterable[Section], first: int) -> Mapping[str, int]:
    """On which page each key begins, when these sections begin on the page `first`; found out without drawing."""
    found: dict[str, int] = {}
    number = first
    for section in sections:
        for page in section.pages:
            pieces = page.pieces if isinstance(page, Stack) else [page]
            found |= {piece.key: number for piece in pieces if isinstance(piece, Marked)}
            number += 1
    return found
