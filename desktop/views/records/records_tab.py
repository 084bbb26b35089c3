"""A tab of records: finder on the left, reading pane on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.pages.words import number_text
from desktop.views.panes import Pane
from desktop.views.records.reader import Reader
from desktop.views.records.reading_side import ReadingSide
from desktop.views.records.shape import Shape
from desktop.views.search import SearchDesk
from desktop.views.tab import Narrowing, Tab

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.dossier import Reference
    from desktop.domain.search import Choices, Hit, Question, Tier
    from desktop.pages.blocks import Page
    from desktop.views.records.finder import Finder
    from desktop.views.records.inside import Inside
    from desktop.views.widgets.reading_pane import ReadingPane


_INSIDE = tuple(
    f"desktop.views.{name}" for name in ("records.controls", "records.record_list", "records.finder", "records.inside")
)
"""What finder and pane are made of, each imported in less than a frame."""


class Supplies(NamedTuple):
    """What a tab of records works with."""

    reader: Reader
    desk: SearchDesk
    today: Callable[[], date]
    tr: Translate


class RecordsTab(Tab):
    """Reads what is chosen in the list, or what was asked for by a link."""

    def __init__(self, shape: Shape, supplies: Supplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = supplies.tr
        self.kinds = shape.kinds
        self.key = shape.key
        self.name = shape.title
        self.title = tr(shape.title)
        self.description = tr(shape.description)
        self._tr = tr
        self._supplies = supplies
        self._side = ReadingSide(supplies.reader, tr, self)
        self._side.changed.connect(self.chosen_changed)
        self._shape = shape
        self._is_furnished = False
        self._was_seen = self._is_stale = False
        self._loading = QLabel(tr("Loading …"))
        self._loading.setContentsMargins(12, 12, 12, 12)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._loading)

    @override
    def preparations(self) -> Iterator[Callable[[], object]]:
        return (partial(import_module, name) for name in _INSIDE)

    @override
    def furnish(self) -> None:
        self._inside.show()

    @override
    def show_choices(self, choices: Choices) -> None:
        self._inside.finder.fill(choices)

    @override
    def look_for(self, text: str) -> None:
        self._inside.finder.look_for(text)

    @override
    def ask(self, *, is_brief: bool = False) -> None:
        self._inside.finder.ask(is_brief=is_brief)

    @property
    @override
    def is_settled(self) -> bool:
        return self._inside.finder.is_settled

    @property
    @override
    def has_failed(self) -> bool:
        return self._inside.finder.has_failed

    @property
    @override
    def is_idle(self) -> bool:
        return self._side.is_idle

    @override
    def point_to(self, way_on: str) -> None:
        self._inside.finder.point_to(way_on)

    @override
    def go_to(self, record_id: str) -> None:
        self._inside.finder.choose(record_id)
        self._side.read(record_id)
        self._inside.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reread(self) -> None:
        self._is_stale = True

    @override
    def show_to_staff(self, is_on: bool) -> None:
        self._side.show_to_staff(is_on)

    @override
    def forget(self) -> None:
        self._inside.finder.forget()

    @override
    def chosen(self) -> Reference | None:
        from desktop.domain.dossier import Reference

        hit = self._inside.finder.list.chosen_hit()
        if hit is not None:
            return Reference(hit.id, hit.kind, hit.title)
        reading = self._side.reading
        return Reference(reading.id, reading.kind, reading.page.title) if reading else None

    @override
    def question(self, kinds: frozenset[Kind]) -> Question:
        return self._inside.finder.question(kinds)

    @override
    def hits(self) -> int:
        return self._inside.finder.answer.total

    @override
    def hits_text(self) -> str:
        answer = self._inside.finder.answer
        return number_text(answer.total, self._tr) + ("+" if answer.is_more else "")

    @override
    def best_tier(self) -> Tier | None:
        return self._inside.finder.tier()

    @override
    def corrected(self) -> str | None:
        return self._inside.finder.answer.corrected

    @override
    def page(self) -> Page | None:
        return self._side.page

    @override
    def step(self, by: int) -> None:
        self._inside.finder.list.step(by)

    @override
    def focus_list(self) -> None:
        self._inside.finder.focus_list()

    @override
    def panes(self) -> tuple[Pane, ...]:
        finder, pane = self._inside.finder, self._inside.pane
        return Pane(finder, finder.enter), Pane(pane, lambda: pane.setFocus(Qt.FocusReason.ShortcutFocusReason))

    @override
    def focus_filters(self) -> None:
        self._inside.finder.focus_filters()

    @override
    def reset_filters(self) -> None:
        self._inside.finder.narrow(Narrowing())

    @override
    def switch_archive(self) -> bool:
        return self._inside.finder.switch_archive()

    @override
    def narrowing(self) -> Narrowing:
        return self._inside.finder.narrowing()

    @override
    def narrow(self, narrowing: Narrowing) -> None:
        self._inside.finder.narrow(narrowing)

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
            self._inside.finder.ask()
            self._show_what_is_chosen()

    def _show_what_is_chosen(self) -> None:
        if (hit := self._inside.finder.list.chosen_hit()) is not None:
            self._choose(hit)
        elif self._side.reading is None:
            self._show_hint()

    @cached_property
    def _inside(self) -> Inside:
        """Finder and pane, made when they are first needed and put in the place of "Loading …"."""
        from desktop.views.records.inside import Inside

        inside = Inside(self._shape, self._supplies.desk, self._supplies.today, self._tr)
        self._side.show_in(inside.pane)
        self._connect(inside.finder, inside.pane)
        self._column.replaceWidget(self._loading, self.framed(inside))
        self._loading.deleteLater()
        self._is_furnished = True
        return inside

    def framed(self, inside: Inside) -> QWidget:
        """What is put into the tab: list and record, or something round them."""
        return inside

    def _connect(self, finder: Finder, pane: ReadingPane) -> None:
        finder.answered.connect(self._hear_answer)
        finder.search_requested.connect(self.search_requested)
        finder.box_wanted.connect(self.box_wanted)
        finder.list.chosen.connect(self._choose)
        finder.list.opened.connect(lambda: pane.setFocus(Qt.FocusReason.OtherFocusReason))
        finder.list.picked.connect(self.picked)
        finder.list.typed.connect(self.typed)
        finder.list.typed_back.connect(self.typed_back)
        finder.list.left.connect(lambda: self.search_requested.emit(""))
        pane.typed.connect(self.typed)
        pane.left.connect(self.focus_list)
        pane.copy_requested.connect(self.copy_requested)
        pane.open_requested.connect(self.open_requested)
        pane.record_requested.connect(self.record_requested)
        pane.remark_followed.connect(lambda: self.review_requested.emit(self.chosen()))

    def _hear_answer(self) -> None:
        if self.isVisible() and self._is_empty and self._side.is_wanted:
            self._choose(None)
        elif self.isVisible():
            self._show_what_is_chosen()
            if self._is_stale:
                self._is_stale = False
                self._side.read_wanted()
        self.answered.emit()

    @property
    def _is_empty(self) -> bool:
        """Whether it is certain that there is nothing to choose from."""
        finder = self._inside.finder
        return finder.is_settled and not finder.answer.total

    def _choose(self, hit: Hit | None) -> None:
        if hit is not None and self.isVisible():
            self._side.want(hit.id)
        elif hit is None:
            self._side.forget()
            self._show_hint()
            self.chosen_changed.emit()

    def _show_hint(self) -> None:
        tr = self._tr
        if self._is_empty:
            self._inside.pane.show_aside(tr("As soon as there are hits, the record is shown here."))
            return
        self._inside.pane.show_hint(
            self.title.replace("&", ""),
            self.description,
            tr("Choose a record in the list, or type what you look for: the letters go to the search box at the top."),
            tr("Ctrl+P prints the record. F1 opens the manual."),
        )
