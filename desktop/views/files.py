"""The only file dialogs of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.i18n import Translate


class Files:
    """Asks where a file shall go; the last folder is remembered until the program ends."""

    def __init__(self, tr: Translate) -> None:
        self._tr = tr
        self._folder: Path | None = None

    def place_for_pdf(self, parent: QWidget, file_name: str) -> Path | None:
        """Where to save a PDF, or nothing if the person thought better of it."""
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._folder or Path(documents)
        chosen, _ = QFileDialog.getSaveFileName(
            parent, self._tr("Save as PDF"), str(folder / file_name), self._tr("PDF files (*.pdf)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        self._folder = path.parent
        return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
