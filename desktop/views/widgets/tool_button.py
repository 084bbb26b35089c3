"""A small button with a sign on it, named in words for those who do not see the sign."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton


def tool_button(sign: str, name: str, tip: str, deed: Callable[[], object]) -> QToolButton:
    """A button that the Tab key reaches, and a click on which leaves the keyboard where it was."""
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(deed)
    return button
