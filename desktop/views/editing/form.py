"""A form without its widgets: what stands in the fields, whether it is right, and the record that comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

import msgspec
from msgspec import Struct

from desktop.domain.editing import OWN_SOURCE, with_numbers
from desktop.domain.errors import N_, InvalidRecordError, Message
from desktop.domain.plain import encoded, record_from
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind
from desktop.views.editing.fields import Field, Path, Problem, Section, Shown, Values
from desktop.views.editing.forms import form_of
from desktop.views.editing.judging import alone, together
from desktop.views.editing.values import raw_of, read

NEW_ID = "neu"
"""The id of a record that is being added; whoever keeps it gives it its own."""
_STEP = re.compile(r"([A-Za-z_0-9]+)|\[([0-9]+)\]")


class Fresh(Struct, frozen=True):
    """A record to be added: its kind, and what is known of it, as plain values."""

    kind: Kind
    values: Mapping[str, Any] = {}


class InvalidFormError(InvalidRecordError):
    """What stands in the form is no record yet; `problems` says why, in the order of the fields."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].message.msgid, **problems[0].message.params)
        self.problems = tuple(problems)


class Form:
    """The values of all fields by their names, plain as JSON has them, right or wrong."""

    def __init__(self, opened: Record | Fresh) -> None:
        self.opened = opened if isinstance(opened, Record) else None
        self.kind = opened.KIND if isinstance(opened, Record) else opened.kind
        self.sections: tuple[Section, ...] = form_of(self.kind)
        self._changeable = [field for field in self.fields if not isinstance(field, Shown)]
        self.values: dict[str, Any] = {}
        self._beneath: dict[str, Any] = {}
        self._kept: dict[str, Any] = {}
        self.begin(opened)

    @property
    def fields(self) -> Iterator[Field]:
        """Every field, page after page."""
        for section in self.sections:
            yield from section.fields

    @property
    def beneath(self) -> dict[str, Any]:
        """What the form began with, also where it has no field, as plain values."""
        return deepcopy(self._beneath)

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost if the form were closed."""
        return self._read(self.values) != self._kept

    def begin(self, opened: Record | Fresh) -> None:
        """Show a record as it is kept."""
        self.values = self.rest_on(opened)

    def rest_on(self, kept: Record | Fresh) -> dict[str, Any]:
        """Take a record as the one that is kept, and leave the fields as they are; its own values."""
        self.opened = kept if isinstance(kept, Record) else None
        if isinstance(kept, Record):
            self._beneath = msgspec.json.decode(encoded(kept))
        else:
            own = {"record_kind": kept.kind.value, "id": NEW_ID, "provenance": {"source": OWN_SOURCE.id}}
            self._beneath = {**own, **deepcopy(dict(kept.values))}
        values = {field.name: raw_of(field, _at(self._beneath, field.name)) for field in self.fields}
        self._kept = self._read(values)
        return values

    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, in the order of the fields."""
        found = [problem for field in self.fields for problem in alone(field, self.values.get(field.name))]
        found += together(self._read(self.values))
        order = {field.name: at for at, field in enumerate(self.fields)}
        return tuple(sorted(found, key=lambda problem: order[str(problem.path[0])]))

    def record(self) -> Record:
        """The record in the form; raises `InvalidFormError`."""
        if problems := self.problems():
            raise InvalidFormError(problems)
        values = deepcopy(self._beneath)
        for name, value in self._read(self.values).items():
            _put(values, name, value)
        try:
            return with_numbers(record_from(values))
        except msgspec.ValidationError as error:
            raise InvalidFormError([self._placed(error)]) from error

    def _read(self, values: Values) -> dict[str, Any]:
        return {field.name: read(field, values.get(field.name)) for field in self._changeable}

    def _placed(self, error: msgspec.ValidationError) -> Problem:
        """What a record refused, at its field."""
        cause = error.__cause__
        words = cause.message if isinstance(cause, InvalidRecordError) else Message(N_("This does not fit here."))
        names = {field.name for field in self.fields}
        steps = _steps(str(error))
        path = (f"{steps[0]}.{steps[1]}",) if steps[:1] == ("provenance",) and len(steps) > 1 else steps
        return Problem(path if path and path[0] in names else (next(self.fields).name,), words)


def _at(values: Mapping[str, Any], name: str) -> Any:
    outer, _, inner = name.partition(".")
    return values.get(outer, {}).get(inner) if inner else values.get(outer)


def _put(values: dict[str, Any], name: str, value: Any) -> None:
    outer, _, inner = name.partition(".")
    place = values.setdefault(outer, {}) if inner else values
    if value is None:
        place.pop(inner or outer, None)
    else:
        place[inner or outer] = value


def _steps(words: str) -> Path:
    """The way in a message of msgspec: `… - at `$.phones[0].raw``."""
    found = re.search(r"`\$\.?([^`]*)`", words)
    steps: Iterable[re.Match[str]] = _STEP.finditer(found[1]) if found else ()
    return tuple(step[1] if step[1] else int(step[2]) for step in steps)
