"""The filters of a tab: one choice for each facet, "all" first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget
from typing_extensions import override

from desktop.domain.folding import sort_key
from desktop.i18n import Translate
from desktop.views.records.arrange import NOT_STATED, values_of
from desktop.views.records.shape import Facet, ValueNames

if TYPE_CHECKING:
    from desktop.domain.listing import ListingRow

_LETTERS_IN_A_BOX = 18


class FilterBar(QWidget):
    """Labels and combo boxes in one column or, where there is room, in two."""

    changed = Signal()

    def __init__(self, facets: Sequence[Facet], tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = facets
        self._tr = tr
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._labels = [QLabel(tr(facet.name)) for facet in facets]
        self._boxes = [self._box(facet) for facet in facets]
        for label, box in zip(self._labels, self._boxes, strict=True):
            label.setBuddy(box)
        self._place(2)

    @property
    def chosen(self) -> dict[str, str]:
        """The value chosen for each facet that is filtered by."""
        return {
            facet.key: box.currentData()
            for facet, box in zip(self._facets, self._boxes, strict=True)
            if box.currentData() is not None
        }

    @property
    def chosen_words(self) -> tuple[str, ...]:
        """The same as a person reads it: `Level: Federal`."""
        pairs = zip(self._labels, self._boxes, strict=True)
        return tuple(f"{label.text()}: {box.currentText()}" for label, box in pairs if box.currentData() is not None)

    def fill(self, rows: Sequence[ListingRow], names: Mapping[str, ValueNames]) -> None:
        """Offer the values that the rows have; a choice that is still there stays."""
        for facet, box in zip(self._facets, self._boxes, strict=True):
            before = box.currentData()
            values, is_partly_unknown = values_of(rows, facet.key)
            box.blockSignals(True)
            box.clear()
            box.addItem(self._tr(facet.everything), None)
            named = ((names[facet.key](value), value) for value in values)
            for name, value in sorted(named, key=lambda pair: sort_key(pair[0])):
                box.addItem(name, value)
            if is_partly_unknown and values:
                box.addItem(self._tr("no statement"), NOT_STATED)
            box.setCurrentIndex(max(box.findData(before), 0))
            box.blockSignals(False)

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Filter by these values, and by "all" for every other facet."""
        before = self.chosen
        for facet, box in zip(self._facets, self._boxes, strict=True):
            box.blockSignals(True)
            box.setCurrentIndex(max(box.findData(chosen.get(facet.key)), 0))
            box.blockSignals(False)
        if self.chosen != before:
            self.changed.emit()

    def focus_first(self) -> None:
        """Put the keyboard on the first filter."""
        self._boxes[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        labels = max(label.sizeHint().width() for label in self._labels)
        boxes = _LETTERS_IN_A_BOX * self.fontMetrics().averageCharWidth()
        self._place(2 if self.width() >= 2 * (labels + boxes) else 1)

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
        for number, (label, box) in enumerate(zip(self._labels, self._boxes, strict=True)):
            row, column = divmod(number, columns)
            self._grid.addWidget(label, row, 2 * column)
            self._grid.addWidget(box, row, 2 * column + 1)
        for column in range(4):
            self._grid.setColumnStretch(column, column % 2 if column < 2 * columns else 0)
