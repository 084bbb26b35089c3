"""Light, dark or high contrast: as the system says, or as a person chose."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.domain.theme import Theme
from desktop.views.widgets.ink import blend

_Role = QPalette.ColorRole
Tones = dict[QPalette.ColorRole, str]

_LIGHT: Tones = {
    _Role.Window: "#f1f3f5",
    _Role.WindowText: "#1b2127",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f6f8f9",
    _Role.Text: "#1b2127",
    _Role.Button: "#eceff1",
    _Role.ButtonText: "#1b2127",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#1b2127",
    _Role.ToolTipText: "#ffffff",
    _Role.PlaceholderText: "#5a646d",
    _Role.Highlight: "#1c6ea4",
    _Role.Accent: "#1c6ea4",
    _Role.HighlightedText: "#ffffff",
    _Role.Link: "#11588a",
    _Role.LinkVisited: "#5a4591",
}
_DARK: Tones = {
    _Role.Window: "#272b30",
    _Role.WindowText: "#eceff2",
    _Role.Base: "#1d2024",
    _Role.AlternateBase: "#23272b",
    _Role.Text: "#eceff2",
    _Role.Button: "#343a40",
    _Role.ButtonText: "#eceff2",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#eceff2",
    _Role.ToolTipText: "#1d2024",
    _Role.PlaceholderText: "#a3acb5",
    _Role.Highlight: "#4fa3da",
    _Role.Accent: "#4fa3da",
    _Role.HighlightedText: "#0d1216",
    _Role.Link: "#7fc1ee",
    _Role.LinkVisited: "#bda9ea",
}
_CONTRAST: Tones = {
    _Role.Window: "#000000",
    _Role.WindowText: "#ffffff",
    _Role.Base: "#000000",
    _Role.AlternateBase: "#000000",
    _Role.Text: "#ffffff",
    _Role.Button: "#303030",
    _Role.ButtonText: "#ffffff",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#ffffff",
    _Role.ToolTipText: "#000000",
    _Role.PlaceholderText: "#d6d6d6",
    _Role.Highlight: "#ffd500",
    _Role.Accent: "#ffd500",
    _Role.HighlightedText: "#000000",
    _Role.Link: "#7fdfff",
    _Role.LinkVisited: "#e0b3ff",
}
_TONES = {Theme.LIGHT: _LIGHT, Theme.DARK: _DARK, Theme.CONTRAST: _CONTRAST}
_TEXTS = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)
_FAINT = 0.45
_HALF = 128


class Themes(QObject):
    """Gives the application its palette; where the system asks for more contrast, its own colours are kept."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._before = QApplication.palette()
        self._theme = theme
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    def choose(self, theme: Theme) -> None:
        """Show everything so from now on."""
        self._theme = theme
        self._follow()

    def let_go(self) -> None:
        """Give the application the palette back that it had."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._follow)
        QApplication.setPalette(self._before)

    def _follow(self) -> None:
        theme = _of_system(self._before) if self._theme is Theme.SYSTEM else self._theme
        QApplication.setPalette(self._before if theme is Theme.SYSTEM else palette_of(theme))


def palette_of(theme: Theme) -> QPalette:
    """The colours of a theme; what cannot be used now is fainter, but still there."""
    tones = _TONES[theme]
    palette = QPalette(QColor(tones[_Role.Button]), QColor(tones[_Role.Window]))
    for role, tone in tones.items():
        palette.setColor(role, QColor(tone))
    if theme is Theme.CONTRAST:
        for role in (_Role.Light, _Role.Midlight, _Role.Mid, _Role.Dark, _Role.Shadow):
            palette.setColor(role, QColor(tones[_Role.Text]))
    for role in _TEXTS:
        palette.setColor(QPalette.ColorGroup.Disabled, role, _faint(palette, role))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, _faint(palette, _Role.WindowText))
    return palette


def _faint(palette: QPalette, role: QPalette.ColorRole) -> QColor:
    return blend(palette.color(role), palette.color(_Role.Window), _FAINT)


def _of_system(palette: QPalette) -> Theme:
    """What the system asks for; one that says nothing is asked for the brightness of its windows."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Theme.SYSTEM
    if hints.colorScheme() != Qt.ColorScheme.Unknown:
        return Theme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Theme.LIGHT
    return Theme.DARK if palette.window().color().lightness() < _HALF else Theme.LIGHT
