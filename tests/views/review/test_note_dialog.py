"""What was noticed at the counter is written down on the spot, and no record changes by it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from shiboken6 import isValid

from desktop.domain.dossier import Reference
from desktop.domain.note import CounterNote
from desktop.domain.vocabulary import Kind
from desktop.views.review.note_dialog import NoteDialog
from tests.views.review.conftest import Clerk

MOERS = Reference("moers", Kind.MUNICIPALITY, "Moers")
Opens = Callable[[], NoteDialog]


@pytest.fixture
def opens(clerk: Clerk) -> Opens:
    """Opens the dialog for Moers."""

    def open_dialog() -> NoteDialog:
        dialog = NoteDialog(MOERS, clerk.review, clerk.background, clerk.edges.as_edges(), clerk.tr, clerk.window)
        dialog.said.connect(clerk.said.append)
        dialog.kept.connect(clerk.asked.append)
        clerk.opens(dialog)
        return dialog

    return open_dialog


def test_a_note_is_kept_with_one_chord_and_the_record_stays(clerk: Clerk, opens: Opens) -> None:
    before = clerk.editing.opened("moers")
    opens()
    clerk.types("Fax ist falsch, geändert?")
    clerk.presses("Ctrl+Return")
    clerk.waits()
    (note,) = clerk.review.notes("moers")
    assert (note.text, note.made_by) == ("Fax ist falsch, geändert?", "A. Yılmaz")
    assert clerk.asked == [note]
    assert isinstance(note, CounterNote)
    assert "Moers" in clerk.said[0]
    assert clerk.editing.opened("moers") == before
    assert clerk.editing.history("moers") == ()


def test_the_dialog_says_that_clients_are_nobodys_business_here(clerk: Clerk, opens: Opens) -> None:
    opens()
    assert "No details about clients" in clerk.sees()
    assert "No details about clients" in clerk.finds(QPlainTextEdit).accessibleDescription()


def test_earlier_notes_are_read_with_who_and_when(clerk: Clerk, opens: Opens) -> None:
    clerk.review.note("moers", "Schild fehlt.")
    clerk.review.settle(clerk.review.note("moers", "Neue Nummer?").id)
    opens()
    earlier = next(one for one in clerk.dialog.findChildren(QPlainTextEdit) if one.isReadOnly())
    assert earlier.isVisible()
    for text in ("Schild fehlt.", "Neue Nummer?", "A. Yılmaz", "2026-11-22", "settled"):
        assert text in earlier.toPlainText()


def test_esc_asks_only_when_something_was_typed(clerk: Clerk, opens: Opens) -> None:
    dialog = opens()
    clerk.presses("Esc")
    assert clerk.edges.notices.told == []
    assert not isValid(dialog) or not dialog.isVisible()


@pytest.mark.parametrize("is_taken", [True, False])
def test_what_was_typed_is_thrown_away_only_on_request(clerk: Clerk, opens: Opens, is_taken: bool) -> None:
    clerk.edges.notices.is_offer_taken = is_taken
    dialog = opens()
    clerk.types("Fax")
    clerk.presses("Esc")
    assert len(clerk.edges.notices.told) == 1
    assert (isValid(dialog) and dialog.isVisible()) is not is_taken
    assert clerk.review.notes("moers") == ()
    clerk.edges.notices.is_offer_taken = True


def test_an_empty_note_is_refused_beside_the_field(clerk: Clerk, opens: Opens) -> None:
    dialog = opens()
    clerk.presses("Ctrl+Return")
    clerk.waits()
    assert "The note is empty" in clerk.sees()
    assert dialog.isVisible()
    assert clerk.focused() is clerk.finds(QPlainTextEdit)


def test_a_note_that_cannot_be_kept_stays_in_the_field(clerk: Clerk, opens: Opens) -> None:
    dialog = opens()
    clerk.types("x" * 2001)
    clerk.presses("Ctrl+Return")
    clerk.waits()
    assert "too long" in clerk.sees()
    assert len(clerk.finds(QPlainTextEdit).toPlainText()) == 2001
    assert dialog.isVisible()


def test_ctrl_enter_twice_keeps_one_note(clerk: Clerk, opens: Opens) -> None:
    opens()
    clerk.types("Fax")
    clerk.presses("Ctrl+Return", "Ctrl+Return")
    clerk.waits()
    assert len(clerk.review.notes("moers")) == 1
