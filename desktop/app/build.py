"""Puts the window together: paths, services, tabs, window; tests call the very same function."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.app.paths import Paths
from desktop.app.tabs import tabs
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.paper import PaperDesk
from desktop.settings import Settings
from desktop.views.background import Background
from desktop.views.edges import Edges
from desktop.views.loading import Loading
from desktop.views.main_window import MainWindow, Parts
from desktop.views.paper.desk import PrintDesk
from desktop.views.records.reader import Reader
from desktop.views.widgets.icons import Icons

if TYPE_CHECKING:
    from datetime import date


def _today() -> date:
    from datetime import date

    return date.today()


def build(
    paths: Paths,
    tr: Translate,
    edges: Edges,
    settings: Settings | None = None,
    *,
    today: Callable[[], date] = _today,
    remember: Callable[[Settings], object] = lambda _: None,
) -> MainWindow:
    """The window, ready to be shown; when it closes, `remember` gets the settings and everything is let go."""
    catalogue = Catalogue(paths.database, paths.shipped, tr)
    background = Background()
    window = MainWindow(
        Parts(
            tabs=tabs(lambda: Reader(catalogue, background, tr), tr),
            desk=PrintDesk(PaperDesk(catalogue, tr, today), background, edges, tr),
            edges=edges,
            loading=Loading(catalogue, background),
            background=background,
            icons=Icons(paths.icons),
        ),
        tr,
        settings or Settings(),
    )
    window.closing.connect(remember)
    window.closing.connect(lambda _: background.close())
    window.closing.connect(lambda _: catalogue.close())
    return window
