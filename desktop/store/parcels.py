"""Everything that a package takes along, read piece by piece inside one transaction."""

from collections.abc import Iterator
from itertools import islice

from desktop.domain.provenance import Source
from desktop.domain.record import Record, RecordId
from desktop.domain.synonym import Synonym
from desktop.domain.vocabulary import Kind
from desktop.store.failures import rows_read
from desktop.store.record_rows import AMONG, RecordRows, listed
from desktop.store.search import keeping
from desktop.store.shapes import Shape
from desktop.store.tables.catalogue import SOURCE

_SOURCE = Shape(SOURCE)
_AT_ONCE = 500


def each_record(rows: RecordRows) -> Iterator[Record]:
    """All records in their order; no more of them are in memory than are read at once."""
    ids = (record_id for (record_id,) in rows.driver.execute("SELECT id FROM entry ORDER BY position, id").fetchall())
    while some := list(islice(ids, _AT_ONCE)):
        for item in rows.where(f"entry.id IN {AMONG}", listed(some)):
            yield item.record


@rows_read()
def kinds(rows: RecordRows) -> dict[RecordId, Kind]:
    """The kinds of all records."""
    return {record_id: Kind(kind) for record_id, kind in rows.driver.execute("SELECT id, record_kind FROM entry")}


@rows_read()
def sources(rows: RecordRows) -> tuple[Source, ...]:
    """The texts that records come from."""
    found = rows.driver.execute(f"SELECT {', '.join(_SOURCE.named)} FROM source ORDER BY id")
    return tuple(Source(**_SOURCE.values(row)) for row in found)


def synonyms(rows: RecordRows) -> tuple[Synonym, ...]:
    """The everyday words."""
    return keeping.read_synonyms(rows.driver)
