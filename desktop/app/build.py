"""Puts the window together: paths, services, tabs, window; tests call the very same function."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.app.paths import Paths
from desktop.i18n import Translate
from desktop.settings import Settings, SettingsKeeper
from desktop.views.main_window import MainWindow, Stock
from desktop.views.tab_names import TAB_NAMES
from desktop.views.widgets.icons import Icons

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.app.ground import Ground
    from desktop.policy.policy import Policy
    from desktop.views.edges import Edges
    from desktop.views.interior import Parts

_MODULES = ("desktop.views.navigator", "desktop.views.interior", "desktop.app.ground", "desktop.app.tabs")
"""What takes longest to import of what acts in the window, each a piece of its own."""


def _now() -> datetime:
    from datetime import datetime

    return datetime.now().astimezone()


def build(
    paths: Paths,
    tr: Translate,
    make_edges: Callable[[], Edges],
    settings: Settings | None = None,
    *,
    now: Callable[[], datetime] = _now,
    remember: Callable[[Settings], object] = lambda _: None,
    policy: Policy | None = None,
) -> MainWindow:
    """The window, ready to be shown; only what its first picture needs is there already.

    `remember` gets the settings when they change and when the window closes; then everything is let go.
    """
    keeper = SettingsKeeper(settings or Settings(), remember, policy)

    def parts() -> Parts:
        from desktop.app.ground import Ground

        ground = Ground(paths, tr, make_edges(), keeper, now)
        return _parts(ground, window)

    window = MainWindow(Stock(TAB_NAMES, Icons(paths.icons), parts, _MODULES), tr, keeper)
    return window


def _parts(ground: Ground, window: MainWindow) -> Parts:
    """Everything that acts; it is let go when the window closes."""
    from desktop.app.tabs import tabs
    from desktop.views.interior import Parts
    from desktop.views.loading import Loading
    from desktop.views.paper.warming import Warming
    from desktop.views.search import SearchDesk

    desk = SearchDesk(ground.search, ground.searching)
    all_tabs = tabs(lambda: ground.supplies(desk), ground.sources())
    warming = Warming(ground.warm_up, all_tabs, window)
    for end in (desk.give_up_all, warming.close, ground.close):
        window.closing.connect(end)
    return Parts(
        tabs=all_tabs,
        edges=ground.edges,
        loading=Loading(ground.search, ground.catalogue, ground.background),
        background=ground.background,
        search=desk,
        desks=ground.desk_parts(),
    )
