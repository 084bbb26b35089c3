"""An area that is as high as what it holds, or scrolls where the window is too low for that."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

_LEAST_IN_EMS = 4


class LowArea(QScrollArea):
    """Holds one widget; whatever the keyboard comes to is scrolled into sight.

    It is never lower than so many lines, unless what it holds is lower itself.
    """

    def __init__(self, inside: QWidget, least_in_ems: float = _LEAST_IN_EMS) -> None:
        super().__init__()
        self._least_in_ems = least_in_ems
        self._inside = inside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    @override
    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        least = self._inside.minimumSizeHint()
        low = round(self._least_in_ems * self.fontMetrics().height())
        bar = self.verticalScrollBar().sizeHint().width() if self.height() < least.height() else 0
        return QSize(least.width() + bar, min(least.height(), low))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
