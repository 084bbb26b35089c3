"""Files in and out: rows a second and peak memory of 100,000 rows, beside pandas, each in a process of its own."""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, TypeVar

from desktop.domain.incoming import Stamp
from desktop.exchange.formats import FORMATS, format_of
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.services.exporting import Exporting, Order, Selection
from desktop.services.importing.desk import Importing
from desktop.services.importing.opening import TableFile, open_file
from desktop.services.search import Search
from desktop.store.opening import make_ready
from tests.bench import exchange_floor, exchange_packages
from tests.bench.exchange_data import write_list
from tests.bench.figures import Figure, Report
from tests.bench.memory import peak_mib
from tests.support.deeds import NOW
from tests.support.places import SHIPPED, TRANSLATIONS

COUNT = 100_000
HEAD = ("| what | s | rows/s | peak MiB | goal | holds |", "|---|---|---|---|---|---|")
T = TypeVar("T")


class Measured(NamedTuple):
    """A piece of work: how long it took, the most memory that its process had so far, and whether its goal holds."""

    what: str
    seconds: float
    rows: int
    peak_mib: float
    goal: str = "–"
    holds: bool | None = None


def report(count: int = COUNT) -> Report:
    """Every piece of work."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_list(folder / "liste.csv", count)
        context = get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as pool:
            rows = [row for measure in MEASUREMENTS for row in pool.submit(measure, folder, count).result()]
    text = "\n".join((f"{count:,} rows", "", *HEAD, *map(_cells, rows)))
    return Report(text, tuple(_figure(row) for row in rows if row.seconds))


def import_csv(folder: Path, count: int) -> list[Measured]:
    """A list of an office, some rows twice in it and some here already: planned, written, taken back."""
    database = folder / "import" / "wegweiser.sqlite"
    make_ready(database, SHIPPED)
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    desk = Desk(lambda: "Probe", lambda: NOW, lambda: 12)
    importing, editing = Importing(catalogue, desk, lambda: None), Editing(catalogue, desk, lambda: None)
    file = open_file(folder / "liste.csv")
    assert isinstance(file, TableFile)
    read, _ = timed(lambda: sum(1 for _ in file.entries(file.proposed, Stamp(NOW.date()))))
    planned, plan = timed(lambda: importing.plan(file.entries(file.proposed, Stamp(NOW.date()))))
    written, outcome = timed(lambda: importing.carry_out(plan))
    whole = planned + written
    peak = peak_mib()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", (str(_imported(folder)),))
    print(f"{outcome.added} added, {outcome.beside} beside, {outcome.is_open} doubtful", file=sys.stderr)
    undone, _ = timed(editing.undo)
    rows = [
        Measured("CSV read as records", read, count, peak),
        Measured("read, and compared with the file and the database", planned, count, peak),
        Measured("written: records, history, search index", written, count, peak),
        Measured(
            "imported in all", whole, count, peak, "≥ 10,000 rows/s, ≤ 300 MiB", count / whole >= 10_000 and peak <= 300
        ),
        Measured("taken back by one undo", undone, count, peak_mib()),
    ]
    outcome.close()
    plan.close()
    catalogue.close()
    return rows


def floor(folder: Path, count: int) -> list[Measured]:
    """What no import can do without: the same rows, indexes and full text, written by SQLite alone."""
    seconds = exchange_floor.seconds(_imported(folder), folder)
    return [Measured("the same written by SQLite alone, nothing read, compared or folded", seconds, count, peak_mib())]


def export(key: str, folder: Path, count: int) -> list[Measured]:
    """All that was imported and shipped, in one of the formats."""
    database, tr = _imported(folder), load(TRANSLATIONS, "de")
    catalogue = Catalogue(database, SHIPPED, tr)
    order = Order(Selection(), format_of(key))
    exporting = Exporting(catalogue, Search(catalogue), tr)
    seconds, counted = timed(lambda: exporting.write(order, folder / f"alle.{key}"))
    catalogue.close()
    peak = peak_mib()
    return [Measured(f"exported: {key}", seconds, counted.held, peak, "≤ 300 MiB", peak <= 300)]


def package(folder: Path, count: int) -> list[Measured]:
    """A package of all of it: made, and read with every byte and record checked."""
    database, file = _imported(folder), folder / "alle.wegweiser"
    create, read = exchange_packages.create, exchange_packages.read
    works = (("package made and signed", create), ("package read and checked", read))
    return [
        Measured(what, found.seconds, found.records, found.peak_mib)
        for what, work in works
        for found in [work(database, file)]
    ]


def pandas_beside(folder: Path, count: int) -> list[Measured]:
    """The yardstick: a bare table without checks, duplicates, history and search."""
    try:
        import pandas
    except ImportError:
        return [Measured("pandas is not installed (extra bench)", 0, 0, 0)]

    def load_table() -> None:
        table = pandas.read_csv(folder / "liste.csv", sep=";", dtype=str)
        with closing(sqlite3.connect(folder / "pandas.sqlite")) as connection:
            table.to_sql("liste", connection, index=False)
            connection.commit()

    seconds, _ = timed(load_table)
    return [Measured("pandas: read_csv → to_sql, one table, nothing else", seconds, count, peak_mib())]


MEASUREMENTS: Sequence[Callable[[Path, int], list[Measured]]] = (
    import_csv,
    floor,
    pandas_beside,
    *(partial(export, one.key) for one in FORMATS),
    package,
)
"""Each in a process of its own, over the same list; what goes out is what came in."""


def _imported(folder: Path) -> Path:
    return folder / "imported.sqlite"


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """How many seconds a piece of work took, and what came of it."""
    began = time.perf_counter()
    found = work()
    return time.perf_counter() - began, found


def _cells(row: Measured) -> str:
    speed = f"{row.rows / row.seconds:,.0f}" if row.seconds else "–"
    holds = "–" if row.holds is None else "yes" if row.holds else "no"
    cells = (row.what, f"{row.seconds:.1f}", speed, f"{row.peak_mib:.0f}", row.goal, holds)
    return f"| {' | '.join(cells)} |"


def _figure(row: Measured) -> Figure:
    goal = "" if row.holds is None else row.goal
    speed, peak = row.rows / row.seconds, f"peak {row.peak_mib:.0f} MiB"
    return Figure(what=row.what, figure=speed, unit="rows/s", spread=peak, goal=goal, holds=row.holds)
