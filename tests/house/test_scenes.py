"""Whatever opens is looked at: each dialog and each page of the settings has a scene."""

import pkgutil
from importlib import import_module
from types import ModuleType

import pytest
from PySide6.QtWidgets import QDialog, QWidget

import desktop.views
from desktop.views.editing.saving_dialog import SavingDialog
from desktop.views.manual.window import ManualWindow
from desktop.views.preferences.page import Page
from tests.support.scenes import SCENES
from tests.support.scenes_of_menus import OPENED

WITHOUT_A_SCENE = {
    SavingDialog: "what the forms of records and terms have in common; nobody opens it by itself",
}
ELSEWHERE = {"QMessageBox": "the boxes of Qt that ask and tell"}


def everything_below(package: ModuleType) -> None:
    """Import every module, so that every class is known."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        import_module(found.name)


def kinds_of(kind: type[QWidget]) -> set[type[QWidget]]:
    """Every class of this kind that the program makes itself."""
    found = set(kind.__subclasses__())
    below = {each for one in found for each in kinds_of(one)}
    return {one for one in found | below if one.__module__.startswith("desktop.")}


everything_below(desktop.views)
SHOWN = {scene.dialog for scene in (*SCENES, *OPENED)} - {""}


@pytest.mark.parametrize("kind", sorted({*kinds_of(QDialog), ManualWindow}, key=repr))
def test_every_dialog_has_a_scene(kind: type[QWidget]) -> None:
    assert kind in WITHOUT_A_SCENE or kind.__name__ in SHOWN, f"{kind.__name__} has no scene in tests/support"


def test_no_scene_names_a_dialog_that_is_not_there() -> None:
    there = {kind.__name__ for kind in {*kinds_of(QDialog), ManualWindow}}
    assert SHOWN - there == set(ELSEWHERE)


def test_what_needs_no_scene_is_still_there() -> None:
    assert set(WITHOUT_A_SCENE) <= kinds_of(QDialog)


def test_every_page_of_the_settings_has_a_scene() -> None:
    pages = [scene for scene in SCENES if scene.dialog == "PreferencesDialog" and scene.name.startswith("settings")]
    assert len(pages) == len(kinds_of(Page))


def test_no_two_scenes_have_the_same_name() -> None:
    names = [scene.name for scene in (*SCENES, *OPENED)]
    assert len(names) == len(set(names))
