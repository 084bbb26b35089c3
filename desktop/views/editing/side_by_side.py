"""Two versions of a record side by side: a person chooses whose value each field gets."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QGroupBox,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.record import Record
from desktop.i18n import Translate
from desktop.services.wording import Names, field_name, field_text
from desktop.views.editing.comparing import Choice, Row, choices_in, chosen, rows
from desktop.views.review.words import words
from desktop.views.widgets.edged_buttons import EdgedRadioButton
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.tab_order import press_one


class Side(NamedTuple):
    """One of two versions and what it is called, as `Your version`."""

    title: str
    record: Record


class SideBySide(QWidget):
    """Shows the fields in which two records of one kind differ; `changed` tells that another value was chosen.

    The result is the left record, with its id, and the values that were chosen. With `opened`, the state that both
    began with, whoever changed a field is proposed; where both did, a person has to choose. With `joins` the parts of
    both sides are proposed where a field has parts. `names` are those of the terms and records that the two refer to.
    """

    changed = Signal()

    def __init__(
        self,
        left: Side,
        right: Side,
        tr: Translate,
        *,
        names: Names | None = None,
        opened: Record | None = None,
        joins: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._left, self._right, self._tr = left, right, tr
        self._choosers = [
            _Chooser(row, (left.title, right.title), self._told(row, names or {}), tr)
            for row in rows(left.record, right.record, opened, joins=joins)
        ]
        for chooser in self._choosers:
            chooser.changed.connect(self.changed)
        self._area = QScrollArea()
        self._lay_out()

    @property
    def is_alike(self) -> bool:
        """Whether there is nothing to choose."""
        return not self._choosers

    @property
    def undecided(self) -> int:
        """How many fields still wait for a choice."""
        return sum(chooser.choice is None for chooser in self._choosers)

    def result(self) -> Record:
        """The record as chosen; raises `InvalidRecordError` where the chosen values do not fit together."""
        choices = {chooser.row.fields: chooser.choice or Choice.LEFT for chooser in self._choosers}
        return chosen(self._left.record, self._right.record, choices)

    def choose_all(self, choice: Choice) -> None:
        """Give every field the value of one side."""
        for chooser in self._choosers:
            chooser.choose(choice)

    def choose_proposed(self) -> None:
        """Give every field the value that suggests itself, as at the beginning."""
        for chooser in self._choosers:
            if chooser.row.proposed:
                chooser.choose(chooser.row.proposed)

    def choose_as_in(self, record: Record) -> None:
        """Give every field the value that this record has, which was put together of both before."""
        offered = [chooser.row for chooser in self._choosers]
        for chooser, choice in zip(self._choosers, choices_in(record, self._left.record, offered), strict=True):
            chooser.choose(choice)

    def focus_next(self) -> None:
        """Put the keyboard on the first field that waits for a choice, or on the first one."""
        waiting = [chooser for chooser in self._choosers if chooser.choice is None] or self._choosers
        if waiting:
            waiting[0].take_focus()
            self._area.ensureWidgetVisible(waiting[0])

    def _told(self, row: Row, names: Names) -> tuple[str, str, str]:
        """What a row is about, and the texts of both sides."""
        kind, tr = self._left.record.KIND, self._tr
        title = tr(", ").join(field_name(kind, field, tr) for field in row.fields)
        left, right = (
            "\n".join(field_text(field, value, tr, names) for field, value in zip(row.fields, values, strict=True))
            for values in (row.left, row.right)
        )
        return title, left, right

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        for chooser in self._choosers:
            column.addWidget(chooser)
        if self.is_alike:
            column.addWidget(words(self._tr("Both versions are alike.")))
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMinimumHeight(2 * self.fontMetrics().height())
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        if len(self._choosers) > 1:
            whole.addLayout(self._shortcuts())
        whole.addWidget(self._area, 1)

    def _shortcuts(self) -> FlowLayout:
        """Buttons that choose one side for every field, one below the other where there is little room."""
        line = FlowLayout(gap=6)
        for choice, side in ((Choice.LEFT, self._left), (Choice.RIGHT, self._right)):
            name = self._tr("Everything from: {side}", side=side.title)
            line.addWidget(quiet_button(name, partial(self.choose_all, choice)))
        return line


class _Chooser(QGroupBox):
    """One field with its values and a button for each."""

    changed = Signal()

    def __init__(self, row: Row, titles: tuple[str, str], told: tuple[str, str, str], tr: Translate) -> None:
        super().__init__(told[0].replace("&", "&&"))
        self.row = row
        self._hint = words(tr("Both sides changed this. Please choose."))
        self._buttons = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(self.fontMetrics().height())
        grid.addWidget(self._hint, 0, 0, 1, 2)
        for at, choice in enumerate((Choice.LEFT, Choice.RIGHT)):
            grid.addWidget(self._button(choice, titles[at], f"{told[0]}. {titles[at]}: {told[1 + at]}"), 1, at)
            value = words(told[1 + at])
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(value, 2, at)
            grid.setColumnStretch(at, 1)
        if row.may_join:
            both = tr("Both, one after the other")
            grid.addWidget(self._button(Choice.BOTH, both, f"{told[0]}. {both}"), 3, 0, 1, 2)
        self._buttons.buttonToggled.connect(self._tell)
        if row.proposed:
            self.choose(row.proposed)

    @property
    def choice(self) -> Choice | None:
        """Whose value was chosen."""
        return _CHOICES[self._buttons.checkedId()] if self._buttons.checkedId() >= 0 else None

    def choose(self, choice: Choice) -> None:
        """Choose as if the button had been pressed."""
        press_one(self._buttons.button(_CHOICES.index(choice)))

    def take_focus(self) -> None:
        """Put the keyboard on the chosen button, or on the first."""
        (self._buttons.checkedButton() or self._buttons.button(0)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, choice: Choice, title: str, spoken: str) -> QRadioButton:
        button = EdgedRadioButton(title.replace("&", "&&"))
        button.setAccessibleName(spoken)
        self._buttons.addButton(button, _CHOICES.index(choice))
        return button

    def _tell(self, _button: object, is_on: bool) -> None:
        self._hint.hide()
        if is_on:
            self.changed.emit()


_CHOICES = list(Choice)


def names_wanted(records: Iterable[Record]) -> frozenset[str]:
    """The ids of terms, records and sources that some records refer to: whose names a comparison shows."""
    found: set[str] = set()
    for record in records:
        found.update(record.subject_ids, record.target_group_ids, record.related_ids, [record.provenance.source])
        for field in ("organization_id", "hours_of", "belongs_to", "network_id"):
            if (target := getattr(record, field, None)) is not None:
                found.add(target)
    return frozenset(found)
