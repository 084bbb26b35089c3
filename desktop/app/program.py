"""The window in front, and another one in its place when language or data folder become others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.app.build import build
from desktop.app.paths import Paths, paths_for
from desktop.domain.errors import N_, Message
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.settings import Settings, SettingsFile, load
from desktop.views.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.views.edges import Edges
    from desktop.views.preferences.desk import Anew


def _real_edges(tr: Translate) -> Edges:
    from desktop.views.edges import real_edges

    return real_edges(tr)


class Circumstances(NamedTuple):
    """In what a window was built, with the settings as they were kept last."""

    paths: Paths
    settings: Settings
    tr: Translate


class Program(QObject):
    """Lives as long as the application; `find_paths` tells where the data lie once they have been moved."""

    def __init__(
        self,
        app: QApplication,
        make_edges: Callable[[Translate], Edges] = _real_edges,
        find_paths: Callable[[], Paths] = paths_for,
        policy: Policy | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._make_edges = make_edges
        self._find_paths = find_paths
        self._policy = policy or Policy()
        self.window: MainWindow | None = None

    def begin(self, paths: Paths, settings: Settings, tr: Translate) -> MainWindow:
        """The window, ready to be shown."""
        file = SettingsFile(paths.settings, settings)
        self._now = Circumstances(paths, settings, tr)

        def remember(changed: Settings) -> None:
            file.keep(changed)
            self._now = Circumstances(paths, changed, tr)

        make_edges = partial(self._make_edges, tr)
        self.window = build(paths, tr, make_edges, settings, remember=remember, policy=self._policy)
        self.window.anew_requested.connect(lambda wish: QTimer.singleShot(0, self, lambda: self._begin_anew(wish)))
        return self.window

    def _begin_anew(self, wish: Anew) -> None:
        """Close the window and go on in another one at the same spot; one that stays open says so and is kept."""
        former = self.window
        assert former is not None
        spot = former.whereabouts.note()
        is_quitting = self._app.quitOnLastWindowClosed()
        self._app.setQuitOnLastWindowClosed(False)
        try:
            if former.close():
                window = self._next(wish)
                window.whereabouts.take_up(spot)
                window.show()
                former.deleteLater()
            else:
                former.tell(Message(N_("The window could not be closed. What you chose holds from the next start on.")))
        finally:
            self._app.setQuitOnLastWindowClosed(is_quitting)

    def _next(self, wish: Anew) -> MainWindow:
        """A window as it is wished; in another folder other settings are read."""
        from desktop.app.application import speak

        paths, settings, tr = self._now
        if wish.is_elsewhere:
            paths = self._find_paths()
            paths.take_along()
            settings, notice = load(paths.settings)
            window = self.begin(paths, settings, tr)
            if notice is not None:
                window.tell(notice)
            return window
        tr = i18n.load(paths.translations, wish.language)
        speak(self._app, tr.language)
        return self.begin(paths, settings, tr)
