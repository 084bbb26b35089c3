"""Answers queries on a connection of its own that only reads, so that `cancel` stops nobody else."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from desktop.domain.errors import N_, BrokenIndexError
from desktop.domain.record import RecordId
from desktop.domain.search import Answer, Choices, Question, SearchCancelledError
from desktop.store.failures import told
from desktop.store.read_only import connect
from desktop.store.search.answering import Answering

BROKEN = N_(
    "The search index of the database {path} is damaged; the records are not. Please run “wegweiser check --repair”."
)
_BROKEN_WORDS = ("no such table", "no such column", "vtable constructor failed", "fts5: corruption")


class SearchEngine:
    """Searches one database, one query at a time; `cancel` may be called from any thread."""

    def __init__(self, path: Path, connect: Callable[[Path], sqlite3.Connection] | None = None) -> None:
        self.path = path
        self._connect = connect or open_reader
        self._turn = Lock()
        self._state = Lock()
        self._is_running = False
        self._is_cancelled = False
        self._connection: sqlite3.Connection | None = None
        self._answers: Answering | None = None

    def ask(self, question: Question, limit: int | None) -> Answer:
        """The best hits, or all; raises `StoreError`, and `SearchCancelledError` if `cancel` was called."""
        with self._answering() as answering:
            return answering.answer(question, limit)

    def choices(self) -> Choices:
        """What there is to filter by; raises as `ask` does."""
        with self._answering() as answering:
            return answering.choices()

    def ids(self, question: Question) -> tuple[RecordId, ...]:
        """The ids of all that a question finds, in its order; raises as `ask` does."""
        with self._answering() as answering:
            return answering.ids(question)

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
            self._connection = self._answers = None

    def _go_on(self) -> None:
        if self._is_cancelled:
            raise SearchCancelledError

    @contextmanager
    def _answering(self) -> Iterator[Answering]:
        """One turn, in which all statements see the same records."""
        with self._turn, self._running(), told(self.path):
            connection, answers = self._open()
            connection.execute("BEGIN")
            try:
                yield answers
            except sqlite3.Error as error:
                if _is_broken(error):
                    raise BrokenIndexError(BROKEN, path=self.path) from error
                raise
            except (KeyError, ValueError, zlib.error) as error:  # words of no list, rows without their others
                raise BrokenIndexError(BROKEN, path=self.path) from error
            finally:
                _end(connection)

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

    def _open(self) -> tuple[sqlite3.Connection, Answering]:
        if self._connection is None or self._answers is None:
            self._connection = self._connect(self.path)
            self._answers = Answering(self._connection, self._go_on)
        return self._connection, self._answers


def _is_broken(error: sqlite3.Error) -> bool:
    """Whether the driver speaks of an index that is not as it should be; any other error is a mistake of ours."""
    name = getattr(error, "sqlite_errorname", "")
    is_missing = name == "SQLITE_ERROR" and any(words in str(error) for words in _BROKEN_WORDS)
    return name == "SQLITE_CORRUPT_VTAB" or is_missing


def _end(connection: sqlite3.Connection) -> None:
    """End the transaction, also where the wish to cancel hits the very statement that ends it."""
    while connection.in_transaction:
        with suppress(sqlite3.OperationalError):
            connection.execute("ROLLBACK")


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads; whichever thread holds the turn may use it."""
    connection = connect(path, check_same_thread=False)
    connection.execute("PRAGMA busy_timeout = 2000")
    connection.execute("PRAGMA cache_size = -32000")
    return connection
