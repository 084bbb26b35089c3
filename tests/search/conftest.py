"""An engine over the shipped records, and one over a database that the test may write to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store.search.engine import SearchEngine
from desktop.store.unit_of_work import Store


@pytest.fixture(scope="module")
def engine(filled: Path) -> Iterator[SearchEngine]:
    engine = SearchEngine(filled)
    yield engine
    engine.close()


@pytest.fixture
def own(database: Path) -> Iterator[SearchEngine]:
    """An engine on the database that the store writes to."""
    engine = SearchEngine(database)
    yield engine
    engine.close()


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    store = Store(database)
    yield store
    store.close()
