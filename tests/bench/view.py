"""The list as a person moves in it: opened, scrolled by the wheel to the end, left for another tab; and doing nothing.

Beside it a bare table of Qt that fetches its rows page by page from the same index, in turn with it. The clock tells
what a person waits for; where others use the machine as well, the processor's time tells what of it is this program's.
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QTabWidget

from desktop.app.build import build
from desktop.app.paths import paths_for
from desktop.i18n import load
from desktop.views.edges import real_edges
from desktop.views.main_window import MainWindow
from tests.bench.figures import Report, at_most, beside, p95, table
from tests.bench.lazy_table import Lazy, make_bare
from tests.bench.painted import PaintWatch
from tests.bench.search_data import titles, write_index
from tests.bench.window import box_of, list_of, opened, until

IDLE_S = 10.0
SETTLING_S = 2.0
_NOTCH = 120
_LAZY = "bare lazy table"
_NOTCHES_IN_TURN = 50
_PAUSE_S = 0.001
HEAD = (
    "| what | this program, ms, p50 / p95 / max | its processor | bare lazy table, ms | its processor |",
    "|---|---|---|---|---|",
)


class Often(NamedTuple):
    """How many records there are, and how often each move is made."""

    records: int
    openings: int
    notches: int
    switches: int


_LONG, _SHORT = Often(100_000, 25, 1500, 40), Often(10_000, 8, 200, 20)


class Costs(NamedTuple):
    """Milliseconds of each time that something was done: by the clock, and of the processor in all threads."""

    clock: list[float]
    processor: list[float]

    def add(self, began: float, busy: float, ended: float, busy_then: float) -> None:
        """Take in one time more, in seconds."""
        self.clock.append((ended - began) * 1000)
        self.processor.append((busy_then - busy) * 1000)


class Pair(NamedTuple):
    """The same done by this program and by the bare table."""

    own: Costs
    bare: Costs


class Seen(NamedTuple):
    """Openings and notches to the end of the paint, changes of tab, and turns of the loop until every row is there."""

    openings: Pair
    notches: Pair
    switches: Costs
    fetching: Costs


def report(*, is_short: bool = False) -> Report:
    """The times, and the goals; in short with fewer records and moves."""
    how_often = _SHORT if is_short else _LONG
    with tempfile.TemporaryDirectory() as folder:
        seen = _seen(_database(Path(folder), how_often.records), how_often)
    with tempfile.TemporaryDirectory() as folder:
        idle = _idle_percent(Path(folder))
    rows = (
        ("opening the list", *seen.openings),
        ("a notch of the wheel", *seen.notches),
        ("another tab", seen.switches, None),
        ("a turn of the event loop until all rows are fetched", seen.fetching, None),
    )
    opening, notch = seen.openings, seen.notches
    figures = (
        beside("opening the list, p50", median(opening.own.clock), _LAZY, median(opening.bare.clock), 1.3),
        beside("a notch of the wheel, p95", p95(notch.own.clock), _LAZY, p95(notch.bare.clock), 1.3),
        at_most("another tab, p95", p95(seen.switches.clock), 50.0, "ms"),
        at_most("longest pause until all rows are fetched", max(seen.fetching.clock), 100.0, "ms"),
        at_most("processor while idle", idle, 0.5, "%"),
    )
    times = "\n".join((*HEAD, *(_row(*row) for row in rows)))
    return Report(f"{how_often.records:,} records\n\n{times}\n\n{table(figures)}", figures)


def _database(folder: Path, records: int) -> Path:
    path = folder / "index.sqlite"
    with closing(sqlite3.connect(path)) as index:
        index.execute("PRAGMA synchronous = OFF")
        index.execute("BEGIN")
        write_index(index, titles(records))
        index.commit()
    return path


def _seen(database: Path, how_often: Often) -> Seen:
    with opened(database) as (window, _), closing(sqlite3.connect(database)) as rows:
        view, bar = list_of(window), _found(window, QTabWidget)
        model = Lazy(rows, how_often.records)
        table = QTableView()
        model.setParent(table)
        table.setModel(model)
        make_bare(table)
        table.resize(view.size())
        table.show()
        own, bare = PaintWatch(view), PaintWatch(table)
        openings = _openings(window, own, bare, how_often.openings)
        notches = _wheeled(window, own, bare, how_often.notches)
        table.close()
        return Seen(openings, notches, _switches(window, bar, how_often.switches), _fetched(window, view))


def _openings(window: MainWindow, own: PaintWatch, bare: PaintWatch, times: int) -> Pair:
    """From leaving a search to the painted list of everything, and a table that begins anew."""
    pair, model = _nothing_yet(), bare.view.model()
    assert isinstance(model, Lazy)
    for _ in range(times):
        _do(bare, model.reset, pair.bare)
        _search(window)
        _do(own, box_of(window).clear, pair.own)
        until(lambda: window.is_idle)
    return pair


def _search(window: MainWindow) -> None:
    box_of(window).setText("beratung")
    until(lambda: window.is_idle)


def _nothing_yet() -> Pair:
    return Pair(Costs([], []), Costs([], []))


def _do(watch: PaintWatch, deed: Callable[[], object], costs: Costs) -> None:
    QApplication.processEvents()
    began, busy = time.perf_counter(), time.process_time()
    deed()
    until(lambda: watch.painted_at > began)
    costs.add(began, busy, watch.painted_at, watch.busy_at)


def _wheeled(window: MainWindow, own: PaintWatch, bare: PaintWatch, notches: int) -> Pair:
    """Notch by notch from the top, some in the list while it fetches what comes next, then as many in the table."""
    pair = _nothing_yet()
    for watch in (own, bare):
        watch.view.scrollToTop()
    for _ in range(notches // _NOTCHES_IN_TURN):
        for watch, costs in ((own, pair.own), (bare, pair.bare)):
            for _ in range(_NOTCHES_IN_TURN):
                _do(watch, partial(_turn_wheel, watch.view), costs)
            until(lambda: window.is_idle)
    return pair


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


def _switches(window: MainWindow, bar: QTabWidget, times: int) -> Costs:
    """From one tab to the next, to the end of its paint."""
    costs = Costs([], [])
    for turn in range(times):
        until(lambda: window.is_idle)
        began, busy = time.perf_counter(), time.process_time()
        bar.setCurrentIndex(turn % bar.count())
        QApplication.processEvents()
        costs.add(began, busy, time.perf_counter(), time.process_time())
    bar.setCurrentIndex(1)
    until(lambda: window.is_idle)
    return costs


def _fetched(window: MainWindow, view: QAbstractItemView) -> Costs:
    """How long each turn of the event loop takes while somebody pulls the bar to its end, until all rows are there.

    The list is opened anew: what was scrolled before has fetched rows that would not be fetched once more.
    """
    _search(window)
    box_of(window).clear()
    until(lambda: window.is_idle)
    costs, model = Costs([], []), view.model()
    assert model.canFetchMore(QModelIndex()), "all rows are there already"
    while model.canFetchMore(QModelIndex()) or not window.is_idle:
        began, busy = time.perf_counter(), time.process_time()
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        QApplication.processEvents()
        costs.add(began, busy, time.perf_counter(), time.process_time())
        time.sleep(_PAUSE_S)
    return costs


def _idle_percent(folder: Path) -> float:
    """The share of a processor that a window with the shipped records takes while nobody does anything."""
    paths = paths_for(folder)
    tr = load(paths.translations, "de")
    window = build(paths, tr, partial(real_edges, tr))
    settled: list[bool] = []
    window.settled.connect(lambda: settled.append(True))
    window.show()
    until(lambda: bool(settled) and window.is_idle)
    _rest(SETTLING_S)
    began, busy = time.monotonic(), time.process_time()
    _rest(IDLE_S)
    share = (time.process_time() - busy) / (time.monotonic() - began)
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    return share * 100


def _rest(seconds: float) -> None:
    """Let the event loop sleep as it does for a person, woken by what the window itself has to do."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def _found(window: MainWindow, kind: type[QTabWidget]) -> QTabWidget:
    widget = window.findChild(kind)
    assert widget is not None
    return widget


def _row(name: str, own: Costs, bare: Costs | None) -> str:
    cells = [_cell(times) for times in own] + ([_cell(times) for times in bare] if bare else ["–", "–"])
    return f"| {name} | {' | '.join(cells)} |"


def _cell(ms: list[float]) -> str:
    return f"{median(ms):.2f} / {p95(ms):.2f} / {max(ms):.2f}"
