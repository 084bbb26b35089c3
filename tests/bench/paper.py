"""What paper costs in time, memory and bytes, beside other engines with the same content, in one run."""

import json
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from desktop.i18n import load
from tests.bench.figures import Figure, Report, beside, table
from tests.bench.paper_content import as_entry, contacts, summary
from tests.support.dossiers import dossier
from tests.support.places import ROOT, TRANSLATIONS

ENGINES = {"ours": "desktop", "reportlab": "reportlab", "weasyprint": "weasyprint", "fpdf2": "fpdf"}
"""The engines, and the package that each of them needs."""
CASES = {
    "10 plain": "contact sheet, 10 contacts without codes",
    "10 codes": "contact sheet, 10 contacts with codes",
    "summary": "municipality summary",
    "1000 plain": "1,000 contacts without codes",
    "directory": "directory of 1,000 contacts, ours with contents and index",
    "1000 codes": "1,000 contacts with codes",
}
SHORT = ("10 plain", "10 codes", "summary")
UNITS = {"warm_s": ("time", "s"), "peak_mib": ("memory", "MiB"), "kb": ("size", "kB")}
"""What each figure of an engine is called, and its unit."""
Figures = dict[str, float]
Measured = dict[tuple[str, str], Figures]
_WARM = dict.fromkeys(SHORT, 7)


class Goal(NamedTuple):
    """A figure of ours as a multiple of that of another engine, and the most that it may be."""

    case: str
    figure: str
    other: str
    most: float


GOALS = (
    *(Goal(case, "warm_s", "reportlab", 1.3) for case in CASES),
    *(Goal(case, "warm_s", "weasyprint", 0.8 if "codes" in case else 0.3) for case in CASES),
    *(Goal(case, "peak_mib", "weasyprint", 1.0) for case in CASES),
    *(Goal(case, "kb", "reportlab", 1.5) for case in CASES),
)


def report(*, is_short: bool = False) -> Report:
    """Every figure, and every goal with the ratio that it was measured at; in short without the long documents."""
    measured = measure(SHORT if is_short else tuple(CASES))
    missing = [engine for engine, package in ENGINES.items() if find_spec(package) is None]
    head = (
        "| case | engine | first, with imports, CPU s | later, CPU s | peak MiB | kB |",
        "|---|---|---|---|---|---|",
    )
    said = [f"Not installed, so not measured: {', '.join(missing)} (pip install .[bench])", ""] if missing else []
    figures = tuple(_goals(measured))
    return Report("\n".join((*said, *head, *_figures(measured), "", table(figures))), figures)


def measure(cases: Sequence[str]) -> Measured:
    """Each engine with each case in a process of its own; the directory of others is their plain list."""
    found: Measured = {}
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            ours, others = _content(case, Path(folder))
            for engine, package in ENGINES.items():
                same = found.get(("1000 plain", engine)) if case == "directory" and engine != "ours" else None
                if find_spec(package) is not None:
                    found[case, engine] = same or _run(engine, case, ours if engine == "ours" else others)
    return found


def _content(case: str, folder: Path) -> tuple[Path, Path]:
    """The records for our own sheets, and the same as plain text for the others."""
    tr = load(TRANSLATIONS, "de")
    if case == "summary":
        dossiers = [dossier("rheine")]
        entries = [summary(found, tr) for found in dossiers]
    else:
        dossiers = contacts(10 if case.startswith("10 ") else 1000)
        entries = [as_entry(found, tr, has_code="codes" in case) for found in dossiers]
    files = folder / f"{case}.ours", folder / f"{case}.others"
    for file, content in zip(files, (dossiers, entries), strict=True):
        file.write_bytes(pickle.dumps(content))
    return files


def _run(engine: str, case: str, file: Path) -> Figures:
    runs = str(_WARM.get(case, 0))
    command = [sys.executable, "-m", "tests.bench.paper_cases", engine, case, str(file), runs]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=900)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _figures(measured: Measured) -> Iterator[str]:
    for (case, engine), of in measured.items():
        yield (
            f"| {CASES[case]} | {engine} | {of['first_s']:.2f} | {of['warm_s']:.3f} "
            f"| {of['peak_mib']:.0f} | {of['kb']:.0f} |"
        )


def _goals(measured: Measured) -> Iterator[Figure]:
    for case, figure, other, most in GOALS:
        if (case, other) in measured:
            mine, theirs = measured[case, "ours"][figure], measured[case, other][figure]
            name, unit = UNITS[figure]
            yield beside(f"{CASES[case]}: {name}", mine, other, theirs, most, unit=unit)
