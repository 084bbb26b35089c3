"""Records with everything that belongs to them as one JSON document: nothing is lost on the way there and back.

    {"format": "wegweiser-catalogue", "version": 1, "sources": […], "subjects": […], "target_groups": […],
     "synonyms": […], "notes": […], "beside": […], "records": […]}

`beside` are records that those of `records` cannot be without and that were not chosen themselves. Everything that is
long is a list with an element a line, so that the file is written and read piece by piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import msgspec

from desktop.domain.catalogue import needs
from desktop.domain.errors import N_, ForeignFileError, Message
from desktop.domain.incoming import Entry, Unreadable
from desktop.domain.note import CounterNote
from desktop.domain.plain import builtins, record_from
from desktop.domain.provenance import Source
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.synonym import Synonym
from desktop.exchange.json_pieces import Piece, pieces

if TYPE_CHECKING:
    from desktop.domain.incoming import Entries
    from desktop.domain.outgoing import Outgoing
    from desktop.i18n import Translate

FORMAT, VERSION = "wegweiser-catalogue", 1
_MOST_BESIDE = 100_000
_MOST_NEEDED = 8
_SHOWN = 80
_PATIENCE = 1_000
"""After so many that are none there are no records to be expected."""
_STRANGE = N_("This is no catalogue of Wegweiser. Please choose another file, or another format.")
_NEWER = N_("This file was written by a newer Wegweiser (version {version} of the format). Please update this one.")
_TOO_MANY = N_("The file holds more than {most} values. Please have it divided into several files.")
_UNREADABLE = N_("This is no record of Wegweiser.")
_WRONG_FIELD = N_("This is no record of Wegweiser: “{field}” cannot be read.")
_WRONG_LIST = N_("The list “{name}” of this file cannot be read. Please have the file written once more.")
_PLACE = re.compile(r"at `\$\.?(?P<field>[^`]+)`")


class Lists(NamedTuple):
    """What a catalogue holds beside its records."""

    sources: tuple[Source, ...] = ()
    subjects: tuple[Term, ...] = ()
    target_groups: tuple[Term, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    notes: tuple[CounterNote, ...] = ()


_TYPES: dict[str, Any] = {
    "sources": Source,
    "subjects": Term,
    "target_groups": Term,
    "synonyms": Synonym,
    "notes": CounterNote,
}


def write_catalogue(out: Outgoing, file: BinaryIO, tr: Translate) -> None:  # noqa: ARG001 - the form of all writers
    """Write the records with their lists, and those that they cannot be without."""
    chosen = {record.id for record in out.records} if out.beside else set()
    beside = (builtins(record) for record_id, record in out.beside.items() if record_id not in chosen)
    file.write(msgspec.json.encode({"format": FORMAT, "version": VERSION})[:-1])
    for name in _TYPES:
        _write_list(file, name, getattr(out, name))
    _write_list(file, "beside", beside)
    _write_list(file, "records", map(builtins, out.records))
    file.write(b"\n}\n")


def read_catalogue(file: BinaryIO) -> Entries:
    """The records of a file that `write_catalogue` made; raises `ForeignFileError` for anything else."""
    beside: dict[RecordId, Record] = {}
    has_records = False
    for piece in _checked(file):
        if piece.key == "beside":
            if len(beside) == _MOST_BESIDE:
                raise ForeignFileError(_TOO_MANY, most=_MOST_BESIDE)
            if isinstance(found := _read(piece), Record):
                beside[found.id] = found
        elif piece.key == "records":
            found = _read(piece)
            has_records = has_records or isinstance(found, Record)
            if not has_records and piece.place > _PATIENCE:
                raise ForeignFileError(_STRANGE)
            yield found if isinstance(found, Unreadable) else _entry(piece.place, found, beside)


def read_lists(file: BinaryIO) -> Lists:
    """What such a file holds beside its records; raises `ForeignFileError`."""
    found: dict[str, list[Any]] = {name: [] for name in _TYPES}
    for piece in _checked(file):
        if piece.key in _TYPES:
            found[piece.key].append(_listed(piece))
    return Lists(**{name: tuple(values) for name, values in found.items()})


def _write_list(file: BinaryIO, name: str, values: Iterable[Any]) -> None:
    file.write(b',\n"%s": [' % name.encode())
    for number, value in enumerate(values):
        file.write(b",\n" if number else b"\n")
        file.write(msgspec.json.encode(value))
    file.write(b"]")


def _checked(file: BinaryIO) -> Iterator[Piece]:
    """The pieces of a file of ours, whose first words say so."""
    found = pieces(file)
    first, second = next(found, None), next(found, None)
    if first is None or second is None or first[::2] != ("format", FORMAT) or second.key != "version":
        raise ForeignFileError(_STRANGE)
    if not isinstance(second.value, int) or second.value < 1:
        raise ForeignFileError(_STRANGE)
    if second.value > VERSION:
        raise ForeignFileError(_NEWER, version=second.value)
    return found


def _read(piece: Piece) -> Record | Unreadable:
    try:
        return record_from(piece.value)
    except (msgspec.ValidationError, ValueError, KeyError, AttributeError, TypeError, OverflowError) as error:
        place = _PLACE.search(str(error))
        reason = Message(_WRONG_FIELD, field=place["field"]) if place else Message(_UNREADABLE)
        return Unreadable(piece.place, reason, str(piece.value)[:_SHOWN])


def _entry(place: int, record: Record, beside: dict[RecordId, Record]) -> Entry:
    """What was left out on the way, as internal notes are, is not said to be empty."""
    given = frozenset(record.__struct_fields__) - {"id"}
    if record.internal_note is None:
        given -= {"internal_note"}
    return Entry(place, record, given, _needed(record, beside), has_id=True)


def _needed(record: Record, beside: dict[RecordId, Record]) -> tuple[Record, ...]:
    """Those that a record cannot be without, each before those that cannot be without it."""
    found: dict[RecordId, Record] = {}
    waiting = list(needs(record))
    while waiting and len(found) < _MOST_NEEDED:
        needed = waiting.pop(0)
        if needed not in found and needed in beside:
            found[needed] = beside[needed]
            waiting += needs(beside[needed])
    return tuple(reversed(found.values()))


def _listed(piece: Piece) -> Any:
    try:
        return msgspec.convert(piece.value, _TYPES[piece.key])
    except msgspec.ValidationError as error:
        raise ForeignFileError(_WRONG_LIST, name=piece.key) from error
