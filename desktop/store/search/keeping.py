"""Keeps the index in step with the records: in the transaction that changes them, or made anew from all of them."""

import gc
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

import msgspec

from desktop.domain.document import Document, document_of
from desktop.domain.dossier import Dossier
from desktop.domain.filing import title
from desktop.domain.folding import sort_key
from desktop.domain.progress import Progress, Stage
from desktop.domain.record import RecordId, Term
from desktop.domain.synonym import Meanings, Synonym
from desktop.domain.vocabulary import Kind, Status
from desktop.store.dossiers import Dossiers
from desktop.store.record_reading import SELECT_TO_SEARCH
from desktop.store.record_rows import AMONG, RecordRows, listed
from desktop.store.search.index import Index
from desktop.store.search.tables import FORM, FORM_KEY
from desktop.store.term_rows import terms_where

_BATCH = 200
_SELDOM = 50_000
"""So many things more than before there must be until Python looks for cycles again."""
_GATHERED = 40
"""So many hundredths of the time it takes to gather the documents of some records; then they are written."""
_OWNERS = "SELECT DISTINCT organization_id FROM location"


def refresh(
    rows: RecordRows, ids: Sequence[RecordId], gone: Sequence[RecordId] = (), progress: Progress | None = None
) -> None:
    """Write these records into the index and forget those that are gone; where they are most of all there are, the
    whole is made anew.
    """
    if are_most(rows.driver, len(ids)) or not _is_valid(rows.driver):
        rebuild(rows, progress)
        return
    whole, found = progress or Progress(), list[Document]()
    for some in documents(rows, ids):
        found += some
        Stage(whole, 0, _GATHERED).tell(len(found), len(ids))
    Index(rows.driver).refresh(found, gone, Stage(whole, _GATHERED, 100))


def are_most(driver: sqlite3.Connection, changed: int) -> bool:
    """Whether that is more than half of all records; counting them all takes longer than writing one."""
    some = driver.execute("SELECT count(*) FROM (SELECT 1 FROM entry LIMIT ?)", (2 * changed,)).fetchone()
    return bool(some[0] < 2 * changed)


def ensure(rows: RecordRows) -> None:
    """Make the index anew where it is not there, or not of this form, or waits for it."""
    if not _is_valid(rows.driver):
        rebuild(rows)


def invalidate(driver: sqlite3.Connection) -> None:
    """Let the index be made anew before it is used: words have changed that many records are found by."""
    driver.execute("DELETE FROM state WHERE key = ?", (FORM_KEY,))


def rebuild(rows: RecordRows, progress: Progress | None = None) -> None:
    """Make the index anew from all records."""
    order = _order(rows.driver)
    owners = frozenset(record_id for (record_id,) in rows.driver.execute(_OWNERS))
    others = [record_id for record_id in order if record_id not in owners]
    with _collecting_seldom():
        Index(rows.driver).rebuild(order, documents(rows, others), documents(rows, sorted(owners)), progress)
    rows.driver.execute("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", (FORM_KEY, FORM))


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """A tenth of the time would go into looking for cycles, of which documents have none."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _order(driver: sqlite3.Connection) -> list[RecordId]:
    """All records in the order of the lists, archived ones last."""
    places = [
        (status == Status.ARCHIVED.value, sort_key(title(Kind(kind), name, short_name)), record_id)
        for record_id, status, kind, name, short_name in driver.execute(
            "SELECT id, status, record_kind, name, short_name FROM entry"
        )
    ]
    return [record_id for _, _, record_id in sorted(places)]


def documents(rows: RecordRows, ids: Sequence[RecordId]) -> Iterator[list[Document]]:
    """The documents of these records as they should be, a batch at a time."""
    meanings, are_few, driver = _meanings(_bodies(rows.driver)), len(ids) <= _BATCH, rows.driver
    owners = RecordRows(driver, SELECT_TO_SEARCH)  # what rows have read they keep
    for start in range(0, len(ids), _BATCH):
        dossiers = Dossiers(rows) if are_few else Dossiers(RecordRows(driver, SELECT_TO_SEARCH), owners)
        found = dossiers.to_search(ids[start : start + _BATCH])
        terms = _terms(driver, found)
        yield [document_of(dossier, terms, meanings) for dossier in found]


def read_synonyms(driver: sqlite3.Connection) -> tuple[Synonym, ...]:
    """The everyday words in the database."""
    return _synonyms(_bodies(driver))


def _bodies(driver: sqlite3.Connection) -> tuple[str, ...]:
    return tuple(body for (body,) in driver.execute("SELECT body FROM synonym ORDER BY position"))


@lru_cache(maxsize=1)
def _meanings(bodies: tuple[str, ...]) -> Meanings:
    return Meanings(_synonyms(bodies))


@lru_cache(maxsize=1)
def _synonyms(bodies: tuple[str, ...]) -> tuple[Synonym, ...]:
    return tuple(msgspec.json.decode(body, type=Synonym) for body in bodies)


def _terms(driver: sqlite3.Connection, dossiers: Iterable[Dossier]) -> dict[RecordId, Term]:
    ids = {term for one in dossiers for term in (*one.record.subject_ids, *one.record.target_group_ids)}
    return {item.term.id: item.term for item in terms_where(driver, f"id IN {AMONG}", listed(ids))} if ids else {}


def _is_valid(driver: sqlite3.Connection) -> bool:
    return bool(driver.execute("SELECT value FROM state WHERE key = ?", (FORM_KEY,)).fetchone() == (FORM,))
