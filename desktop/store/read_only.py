"""Reads a database with nothing but the driver: quick to begin, and unable to change anything."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from desktop.domain.errors import StoreError
from desktop.store.failures import CORRUPT, told


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees one moment of the database at `path`; what cannot be read raises `StoreError`.

    Text that is no text and words that are in no list come from a file that something else has written to.
    """
    with told(path):
        connection = sqlite3.connect(address_of(path), uri=True)
        try:
            connection.execute("BEGIN")
            yield connection
        except (UnicodeDecodeError, KeyError, ValueError) as error:
            raise StoreError(CORRUPT, path=path) from error
        finally:
            connection.close()


def address_of(path: Path) -> str:
    """The path for SQLite; a network share (`\\\\server\\share`) keeps its two slashes behind an empty authority."""
    spelled = path.absolute().as_posix()
    return f"file:{'//' if spelled.startswith('//') else ''}{quote(spelled)}?mode=ro"
