"""The program's own drawings, in the colour that the palette has for text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor, QIcon

_SIZES = (16, 32, 64)


class Icons:
    """Makes icons from SVG files in which `currentColor` stands for the ink."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, ink: QColor) -> QIcon:
        """The drawing of that name; an empty icon if the file is missing."""
        key = name, ink.name()
        if key not in self._made:
            self._made[key] = self._drawn(name, ink)
        return self._made[key]

    def _drawn(self, name: str, ink: QColor) -> QIcon:
        from PySide6.QtCore import QByteArray
        from PySide6.QtGui import QIcon, QPixmap

        icon = QIcon()
        try:
            drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        except OSError:
            return icon
        for size in _SIZES:
            sized = drawing.replace("currentColor", ink.name()).replace(
                "<svg ", f'<svg width="{size}" height="{size}" '
            )
            pixmap = QPixmap()
            pixmap.loadFromData(QByteArray(sized.encode()), "SVG")
            icon.addPixmap(pixmap)
        return icon
