"""A day at the desk in a process of its own: `python -m tests.support.working_day FOLDER`.

It finds, reads, prints, shows, notes, edits, checks and looks for help, over a database in FOLDER.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

STEPS = (
    ("bamf dort", "Return", "Ctrl+P", "Esc"),
    ("Ctrl+M", "Ctrl+Shift+P", "Esc", "F11", "Esc"),
    ("Ctrl+1", "moers", "Return", "Ctrl+S"),
    ("F2", "Ctrl+E", "Esc", "Ctrl+H", "Esc", "Ctrl+Shift+H", "Esc", "Ctrl+Shift+K", "Esc"),
    ("Ctrl+,", "Esc", "F1", "Esc", "Ctrl+Shift+L", "Esc", "F12"),
)
_PATIENCE_S = 60.0


def main() -> None:
    """Carry out all steps and quit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from desktop.app.application import application
    from desktop.app.build import build
    from desktop.app.paths import paths_for
    from desktop.i18n import load
    from tests.support.edges import fake_edges
    from tests.support.places import TRANSLATIONS

    folder = Path(sys.argv[1])
    app = application("de")
    window = build(paths_for(folder), load(TRANSLATIONS, "de"), fake_edges(folder).as_edges)
    settled: list[bool] = []
    window.settled.connect(lambda: settled.append(True))
    window.show()

    def wait(until: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE_S
        while not until():
            if time.monotonic() > end:
                raise TimeoutError
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)

    wait(lambda: bool(settled) and window.is_idle)
    for word in (word for step in STEPS for word in step):
        _type(QApplication.activeModalWidget() or window, word)
        wait(lambda: window.is_idle)
        print(word, type(QApplication.activeModalWidget()).__name__, flush=True)
    window.close()
    app.processEvents()


def _type(top: QWidget, word: str) -> None:
    """Press a key, or write what begins with a small letter."""
    from PySide6.QtWidgets import QApplication

    from tests.support.keys import press, write

    top.activateWindow()
    QApplication.processEvents()
    target = top.focusWidget() or top
    if word[0].islower():
        for letter in word:
            write(target, letter)
    else:
        press(target, word)


if __name__ == "__main__":
    main()
