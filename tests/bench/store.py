"""How long a save takes beside a bare commit, and a backup beside a bare copy, in one run."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace

from desktop.domain.backup import Reason
from desktop.domain.contact import Location
from desktop.domain.record import RecordId
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.store.backup import back_up
from tests.bench.figures import Figure, Report, beside, ms, table
from tests.bench.store_data import make_base
from tests.bench.store_floor import Floor
from tests.support.places import SHIPPED, TRANSLATIONS

COUNT = 100_000
SAVES, COPIES = 200, 5


class Row(NamedTuple):
    """A piece of work beside its yardstick, both in milliseconds, and how many times as long it may take, if any."""

    what: str
    times: list[float]
    yardstick: str
    bare: list[float]
    most: float | None


def report(count: int = COUNT) -> Report:
    """Saves and backups."""
    with tempfile.TemporaryDirectory() as name:
        database = Path(name) / "wegweiser.sqlite"
        ids = make_base(database, count)
        figures = tuple(map(_figure, (*_saves(database, ids), _backups(database))))
    title = f"The store at {count:,} records, WAL and synchronous=FULL, work and yardstick in turn"
    return Report(f"{title}\n\n{table(figures)}", figures)


def _saves(database: Path, ids: list[RecordId]) -> list[Row]:
    """Each save changes a text and a number of another record; beside it the same rows of a further one are written."""
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    editing = Editing(catalogue, Desk(lambda: "Probe", lambda: datetime.now(UTC), lambda: 12), lambda: None)
    chosen = [ids[number * 401 % len(ids)] for number in range(2 * SAVES)]
    _index_as_written(catalogue, chosen)
    floor, times, least, bare = Floor(database), list[float](), list[float](), list[float]()
    with _bare(database.with_name("bare.sqlite")) as commit:
        for number, record_id in enumerate(chosen[:SAVES]):
            before = editing.opened(record_id)
            assert isinstance(before, Location)
            phone = replace(before.phones[0], raw=f"0221 {10_000 + number}")
            after = replace(before, hours_note=f"Neu beschrieben, zum {number}. Mal.", phones=(phone,))
            times.append(ms(lambda: editing.save(before, after)))  # noqa: B023 - called at once
            least.append(ms(floor.change(chosen[SAVES + number], number)))
            bare.append(ms(commit))
    floor.close()
    catalogue.close()
    yardstick = "one row, DELETE and FULL"
    return [
        Row("save a record with history and both indexes", times, yardstick, bare, 2),
        Row("its rows with bare sqlite3, nothing read or checked", least, yardstick, bare, None),
    ]


def _index_as_written(catalogue: Catalogue, ids: list[RecordId]) -> None:
    """Let the index know these records, which were multiplied in the database, as the program writes them."""
    with catalogue.writing() as unit:
        owners = {record.organization_id for item in ids if isinstance(record := unit.records.find(item), Location)}
        unit.records.put(record for owner in sorted(owners) if (record := unit.records.find(owner)))


@contextmanager
def _bare(path: Path) -> Iterator[Callable[[], object]]:
    """A commit of one row in a database of its own on the same disk, as safe as SQLite makes it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode = DELETE", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("CREATE TABLE one (number INTEGER)")
        connection.execute("INSERT INTO one VALUES (0)")
        yield lambda: connection.execute("UPDATE one SET number = number + 1")


def _backups(database: Path) -> Row:
    folder = database.parent / "backups"
    times, bare = [], []
    for _ in range(COPIES):
        bare.append(ms(lambda: _copy(database, database.with_name("copy"))))
        times.append(ms(lambda: back_up(database, folder, Reason.WISH, datetime.now())))
    size = f"{database.stat().st_size / 1e6:.0f} MB"
    return Row(f"backup of {size}, checked", times, "cp with fsync", bare, 4)


def _copy(origin: Path, target: Path) -> None:
    shutil.copyfile(origin, target)
    with target.open("rb+") as written:
        os.fsync(written.fileno())
    target.unlink()


def _figure(row: Row) -> Figure:
    times = sorted(row.times)
    spread = f"p95 {times[int(len(times) * 0.95)]:.1f}, max {times[-1]:.1f}"
    return beside(row.what, median(times), row.yardstick, median(row.bare), row.most, spread=spread)
