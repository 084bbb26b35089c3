"""Notes from the counter in the dialog in which packages are taken."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.applying import NOTHING_DIFFERS
from desktop.domain.catalogue import Catalogue
from desktop.domain.note import CounterNote
from desktop.domain.package import Cargo
from desktop.i18n import Translate
from desktop.views.background import Background
from tests.support.unwritten import package_of
from tests.views.packages.conftest import Shows, keys, words


def test_a_note_from_the_counter_says_who_wrote_it_and_when(catalogue: Catalogue, shows: Shows) -> None:
    note = CounterNote(
        id="a" * 32,
        record_id="moers",
        record_name="Moers",
        text="Das Fax ist <b>falsch</b>.",
        made_at=datetime(2026, 11, 20, 9, 5).astimezone(),
        made_by="B. <i>Becker</i>",
        settled_at=datetime(2026, 11, 21, 14, 0).astimezone(),
        settled_by="C. Celik",
    )
    dialog = shows(package_of(catalogue, notes=[note], cargo=Cargo.NOTES))
    head = "20.11.2026, 09:05, B. <i>Becker</i> (erledigt am 21.11.2026, 14:00 von C. Celik):"
    (shown,) = (one for one in dialog.findChildren(QLabel) if one.isVisible() and "<b>falsch</b>" in one.text())
    assert shown.text() == f"{head}\nDas Fax ist <b>falsch</b>."
    assert shown.textFormat() is Qt.TextFormat.PlainText
    dialog.reject()


def test_notes_that_are_here_already_are_only_closed(
    catalogue: Catalogue, shows: Shows, qtbot: QtBot, background: Background, tr: Translate
) -> None:
    moment = datetime(2026, 11, 20, 9, 5).astimezone()
    note = CounterNote(
        id="a" * 32, record_id="moers", record_name="Moers", text="Fax?", made_at=moment, made_by="B. Becker"
    )
    package = package_of(catalogue, notes=[note], cargo=Cargo.NOTES)
    first = shows(package)
    first.findChildren(QCheckBox)[0].setChecked(True)
    keys(first, qtbot, background, "Ctrl+Return")
    again = shows(package)
    told = words(again)
    assert tr("These notes are here already.") in told
    signed = {"number": package.manifest.number, "office": package.signer.office}
    assert tr("Notes {number} from {office} were taken already. Nothing was changed.", **signed) in told
    assert tr(NOTHING_DIFFERS) not in told
    assert not any(box.isVisible() for box in again.findChildren(QCheckBox))
    focused = again.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == tr("Close")
    keys(again, qtbot, background, "Ctrl+Return")
    assert again.isVisible()
    keys(again, qtbot, background, "Return")
    assert not again.isVisible()
