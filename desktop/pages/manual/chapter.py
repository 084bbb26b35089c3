"""A chapter of the manual."""

from msgspec import Struct

from desktop.pages.blocks import Drawn

CHAPTER = "chapter:"
"""What the target of a link to another chapter begins with."""


class Chapter(Struct, frozen=True):
    """What is shown at once; `words` are looked through and shown nowhere."""

    key: str
    title: str
    blocks: tuple[Drawn, ...]
    words: str = ""
