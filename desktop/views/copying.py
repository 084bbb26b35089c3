"""Which values of a page a person means by "the number", "the mail address" and "the address"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from desktop.domain.errors import N_

if TYPE_CHECKING:
    from desktop.pages.blocks import Block, Value

PHONE, EMAIL, ADDRESS = "phone", "email", "address"

_IS: Mapping[str, Callable[[Value], bool]] = {
    PHONE: lambda value: (value.target or "").startswith("tel:"),
    EMAIL: lambda value: (value.target or "").startswith("mailto:"),
    ADDRESS: lambda value: "\n" in (value.copied or ""),  # a block of lines for a letter
}
MISSING = {
    PHONE: N_("Nothing copied: there is no telephone number on this page."),
    EMAIL: N_("Nothing copied: there is no e-mail address on this page."),
    ADDRESS: N_("Nothing copied: there is no postal address on this page."),
}


def first_of(what: str, blocks: Iterable[Block]) -> Value | None:
    """The first value of that sort that may be copied and belongs to the record itself."""
    return next((value for value in _own(blocks) if value.copied and not value.is_void and _IS[what](value)), None)


def _own(blocks: Iterable[Block]) -> Iterator[Value]:
    """The values above the first heading, and below it what a reader looks for first or the head office has.

    So do the ways to reach a municipality's desk. What else stands below a heading may be a neighbour's: another
    location with its number.
    """
    from desktop.pages.blocks import Fields, Heading

    is_below = False
    for block in blocks:
        is_below = is_below or isinstance(block, Heading)
        if isinstance(block, Fields):
            for field in block.fields:
                is_own = block.is_own or not is_below
                yield from (value for value in field.values if value.is_essential or value.is_own or is_own)
