"""Transactions: everything written inside one block is there afterwards, or nothing of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from desktop.store.dossiers import Dossiers
from desktop.store.engine import open_engine
from desktop.store.records import Records


class Unit:
    """What one transaction may touch."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def records(self) -> Records:
        """The records, to read and to write."""
        return Records(self.session)

    @cached_property
    def dossiers(self) -> Dossiers:
        """The records with all that is read beside them."""
        return Dossiers(self.session)

    def rebuild_index(self) -> None:
        """Make the search index anew from the records."""
        from desktop.store.search import keeping

        keeping.rebuild(self.session)


@contextmanager
def within(connection: Connection) -> Iterator[Unit]:
    """What may be written in the transaction that the connection is in; all is sent at the end of the block."""
    with Session(connection, autoflush=False) as session:
        yield Unit(session)
        session.flush()


class Store:
    """A database that is ready for use."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = open_engine(path)

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """A view of one moment; nothing is written."""
        with self._engine.connect() as connection, Session(connection) as session:
            yield Unit(session)

    @contextmanager
    def writing(self) -> Iterator[Unit]:
        """One transaction, committed at the end of the block and rolled back where the block fails."""
        connection = self._engine.connect().execution_options(writes=True)
        with connection, connection.begin(), within(connection) as unit:
            yield unit

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
