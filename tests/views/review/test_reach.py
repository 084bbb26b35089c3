"""Everybody can use the dialogs in which records are kept true: names, keyboard, small screens, large letters."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.dossier import reference_to
from desktop.i18n import pseudo
from desktop.views.review.desk import ReviewDialog
from desktop.views.review.duplicates_dialog import DuplicatesDialog
from desktop.views.review.history_dialog import HistoryDialog
from desktop.views.review.note_dialog import NoteDialog
from tests.support.edges import FakeEdges
from tests.support.screenshots import SCREEN, TITLE_BAR
from tests.views.review.conftest import Clerk
from tests.views.test_looks import focusable

SMALL = SCREEN[0] // 2, (SCREEN[1] - TITLE_BAR) // 2
"""A window over the whole of a small screen at 200 %."""


def desk(clerk: Clerk) -> QDialog:
    clerk.review.note("bva-bonn", "Die Faxnummer ist falsch.")
    edges = clerk.edges.as_edges()
    return ReviewDialog(clerk.review, clerk.editing, clerk.background, edges, clerk.tr, clerk.window)


def note(clerk: Clerk) -> QDialog:
    clerk.review.note("bva-bonn", "Die Faxnummer ist falsch.")
    reference = reference_to(clerk.editing.opened("bva-bonn"))
    return NoteDialog(reference, clerk.review, clerk.background, clerk.edges.as_edges(), clerk.tr, clerk.window)


def history(clerk: Clerk) -> QDialog:
    before = clerk.editing.opened("bva-bonn")
    clerk.editing.save(before, replace(before, name="BVA Bonn", summary="Kurz."))
    edges = clerk.edges.as_edges()
    return HistoryDialog(reference_to(before), clerk.editing, clerk.background, edges, clerk.tr, clerk.window)


def duplicates(clerk: Clerk) -> QDialog:
    clerk.editing.save(None, replace(clerk.editing.opened("bamf-koeln"), id="neu", name="BAMF in Köln"))
    saved = clerk.editing.opened("neu")
    found, edges = clerk.editing.lookalikes(saved), clerk.edges.as_edges()
    return DuplicatesDialog(saved, found, clerk.editing, clerk.background, edges, clerk.tr, clerk.window)


Makes = Callable[[Clerk], QDialog]
DIALOGS = pytest.mark.parametrize("makes", [desk, note, history, duplicates])


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(2 * font.pointSizeF())
    qapp.setFont(font)
    yield
    qapp.setFont(before)


@DIALOGS
def test_every_control_has_a_name_and_a_role(clerk: Clerk, makes: Makes) -> None:
    clerk.opens(makes(clerk))
    for widget in focusable(clerk.dialog):
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name), f"{widget!r} has no name"
        assert spoken.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), f"{widget!r} has no role"


@DIALOGS
def test_tab_reaches_every_control(clerk: Clerk, makes: Makes) -> None:
    clerk.opens(makes(clerk))
    wanted = {one for one in focusable(clerk.dialog) if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
    reached = set[QWidget]()
    for _ in range(6 * len(wanted) + 20):
        reached.add(clerk.focused())
        clerk.presses("Tab")
    missed = {one for one in wanted - reached if not isinstance(one, QRadioButton)}  # arrows go from one to the next
    assert missed == set()


@DIALOGS
def test_a_small_screen_has_room_for_everything(clerk: Clerk, makes: Makes) -> None:
    clerk.window.resize(*SMALL)
    clerk.opens(makes(clerk))
    assert_fits(clerk, SMALL)


@DIALOGS
@pytest.mark.usefixtures("large_letters")
def test_letters_twice_as_large_find_room(clerk: Clerk, makes: Makes) -> None:
    room = SCREEN[0], SCREEN[1] - TITLE_BAR
    clerk.window.resize(*room)
    clerk.opens(makes(clerk))
    assert_fits(clerk, room)


@DIALOGS
def test_words_twice_as_long_find_room(clerk_of_long_words: Clerk, makes: Makes) -> None:
    clerk, room = clerk_of_long_words, (SCREEN[0], SCREEN[1] - TITLE_BAR)
    clerk.window.resize(*room)
    clerk.opens(makes(clerk))
    assert_fits(clerk, room)


@pytest.fixture
def clerk_of_long_words(database: Path, edges: FakeEdges, qtbot: QtBot) -> Iterator[Clerk]:
    found = Clerk(database, edges, qtbot, pseudo())
    yield found
    found.leaves()


def assert_fits(clerk: Clerk, room: tuple[int, int]) -> None:
    """The dialog is no larger than the screen, and nothing of it lies where nobody can scroll to."""
    dialog = clerk.dialog
    assert dialog.width() <= room[0]
    assert dialog.height() <= room[1]
    for widget in focusable(dialog):
        area = next((one for one in _around(widget) if isinstance(one, QScrollArea)), None)
        frame = (area.widget() if area else None) or dialog
        corner = widget.mapTo(frame, widget.rect().bottomRight())
        assert frame.rect().contains(corner), f"{widget!r} lies outside"
        assert area is None or frame.width() <= area.viewport().width(), f"{widget!r} is cut off at the right"


def _around(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        yield parent
        parent = parent.parentWidget()
