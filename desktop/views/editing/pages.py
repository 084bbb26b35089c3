"""The pages of a form with the list that leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QWidget

from desktop.views.editing.fields import Problem
from desktop.views.editing.form import Form
from desktop.views.editing.lookups import Supplies
from desktop.views.editing.page import Page
from desktop.views.widgets.roomy_rows import make_roomy
from desktop.views.widgets.tab_order import put_in_place
from desktop.views.widgets.warning_sign import warning_sign

_WIDTH_IN_EMS = 13


class Pages(QWidget):
    """Shows one page of a form at a time, made when it is first shown; what is typed goes into the form at once."""

    changed = Signal()

    def __init__(self, form: Form, supplies: Supplies) -> None:
        super().__init__()
        self._form, self._supplies = form, supplies
        self._made: dict[int, Page] = {}
        self._list = QListWidget()
        self._stack = QStackedWidget()
        self._list.setAccessibleName(supplies.tr("Pages of the form"))
        self._list.setWordWrap(True)
        make_roomy(self._list)
        self._list.setFixedWidth(_WIDTH_IN_EMS * self.fontMetrics().height())
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for section in form.sections:
            self._list.addItem(supplies.tr(section.title))
        self._list.currentRowChanged.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self._list.setCurrentRow(0)

    @property
    def current(self) -> int:
        """The number of the page in front."""
        return self._list.currentRow()

    def open(self, number: int) -> None:
        """Show a page."""
        if 0 <= number < self._list.count():
            self._list.setCurrentRow(number)

    def step(self, by: int) -> None:
        """Show the next or the previous page, its first field ready."""
        self.open(self.current + by)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on the first field of the page."""
        self._made[self.current].frames[0].entry.go_to(())

    def show_widget(self, widget: QWidget | None) -> None:
        """Scroll the page so that a field of it can be seen, however the keyboard came there."""
        page = self._made[self.current]
        if widget is not None and page.isAncestorOf(widget):
            page.ensureWidgetVisible(widget)

    def show_all(self) -> None:
        """Show the values of the form anew, on every page: a value that no field can show is found at once."""
        front = self.current
        for number in range(self._list.count()):
            self._show(number)
        self._show(front)
        self.refresh()

    def refresh(self) -> None:
        """Show the values of the form anew."""
        for page in self._made.values():
            page.show_values(self._form.values)

    def show_problems(self, problems: Sequence[Problem], *, is_strict: bool) -> None:
        """Say what is wrong beside the fields, and mark the pages where something is."""
        for page in self._made.values():
            page.show_problems(problems, is_strict=is_strict)
        for number, section in enumerate(self._form.sections):
            names = {field.name for field in section.fields}
            told = [one for one in problems if one.path[0] in names] if is_strict else []
            self._mark(number, told)

    def go_to(self, problem: Problem) -> str:
        """Put the keyboard where something is wrong; the name of the field."""
        name = str(problem.path[0])
        numbers = (
            number
            for number, section in enumerate(self._form.sections)
            if any(field.name == name for field in section.fields)
        )
        self.open(next(numbers))
        frame = self._made[self.current].frame(name)
        frame.entry.go_to(problem.path[1:])
        return frame.name

    def _show(self, number: int) -> None:
        if number not in self._made:
            page = Page(self._form.sections[number], self._form.kind, self._form.values, self._supplies)
            page.field_changed.connect(partial(self._take, page))
            self._made[number] = page
            self._stack.addWidget(page)
            put_in_place(self._stack, page.findChildren(QWidget))
        self._stack.setCurrentWidget(self._made[number])

    def _take(self, page: Page, name: str) -> None:
        self._form.values[name] = page.frame(name).entry.value()
        self.changed.emit()

    def _mark(self, number: int, told: Sequence[Problem]) -> None:
        item, tr = self._list.item(number), self._supplies.tr
        title = tr(self._form.sections[number].title)
        count = tr.plural("{count} to mend", "{count} to mend", len(told))
        item.setText(f"{title} ({count})" if told else title)
        item.setIcon(warning_sign() if told else QIcon())
