"""The records of the catalogue in the database."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from desktop.domain.change import PlacedRecord
from desktop.domain.provenance import Source
from desktop.domain.record import Name, Record, RecordId
from desktop.domain.synonym import Synonym
from desktop.domain.vocabulary import Kind
from desktop.store.dossiers import with_dependants
from desktop.store.failures import rows_read
from desktop.store.record_rows import AMONG, RecordRows, listed
from desktop.store.search import keeping
from desktop.store.shapes import Shape
from desktop.store.tables.catalogue import SOURCE

_AT_ONCE = 1_000
_KINDS = {kind.value: kind for kind in Kind}
_SOURCE = Shape(SOURCE)
_FOLLOWING = "entry.id IN (SELECT id FROM location WHERE hours_of = ?)"
_POINTING = """
    SELECT entry_id FROM relation WHERE related_id = ?1
    UNION SELECT id FROM location WHERE organization_id = ?1 OR hours_of = ?1
    UNION SELECT id FROM person WHERE belongs_to = ?1
    UNION SELECT id FROM partner WHERE network_id = ?1
"""


class Records:
    """Reads and writes records inside one transaction; whatever it writes, the search knows at once."""

    def __init__(self, rows: RecordRows) -> None:
        self._rows = rows
        self._driver = rows.driver

    def find(self, record_id: RecordId) -> Record | None:
        """The record with this id, if there is one."""
        placed = self.placed([record_id]).get(record_id)
        return placed.record if placed else None

    def all(self, kind: Kind | None = None) -> tuple[Record, ...]:
        """All records, or those of one kind, in their shipped order."""
        found = self._rows.where("entry.record_kind = ?", kind.value) if kind else self._rows.where("true")
        return tuple(item.record for item in found)

    def placed(self, ids: Iterable[RecordId]) -> dict[RecordId, PlacedRecord]:
        """Those of the records with these ids that there are, each with its place."""
        return self._rows.placed(ids)

    def next_position(self) -> int:
        """The place behind all records."""
        found: int = self._driver.execute("SELECT coalesce(max(position), 0) + 1 FROM entry").fetchone()[0]
        return found

    def pointing_to(self, record_id: RecordId) -> tuple[Record, ...]:
        """The records that name this one."""
        found = self._rows.where(f"entry.id IN ({_POINTING})", record_id)
        return tuple(item.record for item in found)

    def taking_hours(self, record_id: RecordId) -> tuple[Record, ...]:
        """The locations that take over the hours of this one."""
        return tuple(item.record for item in self._rows.where(_FOLLOWING, record_id))

    def leading_hours(self, ids: Iterable[RecordId]) -> frozenset[RecordId]:
        """Those of these locations whose hours others take over."""
        query = f"SELECT DISTINCT hours_of FROM location WHERE hours_of IN {AMONG}"
        return frozenset(record_id for (record_id,) in self._driver.execute(query, (listed(ids),)))

    def ids(self) -> tuple[RecordId, ...]:
        """The ids of all records."""
        return tuple(record_id for (record_id,) in self._driver.execute("SELECT id FROM entry ORDER BY id"))

    @rows_read()
    def kinds(self, ids: Iterable[RecordId]) -> dict[RecordId, Kind]:
        """The kinds of those of the records with these ids that there are."""
        found = self._driver.execute(f"SELECT id, record_kind FROM entry WHERE id IN {AMONG}", (listed(ids),))
        return {record_id: _KINDS[kind] for record_id, kind in found}

    @rows_read()
    def all_kinds(self) -> dict[RecordId, Kind]:
        """The kinds of all records."""
        found = self._driver.execute("SELECT id, record_kind FROM entry")
        return {record_id: _KINDS[kind] for record_id, kind in found}

    def names(self, ids: Iterable[RecordId]) -> dict[RecordId, Name]:
        """The names of those of the records with these ids that there are."""
        return dict(self._driver.execute(f"SELECT id, name FROM entry WHERE id IN {AMONG}", (listed(ids),)))

    def name_with_key(self, ags: str, but: RecordId) -> Name | None:
        """The name of another municipality that has this official key."""
        query = "SELECT name FROM municipality JOIN entry USING (id) WHERE ags = ? AND id != ?"
        row = self._driver.execute(query, (ags, but)).fetchone()
        return row[0] if row else None

    def known_sources(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of these ids that are of texts that records come from."""
        found = self._driver.execute(f"SELECT id FROM source WHERE id IN {AMONG}", (listed(ids),))
        return frozenset(source_id for (source_id,) in found)

    def source_titles(self) -> dict[str, str]:
        """What the texts are called that records come from, by their ids."""
        return dict(self._driver.execute("SELECT id, title FROM source"))

    def counts(self) -> dict[Kind, int]:
        """How many records there are of each kind."""
        found = dict(self._driver.execute("SELECT record_kind, count(*) FROM entry GROUP BY record_kind"))
        return {kind: found.get(kind.value, 0) for kind in Kind}

    def put(self, records: Iterable[Record]) -> None:
        """Add records, or overwrite those with the same id; the search index follows."""
        self.put_placed(PlacedRecord(place, record) for place, record in enumerate(records, self.next_position()))

    def put_placed(self, items: Iterable[PlacedRecord], gone: Iterable[RecordId] = ()) -> None:
        """Write records and remove others, each new one at its place; the search index follows.

        Whoever removes a record sees to it that no other one names it.
        """
        written, removed = tuple(items), tuple(gone)
        ids = [*(item.key for item in written), *removed]
        before = with_dependants(self._driver, ids)
        for item in written:
            self._rows.write(item)
        for record_id in removed:
            self._rows.remove(record_id)
        touched = dict.fromkeys([*before, *with_dependants(self._driver, ids)])
        keeping.refresh(self._rows, [found for found in touched if found not in removed], removed)

    def put_many(
        self,
        items: Sequence[PlacedRecord],
        gone: Sequence[RecordId] = (),
        tell: Callable[[int], object] = lambda _: None,
    ) -> None:
        """The same for any number of records: some at a time, or with an index that is made anew behind them.

        `tell` hears how many are written.
        """
        if len(items) <= _AT_ONCE:
            self.put_placed(items, gone)
        elif keeping.are_most(self._driver, len(items)):
            self._write_all(items, tell)
            for record_id in gone:
                self._rows.remove(record_id)
            keeping.rebuild(self._rows)
        else:
            for start in range(0, len(items), _AT_ONCE):
                self.put_placed(items[start : start + _AT_ONCE])
                tell(start)
            self.put_placed([], gone)
        tell(len(items))

    def _write_all(self, items: Sequence[PlacedRecord], tell: Callable[[int], object]) -> None:
        for start in range(0, len(items), _AT_ONCE):
            some = items[start : start + _AT_ONCE]
            self._rows.placed(item.key for item in some)
            for item in some:
                self._rows.write(item)
            tell(start)

    def put_new_sources(self, sources: Iterable[Source]) -> None:
        """Add those texts that are not known yet."""
        written = tuple(sources)
        known = self.known_sources(source.id for source in written)
        self.put_sources(source for source in written if source.id not in known)

    def put_sources(self, sources: Iterable[Source]) -> None:
        """Add or overwrite the texts that records come from."""
        rows = [_SOURCE.row(msgspec.structs.asdict(source)) for source in sources]
        self._driver.executemany(_SOURCE.write, rows)

    def put_synonyms(self, synonyms: Iterable[Synonym]) -> None:
        """Replace the everyday words by these; where that changes anything, the search index waits to be made anew."""
        written = tuple(synonyms)
        if keeping.read_synonyms(self._driver) == written:
            return
        self._driver.execute("DELETE FROM synonym")
        rows = [(at, msgspec.json.encode(one).decode()) for at, one in enumerate(written)]
        self._driver.executemany("INSERT INTO synonym (position, body) VALUES (?, ?)", rows)
        keeping.invalidate(self._driver)
