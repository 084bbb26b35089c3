"""From the key to the first page of a sitting, each time in a fresh process: `python -m tests.bench first-sheet`.

The window is open and a record is read for a while, as at the desk; `cold` leaves no time for that.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication

from tests.bench.figures import Figure, Report, at_most, table
from tests.support.places import ROOT

GOAL_S = 0.5
READING_S = {"after reading": 3.0, "at once": 0.0}


def report(runs: int) -> Report:
    """The median of several runs."""
    figures = tuple(_figure(case, [_run(case) for _ in range(runs)]) for case in READING_S)
    return Report(f"First sheet of a sitting, from the key to the page\n\n{table(figures)}", figures)


def _figure(case: str, found: list[float]) -> Figure:
    return at_most(f"first sheet, {case}", median(found), GOAL_S, "s", spread=f"worst {max(found):.2f}")


def _run(case: str) -> float:
    command = [sys.executable, "-m", "tests.bench.first_sheet", case]
    around = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(command, cwd=ROOT, env=around, check=True, capture_output=True, text=True, timeout=120)
    return float(json.loads(done.stdout.splitlines()[-1]))


def measure(case: str, folder: Path) -> float:
    """Read a record, ask for its sheet, wait for its page."""
    from PySide6.QtPdfWidgets import QPdfView
    from PySide6.QtWidgets import QApplication

    from desktop.app.build import build
    from desktop.app.paths import paths_for
    from desktop.i18n import load
    from tests.support.edges import fake_edges
    from tests.support.keys import press, write
    from tests.support.places import TRANSLATIONS

    app = QApplication(["first sheet"])
    window = build(paths_for(folder), load(TRANSLATIONS, "de"), fake_edges(folder).as_edges)
    settled: list[bool] = []
    window.settled.connect(lambda: settled.append(True))
    window.show()
    _wait(app, lambda: bool(settled) and window.is_idle)
    window.activateWindow()
    write(app.focusWidget() or window, "bamf dort")
    _wait(app, lambda: window.is_idle)
    press(app.focusWidget() or window, "Return")
    _wait(app, lambda: window.is_idle, READING_S[case])
    began = time.monotonic()
    press(app.focusWidget() or window, "Ctrl+P")
    _wait(app, lambda: any(view.document().pageCount() for view in window.findChildren(QPdfView) if view.document()))
    app.processEvents()
    taken = time.monotonic() - began
    window.close()
    return taken


def _wait(app: QCoreApplication, is_there: Callable[[], bool], at_least: float = 0.0) -> None:
    end = time.monotonic() + at_least
    while time.monotonic() < end or not is_there():
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(measure(sys.argv[1], Path(place))))
