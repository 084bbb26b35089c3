"""Where packages are applied, and where newer shipped data are told of and looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.views.keeping_parts import KeepingParts

if TYPE_CHECKING:
    from desktop.domain.applying import Look, News
    from desktop.domain.change import ChangeSet
    from desktop.domain.errors import ExpectedError
    from desktop.views.edit_desk import EditDesk


class ApplyDesk(QObject):
    """`news_found` tells of newer shipped data, or that nobody need be told any more; `changed` of other records."""

    said = Signal(str)
    changed = Signal()
    news_found = Signal(object)

    def __init__(self, parts: KeepingParts, desk: EditDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._desk = desk
        self._tr = parts.tr

    def choose(self) -> None:
        """Choose a package and look at it."""

        def ask() -> None:
            path = self._parts.edges.files.package_to_apply(self._parts.window)
            if path is not None:
                self.look(path)

        self._parts.mode.admit(ask)

    def take(self, path: Path) -> None:
        """Look at this package if a person may change records, which are unlocked once it is applied."""
        self._parts.mode.admit(lambda: self.look(path))

    def look(self, path: Path) -> None:
        """Look at the package in a file."""
        parts = self._parts
        self.said.emit(self._tr("The package is being read …"))
        parts.background.run(lambda: parts.services().packages().look(path), self._show, self._warn)

    def show_shipped(self) -> None:
        """Look at what came with the program, and at what waits of it."""
        parts = self._parts

        def show() -> None:
            parts.background.run(lambda: parts.services().packages().look_at_shipped(), self._show_shipped, self._warn)

        parts.mode.admit(show)

    def look_for_news(self) -> None:
        """Tell with `news_found` whether newer shipped data came that nobody has seen."""
        self._parts.background.run(self._news, self.news_found.emit, lambda _: None)

    def dismiss_news(self) -> None:
        """Nobody need be told any more."""
        shipped = self._parts.services().shipped
        self._parts.background.run(shipped.take_note, lambda _: self.news_found.emit(None), self._parts.warn)

    def _news(self) -> News | None:
        return self._parts.services().shipped.news()

    def _show(self, look: Look) -> None:
        from desktop.views.packages.apply_dialog import ApplyDialog

        self.said.emit("")
        parts = self._parts
        dialog = ApplyDialog(parts.services().packages(), look, parts.background, parts.edges, parts.tr, parts.window)
        dialog.applied.connect(self._tell)
        dialog.open()

    def _show_shipped(self, look: Look) -> None:
        if not look.findings and not look.taken:
            self.said.emit(self._tr("There is nothing new: no newer data came with Wegweiser."))
        else:
            self._show(look)
        self.dismiss_news()

    def _tell(self, done: ChangeSet) -> None:
        if done.changes:
            self._parts.mode.begin()
            self._desk.tell(done)
            return
        self.said.emit(self._tr("The package is applied. There was nothing new in it."))
        self.changed.emit()

    def _warn(self, error: ExpectedError) -> None:
        self.said.emit("")
        self._parts.warn(error)
