"""What is wrong with what stands in a field, told in words that help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import inspect

from desktop.domain.errors import N_, InvalidRecordError, Message
from desktop.domain.hours import Slot, TimeOfDay, overlap
from desktop.domain.phone import Phone, completed
from desktop.domain.record import Link
from desktop.domain.vocabulary import ReachStatus, Weekday
from desktop.views.editing import reading
from desktop.views.editing.fields import Values

_AGS = re.compile(r"05[0-9]{3}([0-9]{3})?")
_POSTCODE = re.compile(r"[0-9]{5}")
_SPAN = re.compile(r"[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?")
_TLD = re.compile(r"\.[A-Za-z]{2,}$")
_LONGEST_MAIL = 254


def postcode(text: str) -> Message | None:
    """A German postcode."""
    return None if _POSTCODE.fullmatch(text) else Message(N_("A postcode has five digits."))


def official_key(text: str) -> Message | None:
    """The AGS of a municipality or county in North Rhine-Westphalia."""
    return (
        None if _AGS.fullmatch(text) else Message(N_("The official key begins with 05 and has five or eight digits."))
    )


def line_span(text: str) -> Message | None:
    """Lines of a source."""
    return None if _SPAN.fullmatch(text) else Message(N_("Write lines of the source like 27 or 305-311."))


def link(text: str) -> Message | None:
    """A web address, by the pattern of the record itself."""
    if re.search(_LINK_PATTERN, text):
        return None
    return Message(N_("This is no web address. Write it like www.moers.de or https://www.moers.de/seite."))


def email(text: str) -> Message | None:
    """A mail address that could exist; nobody is asked whether it does."""
    if (told := _shape_of_mail(text)) is not None:
        return told
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return _side_at_fault(text)
    return None


def _shape_of_mail(text: str) -> Message | None:
    """What anybody can see to be wrong."""
    before, sign, after = text.partition("@")
    if not sign:
        return Message(N_("A mail address has an @ in it, like info@moers.de."))
    if "@" in after:
        return Message(N_("Only one mail address fits in here, with one @."))
    if re.search(r"\s", text):
        return Message(N_("A mail address has no blanks in it."))
    if not before:
        return Message(N_("Something is missing before the @."))
    if not _TLD.search(after):
        return Message(N_("Behind the @ something like moers.de is missing."))
    return Message(N_("This mail address is too long.")) if len(text) > _LONGEST_MAIL else None


def _side_at_fault(text: str) -> Message:
    from email_validator import EmailNotValidError, validate_email

    before, _, after = text.partition("@")
    try:
        validate_email(f"info@{after}", check_deliverability=False)
    except EmailNotValidError:
        return Message(N_("“{text}” behind the @ cannot be an address."), text=after)
    return Message(N_("“{text}” before the @ has a sign that mail addresses do not have."), text=before)


def phone(part: Values) -> Iterator[tuple[str, Message]]:
    """A number that can be dialled, unless it is marked as dead."""
    yield from reach(part)
    raw = str(part.get("raw") or "")
    if raw:
        status = ReachStatus(part.get("status") or ReachStatus.ACTIVE)
        try:
            completed(Phone(raw=raw, status=status, reason="-"))
        except InvalidRecordError as error:
            yield "raw", error.message


def reach(part: Values) -> Iterator[tuple[str, Message]]:
    """What is doubtful or dead says why."""
    if part.get("status") in {ReachStatus.DOUBTFUL, ReachStatus.DEAD} and not part.get("reason"):
        yield "reason", Message(N_("Please say why it is doubtful or no longer reachable."))


def slot(part: Values) -> Iterator[tuple[str, Message]]:
    """A time of opening that ends after it begins."""
    opens, closes = (reading.time(str(part.get(name) or "")) for name in ("opens", "closes"))
    if opens and closes and opens >= closes:
        yield "closes", Message(N_("A place must open before it closes."))


def closure(part: Values) -> Iterator[tuple[str, Message]]:
    """Closed days that end after they begin."""
    starts, ends = (reading.day(str(part.get(name) or "")) for name in ("starts", "ends"))
    if starts and ends and starts > ends:
        yield "ends", Message(N_("The closed days must begin before they end."))


def slots(parts: Sequence[Values]) -> Iterator[tuple[int, str, Message]]:
    """Times of opening that do not overlap."""
    read = [(at, found) for at, part in enumerate(parts) if (found := _slot(part)) is not None]
    for at, (place, later) in enumerate(read):
        for _, earlier in read[:at]:
            if overlap((earlier, later)):
                words = N_("This overlaps with {time} on the same day.")
                yield place, "opens", Message(words, time=_span(earlier))
                break


def _span(slot: Slot) -> Message:
    """Times as pages write them."""
    return Message(N_("{opens}–{closes}"), opens=_time(slot.opens), closes=_time(slot.closes))


def _time(time: TimeOfDay) -> Message:
    hour, minute = time.split(":")
    return Message(N_("{hour}:00") if minute == "00" else N_("{hour}:{minute}"), hour=int(hour), minute=minute)


def _slot(part: Values) -> Slot | None:
    opens, closes = (reading.time(str(part.get(name) or "")) for name in ("opens", "closes"))
    if not (opens and closes and opens < closes):
        return None
    return Slot(weekday=Weekday(part.get("weekday") or Weekday.MONDAY), opens=opens, closes=closes)


def _pattern_of(shape: type[Any], name: str) -> str:
    found = inspect.type_info(shape)
    assert isinstance(found, inspect.StructType)
    kind = next(field.type for field in found.fields if field.name == name)
    assert isinstance(kind, inspect.StrType)
    assert kind.pattern is not None
    return kind.pattern


_LINK_PATTERN = _pattern_of(Link, "raw")
