"""Asks for a file and opens the dialog that imports it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import PackageFoundError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.errors import ExpectedError
    from desktop.services.importing.opening import Opened
    from desktop.views.importing.parts import ImportServices
    from desktop.views.keeping_parts import KeepingParts


class ImportDesk(QObject):
    """Who may change records imports; `changed` tells that some were written, `said` how that went.

    Records are unlocked only then: whoever thinks better of it leaves them as they were.
    `package_found` gives a file that is a package, whatever it is called.
    """

    said = Signal(str)
    changed = Signal()
    package_found = Signal(object)

    def __init__(self, parts: KeepingParts, services: Callable[[], ImportServices], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._services = services

    def choose(self) -> None:
        """Import a file that a person chooses."""

        def ask() -> None:
            if (path := self._parts.edges.files.file_to_import(self._parts.window)) is not None:
                self._open(path)

        self._parts.mode.admit(ask)

    def take(self, path: Path) -> None:
        """Import this file."""
        self._parts.mode.admit(lambda: self._open(path))

    def _open(self, path: Path) -> None:
        from desktop.services.importing.opening import open_file

        self.said.emit(self._parts.tr("The file is being opened …"))
        self._parts.background.run(lambda: open_file(path), self._show, lambda error: self._refuse(path, error))

    def _refuse(self, path: Path, error: ExpectedError) -> None:
        self.said.emit("")
        if isinstance(error, PackageFoundError):
            self.package_found.emit(path)
        else:
            self._parts.warn(error)

    def _show(self, file: Opened) -> None:
        from desktop.views.importing.dialog import ImportDialog
        from desktop.views.importing.parts import ImportParts

        self.said.emit("")
        parts, services = self._parts, self._services()
        needed = ImportParts(services, parts.services().editing, parts.background, parts.edges, parts.tr)
        dialog = ImportDialog(file, needed, parts.window)
        dialog.said.connect(self.said)
        dialog.written.connect(parts.mode.begin)
        dialog.written.connect(self.changed)
        dialog.open()
