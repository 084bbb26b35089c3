"""Which letters with Alt lead to more than one control of a window: there a person cannot know what a key will do."""

from collections import defaultdict

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def shared_letters(window: QWidget) -> dict[str, list[str]]:
    """The controls that can be seen and answer to the same keys, by these keys."""
    found: dict[str, list[str]] = defaultdict(list)
    labels = [one for one in window.findChildren(QLabel) if one.buddy() is not None]
    controls: list[QLabel | QAbstractButton] = [*labels, *window.findChildren(QAbstractButton)]
    for one in controls:
        keys = QKeySequence.mnemonic(one.text()).toString()
        if keys and one.isVisible():
            found[keys].append(one.text())
    return {keys: texts for keys, texts in found.items() if len(texts) > 1}
