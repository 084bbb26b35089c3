"""What is gathered for the client at the counter: put on the list, show, print, forget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from desktop.i18n import Translate
from desktop.views.panes import Pane
from desktop.views.shortlist.shortlist import MOST, Shortlist

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.views.shortlist.dock import ShortlistDock
    from desktop.views.tab import Tab

_SHARE = 4
"""The list begins with no more than this part of the window's width: large text leaves less to everything else."""


class Counter(QObject):
    """Joins the shortlist to the window; its dock is made when it is first needed."""

    said = Signal(str)
    print_requested = Signal()
    record_requested = Signal(object)
    typed = Signal(str)
    left = Signal()

    def __init__(self, tr: Translate, window: QMainWindow) -> None:
        super().__init__(window)
        self._tr = tr
        self._window = window
        self.shortlist = Shortlist(tr, self)

    def put(self, tab: Tab) -> None:
        """Put the record in front on the list, or take it off again."""
        chosen, tr = tab.chosen(), self._tr
        if chosen is None:
            self.said.emit(tr("Choose a record first."))
        elif chosen.id in self.shortlist.ids:
            self.shortlist.remove(chosen.id)
            self.said.emit(tr("Taken off the shortlist: {name}", name=chosen.name))
        elif self.shortlist.is_full:
            self.said.emit(tr("The shortlist is full: {count} records are the most.", count=MOST))
        else:
            self.shortlist.add(chosen)
            self._dock.show()
            count = self.shortlist.rowCount()
            self.said.emit(tr("On the shortlist as number {number}: {name}", number=count, name=chosen.name))

    def gather(self, references: Sequence[Reference], next_step: str) -> None:
        """Go on with what was gathered before."""
        self.shortlist.next_step = next_step
        for reference in references:
            self.shortlist.add(reference)
        if references:
            self._dock.show()

    def show(self) -> None:
        """Show the list, with the keyboard on it, or hide it."""
        if self._dock.isVisible() and self._dock.isAncestorOf(self._window.focusWidget()):
            self._dock.hide()
            self.left.emit()
        else:
            self._dock.show()
            self._dock.focus()

    def panes(self) -> tuple[Pane, ...]:
        """The list, where it is open."""
        is_open = "_dock" in vars(self) and self._dock.isVisible()
        return (Pane(self._dock, self._dock.focus),) if is_open else ()

    def undo_or(self, deed: Callable[[], object]) -> None:
        """Put back what was taken off last, if the keyboard is on the list; else do something else."""
        if "_dock" in vars(self) and self._dock.isAncestorOf(self._window.focusWidget()):
            self._dock.restore()
        else:
            deed()

    def start_anew(self) -> None:
        """Forget everything of this client."""
        self.shortlist.clear()
        if "_dock" in vars(self):
            self._dock.hide()

    @cached_property
    def _dock(self) -> ShortlistDock:
        from desktop.views.shortlist.dock import ShortlistDock

        dock = ShortlistDock(self.shortlist, self._tr, self._window)
        dock.said.connect(self.said)
        dock.print_requested.connect(self.print_requested)
        dock.record_requested.connect(self.record_requested)
        dock.left.connect(self.left)
        dock.typed.connect(self.typed)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        room = self._window.width() // _SHARE
        self._window.resizeDocks([dock], [min(dock.sizeHint().width(), room)], Qt.Orientation.Horizontal)
        return dock
