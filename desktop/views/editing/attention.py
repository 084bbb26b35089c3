"""Where the keyboard is in a form: fields that are left are tidied, and those it comes to are brought into sight."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.editing.frame import FieldFrame


class Attention(QObject):
    """Watches one form; `came` tells, a moment later, that the keyboard is in it, `left` that fields were left."""

    came = Signal()
    left = Signal()

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.came)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def leave(self) -> None:
        """What is being written counts as written."""
        for frame in _frames_around(self._form.focusWidget()):
            frame.leave()

    def touch(self) -> None:
        """What is being written may be judged."""
        for frame in _frames_around(self._form.focusWidget()):
            frame.is_touched = True

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._form.isAncestorOf(now):
            self._later.start(0)
        if old is None or not self._form.isAncestorOf(old) or QApplication.activePopupWidget() is not None:
            return
        around = _frames_around(now)
        left = [frame for frame in _frames_around(old) if frame not in around]
        for frame in left:
            frame.leave()
        if left:
            self.left.emit()


def _frames_around(widget: QWidget | None) -> list[FieldFrame]:
    found = []
    while widget is not None:
        if isinstance(widget, FieldFrame):
            found.append(widget)
        widget = widget.parentWidget()
    return found
