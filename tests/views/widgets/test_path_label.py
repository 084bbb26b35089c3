"""A long path is broken between folders, and copied as it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.views.widgets.path_label import PathLabel

PATH = r"\\server\Freigabe\Servicestelle Zuwanderung\Wegweiser\wegweiser.sqlite"
TEXT = f"Der Datenordner {PATH} liegt auf einem Netzlaufwerk."


def test_what_is_copied_of_a_path_can_be_pasted(qtbot: QtBot) -> None:
    label = PathLabel(TEXT)
    qtbot.addWidget(label)
    label.setSelection(label.text().index("\\"), label.text().index(" liegt") - label.text().index("\\"))
    QTest.keySequence(label, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == PATH


def test_a_path_needs_no_more_room_than_its_longest_part(qtbot: QtBot) -> None:
    label = PathLabel(TEXT)
    qtbot.addWidget(label)
    longest = label.fontMetrics().horizontalAdvance("Netzlaufwerk.  ")
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(PATH) / 2
    assert label.heightForWidth(longest) > label.fontMetrics().height()


def test_a_screen_reader_reads_the_text_as_it_is(qtbot: QtBot) -> None:
    label = PathLabel(TEXT)
    qtbot.addWidget(label)
    assert label.accessibleName() == TEXT
    assert label.textFormat() is Qt.TextFormat.PlainText
