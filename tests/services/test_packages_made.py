"""The numbers of packages: each is given away once, however many windows are ready at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from desktop.domain.errors import ExpectedError
from desktop.domain.package import Cargo
from desktop.services.packages_made import PackagesMade
from desktop.services.signing import Signing

WINDOWS, ROUNDS = 4, 12
KEY = bytes(32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder of an office that has its key."""
    Signing(tmp_path, PackagesMade(tmp_path)).key()
    return tmp_path


def _wins(window: PackagesMade, at_once: Barrier, number: int, cargo: Cargo = Cargo.RECORDS) -> bool:
    at_once.wait()
    try:
        window.count(KEY, cargo, number)
    except ExpectedError:
        return False
    return True


def test_of_windows_that_are_ready_at_the_same_moment_one_has_the_number(folder: Path) -> None:
    at_once = Barrier(WINDOWS)
    with ThreadPoolExecutor(WINDOWS) as windows:
        for number in range(1, ROUNDS + 1):
            wins = [windows.submit(_wins, PackagesMade(folder), at_once, number) for _ in range(WINDOWS)]
            assert [one.result() for one in wins].count(True) == 1
    assert PackagesMade(folder).last_number(KEY, Cargo.RECORDS) == ROUNDS


def test_a_package_of_notes_at_the_same_moment_loses_no_number(folder: Path) -> None:
    at_once = Barrier(len(Cargo))
    with ThreadPoolExecutor(len(Cargo)) as windows:
        for number in range(1, ROUNDS + 1):
            wins = [windows.submit(_wins, PackagesMade(folder), at_once, number, cargo) for cargo in Cargo]
            assert all(one.result() for one in wins)
    made = PackagesMade(folder)
    assert [made.last_number(KEY, cargo) for cargo in Cargo] == [ROUNDS] * len(Cargo)


def _again(made: PackagesMade) -> None:
    made.count(KEY, Cargo.RECORDS, 3)


def _before(made: PackagesMade) -> None:
    made.count(KEY, Cargo.RECORDS, 2)


@pytest.mark.parametrize("deed", [_again, _before])
def test_no_number_is_given_away_that_is_not_greater_than_the_last(
    folder: Path, deed: Callable[[PackagesMade], None]
) -> None:
    made = PackagesMade(folder)
    made.count(KEY, Cargo.RECORDS, 3)
    with pytest.raises(ExpectedError, match="no second one may have its number"):
        deed(made)
    assert made.last_number(KEY, Cargo.RECORDS) == 3
