"""A sound package to spoil."""

from pathlib import Path

import pytest

from desktop.domain.catalogue import Catalogue
from tests.support.packages import put_package, records_parcel


@pytest.fixture
def sound(catalogue: Catalogue, tmp_path: Path) -> Path:
    """A package of the shipped records that is as it should be."""
    path = tmp_path / "Moers.wegweiser"
    put_package(path, records_parcel(catalogue))
    return path
