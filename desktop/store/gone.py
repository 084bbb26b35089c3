"""Records that are not there any more, but that somebody noted something about which nobody has looked after yet."""

import sqlite3
from collections.abc import Collection, Iterator
from typing import NamedTuple

import msgspec

from desktop.domain.dossier import Reference
from desktop.domain.filing import title
from desktop.domain.record import Name, RecordId
from desktop.domain.vocabulary import Kind
from desktop.store.record_rows import AMONG, listed

_UNKNOWN = Kind.ORGANIZATION
"""What a record counts as of which the history knows nothing; nobody sees it."""
_NOTED = """
    SELECT record_id, max(record_name) FROM counter_note
    WHERE settled_at IS NULL AND record_id NOT IN (SELECT id FROM entry) AND record_id = coalesce(?, record_id)
    GROUP BY record_id
"""
_LAST = f"""
    SELECT item_key, coalesce(after, before) FROM change WHERE item_key IN {AMONG}
    AND number = (SELECT max(number) FROM change AS later WHERE later.item_key = change.item_key)
"""


class _Head(msgspec.Struct):
    record_kind: Kind
    name: Name
    short_name: Name | None = None


class _Body(msgspec.Struct):
    record: _Head


class Gone(NamedTuple):
    """A record that is not here; one that never `was_here` is known by a note from elsewhere alone."""

    reference: Reference
    was_here: bool


def gone(driver: sqlite3.Connection, only: RecordId | None = None) -> Iterator[Gone]:
    """The records that went with an open note, by the names that they had last, and those that never came."""
    noted = dict(driver.execute(_NOTED, (only,)))
    known = _last_known(driver, noted.keys())
    for record_id, name in noted.items():
        yield Gone(known.get(record_id) or Reference(record_id, _UNKNOWN, name), record_id in known)


def _last_known(driver: sqlite3.Connection, ids: Collection[RecordId]) -> dict[RecordId, Reference]:
    """What the last deeds say of records; what cannot be read says nothing."""
    found = {}
    for record_id, body in driver.execute(_LAST, (listed(ids),)) if ids else ():
        try:
            head = msgspec.json.decode(body or "", type=_Body).record
        except ValueError:
            continue
        found[record_id] = Reference(record_id, head.record_kind, title(head.record_kind, head.name, head.short_name))
    return found
