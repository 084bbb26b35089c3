"""Where the window stands on the screen, as text that the settings can keep."""

from msgspec.structs import replace
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from desktop.settings import Settings


def restore_place(window: QMainWindow, settings: Settings) -> None:
    """Stand where the window stood; a place that is no more on any screen is Qt's to mend."""
    if settings.window_geometry:
        window.restoreGeometry(_bytes(settings.window_geometry))
    if settings.window_state:
        window.restoreState(_bytes(settings.window_state))


def with_place(window: QMainWindow, settings: Settings) -> Settings:
    """The settings with the window's place as it is now."""
    return replace(settings, window_geometry=_text(window.saveGeometry()), window_state=_text(window.saveState()))


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))
