"""How long a person waits for the window: the real one beside a bare one, in turn, in one run."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from desktop.store.opening import make_ready
from tests.bench.figures import Figure, Report, beside, table
from tests.support.places import ROOT, SHIPPED

Runs = dict[str, list[dict[str, Any]]]
RIVALS = {"bare": "bare Qt window", "blocking": "imports at once"}
"""What the window is measured against."""


class Goal(NamedTuple):
    """A figure of one case as a multiple of a figure of another, and the most that it may be."""

    name: str
    case: str
    figure: str
    other_case: str
    other_figure: str
    most: float
    unit: str


GOALS = (
    Goal("first paint", "real", "painted_s", "bare", "painted_s", 1.2, "s"),
    Goal("longest stall in the 2 s behind it, to the same imports on the main thread",
         "real", "stall_ms", "blocking", "imports_ms", 0.1, "ms"),
    Goal("list filled and searchable, to the first paint", "real", "filled_s", "bare", "painted_s", 2.5, "s"),
    Goal("peak memory", "real", "peak_mib", "bare", "peak_mib", 2.1, "MiB"),
)  # fmt: skip


def report(runs: int) -> Report:
    """All goals."""
    measured = measure(runs)
    figures = tuple(_figure(goal, measured) for goal in GOALS)
    return Report(f"Start-up, median (min to max) of {runs} runs in turn\n\n{table(figures)}", figures)


def measure(runs: int) -> Runs:
    """The figures of every case; the cases take turns, so that a slow minute of the machine hits all of them."""
    with tempfile.TemporaryDirectory() as temporary:
        filled = Path(temporary) / "filled"
        make_ready(filled / "wegweiser.sqlite", SHIPPED)
        found: Runs = {"bare": [], "real": [], "blocking": []}
        _run("real", _copy(filled, "warm"))  # like any start but the first, the measured ones find compiled modules
        for number in range(runs):
            found["bare"].append(_run("bare", filled))
            found["real"].append(_run("real", _copy(filled, f"run-{number}")))
            (filled / "modules.json").write_text(json.dumps(found["real"][-1].pop("modules")), encoding="utf-8")
            found["blocking"].append(_run("blocking", filled))
    return found


def _copy(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(folder, folder.parent / name))


def _run(case: str, folder: Path) -> dict[str, Any]:
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    surroundings["PYTHONPYCACHEPREFIX"] = str(folder.parent / "compiled")
    command = [sys.executable, "-m", "tests.bench.startup_cases", case, str(time.monotonic()), str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=surroundings, check=True, capture_output=True, text=True, timeout=120)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _figure(goal: Goal, measured: Runs) -> Figure:
    mine = [run[goal.figure] for run in measured[goal.case]]
    other = [run[goal.other_figure] for run in measured[goal.other_case]]
    spread = _span(mine, goal.unit)
    return beside(
        goal.name, median(mine), RIVALS[goal.other_case], median(other), goal.most, unit=goal.unit, spread=spread
    )


def _span(values: list[float], unit: str) -> str:
    digits = 3 if unit == "s" else 1
    return f"{min(values):.{digits}f} to {max(values):.{digits}f}"
