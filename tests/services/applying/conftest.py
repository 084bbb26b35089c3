"""The laptop that packages come to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.laptop import Laptop


@pytest.fixture
def laptop(database: Path) -> Iterator[Laptop]:
    """A laptop with the shipped records, which has not taken any package."""
    made = Laptop(database)
    yield made
    made.close()
