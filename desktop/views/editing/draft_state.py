"""A form as plain values, right or wrong, so that a draft can keep it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import msgspec

from desktop.domain.plain import builtins, encoded, record_from
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind
from desktop.views.editing.form import Form, Fresh


def state_of(form: Form, page: int) -> dict[str, Any]:
    """Everything that stands in a form, what it began with, and the page in front: plain values as JSON has them."""
    return {
        "kind": form.kind.value,
        "opened": msgspec.json.decode(encoded(form.opened)) if form.opened else None,
        "beneath": None if form.opened else form.beneath,
        "values": deepcopy(form.values),
        "page": page,
    }


def take_up(form: Form, state: dict[str, Any]) -> int:
    """Go on where a state was told, with the record that was opened then; the page that was in front."""
    form.rest_on(opened_in(state))
    form.values.update(deepcopy(state["values"]))
    page = state.get("page", 0)
    return page if isinstance(page, int) else 0


def opened_in(state: dict[str, Any]) -> Record | Fresh:
    """What a draft began with: the record that was opened, or a fresh one, also one that is put back."""
    return record_from(state["opened"]) if state.get("opened") else _fresh(Kind(state["kind"]), state.get("beneath"))


def again(record: Record) -> Fresh:
    """A record that is gone, to be put back."""
    return _fresh(record.KIND, builtins(record))


def _fresh(kind: Kind, values: dict[str, Any] | None) -> Fresh:
    return Fresh(kind, {name: value for name, value in (values or {}).items() if name != "record_kind"})
