"""The matrix on the screen: all municipalities beside what each of them names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.matrix import Axis
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.pages.words import section_label
from desktop.services.overview import MUNICIPALITIES
from desktop.views.tabs.programme.asking import Asking, Sources
from desktop.views.tabs.programme.ink_pot import InkPot
from desktop.views.tabs.programme.matrix_model import IS_QUIET_ROLE, Index, MatrixModel
from desktop.views.tabs.programme.view import View
from desktop.views.widgets.box_name import name_box
from desktop.views.widgets.plain_label import plain_label

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.domain.errors import ExpectedError
    from desktop.pages.matrix import MatrixPage
    from desktop.printing.order import Order

_PADDING = 12
_SMALLEST = 24
_RING = 2
_ROOM_FOR_LEGEND_IN_EMS = 20
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignCenter.value


class MatrixView(View):
    """A table with heads at both edges; Enter goes to the municipality of the cell."""

    def __init__(self, sources: Sources, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._sources = sources
        self._asking = Asking(sources.background)
        self._model = MatrixModel(tr, self)
        self._axes = QComboBox()
        self._axes.setObjectName("matrix-axis")
        self._axes.setToolTip(tr("What the municipalities are held against"))
        for axis in Axis:
            self._axes.addItem(section_label(Kind.MUNICIPALITY, axis.value, tr), axis.value)
        self._lead, self._legend = plain_label(tr("Loading …")), plain_label("")
        self._table = _Table(self._model, tr("Matrix"))
        self._axes.currentIndexChanged.connect(self.refresh)
        self._table.opened.connect(self._open)
        self._table.left.connect(self.left)
        self._lay_out()

    @property
    @override
    def target(self) -> QWidget:
        return self._table

    @override
    def order(self) -> Order | None:
        from desktop.printing.order import Order

        return Order(sheet="matrix", wanted=MUNICIPALITIES)

    @override
    def reference(self) -> Reference | None:
        return self._model.municipality(self._table.currentIndex().column())

    @override
    def refresh(self) -> None:
        overviews, axis = self._sources.overviews, Axis(self._axes.currentData())
        self._asking.ask(lambda: overviews.matrix(axis), self._show, self._tell)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the rows need the room; every cell has its word."""
        super().resizeEvent(event)
        self._legend.setVisible(self.height() >= _ROOM_FOR_LEGEND_IN_EMS * self.fontMetrics().height())

    def _show(self, page: MatrixPage) -> None:
        self._lead.setText(page.lead)
        self._legend.setText("\n".join(page.legend))
        self._table.setAccessibleDescription(" ".join((page.lead, *page.legend)))
        before = self._table.currentIndex()
        self._model.show(page)
        self._table.fit()
        self._table.setCurrentIndex(self._model.index(max(before.row(), 0), max(before.column(), 0)))

    def _tell(self, error: ExpectedError) -> None:
        self._lead.setText(error.message.in_words(self._tr))

    def _open(self, column: int) -> None:
        if (record := self._model.municipality(column)) is not None:
            self.record_requested.emit(record)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._axes, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lead)
        column.addWidget(self._table, 1)
        column.addWidget(self._legend)
        name_box(self._axes, self._tr("What the municipalities are held against"))


class _Table(QTableView):
    opened = Signal(int)
    left = Signal()

    def __init__(self, model: MatrixModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setObjectName("matrix")
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(wrapped))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.column()))

    def fit(self) -> None:
        """All columns in the width there is, with the words in two lines if need be, and no narrower than a word."""
        count = self.model().columnCount()
        if not count:
            return
        texts = [self._texts(column) for column in range(count)]
        whole = [self._width(*each) for each in texts]
        room = self.viewport().width() - whole[0]
        if sum(whole[1:]) > room:
            words = [[word for text in each for word in text.replace("-", "- ").split(" ")] for each in texts]
            whole[1:] = [max(self._width(*each), room // (count - 1)) for each in words[1:]]
        for column, width in enumerate(whole):
            self.setColumnWidth(column, width)
        heads = [self._height(self._head(column), width) for column, width in enumerate(whole)]
        self.horizontalHeader().setFixedHeight(max(heads))
        cells = (self._height(text, width) for each, width in zip(texts, whole, strict=True) for text in each[1:])
        self.verticalHeader().setDefaultSectionSize(max((_SMALLEST, *cells)))

    def _texts(self, column: int) -> list[str]:
        """Head and cells of a column, each text once; the head is broken into lines whatever happens."""
        model = self.model()
        longest = max(self._head(column).replace("-", "- ").split(" "), key=len)
        return [longest, *dict.fromkeys(str(model.index(row, column).data()) for row in range(model.rowCount()))]

    def _head(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal))

    def _width(self, *texts: str) -> int:
        metrics = QFontMetrics(_bold(self.font()))
        return max(metrics.horizontalAdvance(text) for text in texts) + _PADDING

    def _height(self, text: str, width: int) -> int:
        area = QRect(0, 0, width - _PADDING + 2, 10_000)
        return QFontMetrics(_bold(self.font())).boundingRect(area, _WRAPPED, text).height() + _PADDING // 2

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """What is not named stands back; the chosen cell has a tint and a frame as rows of lists have."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._ink_pot = InkPot()

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        inks = self._ink_pot.of(self._table.palette())
        ink = inks.quiet if index.data(IS_QUIET_ROLE) else inks.text
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, ink)
        option.palette.setColor(QPalette.ColorRole.Highlight, inks.chosen_ground)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._ink_pot.of(self._table.palette()).ring, _RING))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
