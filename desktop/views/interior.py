"""What acts in the window, tabs and desks, and what joins them; made behind the window's first picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, QSignalBlocker, Signal

from desktop.i18n import Translate
from desktop.settings import Settings, SettingsKeeper
from desktop.views import menus
from desktop.views.background import Background
from desktop.views.desks import DeskParts, Desks, Surroundings
from desktop.views.edges import Edges
from desktop.views.loading import Loading
from desktop.views.navigator import Navigator
from desktop.views.search import SearchDesk
from desktop.views.tab import Tab
from desktop.views.unhurried import Unhurried

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu

    from desktop.domain.search import Choices
    from desktop.views.looks import Looks
    from desktop.views.widgets.icons import Icons
    from desktop.views.widgets.search_box import SearchBox
    from desktop.views.widgets.status_line import StatusLine
    from desktop.views.widgets.still_pages import StillPages
    from desktop.views.window_pages import WindowPages


class Parts(NamedTuple):
    """What acts in the window, not yet joined."""

    tabs: tuple[Tab, ...]
    edges: Edges
    loading: Loading
    background: Background
    search: SearchDesk
    desks: DeskParts


class Frame(NamedTuple):
    """What the window shows from its first picture on."""

    window: QMainWindow
    box: SearchBox
    bar: StillPages
    pages: WindowPages
    status: StatusLine
    menus: Sequence[QMenu]
    icons: Icons
    looks: Looks
    settings: SettingsKeeper
    tr: Translate


class Interior(QObject):
    """Puts the tabs where the frame has kept their places, and everything behind them.

    `filled` tells that the lists are there, `settled` that everything is, or that it cannot be had; `anew_requested`
    that another window should take the place of this one.
    """

    filled = Signal()
    settled = Signal()
    anew_requested = Signal(object)

    def __init__(self, parts: Parts, frame: Frame) -> None:
        super().__init__(frame.window)
        self._parts = parts
        self._frame = frame
        self._navigator = self._with_tabs_in_place()
        self.desks = Desks(parts.desks, self._surroundings())
        self._connect()
        self._rest = Unhurried(self._pieces(), self)

    @property
    def background(self) -> Background:
        """The worker behind the window."""
        return self._parts.background

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked for, by typing or by choosing, is on the screen."""
        is_answered = self._parts.search.is_idle and self._navigator.is_idle
        return self._parts.background.is_idle and is_answered and all(tab.is_idle for tab in self._parts.tabs)

    def begin(self) -> None:
        """Make what is still missing, and load, while the window goes on."""
        self._rest.start()

    def with_sights(self, settings: Settings) -> Settings:
        """The settings with what a person sees now."""
        sizes = {tab.key: sizes for tab in self._parts.tabs if (sizes := tab.sizes())}
        return replace(
            settings,
            current_tab=self._navigator.current().key,
            aspects={tab.key: tab.aspect for tab in self._parts.tabs if tab.aspect},
            splitters={**settings.splitters, **sizes},
            text_percent=self._frame.looks.size.percent,
        )

    def _pieces(self) -> Iterator[Callable[[], object]]:
        """The tab in front and what acts come before the loading: a busy worker would make them wait at every step."""
        front = self._navigator.current()
        yield from front.preparations()
        yield partial(self._furnish, front)
        yield from self.desks.pieces()
        yield self._parts.loading.start
        yield self._fill_menus
        for tab in self._parts.tabs:
            if tab is not front:
                yield partial(self._furnish, tab)
        yield lambda: self.desks.event_mode.stand_last()

    def _show_lists(self, choices: Choices) -> None:
        self._rest.finish()
        self._frame.pages.show_work()
        self._navigator.load(choices)

    def _refresh(self, choices: Choices) -> None:
        self.desks.refresh()
        self._navigator.refresh(choices)

    def _fill_menus(self) -> None:
        """At an event nobody gets at what is for staff, not even before everything is there."""
        frame = self._frame
        menus.fill(frame.menus, self.desks.menus, frame.window, frame.icons, frame.tr)
        self.desks.event_mode.furnish()

    def _with_tabs_in_place(self) -> Navigator:
        """Nobody hears that the tabs take the place of what stood for them; the one in front stays there."""
        bar, parts = self._frame.bar, self._parts
        with QSignalBlocker(bar):
            front = bar.currentIndex()
            while (stand_in := bar.widget(0)) is not None:
                bar.removeTab(0)
                stand_in.deleteLater()
            navigator = Navigator(parts.tabs, bar, self._frame.box, parts.search, self._frame.tr, self)
            bar.setCurrentIndex(front)
        return navigator

    def _furnish(self, tab: Tab) -> None:
        settings = self._frame.settings.current
        tab.furnish()
        tab.show_aspect(settings.aspects.get(tab.key, ""))
        tab.set_sizes(settings.splitters.get(tab.key, ()))

    def _surroundings(self) -> Surroundings:
        parts, frame = self._parts, self._frame
        return Surroundings(
            window=frame.window,
            tabs=parts.tabs,
            navigator=self._navigator,
            box=frame.box,
            pages=frame.pages,
            status=frame.status,
            looks=frame.looks,
            background=parts.background,
            edges=parts.edges,
            settings=frame.settings,
            tr=frame.tr,
        )

    def _connect(self) -> None:
        loading, pages, status = self._parts.loading, self._frame.pages, self._frame.status
        loading.loaded.connect(self._show_lists)
        loading.failed.connect(pages.show_trouble)
        pages.again_requested.connect(loading.start)
        loading.hindered.connect(lambda error: status.showMessage(error.message.in_words(self._frame.tr)))
        loading.settled.connect(self.desks.begin)
        loading.settled.connect(self.settled)
        loading.refreshed.connect(self._refresh)
        self.desks.changed.connect(loading.refresh)
        self.desks.anew_requested.connect(self.anew_requested)
        self._navigator.said.connect(status.say)
        self._navigator.filled.connect(self.filled)
        self._frame.bar.currentChanged.connect(status.fall_silent)
        for tab in self._parts.tabs:
            tab.chosen_changed.connect(status.fall_silent)
