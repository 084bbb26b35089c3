"""The last net: an unexpected error is logged without personal data, told once, and the program goes on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.app.crash import CrashHook

NAME = "Erika Mustermann"


@pytest.fixture
def hook(tmp_path: Path) -> Iterator[tuple[CrashHook, list[Path]]]:
    before, told = (sys.excepthook, threading.excepthook), list[Path]()
    made = CrashHook(tmp_path / "Akten von Erika Mustermann" / "logs", told.append)
    made.install()
    yield made, told
    sys.excepthook, threading.excepthook = before


def fail() -> None:
    raise ValueError(f"{NAME} is no number")


def caught() -> None:
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())


def test_the_log_says_where_but_names_nobody(hook: tuple[CrashHook, list[Path]]) -> None:
    caught()
    log = hook[0].log_file.read_text(encoding="utf-8")
    assert "builtins.ValueError" in log
    assert "tests/app/test_crash.py" in log
    assert " fail" in log
    assert NAME not in log
    assert str(Path.home()) + "/" not in log


def test_a_person_is_told_once_and_every_error_is_logged(hook: tuple[CrashHook, list[Path]]) -> None:
    for _ in range(3):
        caught()
    assert hook[1] == [hook[0].log_file]
    assert hook[0].log_file.read_text(encoding="utf-8").count("builtins.ValueError") == 3


def test_the_log_does_not_grow_for_ever(hook: tuple[CrashHook, list[Path]]) -> None:
    for _ in range(3000):
        caught()
    files = list(hook[0].log_file.parent.iterdir())
    assert 2 <= len(files) <= 4
    assert sum(file.stat().st_size for file in files) < 1_000_000


def test_a_log_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    told: list[Path] = []
    CrashHook(tmp_path / "logs", told.append).caught(ValueError, ValueError(), None)
    assert len(told) == 1
