"""How far something is that takes longer than a moment, in front of a window in which nothing is done meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.views.announcing import announce
from desktop.views.paper.progress_line import ProgressLine
from desktop.views.review.words import words
from desktop.views.widgets.sizes import fit

if TYPE_CHECKING:
    from desktop.domain.progress import Progress
    from desktop.i18n import Translate

_PATIENCE_MS = 600
"""What ends sooner needs no dialog."""
_SIZE_IN_EMS = (30, 8)


class WaitingDialog(QDialog):
    """Comes by itself when patience ends; Escape and the button give the job up, which soon ends then."""

    def __init__(
        self, title: str, text: str, progress: Progress, tr: Translate, parent: QWidget, patience_ms: int = _PATIENCE_MS
    ) -> None:
        super().__init__(parent)
        self._progress = progress
        self._words = words(text)
        self._line = ProgressLine(tr)
        self._line.cancelled.connect(self.reject)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._come)
        self._patience.start(patience_ms)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        layout.addStretch()
        layout.addWidget(self._line)
        fit(self, *_SIZE_IN_EMS)

    @override
    def reject(self) -> None:
        """Give the job up."""
        self._progress.cancel()
        self._line.stop()
        super().reject()

    def end(self) -> None:
        """The job is over."""
        self._patience.stop()
        self._line.stop()
        self.accept()
        self.deleteLater()

    def _come(self) -> None:
        self._line.follow(self._progress)
        self.open()
        announce(self, self._words.accessibleName())
