"""Whatever goes wrong while the program writes, the database stays sound and nothing that was confirmed is lost."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from desktop.domain.packing import PackageOrder
from desktop.exchange.formats import FORMATS
from desktop.exchange.package import read_package
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.exporting import Exporting, Order, Selection
from desktop.services.search import Search
from desktop.store.checkup import check_up
from desktop.store.opening import make_ready
from desktop.store.schema import REVISION, revision_of
from desktop.store.unit_of_work import Store
from tests.support.interrupted import AT_ONCE, EXPORT, MANY, PACKAGE
from tests.support.older import age
from tests.support.packing import PackingOffice
from tests.support.places import SHIPPED, TRANSLATIONS
from tests.support.victim import Victim, victim_at_work

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals")
RUNS = int(os.environ.get("WEGWEISER_FAULTS", "14"))
LONGEST_S = {"save": 1.2, "import": 1.2, "migrate": 4.0, "package": 4.0, "undo": 4.0, "export": 2.0, "create": 1.2}
JOBS = tuple(LONGEST_S)


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victim]:
    with victim_at_work(tmp_path_factory.mktemp("temporary")) as found:
        yield found


@pytest.fixture(scope="module")
def older(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("older") / "wegweiser.sqlite"
    shutil.copy(filled, path)
    age(path, "0004")
    return path


def _is_sound(database: Path) -> bool:
    store = Store(database)
    found = check_up(store, database)
    store.close()
    return not found.faults and found.is_index_sound


@pytest.mark.parametrize("run", range(RUNS))
def test_a_killed_program_leaves_a_sound_database_with_all_that_was_confirmed(
    victim: Victim, database: Path, older: Path, run: int
) -> None:
    job, dice = JOBS[run % len(JOBS)], random.Random(run)
    if job == "migrate":
        shutil.copy(older, database)
    confirmed = victim.killed(job, database, dice.uniform(0.01, LONGEST_S[job]))
    if job == "migrate":
        assert revision_of(database) in ("0004", REVISION)
        assert not confirmed or revision_of(database) == REVISION
    make_ready(database, SHIPPED)
    assert _is_sound(database)
    if job == "export":
        _assert_exported(database, confirmed)
    elif job == "create":
        _assert_created(database, confirmed)
    else:
        with closing(sqlite3.connect(database)) as connection:
            _IN_THE_DATABASE[job](connection, confirmed)


def _assert_migrated(connection: sqlite3.Connection, _confirmed: int) -> None:
    assert connection.execute("SELECT count(*) FROM partner").fetchone() == (38,)


def _assert_saved(connection: sqlite3.Connection, confirmed: int) -> None:
    """What was confirmed is there, and record, history and index agree about the one that may have been under way."""
    (deeds,) = connection.execute("SELECT count(*) FROM change WHERE item_key = 'moers'").fetchone()
    assert deeds in (confirmed, confirmed + 1)
    if deeds:
        assert connection.execute("SELECT summary FROM entry WHERE id = 'moers'").fetchone() == (f"Stand {deeds}.",)


def _assert_imported(connection: sqlite3.Connection, confirmed: int) -> None:
    """Each import is there as a whole or not at all, with its history."""
    (there,) = connection.execute("SELECT count(*) FROM entry WHERE id LIKE 'import-%'").fetchone()
    assert there in (confirmed * AT_ONCE, (confirmed + 1) * AT_ONCE)
    assert connection.execute("SELECT count(*) FROM change WHERE item_key LIKE 'import-%'").fetchone() == (there,)
    assert connection.execute("SELECT count(*) FROM change_set").fetchone() == (there // AT_ONCE,)


def _assert_taken(connection: sqlite3.Connection, confirmed: int) -> None:
    """A package is there with all its records, its number and what later ones are told from, or nothing of it is."""
    (taken,) = connection.execute("SELECT coalesce(max(package), 0) FROM taken_package").fetchone()
    assert taken in (confirmed, confirmed + 1)
    own = "FROM location WHERE id LIKE 'import-%'"
    assert connection.execute(f"SELECT count(*), count(DISTINCT cost) {own}").fetchone() == (
        (AT_ONCE, 1) if taken else (0, 0)
    )
    bases = "SELECT count(*) FROM shipped WHERE entry_id LIKE 'import-%' AND body LIKE ?"
    assert connection.execute(bases, (f"%Stand {taken}.%",)).fetchone() == (AT_ONCE if taken else 0,)
    if taken:
        assert connection.execute(f"SELECT DISTINCT cost {own}").fetchone() == (f"Stand {taken}.",)


def _assert_taken_back(connection: sqlite3.Connection, _confirmed: int) -> None:
    """A long deed is taken back with all its records, or none of them is gone; the history says which."""
    (there,) = connection.execute("SELECT count(*) FROM entry WHERE id LIKE 'import-%'").fetchone()
    deeds = connection.execute("SELECT undone_at IS NULL FROM change_set WHERE deed = 'package'").fetchall()
    assert (there, deeds) in ((0, []), (0, [(0,)]), (MANY, [(1,)]))


_IN_THE_DATABASE = {
    "save": _assert_saved,
    "import": _assert_imported,
    "migrate": _assert_migrated,
    "package": _assert_taken,
    "undo": _assert_taken_back,
}


def _assert_exported(database: Path, confirmed: int) -> None:
    """Under the wanted name lies a whole file, that which was confirmed last or the one behind it, or none yet."""
    target = database.with_name(EXPORT)
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    search = Search(catalogue)
    exporting = Exporting(catalogue, search, load(TRANSLATIONS, "de"))
    if confirmed or target.exists():
        whole = []
        for at in (confirmed - 1, confirmed):
            exporting.write(Order(Selection(), FORMATS[at % len(FORMATS)]), database.with_name("Vergleich"))
            whole.append(_content(database.with_name("Vergleich")))
        assert _content(target) in whole
    _assert_cleared_away(database, lambda: exporting.write(Order(Selection(), FORMATS[0]), target))
    search.close()
    catalogue.close()


def _content(path: Path) -> object:
    """What is in a file; of a workbook its parts, without the one that says at which second it was made."""
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}


def _assert_created(database: Path, confirmed: int) -> None:
    """Under the wanted name lies a whole package, and the next one has a number that was never given away."""
    target, office = database.with_name(PACKAGE), PackingOffice(database)
    there = read_package(target).manifest.number if confirmed or target.exists() else 0
    assert there in (confirmed, confirmed + 1)
    order = PackageOrder(target)
    numbers = [office.packing.pack(order).manifest.number]
    assert numbers[0] > there
    _assert_cleared_away(database, lambda: numbers.append(office.packing.pack(order).manifest.number))
    assert numbers[1] == numbers[0] + 1
    assert read_package(target).manifest.number == numbers[1]
    office.records.close()


def _assert_cleared_away(database: Path, writes: Callable[[], object]) -> None:
    """What the killed program began goes when somebody writes there a day later."""
    left = list(database.parent.glob(".*.part"))
    assert len(left) <= 1
    for path in left:
        os.utime(path, (0, 0))
    writes()
    assert list(database.parent.glob(".*.part")) == []
