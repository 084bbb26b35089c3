"""Looks up for many records at once which ones here share a name, a mail address or a number with them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import msgspec

from desktop.domain.duplicates import names_of
from desktop.domain.reach import Reachable
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Kind
from desktop.store.record_rows import AMONG, RecordRows, listed
from desktop.store.search.facets import KIND_NUMBERS

_MOST = 20
"""Of those that share a number with half the country, so many are enough to look at."""


def _each(found: str) -> str:
    """For those of many keys that a query finds anything for, the ids, as one text; most keys nobody here has."""
    ids = f"SELECT json_group_array(id) FROM ({found} LIMIT {_MOST})"
    return f"SELECT wanted.value, ({ids}) FROM json_each(?) AS wanted WHERE EXISTS ({found})"


_NAMED = """
    SELECT entry_id AS id FROM search_name JOIN search_entry USING (number)
    WHERE search_name.is_archived = 0 AND search_name.kind = {kind} AND search_name.key = wanted.value
"""
_OWN_NAMED = f"{_NAMED} AND search_name.is_alias = 0 ORDER BY number"
_BY_NUMBER = _each("SELECT DISTINCT entry_id AS id FROM phone WHERE e164 = wanted.value")
_BY_MAIL = _each("SELECT DISTINCT entry_id AS id FROM temp.mail WHERE key = wanted.value")
_MAILS = (
    "DROP TABLE IF EXISTS temp.mail",
    "CREATE TEMP TABLE mail (key TEXT NOT NULL, entry_id TEXT NOT NULL)",
    "INSERT INTO temp.mail SELECT lower(address), entry_id FROM email",
    "CREATE INDEX temp.mail_key ON mail (key)",
)


_NONE = frozenset[str]()


class Keys(NamedTuple):
    """What a record may share with others of its kind: folded names, mail addresses, numbers."""

    kind: Kind
    names: frozenset[str]
    mails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


def keys_of(record: Record) -> Keys:
    """The keys of a record."""
    names = frozenset(names_of(record))
    if not isinstance(record, Reachable):
        return Keys(record.KIND, names)
    mails = frozenset({email.address.lower() for email in record.emails})
    return Keys(record.KIND, names, mails, frozenset({phone.e164 for phone in record.phones if phone.e164}))


class Likenesses:
    """Works within one transaction; mail addresses are kept in the case of those who wrote them, and folded once."""

    def __init__(self, rows: RecordRows) -> None:
        self._rows = rows
        self._driver: sqlite3.Connection = rows.driver
        self._has_mails = False

    def candidates(self, keys: Sequence[Keys]) -> list[list[RecordId]]:
        """For each record the ids of those that share something with it, of whatever kind."""
        found: dict[int, dict[RecordId, None]] = defaultdict(dict)
        for at, record_id in self._pairs(keys):
            found[at][record_id] = None
        return [list(found[at]) if at in found else [] for at in range(len(keys))]

    def records(self, ids: Collection[RecordId]) -> dict[RecordId, Record]:
        """Those of the records with these ids that there are; nothing of them is kept in memory."""
        items = self._rows.where(f"entry.id IN {AMONG}", listed(ids)) if ids else ()
        return {item.key: item.record for item in items}

    def named(self, kind: Kind, keys: Collection[str]) -> dict[str, RecordId]:
        """The first record of a kind that has a name of its own with this folding, by folding."""
        query = _each(_OWN_NAMED.format(kind=KIND_NUMBERS[kind]))
        return {key: ids[0] for key, ids in self._asked(query, keys)}

    def _pairs(self, keys: Sequence[Keys]) -> Iterator[tuple[int, RecordId]]:
        for kind in dict.fromkeys(one.kind for one in keys):
            query = _each(_NAMED.format(kind=KIND_NUMBERS[kind]))
            yield from self._found(query, [one.names if one.kind is kind else _NONE for one in keys])
        yield from self._found(_BY_NUMBER, [one.numbers for one in keys])
        if any(one.mails for one in keys):
            self._fold_mails()
            yield from self._found(_BY_MAIL, [one.mails for one in keys])

    def _found(self, query: str, wanted: Sequence[frozenset[str]]) -> Iterator[tuple[int, RecordId]]:
        """What stands behind the keys of each record; `wanted` has them in the order of the records."""
        if here := dict(self._asked(query, set().union(*wanted))):
            for at, keys in enumerate(wanted):
                for key in keys & here.keys():
                    yield from ((at, record_id) for record_id in here[key])

    def _asked(self, query: str, keys: Collection[str]) -> Iterator[tuple[str, list[RecordId]]]:
        for key, ids in self._driver.execute(query, (listed(keys),)) if keys else ():
            yield key, msgspec.json.decode(ids)

    def _fold_mails(self) -> None:
        if not self._has_mails:
            for statement in _MAILS:
                self._driver.execute(statement)
            self._has_mails = True
