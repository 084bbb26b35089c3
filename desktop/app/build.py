"""Puts the window together: paths, services, tabs, window; tests call the very same function."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.app.paths import Paths
from desktop.app.tabs import tabs
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.office import OfficeDesk
from desktop.services.paper import PaperDesk, PaperSupplies
from desktop.services.search import Search
from desktop.settings import Settings, SettingsKeeper
from desktop.views.background import Background
from desktop.views.edges import Edges
from desktop.views.loading import Loading
from desktop.views.main_window import MainWindow, Parts
from desktop.views.paper.desk import PrintDesk
from desktop.views.paper.warming import Warming
from desktop.views.records.reader import Reader
from desktop.views.records.records_tab import Supplies
from desktop.views.search import SearchDesk
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
    """The window, ready to be shown.

    `remember` gets the settings when they change and when the window closes; then everything is let go.
    """
    keeper = SettingsKeeper(settings or Settings(), remember)
    catalogue = Catalogue(paths.database, paths.shipped, tr)
    search = Search(catalogue, paths.database)
    logos = OfficeDesk(paths.data)
    background, searching = Background(), Background()
    desk = SearchDesk(search, searching)
    supplies = PaperSupplies(paths.translations, logos, lambda: keeper.current.office, today)
    paper = PaperDesk(catalogue, search, supplies, tr)
    all_tabs = tabs(lambda: Supplies(Reader(catalogue, background, tr), desk, today, tr))
    window = MainWindow(
        Parts(
            tabs=all_tabs,
            desk=PrintDesk(paper, background, edges, tr),
            edges=edges,
            loading=Loading(search, catalogue, background),
            background=background,
            search=desk,
            logos=logos,
            icons=Icons(paths.icons),
        ),
        tr,
        keeper,
    )
    warming = Warming(paper.warm_up, all_tabs, window)
    for let_go in (desk.give_up_all, warming.close, searching.close, background.close, search.close, catalogue.close):
        window.closing.connect(let_go)
    return window
