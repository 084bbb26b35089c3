"""The window: search box, tabs, menus, status line; it knows `Tab`, no tab by name."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.errors import ExpectedError, FileWriteError, Message
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.settings import Settings, SettingsKeeper
from desktop.views import menus
from desktop.views.background import Background
from desktop.views.command_list import Doers, all_menus
from desktop.views.deeds import Deeds
from desktop.views.edges import Edges
from desktop.views.event_mode import EventMode
from desktop.views.legible import Legible
from desktop.views.loading import Loading
from desktop.views.navigator import Navigator
from desktop.views.paper.desk import PrintDesk
from desktop.views.pin_gate import PinGate
from desktop.views.place import restore_place, with_place
from desktop.views.search import SearchDesk
from desktop.views.shortlist.counter import Counter
from desktop.views.showing.desk import ShowDesk, Shows
from desktop.views.tab import Tab
from desktop.views.text_size import TextSize
from desktop.views.theme import Themes
from desktop.views.unhurried import Unhurried
from desktop.views.upkeep import Upkeep, UpkeepParts
from desktop.views.widgets.icons import Icons
from desktop.views.widgets.search_box import SearchBox
from desktop.views.widgets.status_line import StatusLine
from desktop.views.window_deeds import WindowDeeds

if TYPE_CHECKING:
    from desktop.domain.search import Choices
    from desktop.views.office_editing import KeepsLogos
    from desktop.views.widgets.trouble_page import TroublePage

_START_SIZE = (1180, 720)
_SMALLEST = (480, 320)


class Parts(NamedTuple):
    """What the window is put together from."""

    tabs: tuple[Tab, ...]
    desk: PrintDesk
    edges: Edges
    loading: Loading
    background: Background
    search: SearchDesk
    logos: KeepsLogos
    upkeep: UpkeepParts
    showing: Shows
    icons: Icons


class MainWindow(QMainWindow):
    """Everything on the screen; loading begins once a person can see it.

    `filled` tells that the lists are there, `settled` that everything is, or that it cannot be had.
    """

    filled = Signal()
    settled = Signal()
    closing = Signal()

    def __init__(self, parts: Parts, tr: Translate, settings: SettingsKeeper) -> None:
        super().__init__()
        self._parts = parts
        self._tr = tr
        self._settings = settings
        self._is_seen = False
        self._status = StatusLine()
        self.setStatusBar(self._status)
        self._box = SearchBox(tr)
        self._bar = QTabWidget()
        self._work = QWidget()
        self._stack = QStackedWidget()
        self._deeds = Deeds(parts.desk, parts.edges, lambda: settings.current.office.is_named, self)
        self._navigator = Navigator(parts.tabs, self._bar, self._box, parts.search, tr, self)
        self._counter = Counter(tr, self)
        self._show_desk = ShowDesk(parts.showing, parts.background, tr, self)
        gate = PinGate(settings, parts.background, parts.edges, tr, self)
        self._upkeep = Upkeep(parts.upkeep, gate, self)
        self._text_size = TextSize(settings.current.text_percent, self)
        self._event_mode = EventMode(gate, self._text_size, self._upkeep.keeping.lock, self._start_anew)
        self._themes = Themes(settings.current.theme, self)
        self._legible = Legible()
        self._window = WindowDeeds(settings, parts.logos, parts.background, parts.edges, tr, self)
        self._lay_out()
        self._connect()
        self._restore()
        self._rest = Unhurried(self._pieces(), self)

    @property
    def background(self) -> Background:
        """The worker behind the window; idle when everything asked for is on the screen."""
        return self._parts.background

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
            self._legible.follow()
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
        if not self._event_mode.close():
            event.ignore()
            return
        super().closeEvent(event)
        self._upkeep.end()
        with contextlib.suppress(FileWriteError):  # the window's place is lost, which is no reason to bother anybody
            self._settings.keep(self._remembered())
        self.hide()
        self.closing.emit()
        self._text_size.let_go()
        self._legible.let_go()
        self._themes.let_go()

    def _refresh(self, choices: Choices) -> None:
        self._upkeep.tell()
        self._navigator.refresh(choices)

    def _show_lists(self, choices: Choices) -> None:
        self._rest.finish()
        self._stack.setCurrentWidget(self._work)
        self._navigator.load(choices)

    def _show_trouble(self, error: ExpectedError) -> None:
        self._stack.setCurrentWidget(self._trouble)
        self._trouble.say(self._tr("The records cannot be shown."), error.message.in_words(self._tr))

    @cached_property
    def _trouble(self) -> TroublePage:
        from desktop.views.widgets.trouble_page import TroublePage

        page = TroublePage(self._tr)
        page.again_requested.connect(self._parts.loading.start)
        self._stack.addWidget(page)
        return page

    def _pieces(self) -> Iterator[Callable[[], object]]:
        """What nobody misses in the first picture, done piece by piece behind it.

        The tab in front comes before the loading: a busy worker would make it wait at every step.
        """
        front = self._navigator.current()
        yield partial(self._furnish, front)
        yield self._parts.loading.start
        yield lambda: menus.fill(self._shown_menus, self._menus, self, self._tr)
        for tab in self._parts.tabs:
            if tab is not front:
                yield partial(self._furnish, tab)
        yield self._show_icons
        yield self._event_mode.furnish

    def _show_icons(self) -> None:
        """Draw the icons in the colour that text has now."""
        icons, ink = self._parts.icons, self.palette().text().color()
        self.setWindowIcon(icons.icon("wegweiser", ink))
        self._box.show_icon(icons.icon("search", ink))

    def _furnish(self, tab: Tab) -> None:
        tab.furnish()
        tab.show_aspect(self._settings.current.aspects.get(tab.key, ""))
        tab.set_sizes(self._settings.current.splitters.get(tab.key, ()))

    def _start_anew(self) -> None:
        """The next client begins; nothing of the last one is left."""
        for part in (self._counter, self._upkeep.keeping, self._deeds, self._show_desk):
            part.start_anew()
        self._navigator.start_anew()

    def _connect(self) -> None:
        loading, deeds, tr = self._parts.loading, self._deeds, self._tr
        loading.loaded.connect(self._show_lists)
        loading.failed.connect(self._show_trouble)
        loading.hindered.connect(lambda error: self.tell(error.message))
        loading.settled.connect(self.settled)
        loading.settled.connect(self._upkeep.begin)
        loading.refreshed.connect(self._refresh)
        self._upkeep.changed.connect(loading.refresh)
        self._upkeep.said.connect(self._status.say_to_the_end)
        self._upkeep.keeping.changed.connect(self._box.settle)
        self._upkeep.record_requested.connect(self._navigator.open_record)
        self._event_mode.switched.connect(self._upkeep.set_mode_hidden)
        for part in (deeds, self._navigator, self._show_desk, self._event_mode):
            part.said.connect(self._status.say)
        self._navigator.filled.connect(self.filled)
        self._counter.said.connect(self._status.say)
        self._counter.print_requested.connect(lambda: deeds.preview_handout(self._counter.shortlist))
        self._counter.record_requested.connect(self._navigator.open_record)
        self._counter.typed.connect(self._navigator.begin_search)
        self._counter.left.connect(self._navigator.search)
        self._bar.currentChanged.connect(self._status.fall_silent)
        for tab in self._parts.tabs:
            tab.gathered = partial(self._counter.shortlist.ids_of, Kind.MUNICIPALITY)
            tab.chosen_changed.connect(self._status.fall_silent)
            tab.copy_requested.connect(deeds.copy)
            tab.open_requested.connect(deeds.open)
        self._menus = all_menus(
            Doers(
                tabs=self._parts.tabs,
                navigator=self._navigator,
                deeds=deeds,
                counter=self._counter,
                keeping=self._upkeep.keeping,
                show_desk=self._show_desk,
                event_mode=self._event_mode,
                start_anew=self._start_anew,
                notices=self._upkeep.bar,
                size=self._text_size,
                window=self._window,
            )
        )
        self._window.menus = self._menus
        self._shown_menus = menus.add_titles(self, self._menus, tr)

    def _lay_out(self) -> None:
        self.setWindowTitle("Wegweiser")
        self.setMinimumSize(*_SMALLEST)
        self.setAnimated(False)
        self._bar.setDocumentMode(True)
        for tabs in (self._bar, self._bar.tabBar()):
            tabs.setAccessibleName(self._tr("Tabs"))
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 8, 0)
        row.addWidget(self._box)
        self._fit_box()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._upkeep.bar)
        column.addWidget(self._bar, 1)
        self._stack.addWidget(self._work)
        self.setCentralWidget(self._stack)
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
            text_percent=self._text_size.percent,
        )
