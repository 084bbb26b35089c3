"""What stands above hits that are those of another spelling than the one that was typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.search import Answer
from desktop.i18n import Translate
from desktop.views.search import correction_text, shortened
from desktop.views.widgets.plain_label import plain_label


class Banner(QFrame):
    """Says that nothing matches as typed and what was looked for instead, which one press takes over."""

    taken_over = Signal(str)

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._corrected = ""
        self._text = plain_label()
        self._text.setObjectName("correction")
        policy = self._text.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self._text.setSizePolicy(policy)
        self._take = QPushButton()
        self._take.clicked.connect(lambda: self.taken_over.emit(self._corrected))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self._text)
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_correction(self, answer: Answer) -> None:
        """Show what was looked for instead, if so."""
        tr = self._tr
        self._corrected = answer.corrected or ""
        if self._corrected:
            self._text.setText(correction_text(shortened(answer.text), self._corrected, tr))
            self._take.setText(tr("Search for “{text}”", text=self._corrected).replace("&", "&&"))
        self.setVisible(bool(self._corrected))
