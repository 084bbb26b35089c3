"""How long a query takes, letter by letter: the engine beside raw SQLite, a `LIKE` scan and plain bm25, in one run."""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from desktop.domain.folding import plain, words
from desktop.domain.search import Filters
from desktop.store.search.engine import SearchEngine, open_reader
from desktop.store.search.index import Index
from tests.bench.search_data import batches, titles

SHORT = (200, 10_000, 100_000)
FULL = (*SHORT, 1_000_000)
LIMIT = 50
_SIZES = """
    SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size
"""
TYPED = {
    "words with hits": (
        "Ausländerbehörde",
        "beratung",
        "Müller",
        "Straßenamt",
        "integrationskurs moers",
        "köln sprach",
    ),
    "parts of words": ("behörde", "kurs", "vermittlung", "büro dortmund"),
    "words without a hit": ("xylofonistin", "zahnarztpraxis", "quastenflosser"),
    "numbers": ("0231 90", "+49 (0)221 75"),
}
HEAD = (
    "| records | typed | keys | query ms, p50 / p95 / max | raw sqlite3 | LIKE scan | bm25 |",
    "|---|---|---|---|---|---|---|",
)
GOALS_HEAD = ("| records | goal | measured | at most | holds |", "|---|---|---|---|---|")


class Goal(NamedTuple):
    """A ratio that was measured and what it may be at most."""

    records: int
    name: str
    measured: float
    most: float


Times = dict[str, list[float]]


def report(*, is_full: bool) -> str:
    """Two Markdown tables: the times, and the goals."""
    rows, goals = [], []
    with tempfile.TemporaryDirectory() as folder:
        for count in FULL if is_full else SHORT:
            base = Base(Path(folder), count)
            times = {name: _times(base, typed) for name, typed in TYPED.items()}
            rows += [_row(count, name, found) for name, found in times.items()]
            goals += list(_goals(base, times))
            base.remove()
    return "\n".join((*HEAD, *rows, "", *GOALS_HEAD, *map(_goal_row, goals)))


class Base:
    """A database of so many records, and beside it the same texts for the other ways to search."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count = count
        self.path, self.plain = folder / f"{count}.sqlite", folder / f"{count}-plain.sqlite"
        self.text_bytes = 0
        names = titles(count)
        with closing(sqlite3.connect(self.path)) as index, closing(sqlite3.connect(self.plain)) as other:
            for connection in (index, other):
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute("BEGIN")
            other.execute("CREATE TABLE plain_text (number INTEGER PRIMARY KEY, text TEXT)")
            other.execute("CREATE VIRTUAL TABLE plain_index USING fts5(text, prefix='1 2 3')")
            began = time.perf_counter()
            Index(index).rebuild([f"eintrag-{at}" for at in range(count)], batches(names))
            self.build_s = time.perf_counter() - began
            self._write_plain(other, names)
            index.commit()
            self.index_bytes = sum(size for (size,) in index.execute(_SIZES))
            other.commit()

    def _write_plain(self, other: sqlite3.Connection, names: list[str]) -> None:
        for documents in batches(names):
            shown = ["\n".join(part.text for part in one.passages if part.field != "phone_digits") for one in documents]
            self.text_bytes += sum(len(text.encode()) for text in shown)
            other.executemany("INSERT INTO plain_text (text) VALUES (?)", [(plain(text),) for text in shown])
            other.executemany("INSERT INTO plain_index (text) VALUES (?)", [(plain(text),) for text in shown])

    def remove(self) -> None:
        """Free the disk."""
        self.path.unlink()
        self.plain.unlink()


def _times(base: Base, typed: Iterable[str]) -> Times:
    """Milliseconds of each key by way of searching; each key is measured three times in turn, the median counts."""
    said: list[str] = []

    def listened(path: Path) -> sqlite3.Connection:
        connection = open_reader(path)
        connection.set_trace_callback(said.append)
        return connection

    engine, listening = SearchEngine(base.path), SearchEngine(base.path, listened)
    found: Times = {"query": [], "raw": [], "like": [], "bm25": []}
    with closing(open_reader(base.path)) as raw, closing(open_reader(base.plain)) as other:
        for text in _keys(typed):
            said.clear()
            listening.ask(text, Filters(), LIMIT)
            statements = [statement for statement in said if not statement.startswith("--")]
            for way, run in _ways(engine, raw, other, text, statements).items():
                found[way].append(median(_ms(run) for _ in range(3)))
    engine.close()
    listening.close()
    return found


def _ways(
    engine: SearchEngine, raw: sqlite3.Connection, other: sqlite3.Connection, text: str, statements: list[str]
) -> dict[str, Callable[[], object]]:
    like, bm25 = _like(text), _bm25(text)
    return {
        "query": lambda: engine.ask(text, Filters(), LIMIT),
        "raw": lambda: [raw.execute(statement).fetchall() for statement in statements],
        "like": lambda: other.execute(*like).fetchall(),
        "bm25": lambda: other.execute(*bm25).fetchall(),
    }


def _keys(typed: Iterable[str]) -> Iterator[str]:
    """What stands in the box after each key; the box asks for nothing that holds no word."""
    for text in typed:
        for end in range(1, len(text) + 1):
            if words(text[:end]):
                yield text[:end]


def _like(text: str) -> tuple[str, list[str]]:
    typed = words(text)
    where = " AND ".join("text LIKE ?" for _ in typed)
    return f"SELECT number FROM plain_text WHERE {where} LIMIT {LIMIT}", [f"%{word}%" for word in typed]


def _bm25(text: str) -> tuple[str, list[str]]:
    match = " AND ".join(f'"{word}"*' for word in words(text))
    order = f"ORDER BY bm25(plain_index) LIMIT {LIMIT}"
    return f"SELECT rowid FROM plain_index WHERE plain_index MATCH ? {order}", [match]


def _ms(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def _row(count: int, name: str, found: Times) -> str:
    cells = [f"{median(ms):.2f} / {_p95(ms):.2f} / {max(ms):.2f}" for ms in found.values()]
    return f"| {count:,} | {name} | {len(found['query'])} | {' | '.join(cells)} |"


def _goals(base: Base, times: dict[str, Times]) -> Iterator[Goal]:
    """What has to hold; small databases have no use for scans, and only a million rows show what bm25 costs.

    A `LIKE` that has found enough stops early, so its scan is that of words without a hit.
    """
    query, raw, bm25 = (_together(times, way, "words with hits", "parts of words") for way in ("query", "raw", "bm25"))
    hard = _together(times, "query", "parts of words", "words without a hit")
    yield Goal(base.count, "query to raw sqlite3, p50", median(query) / median(raw), 1.5)
    yield Goal(base.count, "index to text, bytes", base.index_bytes / base.text_bytes, 3.0)
    if base.count >= 100_000:
        scan = _together(times, "like", "words without a hit")
        yield Goal(base.count, "parts and no hits to LIKE scan, p95", _p95(hard) / _p95(scan), 0.2)
    if base.count >= 1_000_000:
        yield Goal(base.count, "query to bm25, p50", median(query) / median(bm25), 0.05)


def _together(times: dict[str, Times], way: str, *names: str) -> list[float]:
    return [ms for name in names for ms in times[name][way]]


def _goal_row(goal: Goal) -> str:
    holds = "yes" if goal.measured <= goal.most else "no"
    return f"| {goal.records:,} | {goal.name} | {goal.measured:.3f} | {goal.most} | {holds} |"
