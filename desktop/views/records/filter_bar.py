"""The filters of a tab: one choice for each facet, "all" first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget
from typing_extensions import override

from desktop.domain.folding import sort_key
from desktop.domain.search import UNSTATED
from desktop.i18n import Translate
from desktop.views.records.chips import Chip
from desktop.views.records.shape import Facet, Words

_LETTERS_IN_A_BOX = 18
_GAP, _GAP_TO_LABEL = 4, 10
_ARROW_IN_EMS = 2


class _Filter(NamedTuple):
    facet: Facet
    label: QLabel
    box: QComboBox


class FilterBar(QWidget):
    """Labels and combo boxes in one column or, where there is room, in two."""

    changed = Signal()

    def __init__(self, facets: Sequence[Facet], tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setHorizontalSpacing(_GAP_TO_LABEL)
        self._filters = [_Filter(facet, QLabel(tr(facet.name)), self._box(facet)) for facet in facets]
        for one in self._filters:
            one.label.setBuddy(one.box)
        self._place(2)

    @property
    def chosen(self) -> dict[str, str]:
        """The value chosen for each facet that is filtered by."""
        return {one.facet.key: one.box.currentData() for one in self._filters if one.box.currentData() is not None}

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The same as a person reads it: `Level: Federal`."""
        chosen = [one for one in self._filters if one.box.currentData() is not None]
        return tuple(Chip(one.facet.key, f"{one.label.text()}: {one.box.currentText()}") for one in chosen)

    def fill(self, words: Words) -> None:
        """Offer the values that the records have; a choice that is still there stays, a filter without any hides."""
        for facet, label, box in self._filters:
            before = box.currentData()
            values, is_partly_unknown = words.values(facet)
            box.blockSignals(True)
            box.clear()
            box.addItem(self._tr(facet.everything), None)
            for name, value in _in_order(facet, values, words):
                box.addItem(name, value)
            if is_partly_unknown and values:
                box.addItem(self._tr("no statement"), UNSTATED)
            box.setCurrentIndex(max(box.findData(before), 0))
            box.blockSignals(False)
            label.setVisible(bool(values))
            box.setVisible(bool(values))
        self._fit()

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Filter by these values, and by "all" for every other facet."""
        before = self.chosen
        for facet, _, box in self._filters:
            box.blockSignals(True)
            box.setCurrentIndex(max(box.findData(chosen.get(facet.key)), 0))
            box.blockSignals(False)
        if self.chosen != before:
            self.changed.emit()

    def drop(self, facet: str) -> None:
        """Filter by this facet no more."""
        self.choose({key: value for key, value in self.chosen.items() if key != facet})

    def focus_first(self) -> None:
        """Put the keyboard on the first filter."""
        self._filters[0].box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Two columns where there is room; where there is little, labels are broken so that choices can be read."""
        metrics = self.fontMetrics()
        labels = max(metrics.horizontalAdvance(one.label.text()) for one in self._filters)
        boxes = _LETTERS_IN_A_BOX * metrics.averageCharWidth()
        self._place(2 if self.width() >= 2 * (labels + boxes + _GAP_TO_LABEL) else 1)
        room = self.width() // self._columns - labels - 2 * _GAP_TO_LABEL
        words = [word for one in self._filters for word in one.label.text().split()]
        is_tight = room < self._widest_choice()
        for one in self._filters:
            one.label.setWordWrap(is_tight)
            one.label.setFixedWidth(max(map(metrics.horizontalAdvance, words)) if is_tight else labels)

    def _widest_choice(self) -> int:
        texts = [one.box.itemText(at) for one in self._filters for at in range(one.box.count())]
        metrics = self.fontMetrics()
        return max(map(metrics.horizontalAdvance, texts)) + _ARROW_IN_EMS * metrics.height()

    def _box(self, facet: Facet) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"filter-{facet.key}")
        box.setAccessibleName(self._tr(facet.name))
        box.addItem(self._tr(facet.everything), None)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.setMaxVisibleItems(20)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, one in enumerate(self._filters):
            row, column = divmod(number, columns)
            self._grid.addWidget(one.label, row, 2 * column)
            self._grid.addWidget(one.box, row, 2 * column + 1)
        for column in range(4):
            self._grid.setColumnStretch(column, column % 2 if column < 2 * columns else 0)


def _in_order(facet: Facet, values: frozenset[str], words: Words) -> list[tuple[str, str]]:
    """Names and values by name; ages from young to old."""
    if facet.is_fixed:
        return [(words.name(facet, value), value) for value in facet.answers or ()]
    return sorted(((words.name(facet, value), value) for value in values), key=lambda pair: sort_key(pair[0]))
