"""How long a query takes, letter by letter: the engine beside raw SQLite, a `LIKE` scan and plain bm25, in one run."""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median

from desktop.domain.folding import plain
from desktop.domain.search import Filters, Order, Question
from desktop.domain.vocabulary import Kind
from desktop.store.search.engine import SearchEngine, open_reader
from tests.bench.figures import Figure, Report, beside, ms, p95, table
from tests.bench.painted import Painted, painted
from tests.bench.search_data import batches, titles, write_index

SHORT = (200, 10_000)
USUAL = (*SHORT, 100_000)
FULL = (*USUAL, 1_000_000)
LIMIT = 40
RUNS = 3
WAYS = ("query", "raw", "like", "bm25")
_SIZES = """
    SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size
"""
CONTACTS = (frozenset({Kind.LOCATION}), frozenset({Kind.PERSON}))
RARE = (frozenset({Kind.PERSON}),)
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
IN_A_TAB = {"in the tab of contacts": CONTACTS, "among few persons": RARE}
"""The words with hits and the parts of words again, asked as a tab asks."""
BROWSED = {
    "all contacts": Question(groups=CONTACTS),
    "few persons": Question(groups=RARE),
    "contacts by place": Question(groups=CONTACTS, order=Order.PLACE),
    "contacts by badge": Question(groups=CONTACTS, order=Order.BADGE, badges=("head_office", "branch", "office")),
    "contacts in one place": Question(groups=CONTACTS, filters=Filters(facets={"place": ("Moers",)})),
    "older than 2021": Question(groups=CONTACTS, filters=Filters(older_than=date(2021, 1, 1))),
    "of one place and level": Question(
        groups=CONTACTS, filters=Filters(facets={"place": ("Moers",), "level": ("state",)})
    ),
}
HEAD = (
    "| records | typed | keys | query ms, p50 / p95 / max | raw sqlite3 | LIKE scan | bm25 |",
    "|---|---|---|---|---|---|---|",
)
BROWSE_HEAD = ("| records | without a text | first page ms, median | all ids ms, once |", "|---|---|---|---|")
SEEN = {
    "words with hits": (*TYPED["words with hits"], *TYPED["parts of words"], *TYPED["numbers"]),
    "words without a hit": TYPED["words without a hit"],
}
PAINTED_HEAD = (
    "| records | typed | keys | key to painted list ms, p50 / p95 / max | the same without a query | repaint | table |",
    "|---|---|---|---|---|---|---|",
)

Times = dict[str, list[float]]


def report(counts: Sequence[int] = USUAL) -> Report:
    """The times with a text and without, those to the painted list, and the goals."""
    rows, browsed, shown, goals = [], [], [], list[Figure]()
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            base = Base(Path(folder), count)
            times = {name: _times(base, typed) for name, typed in TYPED.items()}
            hard = (*TYPED["words with hits"], *TYPED["parts of words"])
            scoped = {name: _times(base, hard, groups) for name, groups in IN_A_TAB.items()}
            rows += [_row(count, name, found) for name, found in {**times, **scoped}.items()]
            browsed += _browsed(base)
            seen = {name: painted(base.path, typed) for name, typed in SEEN.items()}
            shown += [_painted_row(count, name, found) for name, found in seen.items()]
            goals += [*_goals(base, times), *_painted_goals(count, seen["words with hits"])]
            base.remove()
    tables = ((*HEAD, *rows), (*BROWSE_HEAD, *browsed), (*PAINTED_HEAD, *shown))
    return Report("\n\n".join((*("\n".join(lines) for lines in tables), table(goals))), tuple(goals))


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
            write_index(index, names)
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


def _times(base: Base, typed: Iterable[str], groups: tuple[frozenset[Kind], ...] = ()) -> Times:
    """Milliseconds of each key by way, in turn; all is typed several times, and of each key the median counts."""
    said: list[str] = []

    def listened(path: Path) -> sqlite3.Connection:
        connection = open_reader(path)
        connection.set_trace_callback(said.append)
        return connection

    engine, listening = SearchEngine(base.path), SearchEngine(base.path, listened)
    questions = [Question(text=text, groups=groups) for text in _keys(typed)]
    statements = []
    for question in questions:
        said.clear()
        listening.ask(question, LIMIT)
        statements.append([statement for statement in said if not statement.startswith("--")])
    ways = WAYS[:2] if groups else WAYS
    found: dict[str, list[list[float]]] = {way: [[] for _ in questions] for way in ways}
    with closing(_raw(base.path)) as raw, closing(_raw(base.plain)) as other:
        for _ in range(RUNS):
            for at, question in enumerate(questions):
                runs = _ways(engine, raw, other, question, statements[at])
                for way in ways:
                    found[way][at].append(ms(runs[way]))
    engine.close()
    listening.close()
    return {way: [median(times) for times in keys] for way, keys in found.items()}


