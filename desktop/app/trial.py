"""Opens the window for a moment, to find out whether it opens here at all."""

import os
import sys
from collections.abc import Callable
from functools import partial
from types import TracebackType

from desktop.app.run import has_display
from desktop.app.start import Start
from desktop.cli.terminal import FAULTY, OK
from desktop.domain.health import WindowHealth

PATIENCE_MS = 60_000
_WITHOUT_A_SCREEN = ("offscreen", "minimal")


def tried_window(start: Start) -> WindowHealth:
    """How it went: the window is filled and closes again, on the screen or, where there is none, without it.

    Nothing that it would remember is kept.
    """
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    opens, font = _comes_and_goes(start)
    return WindowHealth(opens=opens, font=font, on_screen=os.environ.get("QT_QPA_PLATFORM") not in _WITHOUT_A_SCREEN)


def _comes_and_goes(start: Start) -> tuple[bool, str]:
    """Whether it did, and the font that its words were set in."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QFontDatabase, QFontInfo

    from desktop.app.application import application
    from desktop.app.build import build
    from desktop.views.edges import real_edges

    failed: list[BaseException] = []
    sys.excepthook = _remembering(failed)
    tr, app = start.tr, application(start.tr.language)
    window = build(start.paths, tr, partial(real_edges, tr), start.own, policy=start.policy)
    window.settled.connect(lambda: QTimer.singleShot(0, window, window.close))
    QTimer.singleShot(PATIENCE_MS, app, lambda: app.exit(FAULTY))
    window.show()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    font = QFontInfo(app.font()).family() if QFontDatabase.families() else ""
    return code == OK and not failed, font


def _remembering(
    failed: list[BaseException],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """A hook that tells an unexpected error as ever, and notes that there was one."""

    def hook(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        failed.append(error)
        sys.__excepthook__(kind, error, where)

    return hook
