"""What all dialogs share in which something is written and saved: keys, a line that says how it went, no loss."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.announcing import announce
from desktop.views.edges import Tells
from desktop.views.editing.frame import plain_label
from desktop.views.help.keys import spelled
from desktop.views.widgets.button import Button

Deed = tuple[str, str, Callable[[], object]]
"""What a button says, its key, and what both do."""


class SavingDialog(QDialog):
    """Ctrl+S saves, Ctrl+Enter saves and closes, Esc asks before anything is lost.

    `closed` comes when the dialog has gone.
    """

    closed = Signal()

    def __init__(self, notices: Tells, tr: Translate, parent: QWidget) -> None:
        super().__init__(parent)
        self._notices = notices
        self._tr = tr
        self._word = plain_label("")
        self.finished.connect(lambda _: self.closed.emit())
        self.finished.connect(self.deleteLater)
        for keys, closes in (("Ctrl+S", False), ("Ctrl+Return", True), ("Ctrl+Enter", True)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda closes=closes: self.save(closes=closes))

    def save(self, *, closes: bool = False) -> None:
        """Keep what was written; then close, if that is wanted."""
        raise NotImplementedError

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        if self.isVisible():
            event.ignore()
        else:
            event.accept()

    def _gives_up(self, name: str, *, closes: bool) -> bool:
        """Ask what shall become of changes; whether they are given up. Who saves stays until that is done."""
        tr = self._tr
        save, discard, stay = tr("&Save"), tr("&Discard"), tr("&Go on editing")
        text = tr("“{name}” has changes that are not saved.", name=name)
        answer = self._notices.asks(self, tr("Not saved yet"), text, (save, discard, stay))
        if answer == save:
            self.save(closes=closes)
        return answer == discard

    def _say(self, words: str) -> None:
        if words != self._word.text():
            self._word.setText(words)
            announce(self._word, words)


def row_of(deeds: Iterable[Deed], tr: Translate) -> QHBoxLayout:
    """Buttons at the right end of a row."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    for deed in deeds:
        row.addWidget(key_button(*deed, tr))
    return row


def key_button(words: str, keys: str, deed: Callable[[], object], tr: Translate) -> QPushButton:
    """A button that Enter in a field does not press, and whose tip tells its key."""
    button = Button(words)
    button.setToolTip(f"{words} ({spelled((keys,), tr)})")
    button.clicked.connect(lambda _=False: deed())
    return button
