"""Transactions: everything written inside one block is there afterwards, or nothing of it."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

from desktop.domain.catalogue import Outline, Problem, dangling, references, strange_hours
from desktop.domain.contact import Location
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Taxonomy
from desktop.store.counter_notes import CounterNotes
from desktop.store.dossiers import Dossiers
from desktop.store.engine import open_driver, remember
from desktop.store.failures import driver_told, told
from desktop.store.fitting import Fitting
from desktop.store.history import History
from desktop.store.last_shipped import LastShipped, hand_over, swap
from desktop.store.long_deeds import LongDeeds
from desktop.store.outlet import Outlet
from desktop.store.record_rows import RecordRows
from desktop.store.records import Records
from desktop.store.signers import Signers
from desktop.store.state import SEEN_KEY, VERSION_KEY, ShippedNews, news_in
from desktop.store.terms import Terms


class Unit:
    """What one transaction may touch."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self.rows = RecordRows(driver)
        self._remembers_much = False

    def remember_much(self) -> None:
        """Until the transaction ends far more of the database is kept in memory."""
        self._remembers_much = True
        remember(self.rows.driver, is_much=True)

    def end(self) -> None:
        """The transaction is over: what it did not write for good goes back."""
        driver = self.rows.driver
        if driver.in_transaction:
            driver.execute("ROLLBACK")
        if self._remembers_much:
            remember(driver, is_much=False)

    @cached_property
    def records(self) -> Records:
        """The records, to read and to write."""
        return Records(self.rows)

    @cached_property
    def dossiers(self) -> Dossiers:
        """The records with all that is read beside them."""
        return Dossiers(self.rows)

    @cached_property
    def history(self) -> History:
        """What was done to the records."""
        return History(self.rows.driver)

    @cached_property
    def long_deeds(self) -> LongDeeds:
        """The same for what was done to very many records at once."""
        return LongDeeds(self.rows.driver)

    @cached_property
    def notes(self) -> CounterNotes:
        """What was noted at the counter."""
        return CounterNotes(self.rows.driver)

    @cached_property
    def outlet(self) -> Outlet:
        """The records on their way out."""
        return Outlet(self.rows.driver)

    @cached_property
    def shipped(self) -> LastShipped:
        """What was shipped last."""
        return LastShipped(self.rows.driver)

    def delivered(self, public_key: bytes) -> LastShipped:
        """What the packages of an office brought last."""
        return LastShipped(self.rows.driver, public_key.hex())

    def fitting(self, new: Mapping[RecordId, Outline], terms: Mapping[Taxonomy, frozenset[RecordId]]) -> Fitting:
        """What of the records that come can be here beside those that are, with these terms beside those there are."""
        known = {taxonomy: ids | terms.get(taxonomy, frozenset()) for taxonomy, ids in self.terms.ids().items()}
        return Fitting(known, self.records.all_kinds(), new)

    def swap_shipped(self, number: int) -> None:
        """Take back what a deed made the last that was brought, or make it so again."""
        swap(self.rows.driver, number)

    def replace_key(self, old: bytes, new: bytes) -> None:
        """An office has a new key: what it brought with the old one is still what it brought."""
        self.signers.replace_key(old, new)
        hand_over(self.rows.driver, old.hex(), new.hex())

    @cached_property
    def signers(self) -> Signers:
        """Who packages were taken from."""
        return Signers(self.rows.driver)

    @cached_property
    def terms(self) -> Terms:
        """The closed lists."""
        return Terms(self.rows)

    def loose_end(
        self, record: Record, coming: Mapping[RecordId, Record], gone: Collection[RecordId] = ()
    ) -> Problem | None:
        """The first thing that a record names and that is neither there nor `coming` with it, or is `gone` then."""
        here = self.records.kinds(target for _, target, _ in references(record) if target not in gone)
        kinds = {**here, **{one.id: one.KIND for one in coming.values()}}
        known = self.terms.known(_terms_of(record))
        closed = {
            "source": self.records.known_sources([record.provenance.source]),
            "subject_ids": known[Taxonomy.SUBJECT],
            "target_group_ids": known[Taxonomy.TARGET_GROUP],
        }
        return next(dangling(record, kinds, closed), None) or self._strange_hours(record, coming, gone)

    def _strange_hours(
        self, record: Record, coming: Mapping[RecordId, Record], gone: Collection[RecordId]
    ) -> Problem | None:
        """Only of its own organisation may a location take over the hours, and only hours that are its own."""
        if not isinstance(record, Location):
            return None
        here = {one.id: one for one in self.records.taking_hours(record.id) if one.id not in gone}
        if record.hours_of is not None and (other := self.records.find(record.hours_of)) is not None:
            here[other.id] = other
        for one in {**here, **coming}.values():
            if isinstance(one, Location) and (words := strange_hours(record, one) or strange_hours(one, record)):
                return Problem(record.id, "hours_of", words, one.name)
        return None

    def state(self) -> dict[str, str]:
        """What the database knows of itself."""
        return dict(self.rows.driver.execute("SELECT key, value FROM state"))

    def remember(self, state: Mapping[str, str]) -> None:
        """Let the database know something of itself."""
        self.rows.driver.executemany("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", state.items())

    @property
    def shipped_news(self) -> ShippedNews:
        """What a person has not been told of yet about the shipped data."""
        return news_in(self.state())

    def take_note_of_shipped(self) -> None:
        """A person was told of the shipped data as they are."""
        self.remember({SEEN_KEY: self.state().get(VERSION_KEY, "")})

    def rebuild_index(self) -> None:
        """Make the search index anew from the records."""
        from desktop.store.search import keeping

        keeping.rebuild(self.rows)


