"""A whole page that says calmly what is wrong and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import Translate


class TroublePage(QScrollArea):
    """Title, text and a button to try again."""

    again_requested = Signal()

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._text = QLabel()
        self._again = QPushButton(tr("Try again"))
        self._again.setObjectName("again")
        self._again.setDefault(True)
        self._again.clicked.connect(self.again_requested)
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._lay_out()

    def say(self, title: str, text: str) -> None:
        """Show what is wrong, with the keyboard on the way on."""
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._title.setText(title)
        self._text.setText(text)
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        sheet = QWidget()
        sheet.setMaximumWidth(44 * self.fontMetrics().height())
        column = QVBoxLayout(sheet)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
