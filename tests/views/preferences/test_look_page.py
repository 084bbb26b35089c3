"""How the window looks is seen while it is chosen."""

import pytest
from PySide6.QtWidgets import QComboBox

from desktop.app.paths import Paths
from desktop.domain.theme import Theme
from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.preferences.desk import Anew
from desktop.views.theme import palette_of
from tests.conftest import Opens
from tests.support.person import Person
from tests.views.preferences.conftest import named, turns_to


@pytest.fixture
def viewer(opens: Opens, paths: Paths, remembered: list[Settings]) -> Person:
    """A person before the page, in a light window."""
    person = opens(paths, Settings(theme=Theme.LIGHT), remember=remembered.append)
    person.presses("Ctrl+,")
    turns_to(person, "Darstellung")
    return person


def ground(person: Person) -> str:
    return person.window.palette().window().color().name()


def of(theme: Theme) -> str:
    return palette_of(theme).window().color().name()


def chooses_theme(person: Person, name: str) -> None:
    person.button(name).setFocus()
    person.presses("Space")


def test_the_whole_window_turns_dark_while_the_dialog_is_open_and_stays_so_once_kept(
    viewer: Person, remembered: list[Settings]
) -> None:
    chooses_theme(viewer, "Dunkel")
    assert viewer.top() is not viewer.window
    assert ground(viewer) == of(Theme.DARK)
    viewer.presses("Ctrl+Return")
    assert ground(viewer) == of(Theme.DARK)
    assert remembered[-1].theme is Theme.DARK


def test_arrows_go_through_the_themes_and_each_is_seen(viewer: Person) -> None:
    viewer.button("Hell").setFocus()
    viewer.presses("Down", "Down")
    assert ground(viewer) == of(Theme.CONTRAST)
    viewer.presses("Esc")


def test_thinking_better_of_it_brings_colours_and_size_back(viewer: Person, remembered: list[Settings]) -> None:
    before = viewer.window.font().pointSizeF()
    chooses_theme(viewer, "Hoher Kontrast")
    assert ground(viewer) == of(Theme.CONTRAST)
    named(viewer, "Schriftgröße", QComboBox).setCurrentText("150 %")
    viewer.waits()
    assert viewer.window.font().pointSizeF() == pytest.approx(before * 1.5)
    viewer.presses("Esc")
    assert ground(viewer) == of(Theme.LIGHT)
    assert viewer.window.font().pointSizeF() == before
    assert remembered == []


def test_the_size_of_text_changes_at_once_in_window_and_dialog_and_is_kept(
    viewer: Person, remembered: list[Settings]
) -> None:
    before = viewer.window.font().pointSizeF()
    named(viewer, "Schriftgröße", QComboBox).setCurrentText("200 %")
    viewer.waits()
    assert viewer.window.font().pointSizeF() == pytest.approx(before * 2)
    assert viewer.top().font().pointSizeF() == pytest.approx(before * 2)
    viewer.presses("Ctrl+Return")
    assert remembered[-1].text_percent == 200


def test_another_language_is_told_before_and_asked_for_when_it_is_kept(
    viewer: Person, remembered: list[Settings], tr: Translate
) -> None:
    wishes: list[Anew] = []
    viewer.window.anew_requested.connect(wishes.append)
    told = tr("On keeping, the window is built anew in this language. What you search for stays.")
    assert told not in viewer.sees_texts()
    named(viewer, "Sprache des Fensters", QComboBox).setCurrentText("English")
    assert told in viewer.sees_texts()
    viewer.presses("Ctrl+Return")
    assert remembered[-1].language == "en"
    assert wishes == [Anew(language="en")]


def test_whoever_leaves_the_language_alone_keeps_the_one_of_the_settings(
    viewer: Person, remembered: list[Settings]
) -> None:
    wishes: list[Anew] = []
    viewer.window.anew_requested.connect(wishes.append)
    viewer.presses("Ctrl+Return")
    assert remembered[-1].language == "de"
    assert wishes == []
