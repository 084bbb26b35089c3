"""The timeline on the screen: a list along an axis, with what is dated and where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.services.overview import EVERYTHING, PROGRAMME
from desktop.views.tabs.programme.asking import Asking, Sources
from desktop.views.tabs.programme.timeline_model import Row, TimelineModel
from desktop.views.tabs.programme.view import View
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.typing import is_back, typed_text

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.domain.errors import ExpectedError
    from desktop.pages.timeline import Timeline
    from desktop.printing.order import Order


class TimelineView(View):
    """Every line is an item that a screen reader says whole; Enter goes to the record that it is told in."""

    def __init__(self, sources: Sources, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._sources = sources
        self._asking = Asking(sources.background)
        self._model = TimelineModel(tr, self)
        self._count = QLabel(tr("Loading …"))
        self._whole = QCheckBox(tr("Contacts, good &practice and partners as well"))
        self._whole.setObjectName("whole-timeline")
        self._list = _List(self._model, tr("Timeline"))
        self._whole.toggled.connect(self.refresh)
        self._list.activated_row.connect(self._open)
        self._list.left.connect(self.left)
        self._list.typed.connect(self.typed)
        self._list.typed_back.connect(self.typed_back)
        self._lay_out()

    @property
    @override
    def target(self) -> QWidget:
        return self._list

    @override
    def order(self) -> Order | None:
        from desktop.printing.order import Order

        return Order(sheet="timeline", wanted=EVERYTHING if self._whole.isChecked() else PROGRAMME)

    @override
    def reference(self) -> Reference | None:
        index = self._list.currentIndex()
        return self._model.row_at(index).record if index.isValid() else None

    @override
    def refresh(self) -> None:
        overviews, is_whole = self._sources.overviews, self._whole.isChecked()
        self._asking.ask(lambda: overviews.timeline(is_whole=is_whole), self._show, self._tell)

    def _show(self, told: Timeline) -> None:
        self._count.setText(self._tr.plural("{count} dated fact", "{count} dated facts", told.count))
        before = self._list.currentIndex().row()
        self._model.show(told)
        self._list.setCurrentIndex(self._model.index(min(max(before, 0), self._model.rowCount() - 1)))

    def _tell(self, error: ExpectedError) -> None:
        self._count.setText(error.message.in_words(self._tr))

    def _open(self, row: Row) -> None:
        if row.record is not None:
            self.record_requested.emit(row.record)

    def _lay_out(self) -> None:
        self._count.setMinimumHeight(self._whole.sizeHint().height())
        above = QWidget()
        row = FlowLayout(above, gap=16)
        row.addWidget(self._count)
        row.addWidget(self._whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(above)
        column.addWidget(self._list, 1)


class _List(QListView):
    activated_row = Signal(object)
    left = Signal()
    typed = Signal(str)
    typed_back = Signal()

    def __init__(self, model: TimelineModel, name: str) -> None:
        super().__init__()
        from desktop.views.tabs.programme.timeline_delegate import TimelineDelegate

        self._rows = model
        self.setModel(model)
        self.setItemDelegate(TimelineDelegate(self))
        self.setAccessibleName(name)
        self.setObjectName("timeline")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.activated_row.emit(model.row_at(index)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew: a scroll bar that came meanwhile takes room from them."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if text := typed_text(event):
            self.typed.emit(text)
        elif is_back(event):
            self.typed_back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self._rows.row_at(self.currentIndex()))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
