"""What is under way in the import: how far it is, what is said about it, and where the keyboard is meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from desktop.domain.progress import Progress
from desktop.views.announcing import announce
from desktop.views.paper.progress_line import ProgressLine
from desktop.views.review.words import say, words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.i18n import Translate


class Work:
    """One piece of work after the other; meanwhile the steps rest and the keyboard is where it can be given up."""

    def __init__(self, steps: QWidget, take_focus_out: Callable[[], object], tr: Translate) -> None:
        self.line = ProgressLine(tr)
        self.word = words()
        self._steps = steps
        self._take_focus_out = take_focus_out
        self._tr = tr
        self._progress: Progress | None = None
        self._before: QWidget | None = None

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return self._progress is not None

    def say(self, text: str) -> None:
        """Show this beside the buttons, and say it to who cannot see it."""
        say(self.word, text)
        announce(self.word, text)

    def begin(self, text: str) -> Progress:
        """Something is under way from now on."""
        self._progress = Progress()
        self._before = self._steps.window().focusWidget()
        self.say(text)
        self.line.follow(self._progress)
        self._take_focus_out()
        self._steps.setEnabled(False)
        return self._progress

    def cancel(self) -> None:
        """Let it end soon."""
        if self._progress is not None:
            self._progress.cancel()
            say(self.word, self._tr("It is being given up; nothing will have been changed …"))

    def end(self) -> None:
        """Nothing is under way any more."""
        self._progress = None
        self.line.stop()
        say(self.word, "")
        self._steps.setEnabled(True)

    def give_keyboard_back(self) -> None:
        """Put the keyboard where it was before, if that is still there."""
        before, self._before = self._before, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