def _raw(path: Path) -> sqlite3.Connection:
    """A connection as the engine's, which has room to keep every statement compiled, as the engine's few are."""
    connection = sqlite3.connect(path, cached_statements=10_000)
    connection.execute("PRAGMA cache_size = -32000")
    return connection


def _ways(
    engine: SearchEngine, raw: sqlite3.Connection, other: sqlite3.Connection, question: Question, statements: list[str]
) -> dict[str, Callable[[], object]]:
    like, bm25 = _like(question.text), _bm25(question.text)
    return {
        "query": lambda: engine.ask(question, LIMIT),
        "raw": lambda: [raw.execute(statement).fetchall() for statement in statements],
        "like": lambda: other.execute(*like).fetchall(),
        "bm25": lambda: other.execute(*bm25).fetchall(),
    }


def _browsed(base: Base) -> list[str]:
    rows = []
    with closing(SearchEngine(base.path)) as engine:
        for name, question in BROWSED.items():
            page = median(ms(lambda: engine.ask(question, LIMIT)) for _ in range(RUNS))  # noqa: B023 - called at once
            ids = ms(lambda: engine.ids(question))  # noqa: B023 - called at once
            rows.append(f"| {base.count:,} | {name} | {page:.2f} | {ids:.1f} |")
        choices = median(ms(engine.choices) for _ in range(RUNS))
        rows.append(f"| {base.count:,} | what to filter by | {choices:.2f} | |")
    return rows


def _keys(typed: Iterable[str]) -> Iterator[str]:
    """What stands in the box after each key; the box asks for nothing that holds no word."""
    for text in typed:
        for end in range(1, len(text) + 1):
            if plain(text[:end]):
                yield text[:end]


def _like(text: str) -> tuple[str, list[str]]:
    typed = plain(text).split()
    where = " AND ".join("text LIKE ?" for _ in typed)
    return f"SELECT number FROM plain_text WHERE {where} LIMIT {LIMIT}", [f"%{word}%" for word in typed]


def _bm25(text: str) -> tuple[str, list[str]]:
    match = " AND ".join(f'"{word}"*' for word in plain(text).split())
    order = f"ORDER BY bm25(plain_index) LIMIT {LIMIT}"
    return f"SELECT rowid FROM plain_index WHERE plain_index MATCH ? {order}", [match]


def _row(count: int, name: str, found: Times) -> str:
    cells = [f"{median(times):.2f} / {p95(times):.2f} / {max(times):.2f}" for times in found.values()]
    cells += ["–"] * (len(WAYS) - len(cells))
    return f"| {count:,} | {name} | {len(found['query'])} | {' | '.join(cells)} |"


def _goals(base: Base, times: dict[str, Times]) -> Iterator[Figure]:
    """What has to hold; small databases have no use for scans, and only a million rows show what bm25 costs.

    A `LIKE` that has found enough stops early, so its scan is that of words without a hit.
    """
    query, raw, bm25 = (_together(times, way, "words with hits", "parts of words") for way in ("query", "raw", "bm25"))
    hard = _together(times, "query", "parts of words", "words without a hit")
    records, in_bytes = f"{base.count:,} records", (base.index_bytes / 1e6, "the bare text", base.text_bytes / 1e6)
    yield beside(f"{records}: query, p50", median(query), "raw sqlite3", median(raw), 1.5)
    yield beside(f"{records}: index", *in_bytes, 3.0, unit="MB")
    if base.count >= 100_000:
        scan = _together(times, "like", "words without a hit")
        yield beside(f"{records}: parts of words and no hits, p95", p95(hard), "LIKE scan", p95(scan), 0.2)
    if base.count >= 1_000_000:
        yield beside(f"{records}: query, p50", median(query), "bm25", median(bm25), 0.05)


def _painted_row(count: int, name: str, found: Painted) -> str:
    cells = [f"{median(times):.2f} / {p95(times):.2f} / {max(times):.2f}" for times in found]
    return f"| {count:,} | {name} | {len(found.keys)} | {' | '.join(cells)} |"


def _painted_goals(count: int, found: Painted) -> Iterator[Figure]:
    """What a person sees; the yardstick of a key is the same key in the same window, its answer at hand."""
    records, repaint, table_repaint = f"{count:,} records", median(found.repaints), median(found.table_repaints)
    yield beside(f"{records}: repaint of the list, p50", repaint, "a table of Qt", table_repaint, 0.55)
    if count < 10_000:
        return
    most, keys = (3.0 if count >= 1_000_000 else 1.35), p95(found.keys)
    key = f"{records}: key to painted list, p95"
    yield beside(key, keys, "bare repaint of the list", p95(found.repaints), most)
    yield beside(key, keys, "the same without a query", p95(found.plain_keys), most)


def _together(times: dict[str, Times], way: str, *names: str) -> list[float]:
    return [one for name in names for one in times[name][way]]
