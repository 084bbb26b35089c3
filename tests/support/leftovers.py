"""What a test must not leave behind."""

import gc
import threading

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


def clear_away() -> None:
    """Let Qt delete what was marked for it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def leftovers() -> list[str]:
    """Windows, running timers and workers that are still there."""
    windows = [f"window {widget!r}" for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    timers = [
        f"timer of {found.parent()!r}"
        for found in gc.get_objects()
        if isinstance(found, QTimer) and isValid(found) and found.isActive()
    ]
    workers = [f"thread {thread.name}" for thread in threading.enumerate() if thread.name == "background"]
    return windows + timers + workers
