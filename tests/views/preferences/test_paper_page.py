"""How sheets usually leave the printer, and what the preview and the printer make of it."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from desktop.app.paths import Paths
from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.preferences.miniature import Miniature
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed
from tests.views.preferences.conftest import named, turns_to


@pytest.fixture
def printing(clerk: Person, edges: FakeEdges) -> Person:
    """A person before the page, on a computer with two printers."""
    edges.printer.installed = ["HP Flur", "Brother Beratung"]
    turns_to(clerk, "Drucken")
    return clerk


def prints(person: Person) -> None:
    person.presses("Esc", "Ctrl+K")
    person.types("bamf dort")
    person.presses("Ctrl+P", "Return")


def test_the_chosen_printer_is_the_first_one_that_the_print_dialog_offers(
    printing: Person, edges: FakeEdges, remembered: list[Settings]
) -> None:
    box = named(printing, "Drucker", QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == [
        "Standarddrucker des Systems",
        "HP Flur",
        "Brother Beratung",
    ]
    box.setCurrentText("Brother Beratung")
    printing.presses("Ctrl+Return")
    assert remembered[-1].printer == "Brother Beratung"
    prints(printing)
    assert edges.printer.offered == ["Brother Beratung"]
    assert len(edges.printer.printed) == 1


def test_without_a_choice_it_is_the_printer_of_the_system(person: Person, edges: FakeEdges) -> None:
    prints(person)
    assert edges.printer.offered == [""]


def test_a_printer_that_is_switched_off_today_is_not_forgotten(
    opens: Opens, paths: Paths, edges: FakeEdges, remembered: list[Settings]
) -> None:
    edges.printer.installed = ["HP Flur"]
    person = opens(paths, Settings(printer="Brother Beratung"), remember=remembered.append)
    person.presses("Ctrl+,")
    turns_to(person, "Drucken")
    assert named(person, "Drucker", QComboBox).currentText() == "Brother Beratung (zurzeit nicht gefunden)"
    person.presses("Ctrl+Return")
    assert remembered[-1].printer == "Brother Beratung"


def test_language_and_large_print_hold_for_the_next_sheet_and_for_the_next_client(
    printing: Person, edges: FakeEdges, tr: Translate
) -> None:
    named(printing, "Sprache der Blätter", QComboBox).setCurrentText("Polnisch – polski")
    printing.button(tr("Large &print, 16 points, for people with low vision")).click()
    printing.presses("Ctrl+Return")
    for _ in range(2):
        prints(printing)
        printing.presses("F12")
    printing.types("bamf dort")
    printing.presses("Ctrl+P")
    assert printing.finds(QComboBox, "language").currentText() == "Polnisch – polski"
    assert printing.finds(QCheckBox, "large-print").isChecked()
    printing.presses("Esc")
    first, second = (Printed(pdf).text for pdf in edges.printer.printed)
    assert "Telefon" in first
    assert "Karta kontaktowa" in first or "Adres" in first
    assert first == second


def test_a_sheet_is_shown_as_it_would_be_printed(printing: Person, qtbot: QtBot, tr: Translate) -> None:
    shown = printing.finds(Miniature)
    qtbot.waitUntil(lambda: shown.picture is not None)
    small = shown.picture
    printing.button(tr("Large &print, 16 points, for people with low vision")).click()
    qtbot.waitUntil(lambda: shown.picture != small)
    large = shown.picture
    named(printing, "Sprache der Blätter", QComboBox).setCurrentText("Arabisch – العربية")
    qtbot.waitUntil(lambda: shown.picture != large)
    printing.presses("Esc")
