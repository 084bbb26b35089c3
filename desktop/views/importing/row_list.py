"""The list of rows with what becomes of each: letters decide, and are left to whoever is around it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.importing.plan_model import DECISION, NAME, ROW, PlanModel
from desktop.views.review.letters import letter_of
from desktop.views.widgets.roomy_rows import make_roomy
from desktop.views.widgets.tree_ring import RingedTree


class RowList(RingedTree):
    """`chosen` tells that another row is looked at."""

    chosen = Signal()

    def __init__(self, model: PlanModel, tr: Translate) -> None:
        super().__init__()
        self.setModel(model)
        self.setObjectName("rows")
        self.setAccessibleName(tr("Rows of the file"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        make_roomy(self)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("000"))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._widths = self._wanted_widths(tr)

    def number(self) -> int | None:
        """The number of the row in front within the plan."""
        model, index = self.model(), self.currentIndex()
        assert isinstance(model, PlanModel)
        return model.numbers[index.row()] if index.isValid() else None

    def choose(self, row: int) -> None:
        """Look at a row of the list, or the nearest that there is."""
        model = self.model()
        index = model.index(min(max(row, 0), model.rowCount() - 1), ROW)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.chosen.emit()

    def step(self) -> None:
        """Go on to the next row."""
        self.choose(self.currentIndex().row() + 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """However long the other words are, the name keeps a third."""
        for column, wanted in self._widths.items():
            self.header().resizeSection(column, min(wanted, event.size().width() // 3))
        super().resizeEvent(event)

    def _wanted_widths(self, tr: Translate) -> dict[int, int]:
        """By the widest words that can stand there: nobody looks through a hundred thousand rows for them."""
        from desktop.domain.importing import DECISION_LABELS

        metrics, room = self.fontMetrics(), self.fontMetrics().height()
        widths = {}
        for column, some in {ROW: ["000000"], DECISION: DECISION_LABELS.values()}.items():
            head = self.model().headerData(column, Qt.Orientation.Horizontal)
            widths[column] = max(metrics.horizontalAdvance(tr(word)) for word in (*some, head)) + room
        return widths

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if selected.indexes():
            self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if letter_of(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
