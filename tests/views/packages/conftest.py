"""A laptop, and the dialog in which packages are taken there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.package import Package
from desktop.i18n import Translate
from desktop.views.background import Background
from desktop.views.packages.apply_dialog import ApplyDialog
from tests.support.edges import FakeEdges
from tests.support.keys import press
from tests.support.laptop import Laptop

Shows = Callable[[Package], ApplyDialog]


@pytest.fixture
def laptop(database: Path) -> Iterator[Laptop]:
    """A laptop with the records as they are shipped."""
    made = Laptop(database)
    yield made
    made.close()


@pytest.fixture
def background() -> Iterator[Background]:
    """The thread beside the window."""
    made = Background()
    yield made
    made.close()


@pytest.fixture
def shows(laptop: Laptop, background: Background, edges: FakeEdges, tr: Translate, qtbot: QtBot) -> Iterator[Shows]:
    """Shows what a package would do."""
    window = QWidget()
    window.resize(1200, 800)

    def show(package: Package) -> ApplyDialog:
        look = laptop.look(package)
        dialog = ApplyDialog(laptop.applying, look, background, edges.as_edges(), tr, window)
        dialog.open()
        qtbot.waitUntil(lambda: background.is_idle)
        return dialog

    yield show
    window.deleteLater()


def keys(dialog: ApplyDialog, qtbot: QtBot, background: Background, *names: str) -> None:
    """Press keys one after another, and wait for what they ask for."""
    for name in names:
        press(dialog.focusWidget() or dialog, name)
        qtbot.waitUntil(lambda: background.is_idle)


def words(dialog: ApplyDialog) -> str:
    """What a screen reader hears of the labels that can be seen."""
    return "\n".join(label.accessibleName() for label in dialog.findChildren(QLabel) if label.isVisible())
