"""Opens the window and stays until it is closed."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import N_, Message
from desktop.i18n import Translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.app.start import Start
    from desktop.views.main_window import MainWindow


def run(start: Start, file: Path | None = None) -> int:
    """The exit code of the program; `file` is opened in the window."""
    if not has_display():
        return _without_display(start.tr, file)
    app, _ = opened(start, file)
    return app.exec()


def _without_display(tr: Translate, file: Path | None) -> int:
    """Say that no window can be opened, and that the file is not there either, if so."""
    from desktop.cli.terminal import FAULTY, Terminal

    terminal = Terminal(tr)
    if file is not None and not file.is_file():
        terminal.complain(tr("The file {name} cannot be read. Is it there, and are you allowed to open it?", name=file))
    terminal.complain(tr("There is no display to open the window on. “wegweiser --help” shows what works without one."))
    return FAULTY


def has_display() -> bool:
    """Whether a window can be opened here; only Linux can be without a display."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def opened(start: Start, file: Path | None = None) -> tuple[QApplication, MainWindow]:
    """The application and its window, on the way to the screen, and behind it what is asked of a file.

    The order: no Qt before it is needed; the crash hook before anything can go wrong; the window; then, behind the
    first paint, all that takes time. Until that is there the garbage collector rests: it would only walk over modules.
    """
    gc.disable()
    plain_import = builtins.__import__
    from desktop.app.application import application

    # PySide's import reads the source of every later module, looking for a feature that is not used here: 16 MiB.
    builtins.__import__ = plain_import
    from desktop.app.crash import CrashHook
    from desktop.app.program import Program

    tr, app = start.tr, application(start.tr.language, is_dressed=False)
    hook = CrashHook(start.paths.logs, lambda log: _tell_crash(app, log, tr))
    hook.install()
    window = Program(app, policy=start.policy).begin(start.paths, start.own, tr)
    window.settled.connect(gc.enable)
    window.show()
    if told := [notice for notice in start.notices() if notice is not None]:
        window.tell(reduce(lambda some, one: Message(N_("{some} {one}"), some=some, one=one), told))
    if file is not None:
        window.open_file(file)
    return app, window


def _tell_crash(app: QApplication, log: Path, tr: Translate) -> None:
    from desktop.views.notices import Notices

    Notices(tr).warn(app.activeWindow(), *_crash_words(tr, log))


def _crash_words(tr: Translate, log: Path) -> tuple[str, str]:
    text = tr(
        "Something went wrong that Wegweiser did not expect. Your data are safe. Please close the program and start it "
        "again. If it happens again, send this file to those who look after the program; it names nobody:\n{path}",
        path=log,
    )
    return tr("Unexpected error"), text
