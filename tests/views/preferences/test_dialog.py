"""The dialog for everything that can be set: its pages by keyboard, and what keeps it open."""

import pytest
from PySide6.QtWidgets import QLineEdit, QListWidget, QScrollArea

from desktop.app.paths import Paths
from desktop.domain.errors import N_, FileWriteError
from desktop.domain.pin import kept
from desktop.i18n import Translate
from desktop.settings import Settings
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.screenshots import SCREEN, TITLE_BAR
from tests.views.preferences.conftest import named, turns_to

PAGES = ["Eigene Dienststelle", "Darstellung", "Drucken", "Einträge", "Daten"]


def chosen(person: Person) -> str:
    return person.finds(QListWidget).currentItem().text()


def test_one_key_opens_it_with_a_list_of_its_pages(clerk: Person) -> None:
    pages = clerk.finds(QListWidget)
    assert [pages.item(row).text() for row in range(pages.count())] == PAGES
    assert clerk.focused() is pages
    assert pages.accessibleName() == "Seiten der Einstellungen"


def test_arrows_go_from_page_to_page_and_a_chord_does_so_from_any_field(clerk: Person) -> None:
    clerk.presses("Down", "Down")
    assert chosen(clerk) == "Drucken"
    clerk.presses("Tab", "Ctrl+PgDown")
    assert chosen(clerk) == "Einträge"
    named(clerk, "Ihr Name im Verlauf", QLineEdit).setFocus()
    clerk.presses("Ctrl+PgUp", "Ctrl+PgUp", "Ctrl+PgUp", "Ctrl+PgUp")
    assert chosen(clerk) == "Daten"


def test_the_menu_entry_of_the_office_leads_to_its_page_with_the_keyboard_on_the_first_field(
    person: Person, tr: Translate
) -> None:
    person.presses("Ctrl+2")
    person.chooses(tr("Own &office …"))
    assert chosen(person) == "Eigene Dienststelle"
    assert person.focused().accessibleName() == "Name der Dienststelle"


def test_what_is_set_on_several_pages_is_kept_with_one_chord(clerk: Person, remembered: list[Settings]) -> None:
    named(clerk, "Name der Dienststelle", QLineEdit).setText("Servicestelle")
    turns_to(clerk, "Einträge")
    named(clerk, "Ihr Name im Verlauf", QLineEdit).setText("A. Yılmaz")
    clerk.presses("Ctrl+Return")
    assert clerk.top() is clerk.window
    (kept_now,) = remembered
    assert (kept_now.office.name, kept_now.user_name) == ("Servicestelle", "A. Yılmaz")
    assert clerk.window.statusBar().currentMessage() == "Die Einstellungen sind übernommen."


def test_esc_keeps_nothing(clerk: Person, remembered: list[Settings]) -> None:
    named(clerk, "Name der Dienststelle", QLineEdit).setText("Servicestelle")
    clerk.presses("Esc")
    assert clerk.top() is clerk.window
    assert remembered == []


def test_a_pin_guards_the_settings_and_the_office(opens: Opens, paths: Paths, tr: Translate) -> None:
    person = opens(paths, Settings(pin=kept("4711")))
    for command in (tr("S&ettings …"), tr("Own &office …")):
        person.chooses(command)
        person.types("1234")
        person.presses("Return")
        assert tr("This PIN is not right.") in person.sees_texts()
        person.types("4711")
        person.presses("Return")
        assert person.finds(QListWidget).count() == len(PAGES)
        person.presses("Esc")
        assert person.top() is person.window


def test_settings_that_cannot_be_written_stay_in_the_dialog_and_are_told(
    opens: Opens, paths: Paths, edges: FakeEdges
) -> None:
    def remember(_: Settings) -> None:
        raise FileWriteError(N_("There is no room left."))

    person = opens(paths, remember=remember)
    person.presses("Ctrl+,")
    turns_to(person, "Einträge")
    named(person, "Ihr Name im Verlauf", QLineEdit).setText("A. Yılmaz")
    person.presses("Ctrl+Return")
    assert edges.notices.told == ["There is no room left."]
    assert named(person, "Ihr Name im Verlauf", QLineEdit).text() == "A. Yılmaz"
    person.presses("Esc")


@pytest.mark.parametrize("percent", [100, 200])
def test_every_page_fits_the_smallest_screen_and_scrolls_only_downwards(
    opens: Opens, paths: Paths, percent: int
) -> None:
    person = opens(paths, Settings(text_percent=percent))
    person.window.resize(SCREEN[0], SCREEN[1] - TITLE_BAR)
    person.presses("Ctrl+,")
    dialog = person.top()
    for _ in PAGES:
        person.presses("Ctrl+PgDown")
        assert dialog.width() <= SCREEN[0]
        assert dialog.height() <= SCREEN[1] - TITLE_BAR
        for area in (area for area in dialog.findChildren(QScrollArea) if area.isVisible()):
            inside = area.widget()
            assert inside
            assert area.viewport().width() >= inside.minimumSizeHint().width()
    person.presses("Esc")
