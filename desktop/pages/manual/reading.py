"""Reads a chapter as it is written: a few marks at the beginning of a line, a key in braces, no markup else.

    # Title                     the first line
    words: everyday words       by which the chapter is found, shown nowhere
    ## Heading   ### Heading
    - item   - title: item      a list
    1. step                     a numbered list
    | {Ctrl+K} | what it does   a table of two columns
    > remark   ! warning
    ![words for it](file.png)   a picture
    @name                       a part that the program makes itself
    = See also: key, key        links to other chapters

A chapter that is also read as Markdown may have its words in a comment, tables with a head, lines between ```, which
stay as they are, a warning as `> **Word:** warning`, and links as `See also: [Title](key.md), [Title](key.txt)`.

Everything else is running text; lines belong together until a line is empty or has a mark. `{Ctrl+K}` is written as
this system spells keys; what stands between ` ` is what a person types.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from pathlib import Path

from msgspec import Struct

from desktop.pages.blocks import (
    Bullets,
    Code,
    Drawn,
    Field,
    Fields,
    Heading,
    Item,
    Note,
    Paragraph,
    Picture,
    Steps,
    Tone,
    Value,
)
from desktop.pages.manual.chapter import CHAPTER, Chapter

KEY = re.compile(r"\{([^{}]+)\}")
_TYPED = re.compile(r"`([^`]+)`")
_WORDS, _COMMENTED, _COMMENT_ENDS = "words:", "<!-- words:", "-->"
_FENCE = "```"
_RULE = re.compile(r"\|( ?:?-+:? ?\|)+")
"""The line below the head of a table."""
_PICTURE = re.compile(r"!\[(?P<text>[^]]+)\]\((?P<file>[\w-]+\.png)\)")
_LINK = re.compile(r"\[[^]]+\]\(([\w-]+)\.(?:md|txt)\)")
_SEE_ALSO = re.compile(rf"[\w ]+: {_LINK.pattern}(?:, {_LINK.pattern})*")
_WARNING = re.compile(r"^> \*\*[^*]+:\*\* ")
_MARKS = ("### ", "## ", "- ", "| ", "> ", "![", "! ", "@", "= ", _FENCE)
_STEP = re.compile(r"\d+\. ")


class Hand(Struct, frozen=True):
    """What a chapter needs besides its text: where pictures lie, how keys are spelled, titles, parts made elsewhere."""

    pictures: Path
    spelled: Callable[[str], str]
    titles: Mapping[str, str]
    made: Mapping[str, Sequence[Drawn]]


def title_of(text: str) -> str:
    """The title in the first line."""
    return text.partition("\n")[0].removeprefix("# ").strip()


def chapter(key: str, text: str, hand: Hand) -> Chapter:
    """The chapter in a text."""
    lines = text.splitlines()[1:]
    words = " ".join(_words(line) for line in lines if line.startswith((_WORDS, _COMMENTED)))
    shown = (line for line in lines if not line.startswith((_WORDS, _COMMENTED)))
    parts = (_in_own_marks(part) for part in _joined(shown))
    blocks = tuple(block for mark, group in groupby(parts, _mark) for block in _blocks(mark, list(group), hand))
    return Chapter(key, title_of(text), (Heading(title_of(text), level=1), *blocks), words)


def _words(line: str) -> str:
    return line.removeprefix(_COMMENTED).removeprefix(_WORDS).removesuffix(_COMMENT_ENDS).strip()


def _in_own_marks(line: str) -> str:
    """What Markdown writes otherwise, in the marks that are read here."""
    return "= " + _LINK.sub(r"\1", line) if _SEE_ALSO.fullmatch(line) else _WARNING.sub("! ", line)


def _mark(line: str) -> str:
    """The mark that a line begins with; nothing for running text."""
    return "1. " if _STEP.match(line) else next((mark for mark in _MARKS if line.startswith(mark)), "")


def _joined(lines: Iterator[str]) -> Iterator[str]:
    """Lines with what goes on in the next ones; an empty line ends what was begun."""
    held = ""
    for line in lines:
        if line.startswith(_FENCE):
            if held:
                yield held
            held = ""
            yield "\n".join((_FENCE, *takewhile(lambda inner: inner != _FENCE, lines)))
            continue
        if held and (not line.strip() or _mark(line)):
            yield held
            held = ""
        held = f"{held} {line.strip()}" if held and line.strip() else held or line.strip()
    if held:
        yield held


def _blocks(mark: str, lines: list[str], hand: Hand) -> Iterator[Drawn]:
    """What a row of lines with the same mark says."""
    if mark == _FENCE:
        yield from (Code(line.removeprefix(f"{_FENCE}\n")) for line in lines)
        return
    lines = _rows(lines) if mark == "| " else lines
    texts = [
        _spelled(line.removeprefix(mark) if mark != "1. " else _STEP.sub("", line, count=1), hand) for line in lines
    ]
    match mark:
        case "1. ":
            yield Steps(tuple(texts))
        case "- ":
            yield Bullets(tuple(_item(text) for text in texts))
        case "| ":
            yield Fields(tuple(_row(text) for text in texts))
        case _:
            for line, text in zip(lines, texts, strict=True):
                yield from _single(mark, line, text, hand)


def _single(mark: str, line: str, text: str, hand: Hand) -> Iterator[Drawn]:
    match mark:
        case "## " | "### ":
            yield Heading(text, level=len(mark) - 1)
        case "> " | "! ":
            yield Note(text, tone=Tone.CAUTION if mark == "! " else Tone.PLAIN)
        case "![":
            found = _PICTURE.fullmatch(line)
            if found is None:
                raise ValueError(line)
            yield Picture(hand.pictures / found["file"], found["text"])
        case "@":
            yield from hand.made.get(text, ())
        case "= ":
            yield _links(text, hand)
        case _:
            yield Paragraph(text)


def _item(text: str) -> Item:
    title, colon, rest = text.partition(": ")
    is_titled = bool(colon) and len(title.split()) <= 4
    return Item(rest, title) if is_titled else Item(text)


def _rows(lines: list[str]) -> list[str]:
    """The rows of a table without its head."""
    rules = [number for number, line in enumerate(lines) if _RULE.fullmatch(line)]
    return lines[rules[0] + 1 :] if rules else lines


def _row(text: str) -> Field:
    label, _, value = text.removesuffix(" |").partition(" | ")
    return Field(label.strip(), (Value(text=value.strip()),))


def _links(text: str, hand: Hand) -> Fields:
    label, _, keys = text.partition(": ")
    targets = [key.strip() for key in keys.split(",")]
    return Fields((Field(label, tuple(Value(text=hand.titles[key], target=CHAPTER + key) for key in targets)),))


def _spelled(text: str, hand: Hand) -> str:
    """The text with its keys as this system spells them, and what is typed between quotation marks."""
    return _TYPED.sub(r"„\1“", KEY.sub(lambda found: hand.spelled(found[1]), text))
