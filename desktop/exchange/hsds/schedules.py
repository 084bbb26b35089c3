"""Opening hours as schedules of HSDS, which borrow their words from RFC 5545, and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from desktop.domain.hours import Closure, Slot, overlap
from desktop.domain.reach import Visitable
from desktop.domain.vocabulary import Weekday
from desktop.exchange.hsds.nodes import Node, node, objects, text, uid

_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), Weekday, strict=True))
_CODES = {day: code for code, day in _DAYS.items()}
_TIME = re.compile(r"(?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?")


class Hours(NamedTuple):
    """What schedules say, as plain values of a record."""

    opening_hours: tuple[Slot, ...]
    closures: tuple[Closure, ...]
    hours_note: str | None

    def values(self) -> dict[str, Any]:
        """Those that are not empty, by the field they belong to."""
        found = zip(self._fields, self, strict=True)
        return {name: msgspec.to_builtins(value) for name, value in found if value}


def schedules_of(owner: str, hours: Visitable) -> list[Node]:
    """A schedule a slot, one for every time that a place is closed, and one for the words beside them."""
    weekly = [
        node(freq="WEEKLY", byday=_CODES[slot.weekday], opens_at=slot.opens, closes_at=slot.closes, notes=slot.note)
        for slot in hours.opening_hours
    ]
    closed = [
        node(valid_from=one.starts.isoformat(), valid_to=one.ends.isoformat(), description=one.note)
        for one in hours.closures
    ]
    words = [{"description": hours.hours_note}] if hours.hours_note else []
    return [{"id": uid(owner, "schedule", number), **one} for number, one in enumerate((*weekly, *closed, *words))]


def hours_in(found: object) -> Hours:
    """What schedules say; one that is no weekly time and no closed time is told by its words alone."""
    slots: list[Slot] = []
    closures: list[Closure] = []
    words: list[str] = []
    for schedule in objects(found):
        if weekly := _slots_in(schedule):
            slots += weekly
        elif (closure := _closure_in(schedule)) is not None:
            closures.append(closure)
        elif said := text(schedule.get("description")) or text(schedule.get("notes")):
            words.append(said)
    if overlap(slots):
        return Hours((), tuple(closures), "\n".join(words) or None)
    return Hours(tuple(slots), tuple(closures), "\n".join(words) or None)


def _slots_in(schedule: Node) -> Sequence[Slot]:
    opens, closes = _time(schedule.get("opens_at")), _time(schedule.get("closes_at"))
    days = [_DAYS.get(code.strip().upper()) for code in str(schedule.get("byday") or "").split(",")]
    is_weekly = schedule.get("freq") == "WEEKLY" and schedule.get("interval") in (None, 1, "1")
    if not is_weekly or opens is None or closes is None or opens >= closes or None in days:
        return ()
    note = text(schedule.get("notes"))
    return [Slot(weekday=day, opens=opens, closes=closes, note=note) for day in days if day is not None]


def _closure_in(schedule: Node) -> Closure | None:
    if schedule.get("opens_at") or schedule.get("freq"):
        return None
    try:
        starts, ends = (date.fromisoformat(str(schedule.get(name))) for name in ("valid_from", "valid_to"))
        return Closure(starts=starts, ends=ends, note=text(schedule.get("description")))
    except ValueError:
        return None


def _time(value: object) -> str | None:
    found = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    return found["time"] if found else None
