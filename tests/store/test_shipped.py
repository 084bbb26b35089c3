"""What is wrong in the shipped data is told with file, record and field."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.errors import DataFileError
from desktop.store.shipped import read_shipped
from tests.support.places import SHIPPED


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the shipped data."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "data"))


def _takes_hours(data: Path, file: str, follower: str, leader: str) -> None:
    path = data / "contacts" / file
    text, line = path.read_text(encoding="utf-8"), f'id = "{follower}"\n'
    assert line in text
    path.write_text(text.replace(line, f'{line}hours_of = "{leader}"\n'), encoding="utf-8")


def test_hours_that_are_taken_over_from_a_place_with_hours_of_its_own_are_read(data: Path) -> None:
    _takes_hours(data, "bamf.toml", "bamf-koeln", "bamf-dortmund")
    assert read_shipped(data).version > 0


@pytest.mark.parametrize(
    ("leaders", "told"),
    [
        ({"bamf-koeln": "bamf-dortmund", "bamf-dortmund": "bamf-bielefeld"}, "hours of its own.*Dortmund"),
        ({"bamf-dortmund": "bamf-koeln", "bamf-koeln": "bamf-dortmund"}, "hours of its own.*Köln"),
        ({"bamf-koeln": "bamf-koeln"}, "cannot take over its own hours"),
        ({"bamf-koeln": "bva-zentrale"}, "same organisation.*Bundesverwaltungsamt"),
        ({"bamf-koeln": "bamf"}, "no such record.*bamf"),
    ],
    ids=["chain", "circle", "itself", "others", "no-place"],
)
def test_hours_that_nobody_can_take_over_are_refused(data: Path, leaders: dict[str, str], told: str) -> None:
    for follower, leader in leaders.items():
        _takes_hours(data, "bamf.toml", follower, leader)
    with pytest.raises(DataFileError, match=rf"contacts/bamf\.toml.*“bamf-(koeln|dortmund)”.*“hours_of”.*{told}"):
        read_shipped(data)
