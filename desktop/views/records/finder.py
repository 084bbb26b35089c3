"""The left side of a tab: the controls and the list, or why the list is empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.records.controls import Controls
from desktop.views.records.list_model import ListModel
from desktop.views.records.record_list import RecordList
from desktop.views.records.shape import Shape, badges, rows_of, value_names
from desktop.views.search import Matches, shortened

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.listing import Listing
    from desktop.views.widgets.empty_state import EmptyState

_MANY = 2000
_ROOM_FOR_FILTERS_IN_EMS = 24


class Finder(QWidget):
    """Finds a record by search, filter, order and arrow keys."""

    changed = Signal()
    search_reset_requested = Signal()

    def __init__(self, shape: Shape, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = shape
        self._tr = tr
        self._matches = Matches()
        self._way_on = ""
        self._is_filled = False
        headings = [tr(group.heading) if group.heading else "" for group in shape.groups]
        self.model = ListModel(shape.groups, headings, self)
        self.list = RecordList(self.model, tr(shape.title).replace("&", ""), self)
        self._controls = Controls(shape, tr)
        self._empty: EmptyState | None = None
        self._pages = QStackedWidget()
        self._lay_out()
        self._controls.filtered.connect(self._filter)
        self._controls.sorted.connect(self._order)

    def fill(self, listing: Listing) -> None:
        """Show the tab's rows."""
        rows = rows_of(self._shape, listing)
        names = {facet.key: value_names(facet, listing, self._tr) for facet in self._shape.facets}
        self._is_filled = True
        self.list.prepare(is_long=len(rows) > _MANY)
        self._controls.fill(rows, names)
        self.model.set_rows(rows, badges(self._shape, names))
        self._show_state()

    def show_matches(self, matches: Matches) -> None:
        """Show only what the search found, and choose the best of it."""
        self._matches = matches
        self._rearrange(lambda: self.model.set_found(matches.tiers), is_new_search=True)

    def reset_filters(self) -> None:
        """Choose "all" in every filter."""
        self.set_filters({})

    def filters(self) -> Mapping[str, str]:
        """The value chosen for each facet that is filtered by."""
        return self._controls.filters.chosen

    def set_filters(self, chosen: Mapping[str, str]) -> None:
        """Filter by these values and by nothing else."""
        self._controls.filters.choose(chosen)

    def point_to(self, way_on: str) -> None:
        """Say, should the list be empty, where there are hits."""
        if way_on != self._way_on:
            self._way_on = way_on
            if self._is_filled and not self.model.hits:
                self._emptiness()

    def focus_filters(self) -> None:
        """Put the keyboard on the first filter."""
        self._controls.focus_filters()

    def choose(self, record_id: str) -> None:
        """Choose a record's row; filters, and then a search, that hide it are given up."""
        for give_up in (self.reset_filters, self.search_reset_requested.emit):
            if self.model.holds(record_id) and not self.model.index_of(record_id).isValid():
                give_up()
        self.list.choose(self.model.index_of(record_id))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the filters fold away until they are asked for."""
        super().resizeEvent(event)
        self._controls.fold(self.height() < _ROOM_FOR_FILTERS_IN_EMS * self.fontMetrics().height())

    def _filter(self) -> None:
        self._rearrange(lambda: self.model.set_chosen(self._controls.filters.chosen))

    def _order(self, sort: str) -> None:
        self._rearrange(lambda: self.model.set_sort(sort))

    def _rearrange(self, change: Callable[[], None], *, is_new_search: bool = False) -> None:
        """Keep the choice while its row is shown; a new search moves it to the best hit."""
        before = self.list.chosen_row()
        change()
        is_searching = self._matches.tiers is not None
        index = self.model.index_of(before.id) if before else QModelIndex()
        if is_searching and (is_new_search or not index.isValid()):
            index = self.model.best()
        if index.isValid() or before:
            self.list.choose(index)
        self._show_state()

    def _show_state(self) -> None:
        if not self._is_filled:
            return
        self._controls.say(self.model.hits, self.model.total, self.model.unstated)
        self._pages.setCurrentWidget(self.list if self.model.hits else self._emptiness())
        self.changed.emit()

    def _emptiness(self) -> EmptyState:
        """Why there is nothing, and the ways on."""
        if self._empty is None:
            self._empty = self._made_empty_state()
        tr, text, active = self._tr, self._matches.text, self._controls.filters.chosen_words
        title = tr("No hits for “{text}”", text=shortened(text)) if text else tr("No records")
        reasons = [tr("Only these were looked at: {filters}.", filters=", ".join(active))] if active else []
        if self._way_on:
            reasons.append(self._way_on)
        elif text and not active:
            reasons.append(tr("Try fewer or shorter words."))
        reset, clear = tr("Reset filters") if active else "", tr("Clear the search") if text else ""
        self._empty.say(title, "\n".join(reasons), reset, clear)
        return self._empty

    def _made_empty_state(self) -> EmptyState:
        from desktop.views.widgets.empty_state import EmptyState

        made = EmptyState()
        made.first_requested.connect(self.reset_filters)
        made.second_requested.connect(self.search_reset_requested)
        self._pages.addWidget(made)
        return made

    def _lay_out(self) -> None:
        loading = QLabel(self._tr("Loading …"))
        loading.setContentsMargins(12, 12, 12, 12)
        self._pages.addWidget(loading)
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 0, 8)
        column.setSpacing(6)
        column.addWidget(self._controls)
        column.addWidget(self._pages, 1)
