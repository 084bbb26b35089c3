"""What begins on a page of its own within a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from desktop.printing.text import Writer


@dataclass(frozen=True, kw_only=True)
class Section:
    """A story, and what all of its pages say at top and foot."""

    writer: Writer
    title: str
    kicker: str
    as_of: str
    source: str
    story: Sequence[Flowable]
