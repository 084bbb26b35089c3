"""For a laptop at an event: full screen, read-only, larger type, the next client on one key; a PIN ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QPushButton

from desktop.domain.errors import ExpectedError
from desktop.views.pin_gate import PinGate
from desktop.views.text_size import TextSize
from desktop.views.widgets.tab_order import put_last

_LARGER_BY = 2


class Before(NamedTuple):
    """How it was, to be brought back."""

    state: Qt.WindowState
    percent: int


class EventMode(QObject):
    """Off at the start; while it is on, commands for those who look after the records are out of reach.

    It outlives the program: who ends that by force meets it again at the next start.
    """

    switched = Signal(bool)
    said = Signal(str)

    def __init__(self, gate: PinGate, size: TextSize, start_anew: Callable[[], object]) -> None:
        window = gate.window
        assert isinstance(window, QMainWindow)
        super().__init__(window)
        self._gate = gate
        self._tr = gate.tr
        self._size = size
        self._window = window
        self._before: Before | None = None
        self._next = QPushButton(self._tr("&Next client (F12)"))
        self._next.clicked.connect(lambda: start_anew())
        self._next.hide()

    @property
    def is_on(self) -> bool:
        """Whether the laptop stands on a table for everybody."""
        return self._before is not None

    def furnish(self) -> None:
        """Put the button into the window; a mode that nobody has ended goes on."""
        self._window.statusBar().addPermanentWidget(self._next)
        if self._gate.settings.current.is_event:
            self._begin()

    def stand_last(self) -> None:
        """Let Tab come to the button behind all that the window shows."""
        if (area := self._window.centralWidget()) is not None:
            put_last(self._next, area)

    def switch(self) -> None:
        """Begin, or end, which may need a PIN."""
        if self.is_on:
            self._gate.pass_through(self._tr("End event mode"), self._end)
        elif self._remember(is_event=True):
            self._begin()

    def close(self) -> bool:
        """Whether the window may close now; where a PIN is needed, it closes once that was given."""
        if not self.is_on or not self._gate.is_locked or _is_ending():
            self._restore()
            return True

        def end() -> None:
            self._end()
            self._window.close()

        self._gate.pass_through(self._tr("End event mode"), end)
        return False

    def _begin(self) -> None:
        self._before = Before(self._window.windowState(), self._size.percent)
        self._window.showFullScreen()
        for _ in range(_LARGER_BY):
            self._size.larger()
        self._show(is_on=True)
        begun = self._tr("Event mode: records are read-only, F12 begins with the next client.")
        no_pin = self._tr("Anybody can end it: no PIN is set (File, Settings).")
        self.said.emit(begun if self._gate.is_locked else f"{begun} {no_pin}")

    def _end(self) -> None:
        if self._remember(is_event=False):
            self._restore()
            self.said.emit(self._tr("Event mode has ended."))

    def _restore(self) -> None:
        if self._before is not None:
            before, self._before = self._before, None
            self._size.set(before.percent)
            self._window.setWindowState(before.state)
            self._show(is_on=False)

    def _show(self, *, is_on: bool) -> None:
        self._next.setVisible(is_on)
        self.stand_last()
        for action in self._window.findChildren(QAction):
            if action.property("is_for_staff"):
                action.setVisible(not is_on)
                action.setEnabled(not is_on)
        self.switched.emit(is_on)

    def _remember(self, *, is_event: bool) -> bool:
        """Whether the settings could be kept."""
        settings = self._gate.settings
        try:
            settings.keep(replace(settings.current, is_event=is_event))
        except ExpectedError as error:
            self._gate.edges.warn(self._window, error, self._tr)
            return False
        return True


def _is_ending() -> bool:
    """Whether the system is being shut down, which nobody may hold up."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
