"""The two closed lists in the database."""

from collections.abc import Collection, Iterable

from msgspec import structs

from desktop.domain.change import PlacedTerm
from desktop.domain.record import RecordId
from desktop.domain.vocabulary import Taxonomy
from desktop.store.dossiers import with_dependants
from desktop.store.record_rows import AMONG, RecordRows, listed
from desktop.store.search import keeping
from desktop.store.shapes import Row, Shape
from desktop.store.tables.catalogue import TERM, TERM_NAME, TERM_TRANSLATION
from desktop.store.term_rows import terms_where

_TERM, _NAME, _TRANSLATION = Shape(TERM), Shape(TERM_NAME), Shape(TERM_TRANSLATION)
_IS = "taxonomy = ?1 AND term_id = ?2"
_USERS = f"""
    SELECT entry_id FROM classification WHERE {_IS} UNION SELECT entry_id FROM statement_subject WHERE {_IS}
"""


class Terms:
    """Reads and writes terms inside one transaction; whatever it writes, the search knows at once."""

    def __init__(self, rows: RecordRows) -> None:
        self._rows = rows
        self._driver = rows.driver

    def all(self, taxonomy: Taxonomy) -> tuple[PlacedTerm, ...]:
        """The terms of a list in its order, with their names in all languages."""
        return tuple(terms_where(self._driver, "taxonomy = ?", taxonomy.value))

    def ids(self) -> dict[Taxonomy, frozenset[RecordId]]:
        """The ids of the terms of both lists."""
        return _by_list(self._driver.execute("SELECT taxonomy, id FROM term"))

    def known(self, ids: Collection[RecordId]) -> dict[Taxonomy, frozenset[RecordId]]:
        """Those of these ids that are of terms, by list."""
        query = f"SELECT taxonomy, id FROM term WHERE id IN {AMONG}"
        return _by_list(self._driver.execute(query, (listed(ids),)) if ids else ())

    def find(self, taxonomy: Taxonomy, term_id: RecordId) -> PlacedTerm | None:
        """The term with this id, if there is one."""
        return next(iter(terms_where(self._driver, "taxonomy = ? AND id = ?", taxonomy.value, term_id)), None)

    def users(self, taxonomy: Taxonomy, term_id: RecordId) -> tuple[RecordId, ...]:
        """The ids of the records that are filed under a term, as a whole or in one of their statements."""
        return tuple(record_id for (record_id,) in self._driver.execute(_USERS, (taxonomy.value, term_id)))

    def put(self, items: Iterable[PlacedTerm], gone: Iterable[PlacedTerm] = ()) -> None:
        """Write terms and remove others, which no record may be filed under; the records filed under them follow."""
        touched: dict[RecordId, None] = {}
        for item in items:
            self._write(item)
            touched.update(dict.fromkeys(self.users(item.taxonomy, item.term.id)))
        self._driver.executemany(_TERM.remove, [_TERM.key(_own_row(item)) for item in gone])
        keeping.refresh(self._rows, with_dependants(self._driver, list(touched)))

    def put_shipped(self, taxonomy: Taxonomy, items: Iterable[PlacedTerm]) -> None:
        """Add or overwrite terms of a list; where that changes anything, the index waits to be made anew."""
        before = self.all(taxonomy)
        for item in items:
            self._write(item)
        if _names(self.all(taxonomy)) != _names(before):
            keeping.invalidate(self._driver)

    def next_position(self, taxonomy: Taxonomy) -> int:
        """The place behind all terms of a list."""
        query = "SELECT coalesce(max(position) + 1, 0) FROM term WHERE taxonomy = ?"
        found: int = self._driver.execute(query, (taxonomy.value,)).fetchone()[0]
        return found

    def _write(self, item: PlacedTerm) -> None:
        key = {"taxonomy": item.taxonomy, "term_id": item.term.id}
        names = [{**key, "position": at, "name": name} for at, name in enumerate(item.term.alternate_names)]
        said = [{**key, **structs.asdict(one)} for one in item.term.translations]
        self._driver.execute(_TERM.write, _own_row(item))
        for part, rows in ((_NAME, names), (_TRANSLATION, said)):
            self._driver.execute(f"DELETE FROM {part.name} WHERE {_IS}", (item.taxonomy.value, item.term.id))
            self._driver.executemany(part.write, map(part.row, rows))


def _by_list(rows: Iterable[tuple[str, RecordId]]) -> dict[Taxonomy, frozenset[RecordId]]:
    found: dict[str, set[RecordId]] = {taxonomy: set() for taxonomy in Taxonomy}
    for taxonomy, term_id in rows:
        found[taxonomy].add(term_id)
    return {taxonomy: frozenset(found[taxonomy]) for taxonomy in Taxonomy}


def _own_row(item: PlacedTerm) -> Row:
    place = {"taxonomy": item.taxonomy, "position": item.position}
    return _TERM.row({**place, "id": item.term.id, "name": item.term.name})


def _names(items: Iterable[PlacedTerm]) -> list[tuple[object, ...]]:
    return [(item.position, item.term.id, item.term.name, item.term.alternate_names) for item in items]
