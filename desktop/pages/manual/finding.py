"""Looks through the manual as the program looks through its records: folded, by the beginnings of words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.domain.query import Group, understood
from desktop.domain.search import Snippet
from desktop.domain.snippet import around, marks_of, whole_word
from desktop.pages.blocks import Bullets, Code, Drawn, Fields, Heading, Note, Paragraph, Picture, Steps
from desktop.pages.manual.chapter import Chapter

_IN_TITLE, _IN_HEADING, _IN_TEXT = 0, 1, 2


class Found(Struct, frozen=True):
    """A chapter in which everything typed stands: text around the first place, below which heading it is."""

    chapter: Chapter
    heading: str
    snippet: Snippet


class Finding(Struct, frozen=True):
    """What was typed, the chapters that have it, the best first, and whether it had to be looked for within words."""

    groups: tuple[Group, ...]
    found: tuple[Found, ...]
    is_part: bool = False

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Everywhere in a text where something that was typed stands."""
        return sorted(span for group in self.groups for span in _spans(text, group, self.is_part))


def find(chapters: Sequence[Chapter], text: str) -> Finding:
    """The chapters in which all words of a text stand; within words only where none has them at the beginning."""
    groups = tuple(Group(group.typed, group.spellings) for group in understood(text).groups)
    for is_part in (False, True):
        found = [hit for chapter in chapters if groups and (hit := _found(chapter, groups, is_part))]
        if found:
            found.sort(key=lambda hit: hit[0])
            return Finding(groups, tuple(one for _, one in found), is_part)
    return Finding(groups, ())


def texts_of(blocks: Sequence[Drawn]) -> Iterator[tuple[str, str]]:
    """Each text of a chapter with the heading that it stands below."""
    heading = ""
    for block in blocks:
        if isinstance(block, Heading):
            heading = block.text
        yield from ((heading, text) for text in _texts(block) if text)


def _texts(block: Drawn) -> Iterator[str]:
    match block:
        case Heading(text) | Paragraph(text) | Note(text) | Picture(_, text):
            yield text
        case Bullets(items):
            yield from (f"{item.title}: {item.text}" if item.title else item.text for item in items)
        case Steps(texts):
            yield from texts
        case Code(text):
            yield from text.splitlines()
        case Fields(fields):
            for field in fields:
                if not any(value.target for value in field.values):  # links to other chapters say nothing of this one
                    yield f"{field.label}: {', '.join(value.text for value in field.values)}"


def _found(chapter: Chapter, groups: Sequence[Group], is_part: bool) -> tuple[int, Found] | None:
    """The best place of a chapter and how good it is; nothing unless all that was typed stands somewhere in it."""
    texts = [*texts_of(chapter.blocks), (chapter.title, chapter.words)]
    missing = set(range(len(groups)))
    best: tuple[int, int, Found] | None = None
    first = next((block.text for block in chapter.blocks if isinstance(block, Paragraph)), chapter.title)
    for heading, text in texts:
        marks = marks_of(text, groups, is_part=is_part)
        spans = [mark for mark in marks if mark]
        missing -= {number for number, mark in enumerate(marks) if mark}
        if spans and (best is None or (-len(spans), _place(chapter, heading, text)) < best[:2]):
            shown = first if text in (chapter.title, chapter.words) else text
            start, end = min(spans) if shown is text else (0, 0)
            best = -len(spans), _place(chapter, heading, text), Found(chapter, heading, around(shown, start, end))
    return None if best is None or missing else (best[1], best[2])


def _place(chapter: Chapter, heading: str, text: str) -> int:
    if text in (chapter.title, chapter.words):
        return _IN_TITLE
    return _IN_HEADING if text == heading else _IN_TEXT


def _spans(text: str, group: Group, is_part: bool) -> Iterator[tuple[int, int]]:
    """Every place of one group, one behind the other."""
    at = 0
    while (mark := marks_of(text[at:], (group,), is_part=is_part)[0]) is not None:
        start, end = mark
        word = whole_word(text, at + start, at + end)
        yield at + start, at + max(end, start + 1)
        at += max(end, start + max(len(word), 1))
