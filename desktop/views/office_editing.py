"""Editing the own office: dialog, logo, settings."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import ExpectedError, FileWriteError
from desktop.domain.office import Office
from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.background import Background
from desktop.views.edges import Edges
from desktop.views.office_dialog import OfficeDialog


class KeepsLogos(Protocol):
    """Where the logo lies."""

    def read_image(self, path: Path) -> bytes:
        """An image as the PNG that a logo may be."""

    def keep_logo(self, content: bytes) -> str:
        """Keep it as the logo; its name."""

    def logo(self, name: str) -> bytes | None:
        """The image of that name."""


class OfficeEditing(NamedTuple):
    """What a change of the office needs."""

    settings: SettingsKeeper
    logos: KeepsLogos
    background: Background
    edges: Edges
    tr: Translate

    def open(self, parent: QWidget) -> None:
        """Let a person change what stands at the head and foot of handouts; nothing is written before they agree."""
        office = self.settings.current.office
        dialog = OfficeDialog(office, self.edges, self.tr, parent)

        def warn(error: ExpectedError) -> None:
            front = parent if dialog.is_over else dialog
            self.edges.notices.warn(front, self.tr("That did not work"), error.message.in_words(self.tr))

        def read(path: Path) -> None:
            dialog.wait_for(self.background.run(lambda: self.logos.read_image(path), dialog.show_logo, warn))

        def keep(changed: Office, logo: bytes | None) -> None:
            work = (lambda: self.logos.keep_logo(logo)) if logo else (lambda: changed.logo)
            self.background.run(work, lambda name: finish(replace(changed, logo=name)), warn, must_end=True)

        def finish(changed: Office) -> None:
            try:
                self.settings.keep(replace(self.settings.current, office=changed))
            except FileWriteError as error:
                warn(error)
            else:
                if not dialog.is_over:
                    dialog.accept()

        dialog.logo_wanted.connect(read)
        dialog.keep_requested.connect(keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if office.logo:
            dialog.wait_for(self.background.run(lambda: self.logos.logo(office.logo), dialog.show_kept_logo, warn))
