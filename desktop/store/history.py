"""The history of the records: what was done, by whom, and the states before and after."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import msgspec
import msgspec.inspect
from msgspec.structs import replace

from desktop.domain.change import Change, ChangeSet, Deed, Item, PlacedNote, PlacedRecord, PlacedTerm
from desktop.domain.errors import N_, ExpectedError
from desktop.domain.note import CounterNote
from desktop.domain.past import HinderedError
from desktop.domain.plain import decoded, encoded, known_only, recalled
from desktop.domain.record import Record, Term
from desktop.domain.vocabulary import Taxonomy
from desktop.domain.who import Who
from desktop.store.deeds_seen import DeedsSeen, deeds_seen
from desktop.store.failures import rows_read
from desktop.store.record_rows import AMONG, listed
from desktop.store.shapes import moment, stored

HEAD = "SELECT number, deed, made_at, made_by, undone_at, undone_by FROM change_set"
_CHANGES = "SELECT before, after FROM change WHERE number = ? ORDER BY position"
_OWN = "SELECT before, after FROM change WHERE number = ? AND item_key = ? ORDER BY position"
PASSED = f"number NOT IN {AMONG}"
_REMOVAL = f"""
    {HEAD} AS done JOIN change USING (number)
    WHERE item_key = ? AND (after IS NULL AND undone_at IS NULL OR before IS NULL AND undone_at IS NOT NULL)
    ORDER BY coalesce(undone_at, made_at) DESC, number DESC LIMIT 1
