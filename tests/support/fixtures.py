"""Fixtures that every room's tests may ask for."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.store.opening import make_ready
from tests.support.dossiers import shipped
from tests.support.places import SHIPPED


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return shipped()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as after the first start; tests copy it and never write to it."""
    path = tmp_path_factory.mktemp("filled") / "wegweiser.sqlite"
    make_ready(path, SHIPPED)
    return path


@pytest.fixture
def database(filled: Path, tmp_path: Path) -> Path:
    """A database of the test's own, filled with the shipped data."""
    folder = tmp_path / "Büro Moers"
    folder.mkdir()
    return Path(shutil.copy(filled, folder / filled.name))
