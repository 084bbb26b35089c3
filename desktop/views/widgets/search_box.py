"""The one search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.widgets.typing import FIND

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QIcon, QResizeEvent

_TARGET = 24
"""How large a button must be to be hit (WCAG 2.2, 2.5.8)."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchBox(QLineEdit):
    """Takes the text; arrow keys and Enter work on the list below while one goes on typing."""

    stepped = Signal(int)
    opened = Signal()
    left = Signal()

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon: QIcon | None = None
        self._picture = QLabel(self)
        self._clear = _clear_button(tr, self)
        self.setObjectName("search")
        self.setAccessibleName(tr("Search"))
        self.setAccessibleDescription(tr("Searches all tabs. Enter opens the best hit, Esc clears."))
        self.setPlaceholderText(tr("Name, place, topic, number … (Ctrl+K)"))
        self.setToolTip(tr("Searches all tabs. Enter opens the best hit, Esc clears."))
        self.setMaxLength(10_000)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._clear.clicked.connect(self.clear)
        self._arrange()

    def show_icon(self, icon: QIcon) -> None:
        """Put a picture before the text, and on the button behind it that of the style."""
        from PySide6.QtWidgets import QStyle

        self._icon = icon
        self._clear.setIcon(self._clear.style().standardIcon(QStyle.StandardPixmap.SP_LineEditClearButton))
        self._arrange()

    def look_like(self, other: SearchBox) -> None:
        """Put the picture of another box before the text."""
        if other._icon is not None:
            self.show_icon(other._icon)

    def begin(self, text: str) -> None:
        """Start a new search with a letter that was typed elsewhere; the key `/` only leads here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text == FIND:
            self.selectAll()
        else:
            self.setText(text)

    def go_on(self) -> None:
        """Come back and take the last letter away."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.end(False)
        self.backspace()

    def focus(self) -> None:
        """Take the keyboard, ready to write over what is there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def settle(self) -> None:
        """Something else was done meanwhile: what was typed before it is no longer the last thing to take back."""
        at = self.cursorPosition()
        self.setText(self.text())
        self.setCursorPosition(at)

    @override
    def event(self, event: QEvent) -> bool:
        """Where nothing was typed there is nothing of ours to undo: the keys are those of the window then."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            is_undo = event.matches(undo) and not self.isUndoAvailable()
            if is_undo or (event.matches(redo) and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is for the window; the box would write down its name."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put picture and button at the ends, as large as the letters; Qt's own pictures stay small for ever."""
        side, height = self.fontMetrics().height(), self.height()
        margin = side // 2
        self.setTextMargins(side + margin, 0, side + margin, 0)
        if self._icon is not None:
            self._picture.setPixmap(self._icon.pixmap(side, side))
        self._picture.setGeometry(margin, (height - side) // 2, side, side)
        self._clear.setIconSize(QSize(side, side))
        target = max(side, _TARGET)
        self._clear.setGeometry(self.width() - target - margin // 2, (height - target) // 2, target, target)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
        elif event.text() == FIND and not self.text():
            event.accept()  # the keyboard is here already, and no name begins so
        else:
            super().keyPressEvent(event)


def _clear_button(tr: Translate, parent: QLineEdit) -> QToolButton:
    """The button that empties the box; Esc does the same, so Tab passes it by."""
    button = QToolButton(parent)
    button.setAccessibleName(tr("Clear the search"))
    button.setToolTip(tr("Clear the search"))
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    button.hide()
    return button
