"""Records of every kind with every field filled, as a property test wants them."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.contact import Location
from desktop.domain.hours import Closure, Slot
from desktop.domain.phone import Phone, completed
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Kind, Weekday

Strategy = st.SearchStrategy[Any]

_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
_LINES = st.text("äß;,\"'\\\n\r\t =+-@<&", min_size=1, max_size=12)
TEXTS = st.one_of(_TEXT, _LINES).filter(str.strip)
_DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))
_SAMPLES = (
    *("ar", "uk", "bamf", "bamf-koeln", "stadt-2", "sprache", "47441", "05170", "05170024", "2018", "2018-03"),
    *("2018-06-01", "7", "305-311", "08:30", "Info@Moers.de", "a.b+c@x-y.nrw", "www.moers.de"),
    *("https://bamf.de/a?b=c", "http://müller.de/ä", "0" * 32),
)
_CHECKS: Strategy = st.one_of(st.just({}), st.fixed_dictionaries({"checked_on": _DAYS, "checked_by": TEXTS}))
_SIMPLE: dict[type[inspect.Type], Strategy] = {
    inspect.IntType: st.integers(1, 20_000_000),
    inspect.BoolType: st.booleans(),
    inspect.DateType: _DAYS,
    inspect.NoneType: st.none(),
}


def _phones() -> Strategy:
    numbers = ["0231 9058-0", "+49 30 3432622-113", "0171 1234567", "0800 200 6363", "02841 201-0", "+41 44 668 18 00"]
    return st.builds(
        Phone,
        raw=st.sampled_from(numbers),
        kind=_some(Phone, "kind"),
        label=st.none() | TEXTS,
        status=_some(Phone, "status"),
        reason=TEXTS,
    ).map(completed)


def _slots() -> Strategy:
    """Some days, each with one or two spans that do not overlap."""

    def week(days: list[tuple[Weekday, bool, str | None]]) -> tuple[Slot, ...]:
        found: list[Slot] = []
        for day, is_long, note in days:
            found.append(Slot(weekday=day, opens="08:00", closes="12:00", note=note))
            if is_long:
                found.append(Slot(weekday=day, opens="13:30", closes="24:00"))
        return tuple(found)

    day = st.tuples(st.sampled_from(list(Weekday)), st.booleans(), st.none() | TEXTS)
    return st.lists(day, max_size=4, unique_by=lambda one: one[0]).map(week)


def _closures() -> Strategy:
    span = st.builds(
        lambda starts, days, note: Closure(starts=starts, ends=starts + timedelta(days=days), note=note),
        _DAYS,
        st.integers(0, 20),
        st.none() | TEXTS,
    )
    return st.lists(span, max_size=2).map(tuple)


def _own(kind: type[msgspec.Struct], strategy: Strategy) -> Strategy:
    """Fields that depend on each other come from `strategy`, all others from their types."""
    return st.tuples(_struct(kind), strategy).map(lambda both: msgspec.structs.replace(both[0], **both[1]))


@cache
def _struct(kind: type[msgspec.Struct]) -> Strategy:
    shape = inspect.type_info(kind)
    assert isinstance(shape, inspect.StructType)
    fields = {field.name: _of(kind, field.name, field.type) for field in shape.fields}
    return st.builds(kind, **fields)


def _some(kind: type[msgspec.Struct], name: str) -> Strategy:
    shape = inspect.type_info(kind)
    assert isinstance(shape, inspect.StructType)
    return next(_by_type(field.type) for field in shape.fields if field.name == name)


def _of(kind: type[msgspec.Struct], name: str, shape: inspect.Type) -> Strategy:
    if name in {"checked_on", "checked_by", "hours_of"}:
        return st.none()
    if name == "opening_hours":
        return _slots()
    if name == "closures":
        return _closures()
    if name == "phones":
        return st.lists(_phones(), max_size=3).map(tuple)
    if name in {"note", "text", "title"} or name.endswith(("note", "_by")):
        return TEXTS if not isinstance(shape, inspect.UnionType) else st.none() | TEXTS
    return _by_type(shape)


def _by_type(shape: inspect.Type) -> Strategy:
    match shape:
        case inspect.UnionType():
            return st.one_of(*map(_by_type, shape.types))
        case inspect.VarTupleType():
            return st.lists(_by_type(shape.item_type), max_size=3).map(tuple)
        case inspect.StructType():
            return _part(shape.cls)
        case inspect.EnumType():
            return st.sampled_from(list(shape.cls))
        case inspect.StrType():
            return _text(shape)
        case inspect.FloatType():
            return st.floats(shape.ge or 0, shape.le or 1)
    return _SIMPLE[type(shape)]


def _part(kind: type[msgspec.Struct]) -> Strategy:
    if kind in (Provenance, Translation):
        return _own(kind, _CHECKS)
    return _struct(kind)


def _text(shape: inspect.StrType) -> Strategy:
    """Texts by their pattern are chosen rather than made up: a failure is found in seconds, not in minutes."""
    if shape.pattern is None:
        return TEXTS
    return st.sampled_from([word for word in _SAMPLES if re.search(shape.pattern, word)])


def records(kind: Kind) -> st.SearchStrategy[Record]:
    """Records of a kind; what others they name need not be there."""
    found = _struct(RECORD_TYPES[kind])
    if kind is Kind.LOCATION:
        return st.one_of(found, found.map(_taking_hours))
    return found


def _taking_hours(record: Location) -> Location:
    return msgspec.structs.replace(record, hours_of=f"{record.id}-1", opening_hours=(), hours_note=None)
