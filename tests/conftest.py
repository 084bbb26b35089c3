"""Every test runs without a display, leaves nothing behind, and Qt has nothing to complain about."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.build import build
from desktop.app.paths import Paths, paths_for
from desktop.i18n import Translate, load
from desktop.policy.policy import Policy
from desktop.settings import Settings
from desktop.views.main_window import MainWindow
from tests.support.edges import FakeEdges, fake_edges
from tests.support.leftovers import clear_away, leftovers
from tests.support.person import Person
from tests.support.places import ROOT, TRANSLATIONS

NOW = datetime(2026, 11, 23, 10, 42).astimezone()
TODAY = NOW.date()

settings.register_profile("house", database=DirectoryBasedExampleDatabase(ROOT / ".hypothesis" / "examples"))
settings.load_profile("house")
"""Hypothesis warns, which fails a test here, where it cannot use the folder that it looks for by itself."""

Opens = Callable[..., Person]
_UNABLE = r"This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning from Qt fails the test that provoked it; what the offscreen platform cannot do is no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(
            pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")
        )


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """No window, timer or worker outlives its test."""
    yield
    if QApplication.instance() is not None:
        clear_away()
        assert leftovers() == []


@pytest.fixture(scope="session")
def tr() -> Translate:
    """The language of the desk."""
    return load(TRANSLATIONS, "de")


@pytest.fixture
def edges(tmp_path: Path) -> FakeEdges:
    """The world outside the window; files go to a folder of the test's own."""
    folder = tmp_path / "Eigene Dateien"
    folder.mkdir()
    return fake_edges(folder)


@pytest.fixture
def paths(database: Path) -> Paths:
    """The places of an office with a filled database."""
    return paths_for(database.parent)


@pytest.fixture
def opens(qtbot: QtBot, edges: FakeEdges, tr: Translate) -> Iterator[Opens]:
    """Opens windows as the program does; each is closed in the end."""
    windows: list[MainWindow] = []

    def open_window(
        paths: Paths,
        settings: Settings | None = None,
        remember: Callable[[Settings], object] = lambda _: None,
        language: Translate = tr,
        policy: Policy | None = None,
        file: Path | None = None,
    ) -> Person:
        world = edges.as_edges
        window = build(paths, language, world, settings, now=lambda: NOW, remember=remember, policy=policy)
        windows.append(window)
        person = Person(window, qtbot)
        if file is not None:
            window.open_file(file)
        with person.settles():
            window.show()
        return person

    yield open_window
    for window in windows:
        window.close()
        window.deleteLater()
    clear_away()


@pytest.fixture
def person(opens: Opens, paths: Paths) -> Person:
    """A person before the window as it is after the start, everything loaded."""
    return opens(paths)
