"""A tab of records: finder on the left, reading pane on the right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.views.records.reader import Reader, Reading
from desktop.views.records.shape import Shape
from desktop.views.search import Matches
from desktop.views.tab import Chosen, Tab

if TYPE_CHECKING:
    from desktop.domain.listing import Listing, ListingRow
    from desktop.pages.blocks import Page
    from desktop.views.records.finder import Finder
    from desktop.views.records.inside import Inside
    from desktop.views.widgets.reading_pane import ReadingPane


class RecordsTab(Tab):
    """Reads what is chosen in the list, or what was asked for by a link."""

    def __init__(self, shape: Shape, reader: Reader, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = shape.key
        self.name = shape.title
        self.title = tr(shape.title)
        self.description = tr(shape.description)
        self._tr = tr
        self._reader = reader
        self._reading: Reading | None = None
        self._wanted: str | None = None
        self._shape = shape
        self._is_furnished = False
        self._was_seen = False
        self._loading = QLabel(tr("Loading …"))
        self._loading.setContentsMargins(12, 12, 12, 12)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._loading)

    @override
    def furnish(self) -> None:
        self._inside.show()

    @override
    def show_listing(self, listing: Listing) -> None:
        self._inside.finder.fill(listing)
        if self.isVisible():
            QTimer.singleShot(0, self._show_what_is_chosen)

    @override
    def show_matches(self, matches: Matches) -> None:
        self._inside.finder.show_matches(matches)

    @override
    def point_to(self, way_on: str) -> None:
        self._inside.finder.point_to(way_on)

    @override
    def holds(self, record_id: str) -> bool:
        return self._inside.finder.model.holds(record_id)

    @override
    def go_to(self, record_id: str) -> None:
        self._inside.finder.choose(record_id)
        self._read(record_id)
        self._inside.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def chosen(self) -> Chosen | None:
        row = self._inside.finder.list.chosen_row()
        if row is not None:
            return Chosen(row.id, row.kind)
        return Chosen(self._reading.id, self._reading.kind) if self._reading else None

    @override
    def shown_ids(self, kinds: frozenset[Kind]) -> tuple[str, ...]:
        return tuple(row.id for row in self._inside.finder.model.shown() if row.kind in kinds)

    @override
    def hits(self) -> int:
        return self._inside.finder.model.hits

    @override
    def best_tier(self) -> int | None:
        return self._inside.finder.model.best_tier()

    @override
    def page(self) -> Page | None:
        is_there = self._reading is not None and self._reading.id == self._wanted
        return self._reading.page if self._reading and is_there else None

    @override
    def step(self, by: int) -> None:
        self._inside.finder.list.step(by)

    @override
    def focus_list(self) -> None:
        self._inside.finder.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def focus_filters(self) -> None:
        self._inside.finder.focus_filters()

    @override
    def reset_filters(self) -> None:
        self._inside.finder.reset_filters()

    @override
    def filters(self) -> Mapping[str, str]:
        return self._inside.finder.filters()

    @override
    def set_filters(self, chosen: Mapping[str, str]) -> None:
        self._inside.finder.set_filters(chosen)

    @override
    def sizes(self) -> tuple[int, ...]:
        return tuple(self._inside.sizes()) if self._is_furnished and self._was_seen else ()

    @override
    def set_sizes(self, sizes: tuple[int, ...]) -> None:
        if len(sizes) == self._inside.count() and any(sizes):
            self._inside.setSizes(list(sizes))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """A tab in the back reads nothing; it does so when it comes to the front."""
        super().showEvent(event)
        self._was_seen = True
        if self._is_furnished:
            self._show_what_is_chosen()

    def _show_what_is_chosen(self) -> None:
        if (row := self._inside.finder.list.chosen_row()) is not None:
            self._choose(row)
        elif self._reading is None:
            self._show_hint()

    @cached_property
    def _inside(self) -> Inside:
        """Finder and pane, made when they are first needed and put in the place of "Loading …"."""
        from desktop.views.records.inside import Inside

        inside = Inside(self._shape, self._tr)
        self._connect(inside.finder, inside.pane)
        self._column.replaceWidget(self._loading, inside)
        self._loading.deleteLater()
        self._is_furnished = True
        return inside

    def _connect(self, finder: Finder, pane: ReadingPane) -> None:
        finder.changed.connect(lambda: self.hits_changed.emit(self.hits()))
        finder.search_reset_requested.connect(self.search_reset_requested)
        finder.list.chosen.connect(self._choose)
        finder.list.opened.connect(lambda: pane.setFocus(Qt.FocusReason.OtherFocusReason))
        finder.list.typed.connect(self.typed)
        finder.list.typed_back.connect(self.typed_back)
        finder.list.left.connect(self.search_reset_requested)
        pane.typed.connect(self.typed)
        pane.left.connect(self.focus_list)
        pane.copy_requested.connect(self.copy_requested)
        pane.open_requested.connect(self.open_requested)
        pane.record_requested.connect(self.record_requested)

    def _choose(self, row: ListingRow | None) -> None:
        if row is not None and self.isVisible():
            self._read(row.id)
        elif row is None:
            self._reader.forget()
            self._reading = self._wanted = None
            self._show_hint()
            self.chosen_changed.emit()

    def _read(self, record_id: str) -> None:
        if record_id == self._wanted:
            return
        self._wanted = record_id
        if self._reading is None:
            self._inside.pane.show_hint(self._tr("Loading …"))
        self._reader.read(record_id, self._show, self._tell)
        self.chosen_changed.emit()

    def _show(self, reading: Reading) -> None:
        self._reading = reading
        self._inside.pane.show_page(reading.page)

    def _tell(self, error: ExpectedError) -> None:
        self._reading = self._wanted = None
        self._inside.pane.show_hint(self._tr("This record cannot be shown."), error.message.in_words(self._tr))

    def _show_hint(self) -> None:
        tr = self._tr
        self._inside.pane.show_hint(
            self.title.replace("&", ""),
            self.description,
            tr("Choose a record in the list, or type what you look for: the letters go to the search box at the top."),
            tr("Ctrl+P prints the record. F1 shows all keys."),
        )
