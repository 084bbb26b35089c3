"""How the whole program looks: its colours, and the size of its text."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.domain.theme import Theme
from desktop.settings import Settings
from desktop.views.legible import Legible
from desktop.views.text_size import TextSize
from desktop.views.theme import Themes


class Looks:
    """What the application had before is given back in the end."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        self.size = TextSize(settings.text_percent, parent)
        self.themes = Themes(settings.theme, parent)
        self._legible = Legible()

    def follow(self) -> None:
        """Make what is too faint in the palette as it is now visible."""
        self._legible.follow()

    def show(self, theme: Theme, percent: int) -> None:
        """Show everything so from now on."""
        self.themes.choose(theme)
        self.size.set(percent)

    def let_go(self) -> None:
        """Give the application its own looks back."""
        self.size.let_go()
        self._legible.let_go()
        self.themes.let_go()
