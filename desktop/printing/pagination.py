"""A story cut into pages, without drawing any of them."""

from collections.abc import Iterator, Sequence

from desktop.printing.flowable import Flowable
from desktop.printing.stack import Stack


class NoRoomError(RuntimeError):
    """A page has no room for even the least part of a story."""


def pages(story: Sequence[Flowable], width: float, height: float) -> Iterator[Flowable]:
    """The part of the story on each page."""
    rest: Flowable = Stack(story)
    while rest.height(width) > height:
        parts = rest.parted(width, height, is_fresh=True)
        if parts is None:
            raise NoRoomError
        first, rest = parts
        yield first
    yield rest
