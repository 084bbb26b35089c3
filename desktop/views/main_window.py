"""The window: search box, tabs, menus, status line; it knows `Tab`, no tab by name."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QMainWindow
from typing_extensions import override

from desktop.domain.errors import FileWriteError, Message
from desktop.i18n import Translate
from desktop.settings import Settings, SettingsKeeper
from desktop.views import menus
from desktop.views.background import Background
from desktop.views.desks import DeskParts, Desks, Surroundings
from desktop.views.edges import Edges
from desktop.views.loading import Loading
from desktop.views.looks import Looks
from desktop.views.navigator import Navigator
from desktop.views.place import restore_place, with_place
from desktop.views.search import SearchDesk
from desktop.views.tab import Tab
from desktop.views.unhurried import Unhurried
from desktop.views.widgets.icons import Icons
from desktop.views.widgets.search_box import SearchBox
from desktop.views.widgets.status_line import StatusLine
from desktop.views.widgets.still_pages import StillPages
from desktop.views.window_pages import WindowPages

if TYPE_CHECKING:
    from desktop.domain.search import Choices
    from desktop.views.whereabouts import Whereabouts

_START_SIZE = (1180, 720)
_SMALLEST = (480, 320)


class Parts(NamedTuple):
    """What the window is put together from."""

    tabs: tuple[Tab, ...]
    edges: Edges
    loading: Loading
    background: Background
    search: SearchDesk
    icons: Icons
    desks: DeskParts


class MainWindow(QMainWindow):
    """Everything on the screen; loading begins once a person can see it.

    `filled` tells that the lists are there, `settled` that everything is, or that it cannot be had; `anew_requested`
    that another window should take its place.
    """

    filled = Signal()
    settled = Signal()
    closing = Signal()
    anew_requested = Signal(object)

    def __init__(self, parts: Parts, tr: Translate, settings: SettingsKeeper) -> None:
        super().__init__()
        self._parts = parts
        self._tr = tr
        self._settings = settings
        self._is_seen = False
        self._status = StatusLine()
        self.setStatusBar(self._status)
        self._box = SearchBox(tr)
        self._bar = StillPages()
        self._navigator = Navigator(parts.tabs, self._bar, self._box, parts.search, tr, self)
        self._looks = Looks(settings.current, self)
        self._pages = WindowPages(self._box, self._bar, tr)
        self._lay_out()
        self._desks = Desks(parts.desks, self._surroundings())
        self._connect()
        self._shown_menus = menus.add_titles(self, tr)
        self._restore()
        self._rest = Unhurried(self._pieces(), self)

    @property
    def background(self) -> Background:
        """The worker behind the window; idle when everything asked for is on the screen."""
        return self._parts.background

    @property
    def whereabouts(self) -> Whereabouts:
        """Where a person is, for a window that goes on there."""
        return self._desks.whereabouts

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked for, by typing or by choosing, is on the screen."""
        is_answered = self._parts.search.is_idle and self._navigator.is_idle
        return self._parts.background.is_idle and is_answered and all(tab.is_idle for tab in self._parts.tabs)

    def tell(self, message: Message) -> None:
        """Tell a message in the status line until the next one."""
        self._status.showMessage(message.in_words(self._tr))

    @override
    def event(self, event: QEvent) -> bool:
        """Start loading behind the first paint, not before: nothing may stand between a person and the window."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._is_seen:
            self._is_seen = True
            self._rest.start()
        return handled

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_box()
        if event.type() == QEvent.Type.PaletteChange and self._is_seen and self.isVisible():
            self._looks.follow()
            self._show_icons()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Be gone from the screen before the work ends; a preview gives up the sheet that is being made for it.

        A form that a person wants to go on with keeps the window open.
        """
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible() and not dialog.close():
                event.ignore()
                return
        if not self._desks.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self._desks.close()
        with contextlib.suppress(FileWriteError):  # the window's place is lost, which is no reason to bother anybody
            self._settings.keep(self._remembered())
        self.hide()
        self.closing.emit()
        self._looks.let_go()

    def _refresh(self, choices: Choices) -> None:
        self._desks.refresh()
        self._navigator.refresh(choices)

    def _show_lists(self, choices: Choices) -> None:
        self._rest.finish()
        self._pages.show_work()
        self._navigator.load(choices)

    def _pieces(self) -> Iterator[Callable[[], object]]:
        """What nobody misses in the first picture, done piece by piece behind it.

        The tab in front and what acts come before the loading: a busy worker would make them wait at every step.
        """
        front = self._navigator.current()
        yield from front.preparations()
        yield partial(self._furnish, front)
        yield from self._desks.pieces()
        yield self._parts.loading.start
        yield self._fill_menus
        for tab in self._parts.tabs:
            if tab is not front:
                yield partial(self._furnish, tab)
        yield lambda: self._desks.event_mode.stand_last()
        yield self._show_icons

    def _fill_menus(self) -> None:
        """At an event nobody gets at what is for staff, not even before everything is there."""
        menus.fill(self._shown_menus, self._desks.menus, self, self._parts.icons, self._tr)
        self._desks.event_mode.furnish()

    def _show_icons(self) -> None:
        """Draw the icons in the colour that text has now."""
        icons, ink = self._parts.icons, self.palette().text().color()
        self.setWindowIcon(icons.icon("wegweiser", ink))
        self._box.show_icon(icons.icon("search", ink))

    def _furnish(self, tab: Tab) -> None:
        tab.furnish()
        tab.show_aspect(self._settings.current.aspects.get(tab.key, ""))
        tab.set_sizes(self._settings.current.splitters.get(tab.key, ()))

    def _surroundings(self) -> Surroundings:
        parts = self._parts
        return Surroundings(
            window=self,
            tabs=parts.tabs,
            navigator=self._navigator,
            box=self._box,
            pages=self._pages,
            status=self._status,
            looks=self._looks,
            background=parts.background,
            edges=parts.edges,
            settings=self._settings,
            tr=self._tr,
        )

    def _connect(self) -> None:
        loading = self._parts.loading
        loading.loaded.connect(self._show_lists)
        loading.failed.connect(self._pages.show_trouble)
        self._pages.again_requested.connect(loading.start)
        loading.hindered.connect(lambda error: self.tell(error.message))
        loading.settled.connect(self.settled)
        loading.settled.connect(self._desks.begin)
        loading.refreshed.connect(self._refresh)
        self._desks.changed.connect(loading.refresh)
        self._desks.anew_requested.connect(self.anew_requested)
        self._navigator.said.connect(self._status.say)
        self._navigator.filled.connect(self.filled)
        self._bar.currentChanged.connect(self._status.fall_silent)
        for tab in self._parts.tabs:
            tab.chosen_changed.connect(self._status.fall_silent)

    def _lay_out(self) -> None:
        self.setWindowTitle("Wegweiser")
        self.setMinimumSize(*_SMALLEST)
        self.setAnimated(False)
        self._bar.setDocumentMode(True)
        for tabs in (self._bar, self._bar.tabBar()):
            tabs.setAccessibleName(self._tr("Tabs"))
        self._fit_box()
        self.setCentralWidget(self._pages)
        self.statusBar().setSizeGripEnabled(True)
        self._box.setFocus()

    def _fit_box(self) -> None:
        self._box.setMinimumHeight(2 * self.fontMetrics().height())

    def _restore(self) -> None:
        self.resize(*_START_SIZE)
        restore_place(self, self._settings.current)
        self._navigator.show_tab_of(self._settings.current.current_tab)

    def _remembered(self) -> Settings:
        sizes = {tab.key: sizes for tab in self._parts.tabs if (sizes := tab.sizes())}
        return replace(
            with_place(self, self._settings.current),
            current_tab=self._navigator.current().key,
            aspects={tab.key: tab.aspect for tab in self._parts.tabs if tab.aspect},
            splitters={**self._settings.current.splitters, **sizes},
            text_percent=self._looks.size.percent,
        )
