"""The texts of our own columns as values of a record of one kind."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.hours import Slot
from desktop.domain.incoming import Stamp
from desktop.domain.provenance import Provenance
from desktop.domain.vocabulary import Kind
from desktop.exchange.columns.codecs import fields_of, part_fields, provenance_codecs
from desktop.exchange.columns.draft import Draft
from desktop.exchange.columns.lines import lines_in
from desktop.exchange.columns.parts_in import parts_in

_LONGEST_WEEK = 2_000


class Values:
    """The fields of a record so far, those that the row speaks of, and texts that this kind has no field for."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.given: set[str] = set()
        self.refused: set[str] = set()
        self.unused: dict[str, str] = {}


def values_in(kind: Kind, draft: Draft) -> Values:
    """The fields that the row tells; what cannot be read is told as lost."""
    found = Values()
    fields = fields_of(kind) if draft.simple else {}
    for key, text in draft.simple.items():
        field = fields.get(key)
        if field is None:
            found.unused[key] = text
        elif key == "opening_hours":
            _take_hours(found, draft, text)
        else:
            try:
                found.values[field.name] = field.codec.decode(text)
            except ValueError as error:
                found.refused.add(field.name)
                draft.lose(draft.column(key), text, error)
    its_own = part_fields(RECORD_TYPES[kind])
    for name, parts in parts_in(draft).items():
        if name in its_own:
            found.values[name] = parts
        else:
            _refuse_parts(draft, name, parts)
    found.given = set(found.values)
    return found


def provenance_in(draft: Draft, stamp: Stamp) -> Provenance:
    """Where the row says that it comes from, else where the file does."""
    if not draft.origin:
        return _stamped(stamp)
    values: dict[str, Any] = {}
    for name, text in draft.origin.items():
        try:
            values[name] = provenance_codecs()[name].decode(text)
        except ValueError as error:
            draft.lose(draft.column(f"provenance.{name}"), text, error)
    if ("checked_on" in values) != ("checked_by" in values):
        values.pop("checked_on", None)
        values.pop("checked_by", None)
    values.setdefault("source", stamp.source)
    return Provenance(**{**values, "lines": tuple(values.get("lines", ()))})


@lru_cache(maxsize=16)
def _stamped(stamp: Stamp) -> Provenance:
    return Provenance(source=stamp.source, as_of=stamp.as_of)


def _take_hours(found: Values, draft: Draft, text: str) -> None:
    """Hours that are no plain week are kept as they are told."""
    try:
        found.values["opening_hours"] = _hours_in(text)
    except InvalidRecordError:
        if draft.simple.get("hours_note"):
            draft.lose(draft.column("opening_hours"), text)
        else:
            found.values["hours_note"] = text.strip()


@lru_cache(maxsize=4096)
def _hours_in(text: str) -> tuple[Any, ...]:
    if len(text) > _LONGEST_WEEK and not text.startswith("["):
        raise InvalidRecordError(N_("These opening hours are too long for a week."))
    return lines_in(Slot, text)


def _refuse_parts(draft: Draft, name: str, parts: list[Any]) -> None:
    """A record of this kind cannot be reached in this way."""
    for part in parts:
        told = part if isinstance(part, dict) else {"raw": part.raw}
        draft.lose(draft.column(f"{name}.1.raw", name), ", ".join(map(str, told.values())))
