"""How far a long job is, beside the buttons; short jobs show nothing."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.domain.progress import Progress
from desktop.i18n import Translate
from desktop.views.widgets.quiet_button import QuietButton

_LOOK_EVERY_MS = 100
_SHOWN_FROM = 5
"""A job of fewer pieces is over before anybody could read how far it is."""


class ProgressLine(QWidget):
    """A bar and a button that gives the job up."""

    cancelled = Signal()

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._progress = Progress()
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("Progress"))
        self._bar.setFormat(tr("%p%"))
        cancel = QuietButton(tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bar)
        row.addWidget(cancel)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.hide()

    def follow(self, progress: Progress) -> None:
        """Show how far this job is from now on."""
        self._progress = progress
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """The job has ended."""
        self._timer.stop()
        self.hide()

    def _look(self) -> None:
        done, total = self._progress.done, self._progress.total
        self.setVisible(total >= _SHOWN_FROM)
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)
