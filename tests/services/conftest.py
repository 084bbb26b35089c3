"""The desk at which records are changed."""

from pathlib import Path

import pytest

from desktop.services.editing import Editing
from tests.support.deeds import Backups, editing_of


@pytest.fixture
def backups() -> Backups:
    return Backups()


@pytest.fixture
def editing(database: Path, backups: Backups) -> Editing:
    return editing_of(database, backups)
