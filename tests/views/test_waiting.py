"""What takes longer than a moment says how far it is, and can be given up."""

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.change import ChangeSet
from desktop.domain.errors import ExpectedError
from desktop.domain.progress import Progress
from desktop.i18n import Translate
from desktop.views.background import Background
from desktop.views.keeping_parts import KeepingParts
from desktop.views.past_steps import PastSteps
from desktop.views.waiting_dialog import WaitingDialog
from tests.support.edges import FakeEdges

_AT_ONCE = 0


class Allowed:
    """Records may be changed."""

    def allows(self) -> bool:
        return True


class Endless:
    """A past that takes as long as somebody waits for it; `trouble` is met at the end of a shorter one."""

    def __init__(self, trouble: ExpectedError | None = None) -> None:
        self._trouble = trouble
        self.steps = 0

    def undo(self, progress: Progress) -> ChangeSet | None:
        self.steps += 1
        if self._trouble is not None:
            raise self._trouble
        while True:
            progress.tell(2, 10)

    redo = undo


@pytest.fixture
def background() -> Iterator[Background]:
    worker = Background()
    yield worker
    worker.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    found.resize(800, 600)
    found.show()
    return found


@pytest.fixture
def steps(background: Background, window: QWidget, tr: Translate, edges: FakeEdges) -> Callable[[Endless], PastSteps]:
    """Makes the steps through such a past."""

    def made(past: Endless) -> PastSteps:
        services: Any = type("Services", (), {"editing": past})
        mode = cast(Any, Allowed())
        return PastSteps(KeepingParts(lambda: services, mode, background, edges.as_edges(), tr, window), str, window)

    return made


def _waiting() -> WaitingDialog | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, WaitingDialog) else None


def test_what_ends_soon_shows_no_dialog(window: QWidget, tr: Translate, qtbot: QtBot) -> None:
    dialog = WaitingDialog("Undo", "It lasts", Progress(), tr, window)
    dialog.end()
    assert not dialog.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        pass
    assert _waiting() is None


def test_what_takes_longer_shows_how_far_it_is(window: QWidget, tr: Translate, qtbot: QtBot) -> None:
    progress = Progress()
    dialog = WaitingDialog("Undo", "It lasts", progress, tr, window, _AT_ONCE)
    qtbot.waitUntil(dialog.isVisible)
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    assert not bar.isVisible()
    progress.tell(30, 40)
    qtbot.waitUntil(bar.isVisible)
    assert (bar.value(), bar.maximum()) == (30, 40)
    dialog.end()
    assert not dialog.isVisible()


def test_escape_gives_it_up(window: QWidget, tr: Translate, qtbot: QtBot) -> None:
    progress = Progress()
    dialog = WaitingDialog("Undo", "It lasts", progress, tr, window, _AT_ONCE)
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert progress.is_cancelled
    assert not dialog.isVisible()
    dialog.end()


def test_a_long_undo_that_is_given_up_ends_all_that_wait_behind_it(
    steps: Callable[[Endless], PastSteps], qtbot: QtBot, tr: Translate
) -> None:
    past, said = Endless(), list[str]()
    undoing = steps(past)
    undoing.said.connect(said.append)
    undoing.undo()
    undoing.redo()
    qtbot.waitUntil(lambda: _waiting() is not None)
    waiting = _waiting()
    assert waiting is not None
    QTest.keyClick(waiting, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [
        tr("It is being given up …"),
        tr("Given up. Everything is as it was before."),
    ]
    assert past.steps == 1
    assert _waiting() is None


def test_nobody_waits_any_more_for_what_met_trouble(
    steps: Callable[[Endless], PastSteps], qtbot: QtBot, edges: FakeEdges
) -> None:
    undoing = steps(Endless(ExpectedError("It does not work.")))
    undoing.undo()
    qtbot.waitUntil(lambda: bool(edges.notices.told))
    assert _waiting() is None
    undoing.undo()
    qtbot.waitUntil(lambda: len(edges.notices.told) == 2)
