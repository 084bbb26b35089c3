"""The name of a box to choose from; on Linux a screen reader takes it from a label only, whatever the box is called."""

from PySide6.QtWidgets import QComboBox, QLabel


def name_box(box: QComboBox, words: str) -> None:
    """Name a box that stands in its place already, where no label beside it does so.

    Qt tells AT-SPI the chosen words as the name (qaccessiblewidgets.cpp, `QAccessibleComboBox::text`), and the name as
    that of a label with the same parent, which need not be seen.
    """
    box.setAccessibleName(words)
    label = QLabel(words, box.parentWidget())
    label.setBuddy(box)
    label.hide()
