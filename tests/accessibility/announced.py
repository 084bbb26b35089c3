"""What Qt tells screen readers of its own accord: the events behind `QAccessible.updateAccessibility`."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import PySide6
import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from shiboken6 import wrapInstance

_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_LIBRARY = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"
_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
"""`QAccessible::installUpdateHandler`, which PySide has no word for."""


@contextmanager
def listening() -> Iterator[list[str]]:
    """The texts that are announced meanwhile, to a screen reader that listens."""
    if not sys.platform.startswith("linux") or not _LIBRARY.exists():
        pytest.skip("the events of Qt can be listened to on Linux only")
    heard: list[str] = []

    def hear(address: int) -> None:
        event: Any = wrapInstance(address, QAccessibleEvent)
        if event.type() == QAccessible.Event.Announcement:
            said: Any = wrapInstance(address, QAccessibleAnnouncementEvent)
            heard.append(said.message())

    handler = _HANDLER(hear)
    install = ctypes.CDLL(str(_LIBRARY))[_INSTALL]
    install.restype, install.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        yield heard
    finally:
        QAccessible.setActive(was_active)
        install(before)
