"""Every scene of the program is opened once, in the style that the program has, and looked at by all checks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.domain.theme import Theme
from desktop.i18n import Translate
from desktop.views.style import Style
from desktop.views.theme import palette_of
from tests.support.leftovers import clear_away, leftovers
from tests.support.scenes import SCENES
from tests.support.visiting import Scene, Visit, visiting


@pytest.fixture(autouse=True)
def nothing_is_left() -> None:
    """What a scene leaves behind is looked for when it is left, and not after each of its tests."""


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in its own style, with Qt's own words in German; all is as before in the end."""
    before, palette, flash = qapp.style().objectName(), qapp.palette(), qapp.cursorFlashTime()
    translator = QTranslator(qapp)
    assert translator.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(translator)
    qapp.setStyle(Style())
    qapp.setCursorFlashTime(0)
    QApplication.setPalette(palette_of(Theme.LIGHT))
    yield qapp
    qapp.removeTranslator(translator)
    qapp.setCursorFlashTime(flash)
    qapp.setStyle(before)
    QApplication.setPalette(palette)


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which each scene gets its own."""
    return tmp_path_factory.mktemp("scenes")


@pytest.fixture(scope="module", params=SCENES, ids=[scene.name for scene in SCENES])
def visit(
    request: pytest.FixtureRequest, dressed: QApplication, filled: Path, tr: Translate, place: Path
) -> Iterator[Visit]:
    """A person in a scene."""
    scene: Scene = request.param
    folder = place / f"{request.module.__name__.rpartition('.')[2]}-{scene.name}"
    folder.mkdir()
    with visiting(scene, filled, folder, tr) as entered:
        yield entered
    clear_away()
    assert leftovers() == []