"""
WRITE = "INSERT INTO change_set (deed, made_at, made_by, is_discarded) VALUES (?, ?, ?, 0)"
WRITE_CHANGE = "INSERT INTO change (number, position, item_key, before, after) VALUES (?, ?, ?, ?, ?)"
DISCARD = "UPDATE change_set SET is_discarded = 1 WHERE undone_at IS NOT NULL AND NOT is_discarded"
_MARK = "UPDATE change_set SET undone_at = ?, undone_by = ? WHERE number = ?"


class UnreadableError(ExpectedError):
    """A deed was written by another version in a way that this one cannot read."""


class History:
    """Writes and reads deeds inside one transaction; it changes no record itself.

    Deeds are undone from the last to the first. Those that were undone can be done again until something new is done.
    """

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    def write(self, deed: Deed, who: Who, when: datetime, changes: Iterable[Change]) -> ChangeSet:
        """Remember a deed as the last one; what was undone before is not done again."""
        done = tuple(changes)
        self._driver.execute(DISCARD)
        number = self._driver.execute(WRITE, (deed.value, stored(when), who)).lastrowid
        assert number is not None
        self._driver.executemany(WRITE_CHANGE, change_rows(number, done))
        return ChangeSet(number=number, deed=deed, made_at=when.astimezone(UTC), made_by=who, changes=done)

    def of(self, key: str, limit: int = 200) -> tuple[ChangeSet, ...]:
        """What was done to a record or a term, the last deed first; of each deed what it changed there."""
        found = []
        own = "WHERE number IN (SELECT number FROM change WHERE item_key = ?)"
        for row in self._driver.execute(f"{HEAD} {own} ORDER BY number DESC LIMIT ?", (key, limit)).fetchall():
            with suppress(UnreadableError):
                found.append(replace(head_of(*row), changes=self._changes(_OWN, row[0], key)))
        return tuple(found)

    def is_undone(self, number: int) -> bool:
        """Whether a deed was taken back, or is not known."""
        row = self._driver.execute("SELECT undone_at FROM change_set WHERE number = ?", (number,)).fetchone()
        return row is None or row[0] is not None

    def changes_of(self, number: int) -> tuple[Change, ...]:
        """What a deed changed; raises `ExpectedError` where that cannot be read any more."""
        return self._changes(_CHANGES, number)

    def to_undo(self, passed: Collection[int] = ()) -> ChangeSet | None:
        """The last deed that has been neither undone nor passed over; raises `HinderedError` if it cannot be read."""
        return self._first(f"WHERE undone_at IS NULL AND {PASSED} ORDER BY number DESC", passed)

    def to_redo(self, passed: Collection[int] = ()) -> ChangeSet | None:
        """The deed that was undone last, unless something was done since; raises as `to_undo` does."""
        return self._first(f"WHERE undone_at IS NOT NULL AND NOT is_discarded AND {PASSED} ORDER BY number", passed)

    def mark_undone(self, number: int, who: Who, when: datetime) -> ChangeSet:
        """Remember that a deed was taken back; what it is then, without its changes."""
        return self._mark(number, stored(when), who)

    def mark_redone(self, number: int) -> ChangeSet:
        """Remember that a deed was done again; what it is then, without its changes."""
        return self._mark(number, None, None)

    def seen(self) -> DeedsSeen:
        """The deeds that there are now."""
        return deeds_seen(self._driver)

    def removal_of(self, key: str) -> ChangeSet | None:
        """The last deed by which a record or term went, without its changes: it was removed, or not added after all."""
        row = self._driver.execute(_REMOVAL, (key,)).fetchone()
        return head_of(*row) if row else None

    def _mark(self, number: int, when: object, who: Who | None) -> ChangeSet:
        self._driver.execute(_MARK, (when, who, number))
        return head_of(*self._driver.execute(f"{HEAD} WHERE number = ?", (number,)).fetchone())

    def _first(self, which: str, passed: Collection[int]) -> ChangeSet | None:
        row = self._driver.execute(f"{HEAD} {which} LIMIT 1", (listed(passed),)).fetchone()
        if row is None:
            return None
        deed = head_of(*row)
        try:
            return replace(deed, changes=self._changes(_CHANGES, deed.number))
        except UnreadableError as error:
            raise HinderedError(deed, error.message) from error

    @rows_read()
    def _changes(self, query: str, *values: object) -> tuple[Change, ...]:
        rows = self._driver.execute(query, values)
        return tuple(Change(before=item_of(before), after=item_of(after)) for before, after in rows)


def change_rows(number: int, changes: Iterable[Change], begin: int = 0) -> Iterator[tuple[Any, ...]]:
    """What stands in the table, one after the other: a deed may be about a hundred thousand records."""
    for at, one in enumerate(changes, begin):
        before, after = body_of(one.before), body_of(one.after)
        item_of(after)  # what could not be read again is not written
        yield number, at, one.item.key, before, after


@rows_read()
def head_of(
    number: int, deed: str, made_at: str, made_by: Who, undone_at: str | None, undone_by: Who | None
) -> ChangeSet:
    """The deed without its changes."""
    return ChangeSet(
        number=number,
        deed=Deed(deed),
        made_at=moment(made_at),
        made_by=made_by,
        changes=(),
        undone_at=moment(undone_at) if undone_at else None,
        undone_by=undone_by,
    )


class _TermBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    position: int
    taxonomy: Taxonomy
    term: Term


_BODIES = msgspec.json.Decoder(dict[str, msgspec.Raw])
_RECORD = re.compile(r'\{"position":([0-9]+),"record":')
"""How the body of a record begins that was written here: nothing has to be looked for in it."""


def body_of(item: Item | None) -> str | None:
    """An item as it is kept; nothing for one that is not there."""
    match item:
        case PlacedRecord(position, record):
            return f'{{"position":{position},"record":{encoded(record)}}}'
        case PlacedTerm(position, taxonomy, term):
            return msgspec.json.encode(_TermBody(position, taxonomy, term)).decode()
        case PlacedNote(note):
            return msgspec.json.encode({"note": note}).decode()
    return None


def item_of(body: str | None) -> Item | None:
    """The item in a text made by `body_of`; raises `UnreadableError`."""
    if body is None:
        return None
    try:
        return _read(body)
    except (ValueError, KeyError) as error:
        raise UnreadableError(
            N_("This deed cannot be read any more, so it cannot be taken back. The records stay as they are.")
        ) from error


def _read(body: str) -> Item:
    if begin := _RECORD.match(body):
        try:
            return PlacedRecord(int(begin[1]), decoded(body[begin.end() : -1]))
        except msgspec.DecodeError:
            pass  # another version wrote it
    values = _BODIES.decode(body)
    if "record" in values:
        return PlacedRecord(msgspec.json.decode(values["position"], type=int), _record(values["record"]))
    if "note" in values:
        return PlacedNote(msgspec.json.decode(values["note"], type=CounterNote))
    plain = known_only(msgspec.json.decode(body), msgspec.inspect.type_info(_TermBody))
    found = msgspec.convert(plain, _TermBody)
    return PlacedTerm(found.position, found.taxonomy, found.term)


def _record(body: msgspec.Raw) -> Record:
    """Most were written by this very version; looking for fields that it does not know takes far longer."""
    try:
        return decoded(bytes(body))
    except msgspec.ValidationError:
        return recalled(msgspec.json.decode(body))
