"""Records as JSON: what programs read, and what is compared when shipped data change."""

import re
from typing import Any

import msgspec
import msgspec.inspect

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind

_HEADS = {kind: f'{{"record_kind":"{kind.value}",' for kind in RECORD_TYPES}
_HEAD = re.compile(rb'\{"record_kind":"([a-z_]+)",')
"""How each record begins that was written here: its kind need not be looked for."""
_DECODERS = {kind.value.encode(): msgspec.json.Decoder(shape) for kind, shape in RECORD_TYPES.items()}


def builtins(record: Record) -> dict[str, Any]:
    """A record as plain values, its kind (`record_kind`) first; fields that hold nothing are left out."""
    return {"record_kind": record.KIND.value, **msgspec.to_builtins(record)}


def encoded(record: Record) -> str:
    """A record as JSON text."""
    return f"{_HEADS[record.KIND]}{msgspec.json.encode(record)[1:].decode()}"


def decoded(text: str | bytes) -> Record:
    """The record in a JSON text made by `encoded`; raises `msgspec.ValidationError` for anything else."""
    whole = text.encode() if isinstance(text, str) else text
    if (found := _HEAD.match(whole)) and (decoder := _DECODERS.get(found[1])):
        record: Record = decoder.decode(b"{" + whole[found.end() :])
        return record
    return record_from(msgspec.json.decode(whole, type=dict[str, Any]))


def known_only(value: Any, shape: msgspec.inspect.Type) -> Any:
    """Plain values without the fields that this version does not know: how an old history is read."""
    match shape:
        case msgspec.inspect.StructType() if isinstance(value, dict):
            fields = {field.encode_name: field.type for field in shape.fields}
            return {name: known_only(part, fields[name]) for name, part in value.items() if name in fields}
        case msgspec.inspect.VarTupleType() if isinstance(value, list):
            return [known_only(part, shape.item_type) for part in value]
        case msgspec.inspect.UnionType() if isinstance(value, dict):
            structs = [one for one in shape.types if isinstance(one, msgspec.inspect.StructType)]
            return known_only(value, structs[0]) if len(structs) == 1 else value
    return value


def recalled(values: dict[str, Any]) -> Record:
    """As `record_from`, for what an earlier or later version wrote: fields that are not known are left out."""
    kind = RECORD_TYPES[Kind(values["record_kind"])]
    return msgspec.convert(known_only(values, msgspec.inspect.type_info(kind)), kind)


def record_from(values: dict[str, Any]) -> Record:
    """The record in plain values made by `builtins`; raises `msgspec.ValidationError` for anything else."""
    others = {name: value for name, value in values.items() if name != "record_kind"}
    return msgspec.convert(others, RECORD_TYPES[Kind(values["record_kind"])])
