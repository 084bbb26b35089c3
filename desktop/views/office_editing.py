"""Editing the own office: dialog, logo, settings."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import ExpectedError
from desktop.domain.office import Office
from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.edges import Edges
from desktop.views.office_dialog import OfficeDialog


class KeepsLogos(Protocol):
    """Where the logo lies."""

    def keep_logo(self, path: Path) -> str:
        """Copy an image; its name."""

    def logo(self, name: str) -> bytes | None:
        """The image of that name."""


def edit_office(settings: SettingsKeeper, logos: KeepsLogos, edges: Edges, tr: Translate, parent: QWidget) -> None:
    """Let a person change what stands at the head and foot of handouts; kept at once."""
    office = settings.current.office
    dialog = OfficeDialog(office, logos.logo(office.logo), edges, tr, parent)

    def take_logo(path: Path) -> None:
        try:
            name = logos.keep_logo(path)
        except ExpectedError as error:
            edges.notices.warn(dialog, tr("That did not work"), error.message.in_words(tr))
        else:
            dialog.show_logo(name, logos.logo(name))

    def keep(changed: Office) -> None:
        settings.keep(replace(settings.current, office=changed))

    dialog.logo_wanted.connect(take_logo)
    dialog.kept.connect(keep)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
