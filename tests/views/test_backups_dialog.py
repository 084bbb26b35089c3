"""Going back to a backup, by keyboard alone."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.backup import Backup, Reason, Restored
from desktop.i18n import Translate, load
from desktop.services.backups import Backups
from desktop.views.background import Background
from desktop.views.backups_dialog import BackupsDialog
from tests.support.edges import FakeEdges
from tests.support.keys import press
from tests.support.places import TRANSLATIONS

NOW = datetime(2026, 11, 23, 10, 42)


class Desk:
    """A person before the dialog."""

    def __init__(self, database: Path, edges: FakeEdges, qtbot: QtBot) -> None:
        self.backups = Backups(database, database.parent / "backups", _alone, lambda: NOW)
        self.edges = edges
        self.restored: list[Restored] = []
        self.background = Background()
        self._qtbot = qtbot
        self._window = QWidget()
        self._window.resize(1366, 768)
        self._window.show()

    def opens(self, tr: Translate) -> BackupsDialog:
        dialog = BackupsDialog(self.backups, self.background, self.edges.as_edges(), tr, self._window)
        dialog.restored.connect(self.restored.append)
        dialog.open()
        self.waits()
        return dialog

    def waits(self) -> None:
        self._qtbot.waitUntil(lambda: self.background.is_idle)
        QApplication.sendPostedEvents()

    def presses(self, dialog: BackupsDialog, name: str) -> None:
        press(dialog.focusWidget() or dialog, name)
        self.waits()

    def close(self) -> None:
        self._window.close()
        self._window.deleteLater()
        self.background.close()


def _alone() -> AbstractContextManager[object]:
    return nullcontext()


@pytest.fixture
def english() -> Translate:
    return load(TRANSLATIONS, "en")


@pytest.fixture
def desk(database: Path, edges: FakeEdges, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(database, edges, qtbot)
    yield desk
    desk.close()


def _rows(dialog: BackupsDialog) -> list[list[str]]:
    tree = dialog.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def _texts(dialog: BackupsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def _made(desk: Desk, *reasons: Reason) -> list[Backup]:
    return [desk.backups.make(reason) for reason in reasons]


def test_the_list_says_when_why_and_how_many(desk: Desk, english: Translate) -> None:
    _made(desk, Reason.EDIT, Reason.WISH)
    dialog = desk.opens(english)
    rows = _rows(dialog)
    assert [row[:2] for row in rows] == [
        ["2026-11-23, 10:42", "by hand"],
        ["2026-11-23, 10:42", "before the first change of the day"],
    ]
    assert int(rows[0][2]) > 90
    assert "38\N{NO-BREAK SPACE}partners" in _texts(dialog)
    desk.presses(dialog, "Esc")
    assert not dialog.isVisible()


def test_the_chosen_one_is_restored_after_a_question(desk: Desk, english: Translate) -> None:
    first, _ = _made(desk, Reason.EDIT, Reason.WISH)
    dialog = desk.opens(english)
    desk.presses(dialog, "Down")
    desk.presses(dialog, "Return")
    (restored,) = desk.restored
    assert restored.backup == first
    question, said = desk.edges.notices.told
    assert "All records" in question
    assert "is restored" in said
    assert "The state before it" in said


def test_thinking_better_of_it_restores_nothing(desk: Desk, english: Translate) -> None:
    _made(desk, Reason.WISH)
    desk.edges.notices.is_offer_taken = False
    dialog = desk.opens(english)
    desk.presses(dialog, "Ctrl+Return")
    assert len(desk.edges.notices.told) == 1
    assert desk.restored == []
    assert dialog.isVisible()
    desk.presses(dialog, "Esc")


def test_what_cannot_be_read_cannot_be_restored(desk: Desk, english: Translate) -> None:
    (made,) = _made(desk, Reason.WISH)
    made.path.write_bytes(b"garbage")
    dialog = desk.opens(english)
    assert _rows(dialog)[0][2] == "not readable"
    assert "cannot be read" in _texts(dialog)
    desk.presses(dialog, "Return")
    assert desk.edges.notices.told == []
    desk.presses(dialog, "Esc")


def test_without_backups_the_dialog_says_when_there_will_be_one(desk: Desk, english: Translate) -> None:
    dialog = desk.opens(english)
    assert "There is no backup yet." in _texts(dialog)
    desk.presses(dialog, "Esc")


def test_what_goes_wrong_is_told_and_the_dialog_stays(desk: Desk, english: Translate) -> None:
    (made,) = _made(desk, Reason.WISH)
    dialog = desk.opens(english)
    made.path.unlink()
    desk.presses(dialog, "Return")
    assert len(desk.edges.notices.told) == 2
    assert desk.restored == []
    assert dialog.isVisible()
    assert dialog.isEnabled()
    desk.presses(dialog, "Esc")


def test_everything_has_a_name_and_fits_the_smallest_screen(desk: Desk, english: Translate) -> None:
    dialog = desk.opens(english)
    tree = dialog.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    assert tree.accessibleName() == "Backups"
    assert all(button.text() for button in dialog.findChildren(QPushButton))
    assert dialog.width() <= 1366
    assert dialog.height() <= 768
    desk.presses(dialog, "Esc")


def test_sizes_are_written_as_the_language_does_and_never_broken(desk: Desk, tr: Translate) -> None:
    _made(desk, Reason.WISH)
    tree = desk.opens(tr).findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    first = tree.topLevelItem(0)
    assert first is not None
    assert re.fullmatch(r"\d+,\d\N{NO-BREAK SPACE}MB", first.text(3))
