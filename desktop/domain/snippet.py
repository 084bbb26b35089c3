"""Where in a record a match stands: the field, and plain text around it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop.domain.document import Passage
from desktop.domain.needles import Needles, bare, found_in, needles_of
from desktop.domain.query import Group
from desktop.domain.search import Snippet

_WIDTH = 120
_BEFORE = 40
_BEGIN = r"(?<![^\W_])"
_PAIR = re.compile("ae|oe|ue|ss")
_LETTERS = {
    "a": "[aäàáâãå]",
    "o": "[oöòóôõø]",
    "u": "[uüùúû]",
    "e": "[eéèêë]",
    "i": "[iïîíı]",
    "c": "[cç]",
    "l": "[lł]",
}
_PAIRS = {"ae": "(?:ae|ä|æ)", "oe": "(?:oe|ö|œ)", "ue": "(?:ue|ü)", "ss": "(?:ss|ß)"}
HIDDEN = frozenset({"phone_digits"})
"""Fields that are searched and never shown; the passage before shows what they say."""

Match = tuple[Passage, int, int]


def best_match(passages: Sequence[Passage], groups: Sequence[Group], *, is_part: bool = False) -> Match | None:
    """The passage in which most groups stand, the first of several, and where the first group found stands in it.

    A group stands where a word begins with it; with `is_part`, also within words.
    """
    best: Match | None = None
    most = 0
    for at in range(len(passages)):
        found = [span for group in groups if (span := _span(passages, at, group, is_part))]
        if len(found) > most:
            shown, start, end = found[0]
            best, most = (shown, start, end), len(found)
            if most == len(groups):
                break
    return best


def marks_of(text: str, groups: Sequence[Group], *, is_part: bool = False) -> list[tuple[int, int] | None]:
    """Where each group stands in a text, if it does; a number is looked for nowhere."""
    if needles := _needles(tuple(groups)):
        letters = bare(text)
        return [found_in(letters, one, is_part=is_part) for one in needles]
    passage = [Passage("email" if "@" in text else "", text)]
    found = [None if group.number else _span(passage, 0, group, is_part) for group in groups]
    return [match[1:] if match else None for match in found]


def thorough_match(passages: Sequence[Passage], groups: Sequence[Group]) -> Match | None:
    """As `best_match`, also where signs stand between the letters or the word is only a part of another."""
    for pattern in (_pattern(tuple(groups), True), _pattern(tuple(groups), False)):
        for passage in passages:
            found = pattern.search(passage.text) if passage.field not in HIDDEN else None
            if found:
                return passage, found.start(), found.end()
    return None


def around(text: str, start: int, end: int) -> Snippet:
    """At most about 120 characters of a text, cut between words, with the match in them."""
    if len(text) <= _WIDTH:
        return Snippet(text, start, end)
    first = max(0, min(start - _BEFORE, len(text) - _WIDTH))
    last = max(end, min(len(text), first + _WIDTH))
    if first > 0:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    head, tail = "… " if first > 0 else "", " …" if last < len(text) else ""
    return Snippet(f"{head}{text[first:last]}{tail}", start - first + len(head), end - first + len(head))


def whole_word(text: str, start: int, end: int) -> str:
    """The whole word that a match begins in."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


@lru_cache(maxsize=16)
def _needles(groups: tuple[Group, ...]) -> Needles:
    return needles_of(groups)


def _span(passages: Sequence[Passage], at: int, group: Group, is_part: bool) -> Match | None:
    passage = passages[at]
    if passage.field in HIDDEN or (group.is_mail and passage.field != "email"):
        return None
    if group.number and (match := _number_span(passages, at, group)):
        return match
    bare = unmarked(passage.text)
    for words in group.spellings:
        word = words[0]
        if (start := bare.find(word) if is_part else begin_of(bare, word)) >= 0:
            return passage, start, start + len(word)
        if _PAIR.search(word) and (found := _written(word, is_part).search(passage.text)):
            return passage, found.start(), found.end()
    return None


def unmarked(text: str) -> str:
    """A text in small letters without the commonest marks, letter for letter where it was."""
    return text.lower().replace("ä", "a").replace("ö", "o").replace("ü", "u")


def begin_of(text: str, word: str) -> int:
    """Where a word of the text begins with `word`, or -1."""
    start = text.find(word)
    while start > 0 and text[start - 1].isalnum():
        start = text.find(word, start + 1)
    return start


def _number_span(passages: Sequence[Passage], at: int, group: Group) -> Match | None:
    """The whole passage, if the digits that stand behind it are those of the number."""
    behind = passages[at + 1] if at + 1 < len(passages) else None
    words = behind.text.split() if behind and behind.field in HIDDEN else []
    if any(word.startswith(group.number) for word in words) or not set(words).isdisjoint(group.stems):
        return passages[at], 0, len(passages[at].text)
    return None


@lru_cache(maxsize=64)
def _written(word: str, is_part: bool) -> re.Pattern[str]:
    """The beginning of a word that is typed with ae or ss and may be written with ä or ß."""
    return re.compile(("" if is_part else _BEGIN) + _tolerant(word), re.IGNORECASE)


@lru_cache(maxsize=32)
def _pattern(groups: Iterable[Group], is_begin: bool) -> re.Pattern[str]:
    forms = [r"[\W_]*".join(_tolerant(word) for word in words) for group in groups for words in group.spellings]
    forms += [_tolerant(word) for group in groups for words in group.spellings for word in words if len(words) > 1]
    begin = _BEGIN if is_begin else ""
    return re.compile(f"{begin}(?:{'|'.join(forms)})", re.IGNORECASE)


def _tolerant(word: str) -> str:
    """A pattern for a folded word that lets marks and single separators stand where people write them."""
    found, at = [], 0
    while at < len(word):
        pair = word[at : at + 2]
        found.append(_PAIRS.get(pair) or _LETTERS.get(word[at]) or re.escape(word[at]))
        at += 2 if pair in _PAIRS else 1
    return "[-*:/_.]?".join(found)
