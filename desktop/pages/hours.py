"""When a place is open: its week, its closed days, appointments, and what that means at the hour of reading."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from desktop.domain.contact import Location
from desktop.domain.dossier import Dossier, reference_to
from desktop.domain.filing import title_of
from desktop.domain.hours import Closure, Slot, TimeOfDay, in_order, next_opening, nrw_holiday, on_day
from desktop.domain.reach import Visitable
from desktop.domain.vocabulary import Weekday, label
from desktop.i18n import Translate
from desktop.pages.blocks import DATA_LANGUAGE, Field, Value
from desktop.pages.words import day_text

_WEEK = tuple(Weekday)


def fields(record: Visitable, dossier: Dossier, tr: Translate) -> Iterator[Field]:
    """The opening hours of a place, if anything is known of them."""
    if told := values(record, dossier, tr):
        yield Field(tr("Opening hours"), told)


def values(record: Visitable, dossier: Dossier, tr: Translate) -> tuple[Value, ...]:
    """What is known of the hours of a place, a line each; a place among those of the dossier may lend its own."""
    lender = _lender(record, dossier.locations)
    closures = sorted({*lender.closures, *record.closures}, key=lambda closure: (closure.starts, closure.ends))
    hours = _Hours(in_order(lender.opening_hours), tuple(closures), lender.hours_note, tr)
    told = [*_now(hours, dossier), *_week(hours)]
    if hours.note:
        told.append(Value(text=hours.note, language=DATA_LANGUAGE))
    told += _closed(closures, dossier.today, tr)
    if lender is not record and (lender.opening_hours or lender.hours_note):
        told.append(Value(text=tr("as {name}", name=title_of(lender)), record=reference_to(lender)))
    return (*told, *_appointment(record, tr))


def time_text(time: TimeOfDay, tr: Translate) -> str:
    """A time as the language writes it: `8:30`, and `14` for the full hour."""
    hour, minute = time.split(":")
    if minute == "00":
        return tr("{hour}:00", hour=int(hour))
    return tr("{hour}:{minute}", hour=int(hour), minute=minute)


class _Hours(NamedTuple):
    """What applies at a place, and the language to say it in; a note may name more times than the slots do."""

    slots: tuple[Slot, ...]
    closures: tuple[Closure, ...]
    note: str | None
    tr: Translate


def _lender(record: Visitable, places: Sequence[Location]) -> Visitable:
    """The place whose hours apply, which is most often the place itself."""
    seen = {record.id}
    while isinstance(record, Location) and record.hours_of and record.hours_of not in seen:
        seen.add(record.hours_of)
        record = next((place for place in places if place.id == record.hours_of), record)
    return record


def _week(hours: _Hours) -> Iterator[Value]:
    """The days with equal times on a line; days without any are closed if there are others and no note says more."""
    tr = hours.tr
    days = {day: tuple(slot for slot in hours.slots if slot.weekday is day) for day in _WEEK}
    equal: dict[tuple[tuple[str, str, str | None], ...], list[Weekday]] = {}
    for day, slots in days.items():
        equal.setdefault(tuple((slot.opens, slot.closes, slot.note) for slot in slots), []).append(day)
    free = equal.pop((), [])
    for times, alike in equal.items():
        for note, part in groupby(times, key=lambda time: time[2]):
            spans = [tr("{opens}–{closes}", opens=time_text(a, tr), closes=time_text(b, tr)) for a, b, _ in part]
            text = tr("{days} {times}", days=_days(alike, tr), times=tr(", ").join(spans))
            yield Value(text=text, note=note, note_language=DATA_LANGUAGE if note else None)
    if free and hours.slots and not hours.note:
        yield Value(text=tr("{days} closed", days=_days(free, tr)))


def _days(days: Iterable[Weekday], tr: Translate) -> str:
    """Weekdays in their order, three and more in a row as from–to."""
    found: list[str] = []
    for _, run in groupby(enumerate(days), key=lambda numbered: _WEEK.index(numbered[1]) - numbered[0]):
        names = [tr(label(day)) for _, day in run]
        found += names if len(names) < 3 else [tr("{first}–{last}", first=names[0], last=names[-1])]
    return tr(", ").join(found)


def _closed(closures: Iterable[Closure], today: date | None, tr: Translate) -> Iterator[Value]:
    """The closed days with their reason, without those that are over."""
    for closure in closures:
        if today is None or today <= closure.ends:
            days = day_text(closure.starts, tr)
            if closure.ends > closure.starts:
                days = tr("{starts}–{ends}", starts=days, ends=day_text(closure.ends, tr))
            language = DATA_LANGUAGE if closure.note else None
            yield Value(text=tr("{days} closed", days=days), note=closure.note, note_language=language)


def _appointment(record: Visitable, tr: Translate) -> Iterator[Value]:
    """Whether one needs an appointment, which says nothing about the hours; unknown is left out."""
    if record.by_appointment is not None:
        doubt = next((flag.note for flag in record.flags if flag.field == "by_appointment"), None)
        text = tr("by appointment") if record.by_appointment else tr("without appointment")
        yield Value(text=text, note=doubt, note_language=DATA_LANGUAGE if doubt else None)


def _now(hours: _Hours, dossier: Dossier) -> Iterator[Value]:
    """What the hours mean at the moment of reading; on paper, which outlives it, nothing."""
    at, tr = dossier.read_at, hours.tr
    if at is None or not hours.slots:
        return
    time = f"{at:%H:%M}"
    today = on_day(at.date(), hours.slots, hours.closures, nrw_holiday)
    current, later = today.current(time), today.later(time)
    if current and later:
        until, again = time_text(current.closes, tr), time_text(later.opens, tr)
        text = tr("open today until {time}, again from {again}", time=until, again=again)
    elif current:
        text = tr("open today until {time}", time=time_text(current.closes, tr))
    elif later:
        text = tr("opens today at {time}", time=time_text(later.opens, tr))
    elif hours.note and not (today.slots or today.closed_for):
        return
    else:
        reason = tr("closed today ({reason})", reason=today.closed_for) if today.closed_for else tr("closed today")
        text = _until_it_opens(tr("closed by now") if today.slots else reason, at.date(), hours)
    note = current.note if current else None
    yield Value(text=text, note=note, note_language=DATA_LANGUAGE if note else None, is_essential=True)


def _until_it_opens(closed: str, today: date, hours: _Hours) -> str:
    """That a place is closed, and when it opens again if that is not too far away to know."""
    tr = hours.tr
    coming = next_opening(today, hours.slots, hours.closures, nrw_holiday)
    if coming is None:
        return closed
    day, slot = coming
    time, ahead = time_text(slot.opens, tr), (day - today).days
    if ahead == 1:
        return tr("{closed}, opens tomorrow at {time}", closed=closed, time=time)
    named = tr(label(slot.weekday)) if ahead < len(_WEEK) else day_text(day, tr)
    return tr("{closed}, opens {day} at {time}", closed=closed, day=named, time=time)
