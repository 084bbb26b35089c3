"""The window: search box, tabs, menus, status line; what acts in it comes behind its first picture."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow
from typing_extensions import override

from desktop.domain.errors import FileWriteError, ForeignFileError, Message
from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.looks import Looks
from desktop.views.menu_titles import add_titles
from desktop.views.place import restore_place, with_place
from desktop.views.tab_names import TabName
from desktop.views.unhurried import Unhurried
from desktop.views.widgets.icons import Icons
from desktop.views.widgets.search_box import SearchBox
from desktop.views.widgets.status_line import StatusLine
from desktop.views.widgets.still_pages import StillPages
from desktop.views.window_pages import WindowPages

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from desktop.views.background import Background
    from desktop.views.interior import Interior, Parts
    from desktop.views.whereabouts import Whereabouts

_START_SIZE = (1180, 720)
_SMALLEST = (480, 320)
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_MARGIN = 12
"""Pixels around what stands in the place of a tab."""


class Stock(NamedTuple):
    """What the window is made of: the names of its tabs, its icons, and the parts of what acts in it.

    `modules` are those that the parts are made of, in the order in which they are imported.
    """

    tabs: Sequence[TabName]
    icons: Icons
    parts: Callable[[], Parts]
    modules: Sequence[str] = ()


class MainWindow(QMainWindow):
    """Everything on the screen; what acts is made, and loads, once a person can see the window.

    `filled` tells that the lists are there, `settled` that everything is, or that it cannot be had; `anew_requested`
    that another window should take its place.
    """

    filled = Signal()
    settled = Signal()
    closing = Signal()
    anew_requested = Signal(object)

    def __init__(self, stock: Stock, tr: Translate, settings: SettingsKeeper) -> None:
        super().__init__()
        self._stock = stock
        self._tr = tr
        self._settings = settings
        self._is_seen = self._has_settled = False
        self._file_to_open: Path | None = None
        self._status = StatusLine()
        self.setStatusBar(self._status)
        self._box = SearchBox(tr)
        self._bar = StillPages()
        self._looks = Looks(settings.current, self)
        self._pages = WindowPages(self._box, self._bar, tr)
        self._lay_out()
        self._keep_places()
        self._shown_menus = add_titles(self, tr)
        self.resize(*_START_SIZE)
        restore_place(self, settings.current)
        self._box.installEventFilter(self)
        self._rest = Unhurried(self._pieces(), self)

    @property
    def background(self) -> Background:
        """The worker behind the window; idle when everything asked for is on the screen."""
        return self._interior.background

    @property
    def whereabouts(self) -> Whereabouts:
        """Where a person is, for a window that goes on there."""
        return self._interior.desks.whereabouts

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked for, by typing or by choosing, is on the screen."""
        return self._interior.is_idle

    def tell(self, message: Message) -> None:
        """Tell a message in the status line until the next one."""
        self._status.showMessage(message.in_words(self._tr))

    def open_file(self, path: Path) -> None:
        """Open the dialog for a file: a package, or one of another program; once everything is there."""
        self._file_to_open = path
        if self._has_settled:
            self._open_waiting()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from desktop.views.dropping import may_fall, take_copy

        if may_fall(event):
            take_copy(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        from desktop.views.dropping import dropped_file, take_copy

        take_copy(event)
        try:
            path = dropped_file(event.mimeData())
        except ForeignFileError as error:
            self._status.say_to_the_end(error.message.in_words(self._tr))
        else:
            self.open_file(path)

    @override
    def event(self, event: QEvent) -> bool:
        """Go on behind the first paint, not before: nothing may stand between a person and the window."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._is_seen:
            self._is_seen = True
            self._rest.start()
        return handled

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first key that is pressed finds everything that acts on it."""
        if event.type() in _KEYS:
            _ = self._interior
        return False

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
        if not self._interior.desks.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self._interior.desks.close()
        with contextlib.suppress(FileWriteError):  # the window's place is lost, which is no reason to bother anybody
            self._settings.keep(self._interior.with_sights(with_place(self, self._settings.current)))
        self.hide()
        self.closing.emit()
        self._looks.let_go()

    @cached_property
    def _interior(self) -> Interior:
        """What acts, made when it is first needed."""
        from desktop.views.interior import Frame, Interior

        frame = Frame(
            window=self,
            box=self._box,
            bar=self._bar,
            pages=self._pages,
            status=self._status,
            menus=self._shown_menus,
            icons=self._stock.icons,
            looks=self._looks,
            settings=self._settings,
            tr=self._tr,
        )
        self._box.removeEventFilter(self)
        interior = Interior(self._stock.parts(), frame)
        interior.filled.connect(self.filled)
        interior.settled.connect(self.settled)
        interior.settled.connect(self._open_waiting)
        interior.anew_requested.connect(self.anew_requested)
        return interior

    def _open_waiting(self) -> None:
        self._has_settled = True
        if self._file_to_open is not None:
            path, self._file_to_open = self._file_to_open, None
            self._interior.desks.open_file(path)

    def _pieces(self) -> Iterator[Callable[[], object]]:
        """What nobody misses in the first picture."""
        yield self._looks.size.dress
        for name in self._stock.modules:
            yield partial(import_module, name)
        yield lambda: self._interior.begin()
        yield self._show_icons

    def _show_icons(self) -> None:
        """Draw the icons in the colour that text has now."""
        icons, ink = self._stock.icons, self.palette().text().color()
        self.setWindowIcon(icons.icon("wegweiser", ink))
        self._box.show_icon(icons.icon("search", ink))

    def _lay_out(self) -> None:
        self.setWindowTitle("Wegweiser")
        self.setMinimumSize(*_SMALLEST)
        self.setAnimated(False)
        self.setAcceptDrops(True)
        self._bar.setDocumentMode(True)
        for tabs in (self._bar, self._bar.tabBar()):
            tabs.setAccessibleName(self._tr("Tabs"))
        self._fit_box()
        self.setCentralWidget(self._pages)
        self.statusBar().setSizeGripEnabled(True)
        self._box.setFocus()

    def _keep_places(self) -> None:
        """Let the tabs be seen, the one in front that was so last, until they are there."""
        for number, tab in enumerate(self._stock.tabs):
            loading = QLabel(self._tr("Loading …"))
            loading.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
            loading.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._bar.addTab(loading, self._tr(tab.title))
            if tab.key == self._settings.current.current_tab:
                self._bar.setCurrentIndex(number)

    def _fit_box(self) -> None:
        self._box.setMinimumHeight(2 * self.fontMetrics().height())
