"""Buttons that only a person presses: Enter in a field of the same dialog does not."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


def quiet_button(words: str, deed: Callable[[], object]) -> QPushButton:
    """A button with what it does."""
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: deed())
    return button
