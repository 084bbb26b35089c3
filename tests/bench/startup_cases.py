"""The cases of the start-up benchmark; each is measured in a process of its own and prints one line of JSON.

`python -m tests.bench.startup_cases CASE BORN FOLDER`, BORN being the parent's monotonic clock just before the start.
"""

import builtins
import json
import sys
import time
from pathlib import Path
from typing import Any

_plain_import = builtins.__import__  # the program puts it back after PySide6, which this module imports before it

# ruff: noqa: E402 - what comes first must be noted first
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget, QWidget

from tests.bench.memory import peak_mib

WATCHED_S = 2.0
TICK_MS = 1
ROWS, COLUMNS = 200, 4

Index = QModelIndex | QPersistentModelIndex


class Watch(QObject):
    """Notes the first paint of a window and, from then on, the longest time in which the event loop did nothing."""

    def __init__(self, window: QWidget, born: float) -> None:
        super().__init__()
        self._window = window
        self._born = born
        self.painted_s = 0.0
        self.stall_ms = 0.0
        self._last = 0.0
        self._ticks = QTimer(self)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        window.installEventFilter(self)

    def age_s(self) -> float:
        """The time since the process was started."""
        return time.monotonic() - self._born

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and not self.painted_s:
            self.painted_s = -1.0
            QTimer.singleShot(0, self._begin)
        return False

    def _begin(self) -> None:
        self.painted_s = self.age_s()
        self._last = time.monotonic()
        self._ticks.start(TICK_MS)

    def _tick(self) -> None:
        now = time.monotonic()
        if self.age_s() - self.painted_s <= WATCHED_S:
            self.stall_ms = max(self.stall_ms, (now - self._last) * 1000)
        self._last = now


class BareModel(QAbstractTableModel):
    """Rows of text made up on the spot."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt has it
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt has it
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return f"Zeile {index.row()}, Spalte {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


def bare(born: float, folder: Path) -> dict[str, Any]:
    """Four tabs with a table view each, and nothing else."""
    app, watch = _bare_window(born)
    QTimer.singleShot(int(WATCHED_S * 1000) + 500, app.quit)
    app.exec()
    return _figures(watch)


def blocking(born: float, folder: Path) -> dict[str, Any]:
    """The same window; behind its first paint all that the real one imports there is imported on the main thread."""
    builtins.__import__ = _plain_import
    app, watch = _bare_window(born)
    names = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    spent: list[float] = []

    def import_all() -> None:
        began = time.monotonic()
        for name in names:
            __import__(name)
        spent.append((time.monotonic() - began) * 1000)
        QTimer.singleShot(200, app.quit)

    QTimer.singleShot(700, import_all)
    app.exec()
    return {**_figures(watch), "imports_ms": spent[0]}


def real(born: float, folder: Path) -> dict[str, Any]:
    """The program as its command starts it, on a filled database."""
    builtins.__import__ = _plain_import
    from desktop.app.run import opened
    from desktop.app.start import start_with
    from desktop.cli.opening import first_look

    first = first_look(["--data-dir", str(folder)])
    app, window = opened(start_with(first.data_dir, first.policy, first.language), first.file)
    sys.excepthook = sys.__excepthook__  # nobody is there to read a message box
    watch = Watch(window, born)
    before = set(sys.modules)
    filled: list[float] = []
    window.filled.connect(lambda: QTimer.singleShot(0, lambda: filled.append(watch.age_s())))
    window.settled.connect(lambda: QTimer.singleShot(int(WATCHED_S * 1000), app.quit))
    app.exec()
    figures = {**_figures(watch), "filled_s": filled[0], "modules": _imported_since(before)}
    window.close()
    return figures


def _imported_since(before: set[str]) -> list[str]:
    """Modules that can be imported again by name, in the order in which they came."""
    return [name for name, module in sys.modules.items() if name not in before and getattr(module, "__spec__", None)]


def _bare_window(born: float) -> tuple[QApplication, Watch]:
    app = QApplication(["bare"])
    window = QMainWindow()
    tabs = QTabWidget()
    views = [QTableView() for _ in range(4)]
    for number, view in enumerate(views):
        view.setModel(BareModel(view))
        tabs.addTab(view, f"Tab {number}")
    window.setCentralWidget(tabs)
    window.resize(1180, 720)
    window.show()
    return app, Watch(window, born)


def _figures(watch: Watch) -> dict[str, Any]:
    return {"painted_s": watch.painted_s, "stall_ms": watch.stall_ms, "peak_mib": peak_mib()}


CASES = {"bare": bare, "real": real, "blocking": blocking}

if __name__ == "__main__":
    case, begun, where = sys.argv[1:4]
    print(json.dumps(CASES[case](float(begun), Path(where))))
