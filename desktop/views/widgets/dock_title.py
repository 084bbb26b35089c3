"""The head of a dock, with a way to close it that can be seen, hit and reached with Tab."""

from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QWidget

from desktop.views.widgets.tool_button import tool_button

_SIDE = 28


class DockTitle(QWidget):
    """Stands in the place of Qt's own, whose buttons are 18 × 14 pixels large and out of the keyboard's reach."""

    def __init__(self, dock: QDockWidget, close: str) -> None:
        super().__init__(dock)
        button = tool_button("×", close, close, dock.close)
        button.setAutoRaise(True)
        button.setMinimumSize(_SIDE, _SIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 4, 9, 0)
        row.addWidget(QLabel(dock.windowTitle()), 1)
        row.addWidget(button)
