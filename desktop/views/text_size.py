"""Larger and smaller text in the whole program, on top of what the system says."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.settings import TEXT_PERCENTS

UNDRESSED = "is-undressed"
"""The property of an application that still lacks the program's style."""
_ORDINARY = 100
_LOW = 500
"""Pixels of a screen on which a long menu has no room."""
_LARGEST_ORDINARY = 11
"""Points of the letters of systems whose size nobody has changed."""


class TextSize(QObject):
    """Scales the font of the application, so that menus, dialogs and message boxes follow, and the signs beside it.

    The one place that sets it.
    """

    def __init__(self, percent: int, parent: QObject) -> None:
        super().__init__(parent)
        self._normal = QApplication.font()
        self.percent = 100
        if self._signs(percent) > _ORDINARY:
            self.dress()  # nothing may jump to another place when the signs grow
        self._show_signs(percent)
        self.set(percent)

    def dress(self) -> None:
        """Give an application that is not dressed yet the program's style."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.property(UNDRESSED):
            dress(app)
            self._show_signs(self.percent)

    def larger(self) -> None:
        """A step up."""
        self.set(next((size for size in TEXT_PERCENTS if size > self.percent), TEXT_PERCENTS[-1]))

    def smaller(self) -> None:
        """A step down."""
        self.set(next((size for size in reversed(TEXT_PERCENTS) if size < self.percent), TEXT_PERCENTS[0]))

    def normal(self) -> None:
        """As the system has it."""
        self.set(100)

    def let_go(self) -> None:
        """Give the application the system's own font back."""
        if self.percent != 100:
            QApplication.setFont(self._normal)
            self._show_signs(100)

    def set(self, percent: int) -> None:
        """This many percent of what the system has."""
        if percent == self.percent:
            return
        self.percent = percent
        font = QApplication.font()
        font.setPointSizeF(max(self._normal.pointSizeF(), 6) * percent / 100)
        self._show_signs(percent)
        QApplication.setFont(font if percent != 100 else self._normal)

    def _show_signs(self, percent: int) -> None:
        take_style(self._signs(percent))

    def _signs(self, percent: int) -> int:
        """Signs are made for letters of an ordinary size; larger letters of the system need larger signs too."""
        return round(percent * max(self._normal.pointSizeF() / _LARGEST_ORDINARY, 1))


def dress(app: QApplication) -> None:
    """Give the application the program's style."""
    from desktop.views.style import Style

    app.setProperty(UNDRESSED, False)
    app.setStyle(Style())


def take_style(percent: int) -> None:
    """Let an application that has the program's style draw itself for text of this many percent."""
    app = QApplication.instance()
    if app is None or app.property(UNDRESSED):
        return
    from desktop.views.style import Style

    before = QApplication.style()
    if not isinstance(before, Style):
        return
    if percent > _ORDINARY or QGuiApplication.primaryScreen().availableSize().height() < _LOW:
        from desktop.views.large_style import LargeStyle

        QApplication.setStyle(LargeStyle(percent))
    elif type(before) is not Style:
        QApplication.setStyle(Style())
