"""Texts of other programs, no longer than our fields may be; what is cut off is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from desktop.domain.errors import N_, Message
from desktop.exchange.hsds.nodes import Node

_CUT = N_("{column}: “{value}” is too long; only its first {count} characters were taken over.")
_SHOWN = 80
_NAME, _PROSE, _NOTE = 300, 10_000, 200


class _Limit(NamedTuple):
    """The word of HSDS for a text, and how many characters of it fit in."""

    word: str
    most: int


_STATEMENT = {"text": _Limit("description", _PROSE), "title": _Limit("name", _NAME)}
_LIMITS: Mapping[str, _Limit | Mapping[str, _Limit]] = {
    "name": _Limit("name", _NAME),
    "alternate_names": _Limit("alternate_name", _NAME),
    "summary": _Limit("description", _PROSE),
    "desk_name": _Limit("name", _NAME),
    "role": _Limit("title", _NAME),
    "department": _Limit("department", _NAME),
    "languages": _Limit("languages", _NAME),
    "cost": _Limit("fees_description", _PROSE),
    "required_documents": _Limit("required_documents", _PROSE),
    "accessibility": _Limit("accessibility", _PROSE),
    "hours_note": _Limit("schedules", _PROSE),
    "opening_hours": {"note": _Limit("schedules", _NOTE)},
    "closures": {"note": _Limit("schedules", _NOTE)},
    "tasks": _STATEMENT,
    "offers": _STATEMENT,
}
_Cuts = dict[tuple[str, str], Message]


def fitted(values: Node) -> tuple[Node, tuple[Message, ...]]:
    """The values of a record with no text that is too long, and for each text that was its words, once."""
    cuts: _Cuts = {}
    return {name: _fitted(value, _LIMITS.get(name), cuts) for name, value in values.items()}, tuple(cuts.values())


def _fitted(value: Any, limit: _Limit | Mapping[str, _Limit] | None, cuts: _Cuts) -> Any:
    if isinstance(value, (list, tuple)) and limit is not None:
        return [_fitted(one, limit, cuts) for one in value]
    if isinstance(value, str) and isinstance(limit, _Limit):
        return value if len(value) <= limit.most else _cut(value.strip(), limit, cuts)
    if isinstance(value, dict) and isinstance(limit, Mapping):
        return {name: _fitted(one, limit.get(name), cuts) for name, one in value.items()}
    return value


def _cut(text: str, limit: _Limit, cuts: _Cuts) -> str:
    if len(text) > limit.most:
        shown = f"{' '.join(text[: 2 * _SHOWN].split())[:_SHOWN]} …"
        cuts[limit.word, text] = Message(_CUT, column=limit.word, value=shown, count=limit.most)
    return text[: limit.most].rstrip()
