"""Texts as they may be kept: no signs that steer machines, no names that nobody can see."""

import unicodedata
from typing import Any

import msgspec

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.halves import refuse_halves, without_controls
from desktop.domain.plain import builtins, record_from
from desktop.domain.record import Record

_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs of other scripts that show nothing."""


def with_clean_texts(record: Record) -> Record:
    """The record without control characters in its texts.

    Raises `InvalidRecordError` for a name that shows nothing, and for halves of characters, which no file can hold.
    """
    values = builtins(record)
    cleaned = _cleaned(values)
    try:
        clean = record if cleaned == values else record_from(cleaned)
    except msgspec.ValidationError as error:
        raise InvalidRecordError(
            N_("A text of this record shows nothing. Please write one that can be read.")
        ) from error
    refuse_unseen(clean.name, *filter(None, (clean.short_name,)), *clean.alternate_names)
    return clean


def refuse_unseen(*names: str) -> None:
    """Raise `InvalidRecordError` where one of the names shows nothing, or has signs that no file can hold."""
    for name in names:
        refuse_halves(name)
        if not any(map(_is_visible, name)):
            raise InvalidRecordError(N_("This name shows nothing. Please write one that can be read."))


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return without_controls(value)
        case dict():
            return {name: _cleaned(part) for name, part in value.items()}
        case list() | tuple():
            return type(value)(map(_cleaned, value))
    return value


def _is_visible(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "ZCM" and sign not in _BLANKS
