"""The two closed lists are looked after by keyboard; what records are filed under stays."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.change import PlacedTerm
from desktop.domain.vocabulary import Taxonomy
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.views.background import Background
from desktop.views.editing.terms_dialog import TermsDialog
from tests.conftest import TODAY
from tests.support.edges import FakeEdges
from tests.support.keys import press, write
from tests.support.places import SHIPPED, TRANSLATIONS


class Lists:
    """The lists of a real database."""

    def __init__(self, database: Path) -> None:
        now = datetime.combine(TODAY, time(10, 42), UTC)
        self._catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "en"))
        self._editing = Editing(self._catalogue, Desk(lambda: "A. Yılmaz", lambda: now, lambda: 12), lambda: None)

    def all_terms(self) -> list[PlacedTerm]:
        with self._catalogue.reading() as unit:
            return [placed for taxonomy in Taxonomy for placed in unit.terms.all(taxonomy)]

    def save_term(self, before: PlacedTerm | None, after: PlacedTerm | None) -> object:
        return self._editing.save_term(before, after)

    def close(self) -> None:
        self._catalogue.close()


@pytest.fixture
def lists(database: Path) -> Iterator[Lists]:
    found = Lists(database)
    yield found
    found.close()


@pytest.fixture
def background() -> Iterator[Background]:
    found = Background()
    yield found
    found.close()


@pytest.fixture
def dialog(lists: Lists, background: Background, edges: FakeEdges, window: QWidget, qtbot: QtBot) -> TermsDialog:
    dialog = TermsDialog(lists, background, edges.notices, load(TRANSLATIONS, "en"), window)
    dialog.open()
    dialog.activateWindow()
    settle(background, qtbot)
    return dialog


def settle(background: Background, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: background.is_idle, timeout=20_000)
    QApplication.processEvents()


def entries(dialog: TermsDialog) -> QListWidget:
    return next(one for one in dialog.findChildren(QListWidget) if one.accessibleName() == "Entries")


def name(dialog: TermsDialog) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Name (needed)")


def choose(dialog: TermsDialog, text: str) -> None:
    shown = entries(dialog)
    shown.setFocus()
    shown.setCurrentRow(next(row for row in range(shown.count()) if shown.item(row).text() == text))


def sees(dialog: TermsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_topic_is_renamed_and_gets_another_name(
    dialog: TermsDialog, lists: Lists, background: Background, qtbot: QtBot
) -> None:
    choose(dialog, "Asyl und Flucht")
    name(dialog).selectAll()
    write(name(dialog), "Asyl")
    others = next(one for one in dialog.findChildren(QPlainTextEdit) if one.isVisible())
    others.setPlainText("Schutz\nFlucht")
    with qtbot.waitSignal(dialog.kept):
        press(name(dialog), "Ctrl+S")
    settle(background, qtbot)
    kept = next(one.term for one in lists.all_terms() if one.term.name == "Asyl")
    assert kept.alternate_names == ("Schutz", "Flucht")
    assert entries(dialog).currentItem().text() == "Asyl"
    press(name(dialog), "Esc")
    assert not dialog.isVisible()


def test_a_new_entry_comes_last_and_can_be_removed(
    dialog: TermsDialog, lists: Lists, background: Background, edges: FakeEdges, qtbot: QtBot
) -> None:
    press(entries(dialog), "Ins")
    write(name(dialog), "Wohnen auf Zeit")
    press(name(dialog), "Ctrl+S")
    settle(background, qtbot)
    shown = entries(dialog)
    assert shown.item(shown.count() - 1).text() == "Wohnen auf Zeit"
    assert shown.currentRow() == shown.count() - 1
    edges.notices.choice = 0
    shown.setFocus()
    press(shown, "Del")
    settle(background, qtbot)
    assert "Wohnen auf Zeit" not in [one.term.name for one in lists.all_terms()]
    press(shown, "Esc")


def test_what_records_are_filed_under_stays_and_says_so(
    dialog: TermsDialog, lists: Lists, background: Background, edges: FakeEdges, qtbot: QtBot
) -> None:
    choose(dialog, "Asyl und Flucht")
    edges.notices.choice = 0
    press(entries(dialog), "Del")
    settle(background, qtbot)
    assert "records are filed under it" in sees(dialog)
    assert "Asyl und Flucht" in [one.term.name for one in lists.all_terms()]
    press(entries(dialog), "Esc")


def test_two_entries_of_one_name_are_refused_beside_the_field(
    dialog: TermsDialog, lists: Lists, edges: FakeEdges
) -> None:
    before = lists.all_terms()
    press(entries(dialog), "Ins")
    write(name(dialog), "asyl und flucht")
    press(name(dialog), "Ctrl+S")
    QApplication.processEvents()
    assert "There is an entry of this name already." in sees(dialog)
    assert lists.all_terms() == before
    edges.notices.choice = 1
    press(name(dialog), "Esc")
    assert not dialog.isVisible()


def test_another_entry_does_not_swallow_what_was_typed(dialog: TermsDialog, edges: FakeEdges) -> None:
    choose(dialog, "Asyl und Flucht")
    name(dialog).selectAll()
    write(name(dialog), "Asyl")
    edges.notices.choice = 2
    choose(dialog, "Rückkehr")
    assert name(dialog).text() == "Asyl"
    assert entries(dialog).currentItem().text() == "Asyl und Flucht"
    edges.notices.choice = 1
    choose(dialog, "Rückkehr")
    assert name(dialog).text() == "Rückkehr"
    press(name(dialog), "Esc")
