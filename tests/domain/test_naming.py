"""A proposed name of a file is one that Windows, Linux and a stick take."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.naming import file_name

_DEVICES = ("CON", "PRN", "AUX", "NUL", "COM1", "com9", "COM¹", "LPT1", "lpt0", "CONIN$", "conout$")


@pytest.mark.parametrize("device", _DEVICES)
@pytest.mark.parametrize("behind", ["", " ", ". Dienst", " .de"])
def test_no_file_is_called_like_a_device_of_windows(device: str, behind: str) -> None:
    assert file_name(device + behind, ".pdf").startswith(f"_{device}")


@pytest.mark.parametrize("name", ["Con 1", "Conrad", "Nulltarif", "COM10", "Amt COM1", "LPT"])
def test_a_name_that_only_begins_like_a_device_stays(name: str) -> None:
    assert file_name(name, ".csv") == f"{name}.csv"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ('Amt 50/2: "Zuwanderung"', "Amt 50 2 Zuwanderung.csv"),
        ("zwei\nZeilen\u202e und\tmehr", "zwei Zeilen und mehr.csv"),
        (".versteckt. ", "versteckt.csv"),
        ("???", "Wegweiser.csv"),
        ("", "Wegweiser.csv"),
    ],
)
def test_what_no_name_may_hold_is_left_out(name: str, called: str) -> None:
    assert file_name(name, ".csv") == called


@pytest.mark.parametrize("sign", ["x", "ß", "한", "👩"])
def test_a_long_name_is_cut_between_signs_and_keeps_its_end(sign: str, tmp_path: Path) -> None:
    called = file_name(sign * 300, " 12.wegweiser")
    assert called.endswith(" 12.wegweiser")
    assert 200 < len(called.encode()) < 255
    (tmp_path / called).touch()
    assert [path.name for path in tmp_path.iterdir()] == [called]


@given(st.text(max_size=400), st.sampled_from([".csv", " 3.wegweiser", "-ar.pdf"]))
def test_whatever_something_is_called_its_file_can_be_named(name: str, end: str) -> None:
    called = file_name(name, end)
    assert called.endswith(end)
    assert called.isprintable()
    assert len(called.encode()) <= 241
    assert not set(called) & set('\\/:*?"<>|')
    assert called[0] not in " ."
