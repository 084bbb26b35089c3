"""What begins on a page of its own within a document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from desktop.printing import pagination
from desktop.printing.flowable import Flowable
from desktop.printing.furniture import Furniture
from desktop.printing.structure import Element, Tag
from desktop.printing.styles import StyleSet, style_sets
from desktop.printing.variant import Variant


@dataclass(frozen=True, kw_only=True)
class Section:
    """A story, and what all of its pages say at top and foot."""

    furniture: Furniture
    story: Sequence[Flowable]
    element: Element = field(default_factory=lambda: Element(Tag.SECTION))

    @cached_property
    def pages(self) -> list[Flowable]:
        """What stands on each page, found out without drawing it."""
        frame = self.furniture.frame
        return list(pagination.pages(self.story, frame.width, frame.height))


def largest(make: Callable[[StyleSet], Section], variant: Variant, *, pages: int) -> Section:
    """A section in the largest type with which it takes no more than these pages, or else as few as it can."""
    tried: list[tuple[int, Section]] = []
    for style_set in style_sets(variant):
        section = make(style_set)
        count = len(section.pages)
        if count <= pages:
            return section
        tried.append((count, section))
    return min(tried, key=itemgetter(0))[1]
