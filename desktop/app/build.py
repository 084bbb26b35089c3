"""Puts the window together: paths, services, tabs, window; tests call the very same function."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.app.ground import Ground
from desktop.app.paths import Paths
from desktop.app.tabs import tabs
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.services.mentions import Mentions
from desktop.services.overview import Overview
from desktop.settings import Settings, SettingsKeeper
from desktop.views.edges import Edges
from desktop.views.loading import Loading
from desktop.views.main_window import MainWindow, Parts
from desktop.views.paper.warming import Warming
from desktop.views.records.reader import Reader
from desktop.views.records.records_tab import Supplies
from desktop.views.search import SearchDesk
from desktop.views.tabs.programme.asking import Sources
from desktop.views.widgets.icons import Icons

if TYPE_CHECKING:
    from datetime import datetime


def _now() -> datetime:
    from datetime import datetime

    return datetime.now().astimezone()


def build(
    paths: Paths,
    tr: Translate,
    edges: Edges,
    settings: Settings | None = None,
    *,
    now: Callable[[], datetime] = _now,
    remember: Callable[[Settings], object] = lambda _: None,
    policy: Policy | None = None,
) -> MainWindow:
    """The window, ready to be shown.

    `remember` gets the settings when they change and when the window closes; then everything is let go.
    """
    keeper = SettingsKeeper(settings or Settings(), remember, policy)
    ground = Ground(paths, tr, edges, keeper, now)
    catalogue, search, background = ground.catalogue, ground.search, ground.background
    desk = SearchDesk(search, ground.searching)
    sources = Sources(Overview(catalogue, search, paths.outline, tr), background)
    mentions = Mentions(catalogue, search, paths.shipped)
    all_tabs = tabs(lambda: Supplies(Reader(mentions, background, tr), desk, lambda: now().date(), tr), sources)
    parts = Parts(
        tabs=all_tabs,
        edges=edges,
        loading=Loading(search, catalogue, background),
        background=background,
        search=desk,
        icons=Icons(paths.icons),
        desks=ground.desk_parts(),
    )
    window = MainWindow(parts, tr, keeper)
    warming = Warming(ground.warm_up, all_tabs, window)
    for end in (desk.give_up_all, warming.close, ground.close):
        window.closing.connect(end)
    return window
