"""The buttons of a dialog at its lower right: deeds first, the way out last, on every system."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.views.widgets.flow import FlowLayout

_GAP = 6


class ButtonRow(QWidget):
    """Qt's own box has another order on each desktop, and the manual shows only one.

    Which button Enter presses is said once the row stands in its dialog; Qt does not hear it before.
    """

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        row = FlowLayout(self, gap=_GAP, at_end=True)
        for button in buttons:
            row.addWidget(button)
