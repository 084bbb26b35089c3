"""Values as a record: what breaks a rule is left out and told, unless the record could not be without it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.errors import N_, InvalidRecordError, Message
from desktop.domain.record import Record
from desktop.domain.visible import refuse_unseen
from desktop.domain.vocabulary import Kind
from desktop.exchange.columns.codecs import fields_of
from desktop.exchange.columns.draft import Draft

_PLACE = re.compile(r"`\$\.([a-z_]+)")
_MISSING = re.compile(r"missing required field `([a-z_]+)`")
_MUST_BE = N_("“{column}” is missing, without which there is no such record.")
_UNUSABLE = N_("“{column}” cannot hold “{value}”, and without it there is no such record.")
_BREAKS = N_("What the row tells does not fit together.")


class Unusable(Exception):  # noqa: N818 - a word for a row, not for a fault
    """No record can be made of a row."""

    def __init__(self, msgid: str, **params: object) -> None:
        super().__init__(msgid)
        self.message = Message(msgid, **params)


def converted(kind: Kind, values: dict[str, Any], draft: Draft) -> Record:
    """The record of these values; raises `Unusable`. Each round leaves out one of them."""
    required = {field.name: key for key, field in fields_of(kind).items() if field.is_required}
    while True:
        try:
            record = msgspec.convert(values, RECORD_TYPES[kind])
            refuse_unseen(record.name)
        except InvalidRecordError as error:
            raise _from(error) from error
        except msgspec.ValidationError as error:
            _leave_out(values, error, required, draft)
        else:
            return record


def _leave_out(values: dict[str, Any], error: msgspec.ValidationError, required: dict[str, str], draft: Draft) -> None:
    if missing := _MISSING.search(str(error)):
        raise Unusable(_MUST_BE, column=draft.column(required.get(missing[1], missing[1]))) from error
    place = _PLACE.search(str(error))
    if place is None or place[1] not in values:
        if isinstance(error.__cause__, InvalidRecordError):
            raise _from(error.__cause__) from error
        raise Unusable(_BREAKS) from error
    field = place[1]
    value = values.pop(field)
    if field in required:
        raise Unusable(_UNUSABLE, column=draft.column(required[field]), value=str(value)[:80]) from error
    draft.lose(draft.column(field), _told(value), error.__cause__ if isinstance(error.__cause__, Exception) else None)


def _from(error: InvalidRecordError) -> Unusable:
    found = Unusable(error.message.msgid)
    found.message = error.message
    return found


def _told(value: Any) -> str:
    try:
        return msgspec.json.encode(value).decode() if not isinstance(value, str) else value
    except (TypeError, msgspec.MsgspecError):
        return str(value)
