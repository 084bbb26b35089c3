"""The only door to other programs: a web page, a mail or a call is opened by what the system has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


class Opener:
    """Hands an address to the system, but only of a kind that cannot start anything else."""

    def open(self, address: str) -> bool:
        """Whether the system took the address."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        return url.isValid() and url.scheme().lower() in _SCHEMES and QDesktopServices.openUrl(url)

    def open_folder(self, folder: Path) -> bool:
        """Whether the system shows a folder; anything else is not opened."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
