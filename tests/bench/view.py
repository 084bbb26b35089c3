"""The list as a person moves in it: opened, scrolled by the wheel to the end, left for another tab; and doing nothing.

Beside it a bare table of Qt that fetches its rows page by page from the same index, in the same run.
"""

import sqlite3
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTableView, QTabWidget
from typing_extensions import override

from desktop.app.build import build
from desktop.app.paths import paths_for
from desktop.i18n import load
from desktop.views.edges import real_edges
from desktop.views.main_window import MainWindow
from tests.bench.figures import Report, at_most, beside, table
from tests.bench.painted import Index, PaintWatch, list_of, opened, until
from tests.bench.search import Base

IDLE_S = 5.0
PAGE, PAGES_KEPT = 200, 50
_NOTCH = 120
_PAGE = "SELECT title, badge, place_key, as_of FROM search_entry WHERE number > ? ORDER BY number LIMIT ?"
HEAD = ("| what | this program, ms, p50 / p95 / max | bare lazy table |", "|---|---|---|")


class Often(NamedTuple):
    """How many records there are, and how often each move is made."""

    records: int
    openings: int
    notches: int
    switches: int


_LONG, _SHORT = Often(100_000, 25, 1500, 40), Often(10_000, 8, 200, 20)


class Moves(NamedTuple):
    """Milliseconds of each opening, and of each notch of the wheel, to the end of the paint."""

    openings: list[float]
    notches: list[float]


class Seen(NamedTuple):
    """The list's moves, the bare table's, each change of tab, and each turn of the loop until every row was fetched."""

    own: Moves
    bare: Moves
    switches: list[float]
    fetching: list[float]


class Lazy(QAbstractTableModel):
    """Four columns of text, a page of rows at a time."""

    def __init__(self, rows: sqlite3.Connection, count: int) -> None:
        super().__init__()
        self._rows = rows
        self._count = count
        self._pages: OrderedDict[int, list[tuple[str, ...]]] = OrderedDict()

    def reset(self) -> None:
        """Know nothing any more."""
        self.beginResetModel()
        self._pages.clear()
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else 4

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        page, at = divmod(index.row(), PAGE)
        if page not in self._pages:
            self._pages[page] = self._rows.execute(_PAGE, (page * PAGE, PAGE)).fetchall()
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[page][at][index.column()]


def report(*, is_short: bool = False) -> Report:
    """The times, and the goals; in short with fewer records and moves."""
    how_often = _SHORT if is_short else _LONG
    with tempfile.TemporaryDirectory() as folder:
        base = Base(Path(folder), how_often.records)
        seen = _seen(base.path, how_often)
        base.remove()
    with tempfile.TemporaryDirectory() as folder:
        idle = _idle_percent(Path(folder))
    rows = (
        ("opening the list", seen.own.openings, seen.bare.openings),
        ("a notch of the wheel", seen.own.notches, seen.bare.notches),
        ("another tab", seen.switches, None),
        ("a turn of the event loop until all rows are fetched", seen.fetching, None),
    )
    own, bare, lazy = seen.own, seen.bare, "bare lazy table"
    figures = (
        beside("opening the list, p50", median(own.openings), lazy, median(bare.openings), 1.3),
        beside("a notch of the wheel, p95", _p95(own.notches), lazy, _p95(bare.notches), 1.3),
        at_most("another tab, p95", _p95(seen.switches), 50.0, "ms"),
        at_most("longest pause until all rows are fetched", max(seen.fetching), 100.0, "ms"),
        at_most("processor while idle", idle, 0.5, "%"),
    )
    times = "\n".join((*HEAD, *(_row(*row) for row in rows)))
    return Report(f"{how_often.records:,} records\n\n{times}\n\n{table(figures)}", figures)


