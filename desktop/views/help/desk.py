"""Opens what a person asks for who needs help; everything behind it is imported when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.background import Background
from desktop.views.menus import Menu

if TYPE_CHECKING:
    from desktop.pages.blocks import Drawn
    from desktop.pages.manual.chapter import Chapter
    from desktop.services.about import About
    from desktop.views.help.tour import Tour
    from desktop.views.manual.window import ManualWindow
    from desktop.views.widgets.notice_bar import NoticeBar

_SHORTCUT = "help-key"


class HelpParts(NamedTuple):
    """Who has the manual, and who knows the program.

    The first is told how keys are spelled, and which parts of chapters the window makes, by their names.
    """

    chapters: Callable[[Callable[[str], str], Mapping[str, Sequence[Drawn]]], tuple[Chapter, ...]]
    about: Callable[[], About]


class HelpDesk(QObject):
    """The one who is asked with F1, in the window and in every dialog of the program.

    `menus` is asked when it is needed: the commands name this desk, so it is there before them.
    """

    def __init__(
        self,
        parts: HelpParts,
        menus: Callable[[], Sequence[Menu]],
        background: Background,
        settings: SettingsKeeper,
        bar: NoticeBar,
        tr: Translate,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._menus = menus
        self._background = background
        self._settings = settings
        self._bar = bar
        self._tr = tr
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._give_key)

    def show(self) -> None:
        """Open the manual where it tells of what the keyboard is on."""
        from desktop.views.help.places import chapter_for

        self._manual.show_chapter(chapter_for(QApplication.focusWidget()))

    def show_keys(self) -> None:
        """Open the manual at the list of all keys."""
        from desktop.views.manual.window import KEYS

        self._manual.show_chapter(KEYS)

    def show_about(self) -> None:
        """Say what the program consists of, what it holds and where."""
        from desktop.views.help.about_dialog import AboutDialog

        dialog = AboutDialog(self._tr, self._window)
        asking = self._background.run(self._parts.about, dialog.show_about, dialog.show_trouble)
        dialog.finished.connect(asking.cancel)
        dialog.open()

    def offer_tour(self) -> None:
        """At the very first start, and only then, offer the introduction; nothing waits for the answer."""
        if self._settings.current.is_tour_due:
            self._tour.offer(self._settings)

    def show_tour(self) -> None:
        """Show, one after the other, the few places that everything begins with."""
        self._tour.begin()

    def end(self) -> None:
        """Leave with the window."""
        if "_manual" in vars(self):
            self._manual.close()
            self._manual.deleteLater()
        if "_tour" in vars(self):
            self._tour.end()

    def _give_key(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A dialog hears no key of the window, so each gets keys for help as soon as it has the keyboard.

        A message box stops everything until it is answered; the manual could not be read beside it.
        """
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.windowModality() == Qt.WindowModality.ApplicationModal:
            return
        from PySide6.QtGui import QKeySequence, QShortcut

        if dialog.findChild(QShortcut, _SHORTCUT) is None:
            for keys, deed in (("F1", self.show), ("Shift+F1", self.show_keys)):
                QShortcut(QKeySequence(keys), dialog, deed).setObjectName(_SHORTCUT)

    @cached_property
    def _manual(self) -> ManualWindow:
        """Without a parent: it can be read while a dialog is open."""
        from desktop.views.help.keys import blocks, spelled
        from desktop.views.manual.window import KEYS, ManualWindow

        made = {KEYS: tuple(blocks(self._menus(), self._tr))}
        chapters = self._parts.chapters(lambda keys: spelled((keys,), self._tr), made)
        return ManualWindow(chapters, self._tr, self._window)

    @cached_property
    def _tour(self) -> Tour:
        from desktop.views.help.tour import Tour

        return Tour(self._bar, self._tr, self._window)
