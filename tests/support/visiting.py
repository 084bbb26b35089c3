"""Goes to any scene of the program: a window over a database of its own, and the keys that lead there."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from desktop.app.build import build
from desktop.app.paths import Paths, paths_for
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.services.review import Review
from desktop.settings import Settings
from desktop.views.manual.window import ManualWindow
from tests.support.edges import FakeEdges, fake_edges
from tests.support.patience import Patience, let_work
from tests.support.person import Person
from tests.support.places import SHIPPED

SCREEN = (1366, 768)
TITLE_BAR = 30
NOW = datetime(2026, 11, 23, 10, 42).astimezone()
PIN = "4711"
_REST_MS = 40


class Office:
    """The records behind a window, changed past it: by another window, or before it was opened."""

    def __init__(self, paths: Paths, tr: Translate) -> None:
        self.paths = paths
        self.tr = tr
        desk = Desk(lambda: "B. Becker", lambda: NOW - timedelta(days=3), lambda: 12)
        self._catalogue = Catalogue(paths.database, SHIPPED, tr)
        self.editing = Editing(self._catalogue, desk, lambda: None)
        self.review = Review(self._catalogue, desk)

    def close(self) -> None:
        """Let the database go."""
        self._catalogue.close()


class Visit(NamedTuple):
    """A person in a scene."""

    person: Person
    office: Office
    edges: FakeEdges
    size: tuple[int, int]

    @property
    def tr(self) -> Translate:
        """The language of the window."""
        return self.office.tr

    @property
    def top(self) -> QWidget:
        """The window or dialog in front, which the scene is about."""
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        others = [one for kind in (ManualWindow, QDialog) for one in windows if isinstance(one, kind)]
        modal = QApplication.activeModalWidget()
        return next(iter(others), self.person.window) if modal is None or modal in others else modal

    @property
    def kind(self) -> str:
        """The class of the dialog that the scene is about; nothing where it is about the window."""
        return "" if self.top is self.person.window else type(self.top).__name__

    def picture(self) -> QPixmap:
        """What is seen of the scene, with the menu or list that is open over it."""
        top, popup = self.top, QApplication.activePopupWidget()
        seen = top.grab()
        while popup is not None:
            over = popup.grab()
            painter = QPainter(seen)
            painter.drawPixmap(top.mapFromGlobal(popup.mapToGlobal(popup.rect().topLeft())), over)
            painter.end()
            around = popup.parentWidget()
            popup = around if isinstance(around, QMenu) and around.isVisible() else None
        return seen

    def does(self, *steps: str) -> None:
        """Press chords as menus spell them, choose commands (`:&Backups …`), type everything else."""
        for step in steps:
            if step.startswith(":"):
                self.person.chooses(self.tr(step[1:]))
            elif step[0].isupper():
                self.person.presses(step)
            else:
                self.person.types(step)

    def shows(self, dialog: QDialog) -> None:
        """Open a dialog that only shows itself after a long story."""
        dialog.open()
        self.person.waits()

    def settles(self) -> None:
        """Let everything be painted; who has the whole screen gets the size of the screen that is asked for."""
        top = self.top
        if top.isFullScreen():
            top.resize(*self.size)
        if QApplication.activePopupWidget() is None:
            top.activateWindow()
        self.person.waits()
        let_work(_REST_MS)
        self.person.waits()


class Scene(NamedTuple):
    """A state of the program: how it is entered, and what the office and its settings are like before.

    `spoil` does something to the files of the office that nobody should; `places` says where else its files are looked
    for; `dialog` is the class of the dialog that is in front then, nothing where it is the window itself; `policy` is
    what the administration laid down there.
    """

    name: str
    enter: Callable[[Visit], object]
    prepare: Callable[[Office], object] = lambda _: None
    settings: Settings = Settings()
    spoil: Callable[[Paths], object] | None = None
    dialog: str = ""
    places: Callable[[Paths], Paths] = lambda paths: paths
    policy: Callable[[Paths], Policy] = lambda _: Policy()


def by(*steps: str) -> Callable[[Visit], object]:
    """Enter a scene with these keys, words and commands."""
    return lambda visit: visit.does(*steps)


@contextmanager
def visiting(
    scene: Scene,
    database: Path,
    folder: Path,
    tr: Translate,
    *,
    settings: Settings | None = None,
    size: tuple[int, int] = SCREEN,
) -> Iterator[Visit]:
    """Enter a scene in a folder of its own, with a copy of a filled database; in the end everything is closed."""
    with ExitStack() as leaving:
        office = _office(scene, database, folder, tr)
        leaving.callback(office.close)
        edges, policy = fake_edges(folder), scene.policy(office.paths)
        places = scene.places(office.paths)
        window = build(places, tr, edges.as_edges, settings or scene.settings, now=lambda: NOW, policy=policy)
        leaving.callback(window.deleteLater)
        window.resize(size[0], size[1] - TITLE_BAR)
        visit = Visit(Person(window, Patience()), office, edges, size)
        with visit.person.settles():
            window.show()
        leaving.callback(_leave, visit)
        scene.enter(visit)
        visit.settles()
        yield visit


def _office(scene: Scene, database: Path, folder: Path, tr: Translate) -> Office:
    paths = paths_for(folder)
    shutil.copy(database, paths.database)
    office = Office(paths, tr)
    scene.prepare(office)
    if scene.spoil is not None:
        office.close()
        scene.spoil(paths)
    return office


def _leave(visit: Visit) -> None:
    """Dialogs go before their window, whatever was typed in them; an event ends with the PIN."""
    window = visit.person.window
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.done(0)
    visit.person.waits()
    window.close()
    if window.isVisible() and (line := visit.top.findChild(QLineEdit)):
        line.setText(PIN)
        visit.does("Return")
