"""What a record does not say, told once instead of below a heading each; for paper, where every line counts."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from desktop.i18n import Translate
from desktop.pages.blocks import Block, Heading, Paragraph

_LEAST = 2


def gathered(blocks: Iterable[Block], tr: Translate) -> tuple[Block, ...]:
    """The blocks with one line for all sections that say nothing, behind the last section of that level."""
    sections = [list(section) for section in _sections(blocks)]
    empty = [section for section in sections if _is_empty(section)]
    if len(empty) < _LEAST:
        return tuple(block for section in sections for block in section)
    names = tr(", ").join(section[0].text for section in empty if isinstance(section[0], Heading))
    line = (Heading(tr("Not stated")), Paragraph(names, is_quiet=True))
    last = sections.index(empty[-1])
    told = [block for section in sections[:last] if section not in empty for block in section]
    return (*told, *line, *(block for section in sections[last + 1 :] for block in section))


def _sections(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """What stands below each heading of level 2, the heading included."""
    number = 0

    def place(block: Block) -> int:
        nonlocal number
        number += isinstance(block, Heading) and block.level <= 2
        return number

    return (list(group) for _, group in groupby(blocks, key=place))


def _is_empty(section: list[Block]) -> bool:
    """Whether a section only says that nothing is stated."""
    return len(section) == 2 and isinstance(section[0], Heading) and _is_quiet(section[1])


def _is_quiet(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.is_quiet
