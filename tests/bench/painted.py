"""The whole path of a key, from the press to the painted list, in the real window and beside a plain repaint."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QEventLoop,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QStyleFactory, QTableView, QTabWidget, QWidget
from typing_extensions import override

from desktop.app.application import application
from desktop.app.ground import Ground
from desktop.app.paths import paths_for
from desktop.app.tabs import tabs
from desktop.domain.dossier import Dossier
from desktop.domain.errors import Message
from desktop.domain.progress import Progress
from desktop.domain.search import Answer, Choices, Question
from desktop.domain.vocabulary import Kind
from desktop.i18n import load
from desktop.printing.order import Order
from desktop.printing.paper import Paper
from desktop.printing.sheets import Sheet
from desktop.services.overview import Overview
from desktop.settings import Settings, SettingsKeeper
from desktop.store.search.engine import SearchEngine
from desktop.views.background import Background
from desktop.views.edges import real_edges
from desktop.views.loading import Loading
from desktop.views.main_window import MainWindow, Parts
from desktop.views.paper.desk import PrintDesk
from desktop.views.records.lines import Line
from desktop.views.records.list_model import LINE_ROLE, ListModel
from desktop.views.records.reader import Reader
from desktop.views.records.record_list import RecordList
from desktop.views.records.records_tab import Supplies
from desktop.views.search import SearchDesk
from desktop.views.tab import Tab
from desktop.views.tabs.programme.asking import Sources
from desktop.views.widgets.icons import Icons
from tests.support.dossiers import dossier
from tests.support.keys import write

PATIENCE_S = 60.0
SIZE = (1366, 738)
REPAINTS = 60
_LOOK_AGAIN_MS = 10

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


class Memory:
    """An engine that remembers its answers, and may be told to give them without asking again."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine
        self._known: dict[tuple[str, int | None], Answer] = {}
        self.is_replaying = False

    def choices(self) -> Choices:
        """What can be filtered by."""
        return self._engine.choices()

    def ask(self, question: Question, limit: int | None = None) -> Answer:
        """An answer, remembered or found."""
        key = (repr(question), limit)
        if not self.is_replaying or key not in self._known:
            self._known[key] = self._engine.ask(question, limit)
        return self._known[key]

    def cancel(self) -> None:
        """Nobody types faster than the answers come here."""


class OneRecord:
    """A store in which every record is the same: what stands beside the list is not what is measured."""

    def __init__(self, found: Dossier) -> None:
        self._found = found

    def dossier(self, _record_id: str) -> Dossier:
        """The one record."""
        return self._found

    def warm_up(self) -> None:
        """Nothing is cold."""


class NoPaper:
    """Nothing is printed here."""

    def sheets_for(self, _kind: Kind) -> tuple[Sheet, ...]:
        """None."""
        return ()

    def title_of(self, sheet: str) -> str:
        """Never called."""
        raise NotImplementedError

    def make(self, order: Order, progress: Progress) -> Paper:
        """Never called."""
        raise NotImplementedError

    def save(self, paper: Paper, path: Path) -> None:
        """Never called."""
        raise NotImplementedError


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
        box = next(box for box in window.findChildren(QLineEdit) if box.objectName() == "search")
        view = list_of(window)
        watch = PaintWatch(view)
        keys = _keys_ms(window, box, watch, typed)
        memory.is_replaying = True
        plain_keys = _keys_ms(window, box, watch, typed)
        box.setText("beratung")
        until(lambda: window.is_idle)
        table = _table(view)
        return Painted(keys, plain_keys, _repaints(view), _repaints(table))


class Still:
    """A database that nobody changes and that nothing is wrong with."""

    why_read_only: Message | None = None
    is_damaged = False

    def state(self) -> tuple[int, int]:
        """Always the same."""
        return 0, 0

    def look_for_damage(self) -> bool:
        """There is none."""
        return False


@contextmanager
def opened(database: Path) -> Iterator[tuple[MainWindow, Memory]]:
    """The window with the tab of the contacts in front, everything loaded."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or application("de")
    paths = paths_for(database.parent)
    tr, record = load(paths.translations, "de"), OneRecord(dossier("bamf-dortmund"))
    reading, searching = Background(), Background()
    with closing(SearchEngine(database)) as engine:
        memory = Memory(engine)
        desk = SearchDesk(memory, searching)
        keeper = SettingsKeeper(Settings(current_tab="contacts"), lambda _: None)
        edges = real_edges(tr)
        ground = Ground(paths, tr, edges, keeper, lambda: datetime.now().astimezone())
        unused = ground.desk_parts()
        sources = Sources(Overview(ground.catalogue, ground.search, paths.outline, tr), reading)
        parts = Parts(
            tabs=tabs(lambda: Supplies(Reader(record, reading, tr), desk, lambda: date(2026, 11, 22), tr), sources),
            edges=edges,
            loading=Loading(memory, record, reading),
            background=reading,
            search=desk,
            icons=Icons(paths.icons),
            desks=unused._replace(
                printing=lambda: PrintDesk(NoPaper(), reading, edges, tr),
                upkeep=lambda: unused.upkeep()._replace(changes=Still(), patient=Still()),
            ),
        )
        window = MainWindow(parts, tr, keeper)
        window.resize(*SIZE)
        settled: list[bool] = []
        window.settled.connect(lambda: settled.append(True))
        window.show()
        until(lambda: bool(settled) and window.is_idle)
        yield window, memory
        window.close()
        window.deleteLater()
        searching.close()
        reading.close()
        ground.close()
        app.processEvents()


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


def make_bare(table: QTableView) -> None:
    """Draw a table as Qt does, without the edges and rings of this program."""
    style = QStyleFactory.create("fusion")
    style.setParent(table)
    for widget in (table, *table.findChildren(QWidget)):
        widget.setStyle(style)


def _lines(model: ListModel) -> list[Line]:
    return [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]


def _front(window: MainWindow) -> Tab:
    bar = window.findChild(QTabWidget)
    tab = bar.currentWidget() if bar else None
    assert isinstance(tab, Tab)
    return tab


def list_of(window: MainWindow) -> RecordList:
    return next(view for view in window.findChildren(RecordList) if view.isVisible())


def until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so; it rests while there is nothing to do, as it does for a person."""
    end, alarm = time.monotonic() + PATIENCE_S, QTimer()
    alarm.start(_LOOK_AGAIN_MS)
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
