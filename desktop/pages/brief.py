"""A record on a few lines: what it is for and how to reach it, for handouts and directories."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from desktop.domain.dossier import Dossier
from desktop.domain.vocabulary import Kind, Status, label
from desktop.i18n import Translate
from desktop.pages.blocks import Block, Fields, Heading, Key, Page
from desktop.pages.record import page

_LEFT_OUT = frozenset({Key.SUBJECTS, Key.TARGET_GROUPS})
_LEFT_OUT_OF_MUNICIPALITY = frozenset({Key.REGISTER})
"""Of a municipality it is said for whom it works and on what: most have no address of their own, and nobody who is
advised asks for its official key."""


def brief(dossier: Dossier, tr: Translate, *, has_places: bool = True) -> Page:
    """The page of a record without what a visitor can do without; of an organisation with its contact points or not."""
    whole, status = page(dossier, tr), dossier.record.status
    badges = (tr(label(status)),) if status is not Status.ACTIVE else ()
    left_out = _LEFT_OUT_OF_MUNICIPALITY if dossier.record.KIND is Kind.MUNICIPALITY else _LEFT_OUT
    return replace(whole, badges=badges, blocks=tuple(_kept(whole.blocks, left_out, has_places=has_places)))


def _kept(blocks: Iterable[Block], left_out: frozenset[Key], *, has_places: bool) -> Iterator[Block]:
    """The facts before the first heading; behind headings only ways to reach somebody, with the heading above them."""
    heading: Heading | None = None
    for block in blocks:
        if isinstance(block, Fields) and heading is None:
            if fields := tuple(field for field in block.fields if field.key not in left_out):
                yield Fields(fields)
        elif isinstance(block, Fields) and (block.is_own or (has_places and _is_reach(block))):
            assert heading is not None
            yield heading
            yield block
        elif isinstance(block, Heading):
            heading = block


def _is_reach(block: Fields) -> bool:
    """Whether the fields say how to reach somebody, and not only which other records there are."""
    values = [value for field in block.fields for value in field.values]
    is_list_of_records = any(field.values and field.values[0].record for field in block.fields)
    return not is_list_of_records and any(value.copied or value.target for value in values)
