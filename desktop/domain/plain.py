"""Records as JSON: what programs read, and what is compared when shipped data change."""

from typing import Any

import msgspec

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind


def builtins(record: Record) -> dict[str, Any]:
    """A record as plain values, its kind (`record_kind`) first; fields that hold nothing are left out."""
    return {"record_kind": record.KIND.value, **msgspec.to_builtins(record)}


def encoded(record: Record) -> str:
    """A record as JSON text."""
    return msgspec.json.encode(builtins(record)).decode()


def decoded(text: str) -> Record:
    """The record in a JSON text made by `encoded`; raises `msgspec.ValidationError` for anything else."""
    return record_from(msgspec.json.decode(text, type=dict[str, Any]))


def record_from(values: dict[str, Any]) -> Record:
    """The record in plain values made by `builtins`; raises `msgspec.ValidationError` for anything else."""
    others = {name: value for name, value in values.items() if name != "record_kind"}
    return msgspec.convert(others, RECORD_TYPES[Kind(values["record_kind"])])
