"""Every view and dialog can be used by everybody: names, roles and values, targets, keys, nothing cut off."""

import os

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from desktop.domain.theme import Theme
from desktop.views.theme import palette_of
from tests.accessibility.clipping import covered, cut_off, scrolled_sideways
from tests.accessibility.controls import alike, nameless, small, unexplained, unlabelled, valueless
from tests.accessibility.findings import nothing_in
from tests.accessibility.legibility import faint
from tests.accessibility.walking import leaps, missed, turned, walk
from tests.support.scenes import SCENES
from tests.support.visiting import Scene, Visit

DARKER = (Theme.DARK, Theme.CONTRAST)


def test_the_scene_shows_what_it_says(request: pytest.FixtureRequest, visit: Visit) -> None:
    scene: Scene = request.node.callspec.params["visit"]
    assert visit.kind == scene.dialog


def test_every_control_says_what_it_is(visit: Visit) -> None:
    nothing_in(nameless(visit.top))


def test_a_button_without_words_explains_itself(visit: Visit) -> None:
    nothing_in(unexplained(visit.top))


def test_every_value_and_state_is_told(visit: Visit) -> None:
    nothing_in(valueless(visit.top))


def test_no_two_controls_have_the_same_name(visit: Visit) -> None:
    nothing_in(alike(visit.top))


def test_every_field_has_a_label(visit: Visit) -> None:
    nothing_in(unlabelled(visit.top))


def test_everything_is_large_enough_to_be_hit(visit: Visit) -> None:
    nothing_in(small(visit.top))


def test_tab_goes_round_all_controls_in_the_order_of_reading_and_shift_tab_back(visit: Visit) -> None:
    there = walk(visit.top, looks=True)
    back = walk(visit.top, "Shift+Tab")
    nothing_in([*missed(there), *leaps(there), *turned(there, back), *there.unmarked])


def test_where_the_keyboard_is_can_be_seen_in_every_theme(request: pytest.FixtureRequest, visit: Visit) -> None:
    """In the light one the walk with Tab looks at it, in the others by turns unless everything is asked for."""
    turn = SCENES.index(request.node.callspec.params["visit"]) % len(DARKER)
    found = []
    for theme in DARKER if "WEGWEISER_EVERY_SIZE" in os.environ else DARKER[turn : turn + 1]:
        QApplication.setPalette(palette_of(theme))
        visit.settles()
        found += [f"{theme}: {told}" for told in walk(visit.top, looks=True).unmarked]
    QApplication.setPalette(palette_of(Theme.LIGHT))
    nothing_in(found)


def test_nothing_is_cut_off_or_covered(visit: Visit) -> None:
    nothing_in([*cut_off(visit.top), *covered(visit.top), *scrolled_sideways(visit.top)])


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_every_word_stands_out_from_its_ground(visit: Visit, theme: Theme) -> None:
    QApplication.setPalette(palette_of(theme))
    visit.settles()
    found = list(faint(visit.top))
    QApplication.setPalette(palette_of(Theme.LIGHT))
    nothing_in(found)


def test_esc_closes_every_dialog(visit: Visit) -> None:
    """The last of all: what it closes, nothing else can look at any more."""
    dialog = visit.top
    visit.edges.notices.choice = 1  # what was typed may be lost
    if isinstance(dialog, QDialog):
        visit.does("Esc")
        if isValid(dialog) and dialog.isVisible():
            visit.does("Esc")
        nothing_in([] if not isValid(dialog) or not dialog.isVisible() else [f"{dialog.windowTitle()} stays"])
