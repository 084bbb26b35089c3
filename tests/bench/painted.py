"""The whole path of a key, from the press to the painted list, in the real window and beside a plain repaint."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTableView, QTabWidget
from typing_extensions import override

from desktop.views.main_window import MainWindow
from desktop.views.records.lines import Line
from desktop.views.records.list_model import LINE_ROLE, ListModel
from desktop.views.records.record_list import RecordList
from desktop.views.tab import Tab
from tests.bench.lazy_table import make_bare
from tests.bench.window import box_of, list_of, opened, until
from tests.support.keys import write

REPAINTS = 60

Index = QModelIndex | QPersistentModelIndex


class Painted(NamedTuple):
    """Milliseconds: of each key to the painted answer, of the same keys without a query, and of single repaints.

    `plain_keys` are the same keys in the same window, the answers at hand from the first time; the repaints are those
    of the list and of a table with Qt's default delegate that has the same size and says the same.
    """

    keys: list[float]
    plain_keys: list[float]
    repaints: list[float]
    table_repaints: list[float]


class PaintWatch(QObject):
    """Notes when a view has been painted, by the clock and by the processor; it stands in the view's way to do so."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__()
        self.view = view
        self.painted_at = self.busy_at = 0.0
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint:
            return False
        self.view.viewportEvent(event)
        self.painted_at, self.busy_at = time.perf_counter(), time.process_time()
        return True


class TableModel(QAbstractTableModel):
    """The same lines as cells of text: name, what it is about, badge, place."""

    def __init__(self, lines: Iterable[Line]) -> None:
        super().__init__()
        self._cells = [(line.title, line.subtitle, line.badge, line.hit.place if line.hit else "") for line in lines]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._cells)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else 4

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._cells[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def painted(database: Path, typed: Iterable[str]) -> Painted:
    """Type letter by letter into the search box of a window over this index."""
    with opened(database) as (window, memory):
        box = box_of(window)
        view = list_of(window)
        watch = PaintWatch(view)
        keys = _keys_ms(window, box, watch, typed)
        memory.is_replaying = True
        plain_keys = _keys_ms(window, box, watch, typed)
        box.setText("beratung")
        until(lambda: window.is_idle)
        table = _table(view)
        return Painted(keys, plain_keys, _repaints(view), _repaints(table))


def _keys_ms(window: MainWindow, box: QLineEdit, watch: PaintWatch, typed: Iterable[str]) -> list[float]:
    return [_key_ms(window, box, watch, letter) for text in typed for letter in _letters(box, text)]


def _key_ms(window: MainWindow, box: QLineEdit, watch: PaintWatch, letter: str) -> float:
    """From the press of a key to the painted answer; the next key comes when nothing is under way any more.

    Where a key changes no row, or leaves none, no row has to be painted, and the answer is the end.
    """
    tab, view = _front(window), watch.view
    answered, changes = list[float](), list[float]()
    model = view.model()
    connections = [
        tab.answered.connect(lambda: answered.append(time.perf_counter())),
        *(signal.connect(lambda: changes.append(0.0)) for signal in (model.modelReset, model.rowsInserted)),
    ]
    until(lambda: window.is_idle)
    answered.clear()
    changes.clear()
    began = time.perf_counter()
    write(box, letter)
    until(lambda: bool(answered) and (not changes or not view.isVisible() or watch.painted_at > answered[0]))
    took = (max(watch.painted_at, answered[0]) - began) * 1000
    for connection in connections:
        QObject.disconnect(connection)
    return took


def _letters(box: QLineEdit, text: str) -> Iterator[str]:
    """The keys of a text, each into what the ones before it have written."""
    box.clear()
    for letter in text:
        if letter == " ":
            write(box, letter)  # asks nothing
        else:
            yield letter


def _repaints(view: QAbstractItemView) -> list[float]:
    """The view as it is, painted again and again."""
    found = []
    for _ in range(REPAINTS):
        began = time.perf_counter()
        view.viewport().repaint()
        found.append((time.perf_counter() - began) * 1000)
    return found


def _table(view: RecordList) -> QTableView:
    """A table of the same size and content as Qt draws it, on the screen."""
    model = view.model()
    assert isinstance(model, ListModel)
    table = QTableView()
    cells = TableModel(_lines(model))
    cells.setParent(table)
    table.setModel(cells)
    make_bare(table)
    table.resize(view.size())
    table.show()
    QApplication.processEvents()
    return table


def _lines(model: ListModel) -> list[Line]:
    return [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]


def _front(window: MainWindow) -> Tab:
    bar = window.findChild(QTabWidget)
    tab = bar.currentWidget() if bar else None
    assert isinstance(tab, Tab)
    return tab
