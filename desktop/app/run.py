"""Opens the window and stays until it is closed."""

import contextlib
import gc
import os
import sys
from pathlib import Path

from desktop.app.paths import Paths
from desktop.domain.errors import Message
from desktop.i18n import Translate
from desktop.settings import Settings, save


def run(paths: Paths, settings: Settings, tr: Translate, notice: Message | None = None) -> int:
    """The exit code of the program; `notice` is shown in the status line.

    The order: no Qt without a display; the crash hook before anything can go wrong; the window; then, from the first
    paint on, everything that takes time. The garbage collector rests meanwhile, it would only walk over new modules.
    """
    if not has_display():
        no_display = tr("There is no display to open the window on. “wegweiser --help” shows what works without one.")
        print(no_display, file=sys.stderr)
        return 1
    gc.disable()
    try:
        return _open(paths, settings, tr, notice)
    finally:
        gc.enable()


def has_display() -> bool:
    """Whether a window can be opened here; only Linux can be without a display."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _open(paths: Paths, settings: Settings, tr: Translate, notice: Message | None) -> int:
    from desktop.app.application import application
    from desktop.app.build import build
    from desktop.app.crash import CrashHook
    from desktop.views.edges import real_edges

    app = application(tr.language)
    edges = real_edges(tr)
    hook = CrashHook(paths.logs, lambda log: edges.notices.warn(app.activeWindow(), *_crash_words(tr, log)))
    hook.install()
    window = build(paths, tr, edges, settings, remember=lambda new: _remember(new, paths))
    window.ready.connect(gc.enable)
    window.show()
    if notice is not None:
        window.tell(notice)
    return app.exec()


def _remember(settings: Settings, paths: Paths) -> None:
    """A folder that cannot be written loses the window's place, which is no reason to bother anybody."""
    with contextlib.suppress(OSError):
        save(settings, paths.settings)


def _crash_words(tr: Translate, log: Path) -> tuple[str, str]:
    text = tr(
        "Something went wrong that Wegweiser did not expect. Your data are safe. Please close the program and start it "
        "again. If it happens again, send this file to those who look after the program; it names nobody:\n{path}",
        path=log,
    )
    return tr("Unexpected error"), text