def _terms_of(record: Record) -> set[RecordId]:
    said = (statement.subject_ids for _, statements in record.sections() for statement in statements)
    return {*record.subject_ids, *record.target_group_ids}.union(*said)


class Store:
    """A database that is ready for use."""

    def __init__(self, path: Path, *, is_read_only: bool = False) -> None:
        self.path = path
        self._is_read_only = is_read_only
        self._idle: list[tuple[int, sqlite3.Connection]] = []
        self._is_closed = False

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """A view of one moment; nothing is written."""
        with self._within("BEGIN") as unit:
            yield unit

    @contextmanager
    def writing(self) -> Iterator[Unit]:
        """One transaction, committed at the end of the block and rolled back where the block fails.

        It takes its lock at once, so that it never fails half-way.
        """
        with self._within("BEGIN IMMEDIATE") as unit:
            yield unit

    @contextmanager
    def _within(self, begin: str) -> Iterator[Unit]:
        """Each transaction has a connection of its own, and leaves it to the next one."""
        with driver_told(self.path):
            file, driver = self._taken()
            unit = Unit(driver)
            try:
                driver.execute(begin)
                yield unit
                driver.execute("COMMIT")
            finally:
                unit.end()
                self._idle.append((file, driver))
                if self._is_closed:
                    self._let_go()

    def _taken(self) -> tuple[int, sqlite3.Connection]:
        """A connection to the file that is there now: another program may have put another one in its place.

        One that is gone is not made anew. Threads share what is idle, so whoever takes it does so in one step.
        """
        with told(self.path):
            here = self.path.stat().st_ino
        with suppress(IndexError):
            while True:
                file, driver = self._idle.pop()
                if file == here:
                    return file, driver
                driver.close()
        return here, open_driver(self.path, is_read_only=self._is_read_only)

    def close(self) -> None:
        """Let go of the file, at once or when the last transaction ends."""
        self._is_closed = True
        self._let_go()

    def _let_go(self) -> None:
        with suppress(IndexError):
            while True:
                self._idle.pop()[1].close()