def _seen(database: Path, how_often: Often) -> Seen:
    with opened(database) as (window, _), closing(sqlite3.connect(database)) as rows:
        view, bar = list_of(window), _found(window, QTabWidget)
        model = Lazy(rows, how_often.records)
        table = QTableView()
        model.setParent(table)
        table.setModel(model)
        table.resize(view.size())
        table.show()
        bare = Moves(_timed(PaintWatch(table), model.reset, how_often.openings), _wheeled(table, how_often.notches))
        table.close()
        own = Moves(_openings(window, PaintWatch(view), how_often.openings), _wheeled(view, how_often.notches))
        return Seen(own, bare, _switches(window, bar, how_often.switches), _fetched(window, view))


def _openings(window: MainWindow, watch: PaintWatch, times: int) -> list[float]:
    """From leaving a search to the painted list of everything."""
    return [_ms(watch, _box(window).clear, before=lambda: _search(window)) for _ in range(times)]


def _search(window: MainWindow) -> None:
    _box(window).setText("beratung")
    until(lambda: window.is_idle)


def _box(window: MainWindow) -> QLineEdit:
    return next(box for box in window.findChildren(QLineEdit) if box.objectName() == "search")


def _timed(watch: PaintWatch, deed: Callable[[], object], times: int) -> list[float]:
    return [_ms(watch, deed) for _ in range(times)]


def _ms(
    watch: PaintWatch, deed: Callable[[], object], before: Callable[[], object] = QApplication.processEvents
) -> float:
    before()
    QApplication.processEvents()
    began = time.perf_counter()
    deed()
    until(lambda: watch.painted_at > began)
    return (watch.painted_at - began) * 1000


def _wheeled(view: QAbstractItemView, notches: int) -> list[float]:
    """Notch by notch from the top."""
    watch = PaintWatch(view)
    view.scrollToTop()
    return _timed(watch, lambda: _turn_wheel(view), notches)


def _turn_wheel(view: QAbstractItemView) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, -_NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def _switches(window: MainWindow, bar: QTabWidget, times: int) -> list[float]:
    """From one tab to the next, to the end of its paint."""
    found = []
    for turn in range(times):
        until(lambda: window.is_idle)
        began = time.perf_counter()
        bar.setCurrentIndex(turn % bar.count())
        QApplication.processEvents()
        found.append((time.perf_counter() - began) * 1000)
    bar.setCurrentIndex(1)
    until(lambda: window.is_idle)
    return found


def _fetched(window: MainWindow, view: QAbstractItemView) -> list[float]:
    """How long each turn of the event loop takes while somebody pulls the bar to its end, until all rows are there.

    The list is opened anew: what was scrolled before has fetched rows that would not be fetched once more.
    """
    _search(window)
    _box(window).clear()
    until(lambda: window.is_idle)
    found, model = [], view.model()
    assert model.canFetchMore(QModelIndex()), "all rows are there already"
    while model.canFetchMore(QModelIndex()) or not window.is_idle:
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        began = time.perf_counter()
        QApplication.processEvents()
        found.append((time.perf_counter() - began) * 1000)
    return found


def _idle_percent(folder: Path) -> float:
    """The share of a processor that a window with the shipped records takes while nobody does anything."""
    paths = paths_for(folder)
    tr = load(paths.translations, "de")
    window = build(paths, tr, partial(real_edges, tr))
    settled: list[bool] = []
    window.settled.connect(lambda: settled.append(True))
    window.show()
    until(lambda: bool(settled) and window.is_idle)
    until_time = time.monotonic() + 1
    until(lambda: time.monotonic() > until_time)
    began, busy = time.monotonic(), time.process_time()
    while time.monotonic() < began + IDLE_S:
        QApplication.processEvents()
        time.sleep(0.05)
    share = (time.process_time() - busy) / (time.monotonic() - began)
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    return share * 100


def _found(window: MainWindow, kind: type[QTabWidget]) -> QTabWidget:
    widget = window.findChild(kind)
    assert widget is not None
    return widget


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def _row(name: str, own: list[float], bare: list[float] | None) -> str:
    return f"| {name} | {_cell(own)} | {_cell(bare) if bare else '–'} |"


def _cell(ms: list[float]) -> str:
    return f"{median(ms):.2f} / {_p95(ms):.2f} / {max(ms):.2f}"
