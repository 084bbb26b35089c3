"""Looks now and then whether a newer package of a known office lies in the shared folder, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.pages.words import day_text
from desktop.views.background import Background

if TYPE_CHECKING:
    from desktop.domain.errors import ExpectedError
    from desktop.i18n import Translate
    from desktop.services.package_folder import Found, PackageFolder
    from desktop.views.edges import Edges

_EVERY_MS = 10 * 60 * 1000


class WatchParts(NamedTuple):
    """The shared folder, if the policy names one, a worker that it may keep waiting, and one for that of backups."""

    folder: PackageFolder | None
    waiting: Background
    asking: Background


class PackageWatch(QObject):
    """`found` tells of a package, or that there is none any more; `fetched` of its copy on this computer.

    The folder is only asked on a worker of its own, one question at a time: where a network hangs nothing else waits.
    """

    found = Signal(object)
    fetched = Signal(object)
    failed = Signal(object)

    def __init__(self, parts: WatchParts, background: Background, edges: Edges, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = parts.folder
        self._waiting = parts.waiting
        self._background = background
        self._edges = edges
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and every ten minutes."""
        if self._folder is not None:
            self._timer.start()
            self.look()

    def look(self) -> None:
        """Look once, unless the last look is still under way."""
        if (folder := self._folder) is not None and self._waiting.is_idle:
            self._waiting.run(folder.found, self._judge, self._miss)

    def fetch(self, found: Found) -> None:
        """Copy a package to this computer; `fetched` tells when it is there, `failed` why it is not."""
        if (folder := self._folder) is not None:
            self._waiting.run(lambda: folder.fetch(found), self.fetched.emit, self.failed.emit)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._folder is not None:
            self._folder.let_go()

    def _judge(self, packages: tuple[Found, ...]) -> None:
        """The folder answered; the database tells which of its packages are new here."""
        folder = self._folder
        assert folder is not None
        self._edges.files.begin_packages_in(folder.folder)
        self._background.run(lambda: folder.newest(packages), self.found.emit, lambda _: None)

    def _miss(self, _: ExpectedError) -> None:
        """The folder is gone: no dialog begins there, and nothing is said, for on the road that is as it should be."""
        self._edges.files.begin_packages_in(None)
        self.found.emit(None)


def found_text(found: Found, tr: Translate) -> str:
    """What is said of a package that was found."""
    manifest = found.sealed.manifest
    return tr(
        "Package {number} of {office}, made on {day}, lies in the shared folder and was not taken yet.",
        number=manifest.number,
        office=manifest.office,
        day=day_text(manifest.made_at.astimezone().date(), tr),
    )
