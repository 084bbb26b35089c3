"""What is wrong in a form: with a field alone, and with fields that do not go together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.domain.errors import N_, Message
from desktop.views.editing import reading
from desktop.views.editing.fields import (
    Choice,
    Day,
    Field,
    Line,
    Names,
    Number,
    Parts,
    Problem,
    Prose,
    Records,
    Time,
    Values,
)
from desktop.views.editing.values import is_blank

_EMPTY = N_("Please fill in this field.")
_LONG = N_("This is too long: {count} letters, at most {longest} fit in.")


def alone(field: Field, raw: Any) -> Iterator[Problem]:
    """What is wrong with one field."""
    if isinstance(field, Parts):
        yield from _in_parts(field, raw or [])
    elif (message := _wrong(field, raw)) is not None:
        yield Problem((field.name,), message)


def together(values: Values) -> Iterator[Problem]:
    """What is wrong with fields that are each right; the values are those that were read."""
    if values.get("hours_of") and (values.get("opening_hours") or values.get("hours_note")):
        words = N_("A place that takes over the hours of another one has none of its own.")
        yield Problem(("hours_of",), Message(words))
    on, by = (values.get(f"provenance.checked_{which}") for which in ("on", "by"))
    if (on is None) != (by is None):
        missing = "provenance.checked_by" if on else "provenance.checked_on"
        yield Problem((missing,), Message(N_("A check needs both a day and the person who checked.")))


def _in_parts(field: Parts, parts: list[Values]) -> Iterator[Problem]:
    written = [(at, part) for at, part in enumerate(parts) if not is_blank(field, part)]
    for at, part in written:
        found = {one.name: message for one in field.fields if (message := _wrong(one, part.get(one.name)))}
        for name, message in field.check(part) if field.check else ():
            found.setdefault(name, message)
        for one in field.fields:
            if one.name in found:
                yield Problem((field.name, at, one.name), found[one.name])
    if field.check_all:
        for at, name, message in field.check_all([part for _, part in written]):
            yield Problem((field.name, written[at][0], name), message)


def _wrong(field: Field, raw: Any) -> Message | None:
    """The message for one field that is no list of parts."""
    match field:
        case Choice():
            return Message(N_("Please choose something.")) if field.is_required and not raw else None
        case Records():
            return Message(N_("Please choose a record.")) if field.is_required and not raw else None
        case Names():
            return next((message for line in raw or [] if (message := _short(field, str(line).strip()))), None)
        case Line() | Prose() | Day() | Time() | Number():
            text = str(raw or "").strip()
            if not text:
                return Message(_EMPTY) if field.is_required else None
            return _in_text(field, text)
    return None


def _in_text(field: Field, text: str) -> Message | None:
    match field:
        case Line():
            return _short(field, text)
        case Prose() if len(text) > field.longest:
            return Message(_LONG, count=len(text), longest=field.longest)
        case Day() if reading.day(text, is_partial=field.is_partial) is None:
            return Message(_DATE if field.is_partial else _DAY)
        case Time() if reading.time(text) is None:
            return Message(N_("This is no time. Write it like 8:30."))
        case Number():
            return _in_number(field, text)
    return None


_DAY = N_("This is no day. Write it like 23.11.2026.")
_DATE = N_("This is no date. Write a day, a month or a year, like 23.11.2026, 11.2026 or 2026.")


def _short(field: Line | Names, text: str) -> Message | None:
    if text and field.check and (message := field.check(text)) is not None:
        return message
    return Message(_LONG, count=len(text), longest=field.longest) if len(text) > field.longest else None


def _in_number(field: Number, text: str) -> Message | None:
    found = reading.number(text, is_whole=field.is_whole)
    if found is None:
        return Message(N_("Please write a whole number.") if field.is_whole else N_("Please write a number."))
    if field.lowest <= found <= field.highest:
        return None
    return Message(N_("The number must be between {lowest} and {highest}."), lowest=field.lowest, highest=field.highest)
