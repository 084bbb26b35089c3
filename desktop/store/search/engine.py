"""Answers queries on a connection of its own that only reads; SQLAlchemy has no part in it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from msgspec.structs import replace

from desktop.domain.errors import N_, StoreError
from desktop.domain.query import Query, understood
from desktop.domain.search import Answer, Filters, SearchCancelledError
from desktop.store.failures import told
from desktop.store.read_only import address_of
from desktop.store.search.matching import Matching
from desktop.store.search.showing import shown
from desktop.store.search.suggesting import Suggesting

BROKEN = N_(
    "The search index of the database {path} is damaged; the records are not. Please run “wegweiser check --repair”."
)
_BROKEN_CODES = frozenset({"SQLITE_CORRUPT_VTAB", "SQLITE_ERROR"})


class SearchEngine:
    """Searches one database, one query at a time; `cancel` may be called from any thread."""

    def __init__(self, path: Path, connect: Callable[[Path], sqlite3.Connection] | None = None) -> None:
        self._path = path
        self._connect = connect or open_reader
        self._turn = Lock()
        self._state = Lock()
        self._is_running = False
        self._is_cancelled = False
        self._connection: sqlite3.Connection | None = None
        self._suggesting: Suggesting | None = None

    def ask(self, text: str, filters: Filters, limit: int) -> Answer:
        """The best hits; raises `SearchCancelledError` where `cancel` was called meanwhile, and `StoreError`."""
        with self._turn, self._running(), told(self._path), self._one_moment() as connection:
            return self._answer(connection, text, filters, limit)

    def cancel(self) -> None:
        """Give up the query that is being answered, if there is one."""
        with self._state:
            if self._is_running:
                self._is_cancelled = True
                if self._connection is not None:
                    self._connection.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
            self._connection = self._suggesting = None

    def _answer(self, connection: sqlite3.Connection, text: str, filters: Filters, limit: int) -> Answer:
        query = understood(text)
        found = self._found(connection, query, filters, limit)
        if found.total or not query.groups:
            return found
        if filters:
            found = replace(found, hidden=Matching(connection, query, Filters(), self._go_on).count().total)
            if found.hidden:
                return found
        corrected = self._suggestions(connection).correction(query, self._go_on)
        if corrected is None:
            return found
        meant = self._found(connection, understood(corrected), filters, limit)
        return replace(meant, text=query.text, corrected=corrected) if meant.total else found

    def _found(self, connection: sqlite3.Connection, query: Query, filters: Filters, limit: int) -> Answer:
        if query.text and not query.groups:
            return Answer(text=query.text)  # nothing but punctuation: found nowhere
        matching = Matching(connection, query, filters, self._go_on)
        count = matching.count()
        ranked = matching.best(min(limit, count.total)) if count.total else []
        return Answer(
            text=query.text,
            hits=shown(connection, query, ranked),
            counts=count.by_kind,
            total=count.total,
            is_more=count.is_more,
            unstated=matching.unstated(),
        )

    def _suggestions(self, connection: sqlite3.Connection) -> Suggesting:
        if self._suggesting is None:
            self._suggesting = Suggesting(connection)
        return self._suggesting

    def _go_on(self) -> None:
        if self._is_cancelled:
            raise SearchCancelledError

    @contextmanager
    def _running(self) -> Iterator[None]:
        with self._state:
            self._is_running, self._is_cancelled = True, False
        try:
            yield
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "")
            if name == "SQLITE_INTERRUPT":
                raise SearchCancelledError from error
            raise
        finally:
            with self._state:
                self._is_running = False

    @contextmanager
    def _one_moment(self) -> Iterator[sqlite3.Connection]:
        """All statements of a query see the same records."""
        connection = self._open()
        connection.execute("BEGIN")
        try:
            yield connection
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorname", "") in _BROKEN_CODES:
                raise StoreError(BROKEN, path=self._path) from error
            raise
        finally:
            _end(connection)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connect(self._path)
        return self._connection


def _end(connection: sqlite3.Connection) -> None:
    """End the transaction, also where the wish to cancel hits the very statement that ends it."""
    while connection.in_transaction:
        with suppress(sqlite3.OperationalError):
            connection.execute("ROLLBACK")


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads; whichever thread holds the turn may use it."""
    connection = sqlite3.connect(address_of(path), uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA busy_timeout = 2000")
    connection.execute("PRAGMA cache_size = -32000")
    return connection
