"""What stands where a list has nothing to show: why, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

_LONG = 20
"""Words up to this length fit into the narrowest list."""


class EmptyState(QWidget):
    """A title, a sentence and up to two ways on."""

    first_requested = Signal()
    second_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _label(is_bold=True)
        self._text = _label()
        self._first = QPushButton()
        self._second = QPushButton()
        self._first.clicked.connect(self.first_requested)
        self._second.clicked.connect(self.second_requested)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        for widget in (self._title, self._text, self._first, self._second):
            column.addWidget(widget)
        column.addStretch(3)

    def say(self, title: str, text: str = "", first: str = "", second: str = "") -> None:
        """Show a message; a way on without a name is not offered."""
        self._title.setText(_breakable(title))
        self._text.setText(_breakable(text))
        self._text.setVisible(bool(text))
        for button, name in ((self._first, first), (self._second, second)):
            button.setText(name)
            button.setVisible(bool(name))


def _breakable(text: str) -> str:
    """Text whose very long words may be broken anywhere."""
    return " ".join("\N{ZERO WIDTH SPACE}".join(word) if len(word) > _LONG else word for word in text.split(" "))


def _label(*, is_bold: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # a long word must not push the list's border
    label.setSizePolicy(policy)
    if is_bold:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    return label
