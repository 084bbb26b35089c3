"""The tab "Programm": list and record as in every tab, and the programme as map, timeline, matrix and comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.views.panes import Pane, has_keyboard
from desktop.views.records.records_tab import RecordsTab, Supplies
from desktop.views.records.shape import Shape
from desktop.views.tab import Aspect
from desktop.views.tabs.programme.asking import Sources
from desktop.views.tabs.programme.aspects import ASPECTS, LIST, MAP

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.domain.search import Choices
    from desktop.pages.blocks import Page
    from desktop.printing.order import Order
    from desktop.views.records.inside import Inside
    from desktop.views.tabs.programme.views import Views

_WITH_LIST = (LIST, MAP)


class ProgrammeTab(RecordsTab):
    """Turns to the list when a record is searched for or gone to; Esc in the record leads back to the view before."""

    aspects: Sequence[Aspect] = ASPECTS

    def __init__(self, shape: Shape, supplies: Supplies, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(shape, supplies, parent)
        self._sources = sources
        self._aspect = LIST
        self._came_from: str | None = None
        self._views: Views | None = None

    @property
    @override
    def aspect(self) -> str:
        return self._aspect if self._aspect in _WITH_LIST else LIST

    @property
    @override
    def overview(self) -> str:
        return "" if self._aspect in _WITH_LIST else self._aspect

    @override
    def show_aspect(self, key: str) -> None:
        if key in {aspect.key for aspect in ASPECTS}:
            self._aspect, self._came_from = key, None
            if self._views is not None:
                self._views.show_aspect(key)

    @override
    def enter_aspect(self, key: str) -> None:
        is_map_again = key == MAP == self._aspect
        self.show_aspect(LIST if is_map_again else key)
        self._enter()

    @override
    def chosen(self) -> Reference | None:
        if self._views is None or self._aspect in _WITH_LIST:
            return super().chosen()
        return self._views.reference()

    @override
    def page(self) -> Page | None:
        return super().page() if self._aspect in _WITH_LIST else None

    @override
    def step(self, by: int) -> None:
        self._turn_to_list()
        super().step(by)

    @override
    def order(self) -> Order | None:
        return self._views.order() if self._views is not None else None

    @override
    def show_choices(self, choices: Choices) -> None:
        super().show_choices(choices)
        if self._views is not None:
            self._views.refresh()

    @override
    def look_for(self, text: str) -> None:
        super().look_for(text)
        if text.strip():
            self._turn_to_list()

    @override
    def go_to(self, record_id: str) -> None:
        came_from = self.overview
        self._turn_to_list()
        self._came_from = came_from or None
        super().go_to(record_id)
        self._show_record()

    @override
    def forget(self) -> None:
        super().forget()
        self._turn_to_list()
        if self._views is not None:
            self._views.forget()

    @override
    def focus_list(self) -> None:
        if self._came_from is not None and has_keyboard(self._inside.pane):
            self.show_aspect(self._came_from)
            self._enter()
        elif self._aspect in _WITH_LIST:
            super().focus_list()
        else:
            self._enter()

    @override
    def focus_filters(self) -> None:
        self._turn_to_list()
        super().focus_filters()

    @override
    def panes(self) -> tuple[Pane, ...]:
        if self._views is None:
            return super().panes()
        own = self._views.pane()
        shown = super().panes() if self._aspect in _WITH_LIST else ()
        return tuple(pane for pane in (*shown[:1], *own, *shown[1:]) if pane.area.isVisible())

    @override
    def framed(self, inside: Inside) -> QWidget:
        from desktop.views.tabs.programme.views import Views

        self._views = Views(inside, self._sources, lambda: tuple(self.gathered()), self._tr)
        self._views.aspect_chosen.connect(self.enter_aspect)
        self._views.record_chosen.connect(self._choose_on_map)
        self._views.record_opened.connect(self._open_from_map)
        self._views.record_requested.connect(self.record_requested)
        self._views.left.connect(self._go_to_list)
        self._views.typed.connect(self.typed)
        self._views.typed_back.connect(self.typed_back)
        self.chosen_changed.connect(self._tell_map)
        inside.finder.list.opened.connect(self._open_chosen)
        self._views.show_aspect(self._aspect)
        return self._views

    def _enter(self) -> None:
        if self._aspect == LIST or self._views is None:
            super().focus_list()
        else:
            self._views.enter()

    def _turn_to_list(self) -> None:
        if self._aspect not in _WITH_LIST:
            self.show_aspect(LIST)

    def _go_to_list(self) -> None:
        self._turn_to_list()
        super().focus_list()

    def _choose_on_map(self, record_id: str) -> None:
        self._inside.finder.choose(record_id)
        self.picked.emit()

    def _open_from_map(self) -> None:
        self._open_chosen()
        self._came_from = MAP

    def _open_chosen(self) -> None:
        self._show_record()
        self._inside.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_record(self) -> None:
        """In a narrow window the map makes way for the record."""
        if self._inside.pane.isHidden():
            came_from = self._aspect
            self.show_aspect(LIST)
            self._came_from = came_from
            self._inside.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_map(self) -> None:
        if self._views is not None:
            chosen = super().chosen()
            self._views.choose(chosen.id if chosen is not None else None)
