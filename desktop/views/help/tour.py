"""A short introduction: one place after the other is framed and explained, until somebody begins to work."""

from __future__ import annotations

import contextlib
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from desktop.domain.errors import N_, FileWriteError
from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.help.pointer import Pointer
from desktop.views.widgets.notice_bar import NoticeBar, Way, Weight

_OFFER, _STEP = "tour-offer", "tour"


class Step(NamedTuple):
    """A part of the window by the name of its object, or a menu by its message, and what is to be said of it."""

    place: str
    text: str


STEPS = (
    Step(
        "search",
        N_(
            "Just type here: a name, a place, a topic or a number. Enter opens the best hit. From a list, letters go"
            " here by themselves."
        ),
    ),
    Step("records", N_("The list shows what was found. Down and Up choose, Enter reads; the record stands beside it.")),
    Step("&File", N_("Ctrl+P shows the record as a sheet; Enter prints it.")),
    Step(
        "Cl&ient",
        N_("Ctrl+M puts a record on the shortlist; Ctrl+Shift+P makes one handout of all. F12: the next client."),
    ),
    Step("&Help", N_("F1 explains what you are working with. Shift+F1 shows all keys.")),
)
_STILL = frozenset(
    {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
    | {Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
)
"""Keys that are no work: on the way to a button, or the first half of a chord."""
_ROUNDS = frozenset({"F6", "Shift+F6"})
"""Keys that go round the parts of the window, to the notices too."""
_PRESSES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Tour(QObject):
    """Speaks in the bar of notices and never takes the keyboard; the first key or click of work ends it."""

    def __init__(self, bar: NoticeBar, tr: Translate, window: QMainWindow) -> None:
        super().__init__(window)
        self._bar = bar
        self._tr = tr
        self._window = window
        self._pointer = Pointer(window)
        self._at = 0
        self._is_on = False
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.timeout.connect(self._point)

    def offer(self, settings: SettingsKeeper) -> None:
        """Ask, once in the life of these settings; where they cannot be written it is asked again."""
        tr = self._tr
        with contextlib.suppress(FileWriteError):
            settings.keep(replace(settings.current, is_tour_due=False))
        ways = (Way(tr("&Short introduction"), self.begin), Way(tr("N&o, thanks"), self.end))
        self._bar.tell(_OFFER, tr("Is Wegweiser new to you? Five hints show where everything begins."), ways)

    def begin(self) -> None:
        """From the first step."""
        self.end()
        self._is_on = True
        _application().installEventFilter(self)
        self._show(0)

    def end(self) -> None:
        """Be gone."""
        for word in (_OFFER, _STEP):
            self._bar.withdraw(word)
        self._placing.stop()
        self._pointer.hide()
        if self._is_on:
            self._is_on = False
            _application().removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks only while the introduction runs, and swallows nothing."""
        if self._is_work(watched, event):
            self.end()
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self._placing.start()
        return False

    def _is_work(self, watched: QObject, event: QEvent) -> bool:
        """Whether a key, a command or a click does something; a key arrives several times, at a control it counts."""
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
                is_mnemonic = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
                is_still = event.key() in _STILL or (self._is_ours(watched) and event.key() in _PRESSES)
                return not is_mnemonic and not is_still
            case QEvent.Type.Shortcut if isinstance(event, QShortcutEvent):
                return not self._is_ours(watched) and event.key().toString() not in _ROUNDS
            case QEvent.Type.MouseButtonPress:
                return isinstance(watched, QWidget) and not self._is_ours(watched)
            case _:
                return False

    def _is_ours(self, watched: QObject | None) -> bool:
        return isinstance(watched, QWidget) and (watched is self._bar or self._bar.isAncestorOf(watched))

    def _show(self, at: int) -> None:
        tr, is_last = self._tr, at == len(STEPS) - 1
        self._at = at
        hint = tr(STEPS[at].text)
        text = tr("Hint {number} of {total}: {hint}", number=at + 1, total=len(STEPS), hint=hint)
        ways = [] if is_last else [Way(tr("Ne&xt"), lambda: self._show(at + 1))]
        had_keyboard = self._is_ours(QApplication.focusWidget())
        self._bar.tell(_STEP, text, (*ways, Way(tr("End hin&ts"), self.end)), Weight.ASKED_FOR)
        if had_keyboard:
            self._give_back()
        self._placing.start()

    def _give_back(self) -> None:
        """A button that had the keyboard is gone: the search box has it again, where one types."""
        box = self._window.findChild(QWidget, "search")
        if isinstance(box, QWidget):
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _point(self) -> None:
        place = self._place(STEPS[self._at].place)
        if place is None:
            self._pointer.hide()
        else:
            self._pointer.point_to(place)

    def _place(self, name: str) -> QRect | None:
        """Where in the window something is, if it can be seen."""
        menus = self._window.menuBar()
        for action in menus.actions():
            if action.text() == self._tr(name):
                return QRect(
                    menus.mapTo(self._window, menus.actionGeometry(action).topLeft()),
                    menus.actionGeometry(action).size(),
                )
        for part in self._window.findChildren(QWidget, name):
            if isinstance(part, QWidget) and part.isVisible():
                return QRect(part.mapTo(self._window, part.rect().topLeft()), part.size())
        return None


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
