"""A note from the counter: what somebody noticed about a record, written down while nothing of the record changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.announcing import announce
from desktop.views.review.wording import note_text
from desktop.views.review.words import say, words
from desktop.views.widgets.button_row import ButtonRow
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.sizes import fit

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.domain.errors import ExpectedError
    from desktop.domain.note import CounterNote
    from desktop.services.review import Review
    from desktop.views.background import Background
    from desktop.views.edges import Edges

_SIZE_IN_EMS = (34, 26)
_LINES = 4


class NoteDialog(QDialog):
    """Works without unlocking; `kept` hands over the note, `said` tells that it was kept."""

    kept = Signal(object)
    said = Signal(str)

    def __init__(
        self, reference: Reference, review: Review, background: Background, edges: Edges, tr: Translate, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._reference = reference
        self._review = review
        self._background = background
        self._edges = edges
        self._tr = tr
        self._text = QPlainTextEdit()
        self._trouble = words()
        self._button = QPushButton(tr("&Keep (Ctrl+Enter)"))
        self._earlier = QPlainTextEdit()
        self.setWindowTitle(tr("Note from the counter"))
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._keep)
        self.finished.connect(self.deleteLater)
        reading = background.run(lambda: review.notes(reference.id), self._show_earlier, self._refuse)
        self.finished.connect(reading.cancel)

    @override
    def reject(self) -> None:
        """Go; what was typed is thrown away only if a person says so."""
        tr, typed = self._tr, self._text.toPlainText().strip()
        question = tr("The note has not been kept yet. Throw it away?")
        if not typed or self._edges.notices.may_lose(self, self.windowTitle(), question, tr("&Throw away")):
            super().reject()

    def _keep(self) -> None:
        """The dialog stays until the note is safe."""
        text = self._text.toPlainText()
        if self._button.isEnabled():
            self._button.setEnabled(False)
            review, reference = self._review, self._reference
            self._background.run(lambda: review.note(reference.id, text), self._end, self._refuse, must_end=True)

    def _end(self, note: CounterNote) -> None:
        self.kept.emit(note)
        self.said.emit(self._tr("Note about {name} kept; the record is unchanged.", name=note.record_name))
        self.accept()

    def _refuse(self, error: ExpectedError) -> None:
        """Say beside the field why the note was not kept; the text stays."""
        self._button.setEnabled(True)
        text = error.message.in_words(self._tr)
        say(self._trouble, text)
        self._trouble.show()
        announce(self._trouble, text)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_earlier(self, notes: tuple[CounterNote, ...]) -> None:
        self._earlier.setVisible(bool(notes))
        self._earlier.setPlainText("\n\n".join(note_text(note, self._tr) for note in notes))

    def _lay_out(self) -> None:
        tr = self._tr
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(tr("Note"))
        self._text.setPlaceholderText(tr("What did you notice? For example: the fax number is wrong."))
        self._text.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        hint = tr("No details about clients, please. The record does not change.")
        self._text.setAccessibleDescription(hint)
        self._earlier.setReadOnly(True)
        self._earlier.setTabChangesFocus(True)
        self._earlier.setAccessibleName(tr("Earlier notes"))
        self._earlier.hide()
        self._trouble.hide()
        self._button.clicked.connect(self._keep)
        column = QVBoxLayout(self)
        for widget in (
            words(self._reference.name, is_bold=True),
            words(hint),
            self._text,
            self._trouble,
            self._earlier,
        ):
            column.addWidget(widget)
        column.setStretchFactor(self._text, 2)
        column.setStretchFactor(self._earlier, 1)
        column.addWidget(ButtonRow(self._button, quiet_button(tr("Cancel"), self.reject)))
        self._button.setDefault(True)
        fit(self, *_SIZE_IN_EMS)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
