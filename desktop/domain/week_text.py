"""Opening hours as people write them in one line: `Mo–Do 8–12 und 14–16, Fr 8–12:30`."""

import re
from collections.abc import Sequence

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.hours import Slot, in_order
from desktop.domain.vocabulary import Weekday

_NAMES = (
    ("montags", "mondays"),
    ("dienstags", "tuesdays"),
    ("mittwochs", "wednesdays"),
    ("donnerstags", "thursdays"),
    ("freitags", "fridays"),
    ("samstags", "saturdays", "sonnabends"),
    ("sonntags", "sundays"),
)
"""Days may be shortened to two letters; no other word is taken for one."""
_TOKEN = re.compile(
    r"(?P<filler>\b(?:uhr|und|and|u|von|from|h)\b\.?|[\s,;/&+|]+)"
    r"|(?P<to>\s*(?:[-‐‑‒–—]|\bbis\b|\bto\b)\s*)"
    r"|(?P<day>[a-zäöüß]{2,}\.?:?)"
    r"|(?P<time>[0-9]{1,2}(?:[:.][0-9]{2})?)",
    re.IGNORECASE,
)


def slots_in(text: str) -> tuple[Slot, ...]:
    """The slots that a line tells, as a week runs; raises `InvalidRecordError` where it cannot be read as a whole."""
    found: list[Slot] = []
    days: list[int] = []
    times: list[str] = []
    for kind, word in [*_spans(_tokens(text)), ("day", "")]:
        if kind == "day" and times:
            found += _slots(days, times)
            days, times = [], []
        if kind == "day" and word:
            days += _days(word)
        elif kind == "time":
            times.append(word)
    if days or not found:
        raise _unreadable()
    return in_order(dict.fromkeys(found))


def _tokens(text: str) -> list[tuple[str, str]]:
    """Days, times and what joins two of them; anything else is not read."""
    words, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            raise _unreadable()
        at = match.end()
        if match.lastgroup not in (None, "filler"):
            words.append((str(match.lastgroup), match[0]))
    return words


def _spans(words: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Two of a sort with a dash between them become one."""
    joined: list[tuple[str, str]] = []
    is_open = False
    for kind, word in words:
        if kind == "to":
            if is_open or not joined:
                raise _unreadable()
            is_open = True
        elif is_open:
            before, first = joined.pop()
            if before != kind or "-" in first:
                raise _unreadable()
            joined.append((kind, f"{first}-{word}"))
            is_open = False
        else:
            joined.append((kind, word))
    if is_open:
        raise _unreadable()
    return joined


def _days(word: str) -> list[int]:
    first, *last = [_day(one.rstrip(".:").casefold()) for one in word.split("-")]
    end = last[0] if last else first
    if end < first:
        raise _unreadable()
    return list(range(first, end + 1))


def _day(word: str) -> int:
    for number, names in enumerate(_NAMES):
        if any(name.startswith(word) for name in names):
            return number
    raise _unreadable()


def _slots(days: Sequence[int], spans: Sequence[str]) -> list[Slot]:
    if not days or any("-" not in span for span in spans):
        raise _unreadable()
    week = list(Weekday)
    times = [[_time(one) for one in span.split("-")] for span in spans]
    return [Slot(weekday=week[day], opens=opens, closes=closes) for day in days for opens, closes in times]


def _time(word: str) -> str:
    hour, _, minute = word.replace(".", ":").partition(":")
    if (int(hour), int(minute or 0)) > (24, 0) or int(minute or 0) > 59:
        raise _unreadable()
    return f"{int(hour):02d}:{minute or '00'}"


def _unreadable() -> InvalidRecordError:
    return InvalidRecordError(
        N_("This cannot be read as opening hours. Write it like this: Mo–Th 8–12 and 14–16, Fr 8–12:30")
    )
