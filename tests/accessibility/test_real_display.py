"""The program on a real X display is heard over AT-SPI as Orca hears it."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests.support.real_display import heard, missing

Parts = Sequence[Mapping[str, Any]]
TABS = ("@Programm", "@Gute Praxis", "@Partner", "@Kontakte")
DIALOGS = {
    ":Über Wegweiser": {"Über Wegweiser", "Alles kopieren"},
    ":Einstellungen": {"Name der Dienststelle", "Übernehmen"},
    ":Zu prüfen": {"Noch richtig (R)", "Bearbeiten (Strg+E)"},
    ":Druckvorschau": {"Sprache des Blatts", "Drucken …"},
    ":Notiz vom Schalter": {"Speichern (Strg+Eingabe)"},
    ":Verlauf": {"Verlauf"},
}
"""What each of them says of itself, among other things."""


@pytest.fixture(scope="module")
def parts(everything: Parts) -> Parts:
    """The window after “bamf” was written into its search box by the means of AT-SPI."""
    return [part for part in everything if part["step"] == ""]


@pytest.fixture(scope="module")
def everything() -> Parts:
    """The same, and then each tab and each dialog of `DIALOGS`, one after the other."""
    if lacking := missing():
        pytest.skip(f"{lacking} is missing")
    return heard("bamf", *TABS, *DIALOGS)


def _named(parts: Parts, role: str) -> list[str]:
    return [part["label"] or part["name"] for part in parts if part["role"] == role]


def test_every_part_that_takes_the_keyboard_has_a_name(parts: Parts) -> None:
    taking = [part for part in parts if "focusable" in part["states"]]
    assert len(taking) > 8
    assert [part for part in taking if not (part["label"] or part["name"])] == []


def test_the_search_box_says_what_it_is_for(parts: Parts) -> None:
    (box,) = [part for part in parts if part["role"] == "text"]
    assert (box["name"], "focusable" in box["states"]) == ("Suche", True)
    assert "Eingabetaste" in box["description"]


def test_the_tabs_tell_how_many_hits_they_have(parts: Parts) -> None:
    assert _named(parts, "page tab") == ["Programm (0)", "Kontakte (6)", "Gute Praxis (0)", "Partner (0)"]


def test_a_box_to_choose_from_is_heard_by_its_name_and_not_only_by_what_is_chosen(parts: Parts) -> None:
    assert _named(parts, "combo box") == ["Sortierung"]


def test_menus_and_buttons_are_heard_in_german(parts: Parts) -> None:
    assert _named(parts, "menu item")[:2] == ["Datei", "Bearbeiten"]
    assert "Filter zurücksetzen" in _named(parts, "push button")


@pytest.mark.parametrize("step", TABS)
def test_every_tab_is_heard_with_its_search_its_list_and_its_record(everything: Parts, step: str) -> None:
    here = [part for part in everything if part["step"] == step]
    names = {part["label"] or part["name"] for part in here if "focusable" in part["states"]}
    assert {"Suche", "Filter", "Sortierung", "Eintrag"} <= names
    assert any(part["role"] == "page tab" and part["name"].startswith(step[1:]) for part in here)


@pytest.mark.parametrize("step", DIALOGS)
def test_every_part_of_a_dialog_is_heard_by_its_name(everything: Parts, step: str) -> None:
    here = [part for part in everything if part["step"] == step]
    taking = [part for part in here if "focusable" in part["states"]]
    assert [part for part in taking if not (part["label"] or part["name"])] == []
    assert DIALOGS[step] <= {part["label"] or part["name"] for part in here}
