"""What the tab consists of: the switch, and below it the list with record and map, or one of the overviews."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.panes import Pane
from desktop.views.tabs.programme.asking import Sources
from desktop.views.tabs.programme.aspects import ASPECTS, COMPARISON, LIST, MAP, MATRIX, TIMELINE
from desktop.views.tabs.programme.stage import Stage
from desktop.views.tabs.programme.switch import Switch
from desktop.views.widgets.tab_order import put_in_place

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.printing.order import Order
    from desktop.views.records.inside import Inside
    from desktop.views.tabs.programme.view import View


class Views(QWidget):
    """Makes a view when it is first wanted and reads it anew only while it is in front."""

    aspect_chosen = Signal(str)
    record_chosen = Signal(str)
    record_opened = Signal()
    record_requested = Signal(object)
    left = Signal()
    typed = Signal(str)
    typed_back = Signal()

    def __init__(self, inside: Inside, sources: Sources, gathered: Callable[[], Sequence[str]], tr: Translate) -> None:
        super().__init__()
        self._inside = inside
        self._sources = sources
        self._gathered = gathered
        self._tr = tr
        self._aspect = LIST
        self._chosen: str | None = None
        self._is_loaded = False
        self._fresh: set[str] = set()
        self._made: dict[str, View] = {}
        self._switch = Switch(ASPECTS, tr)
        self._switch.chosen.connect(self.aspect_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(inside)
        self._stage = Stage()
        inside.replaceWidget(1, self._stage)
        self._stage.show_record(inside.pane)
        inside.setStretchFactor(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._switch)
        column.addWidget(self._stack, 1)
        self._switch.press(LIST)

    def show_aspect(self, key: str) -> None:
        """Bring a view to the front."""
        self._aspect = key
        self._switch.press(key)
        if key == MAP:
            self._stage.show_map(self._view(MAP))
        else:
            self._stage.hide_map()
        self._stack.setCurrentWidget(self._inside if key in (LIST, MAP) else self._view(key))
        self._read()

    def refresh(self) -> None:
        """The records have changed, or are there for the first time."""
        self._is_loaded = True
        self._fresh.clear()
        self._read()

    def forget(self) -> None:
        """The next client begins."""
        for view in self._made.values():
            view.forget()

    def choose(self, record_id: str | None) -> None:
        """Show in every view which record is chosen."""
        self._chosen = record_id
        for view in self._made.values():
            view.choose(record_id)

    def enter(self) -> None:
        """Put the keyboard into the view in front."""
        self._made[self._aspect].enter()

    def pane(self) -> tuple[Pane, ...]:
        """The view in front as a part of the window, unless it is the list."""
        return (Pane(self._made[self._aspect], self.enter),) if self._aspect in self._made else ()

    def reference(self) -> Reference | None:
        """The record that the view in front is on."""
        return self._made[self._aspect].reference() if self._aspect in self._made else None

    def order(self) -> Order | None:
        """The sheet of the view in front; none where it is the record that is printed."""
        return self._made[self._aspect].order() if self._aspect in self._made else None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """What nobody sees is read when it comes to the front."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        view = self._made.get(self._aspect)
        if self._is_loaded and view is not None and self.isVisible() and self._aspect not in self._fresh:
            self._fresh.add(self._aspect)
            view.refresh()

    def _view(self, key: str) -> View:
        if key not in self._made:
            view = self._made[key] = self._make(key)
            view.choose(self._chosen)
            for ours, its in (
                (self.record_chosen, view.record_chosen),
                (self.record_opened, view.record_opened),
                (self.record_requested, view.record_requested),
                (self.left, view.left),
                (self.typed, view.typed),
                (self.typed_back, view.typed_back),
            ):
                its.connect(ours)
            if key != MAP:
                self._stack.addWidget(view)
                put_in_place(self._inside.pane, view.findChildren(QWidget))
        return self._made[key]

    def _make(self, key: str) -> View:
        """Imported here: the start must not pay for what is not shown."""
        from desktop.views.tabs.programme.comparison_view import ComparisonView
        from desktop.views.tabs.programme.map_view import MapView
        from desktop.views.tabs.programme.matrix_view import MatrixView
        from desktop.views.tabs.programme.timeline_view import TimelineView

        if key == COMPARISON:
            return ComparisonView(self._sources, self._gathered, self._tr)
        made: dict[str, type[MapView | TimelineView | MatrixView]] = {
            MAP: MapView,
            TIMELINE: TimelineView,
            MATRIX: MatrixView,
        }
        return made[key](self._sources, self._tr)
