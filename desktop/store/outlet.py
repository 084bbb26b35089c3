"""Records on their way out, read a batch at a time however many they are, within one view of the database."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from desktop.domain.provenance import Source
from desktop.domain.record import Record, RecordId
from desktop.domain.synonym import Synonym
from desktop.domain.vocabulary import Kind, Status
from desktop.store.failures import rows_read
from desktop.store.record_rows import AMONG, RecordRows, listed
from desktop.store.search import keeping
from desktop.store.shapes import Shape
from desktop.store.tables.catalogue import SOURCE

_SOURCE = Shape(SOURCE)
_NEEDED = f"""
    SELECT organization_id FROM location WHERE id IN {AMONG}
    UNION SELECT hours_of FROM location WHERE hours_of IS NOT NULL AND id IN {AMONG}
    UNION SELECT belongs_to FROM person WHERE id IN {AMONG}
    UNION SELECT network_id FROM partner WHERE id IN {AMONG}
"""
_OWNED = f"""
    SELECT entry.id FROM entry
    LEFT JOIN person ON person.id = entry.id
    LEFT JOIN location ON location.id = coalesce(person.belongs_to, entry.id)
    LEFT JOIN entry AS owner ON owner.id = coalesce(location.organization_id, person.belongs_to, entry.id)
    WHERE entry.id IN {AMONG}
    ORDER BY owner.position, owner.id, entry.position, entry.id
"""
_KINDS = f"SELECT id, record_kind, status FROM entry WHERE id IN {AMONG}"


class Outlet:
    """Reads inside one transaction, and keeps nothing of what it has read."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    def records(self, ids: Sequence[RecordId]) -> list[Record]:
        """The records with these ids, in this order; unknown ids are passed over."""
        found = RecordRows(self._driver).placed(ids)
        return [found[record_id].record for record_id in ids if record_id in found]

    @rows_read()
    def all_ids(self) -> list[RecordId]:
        """The ids of all records, in their shipped order."""
        return [record_id for (record_id,) in self._driver.execute("SELECT id FROM entry ORDER BY position, id")]

    @rows_read()
    def kinds(self, ids: Collection[RecordId]) -> dict[RecordId, tuple[Kind, Status]]:
        """Kind and status of those of the records with these ids that there are."""
        found = self._driver.execute(_KINDS, (listed(ids),))
        return {record_id: (Kind(kind), Status(status)) for record_id, kind, status in found}

    @rows_read()
    def by_owner(self, ids: Collection[RecordId]) -> list[RecordId]:
        """The same ids, those of an organisation with those of its locations and persons."""
        return [record_id for (record_id,) in self._driver.execute(_OWNED, (listed(ids),))]

    @rows_read()
    def needed(self, ids: Iterable[RecordId]) -> set[RecordId]:
        """The records without which these cannot be, and without which those cannot be."""
        found: set[RecordId] = set()
        asked = set(ids)
        while asked:
            told = listed(asked)
            new = {one for (one,) in self._driver.execute(_NEEDED, (told,) * 4)} - found
            found |= new
            asked = new
        return found

    @rows_read()
    def sources(self) -> tuple[Source, ...]:
        """The texts that records come from."""
        query = f"SELECT {', '.join(_SOURCE.named)} FROM source ORDER BY rowid"
        return tuple(Source(**_SOURCE.values(row)) for row in self._driver.execute(query))

    def synonyms(self) -> tuple[Synonym, ...]:
        """The everyday words."""
        return keeping.read_synonyms(self._driver)
