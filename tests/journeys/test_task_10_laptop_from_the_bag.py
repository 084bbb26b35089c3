"""Task 10: a laptop out of the bag, no Wi-Fi, a wrong clock: the caret stands in the search box, nothing in the way."""

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.build import build
from desktop.app.paths import paths_for
from desktop.i18n import Translate
from desktop.settings import Settings, load, save
from desktop.views.main_window import MainWindow
from tests.support.edges import FakeEdges
from tests.support.leftovers import clear_away
from tests.support.person import PATIENCE_MS, Person

EMPTY_BATTERY = datetime(1970, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(2099, 12, 31, 23, 59, tzinfo=UTC)
ColdStart = Callable[[datetime], Person]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A computer whose every way out is shut; what was tried all the same is written down."""
    tried: list[str] = []

    def refuse(*where: object, **_: object) -> None:
        tried.append(repr(where))
        raise OSError("Network is unreachable")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return tried


@pytest.fixture
def cold_start(qtbot: QtBot, edges: FakeEdges, tr: Translate, tmp_path: Path) -> Iterator[ColdStart]:
    """Starts the program as nobody ever did on this computer, up to the first picture."""
    windows: list[MainWindow] = []

    def start(now: datetime) -> Person:
        paths = paths_for(tmp_path / "neu")
        settings, notice = load(paths.settings)
        assert notice is None

        def remember(new: Settings) -> None:
            save(new, paths.settings)

        window = build(paths, tr, edges.as_edges, settings, now=lambda: now, remember=remember)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return Person(window, qtbot)

    yield start
    for window in windows:
        window.close()
        window.deleteLater()
    clear_away()


@pytest.mark.parametrize("now", [EMPTY_BATTERY, FAR_AHEAD])
def test_a_cold_start_ends_in_the_search_box_and_with_the_first_answer(
    cold_start: ColdStart, no_network: list[str], edges: FakeEdges, qtbot: QtBot, now: datetime
) -> None:
    person = cold_start(now)
    assert person.focused().objectName() == "search"
    for letter in "bamf dort":
        person.presses_at_once(letter)
    with qtbot.waitSignal(person.window.settled, timeout=PATIENCE_MS):
        pass
    person.waits()
    assert QApplication.activeModalWidget() is None
    assert person.focused().objectName() == "search"
    person.presses("Return")

    assert person.keys <= 12
    assert person.sees_rows()[0] == "BAMF Dortmund"
    assert "0231 9058-0" in person.reads()
    assert edges.notices.told == []
    assert no_network == []


def test_the_offer_of_an_introduction_is_no_dialog_and_comes_only_once(
    cold_start: ColdStart, qtbot: QtBot, tr: Translate
) -> None:
    offer = tr("Is Wegweiser new to you? Five hints show where everything begins.")
    first = cold_start(EMPTY_BATTERY)
    with qtbot.waitSignal(first.window.settled, timeout=PATIENCE_MS):
        pass
    assert offer in first.sees_texts()
    assert first.focused().objectName() == "search"
    first.window.close()

    second = cold_start(FAR_AHEAD)
    with qtbot.waitSignal(second.window.settled, timeout=PATIENCE_MS):
        pass
    assert offer not in second.sees_texts()
