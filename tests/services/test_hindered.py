"""What hinders a change is told in words, and nothing is lost by it."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.store.checkup import check_up
from desktop.store.unit_of_work import Store
from tests.support.places import ROOT, SHIPPED, TRANSLATIONS

pytestmark = pytest.mark.skipif(os.name != "posix", reason="users, limits and permissions of POSIX")
_PROGRAM = """
import os, resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from msgspec.structs import replace
from desktop.domain.errors import StoreError
from desktop.domain.search import Question
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.services.search import Search
database, shipped, translations, other, trouble = (*map(Path, sys.argv[1:5]), sys.argv[5])

def desk(path):
    catalogue = Catalogue(path, shipped, load(translations, "en"))
    return catalogue, Editing(catalogue, Desk(lambda: "P", lambda: datetime.now(UTC), lambda: 12), lambda: None)

def save(catalogue, editing, text):
    with catalogue.reading() as unit:
        found = unit.records.find("moers")
    editing.save(found, replace(found, summary=text))

first = desk(other)
save(*first, "Zuerst.")  # imports all there is, while its files may be read
Search(first[0]).ask(Question(text="moers"))
catalogue, editing = desk(database)
if trouble == "full":
    catalogue.make_ready()
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
elif trouble == "closed" and os.geteuid() == 0:
    os.setuid(65534)
try:
    print(Search(catalogue).ask(Question(text="moers")).hits[0].id, flush=True)
    save(catalogue, editing, "Neu. " * 50)
except StoreError as error:
    sys.exit(str(error))
"""


def _saved(database: Path, trouble: str) -> tuple[str, str]:
    """What a program finds and what it says when it saves under such conditions."""
    with tempfile.TemporaryDirectory() as name:
        other = Path(shutil.copy(database, name))
        words = (str(database), str(SHIPPED), str(TRANSLATIONS), str(other), trouble)
        surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, *words], capture_output=True, text=True, check=False, env=surroundings
        )
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


def _summary(database: Path) -> object:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT summary FROM entry WHERE id = 'moers'").fetchone()


@pytest.fixture
def shared(filled: Path) -> Iterator[Path]:
    """A database in a folder that other users can look into."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(shutil.copy(filled, name))
        Path(name).chmod(0o755)


def _assert_unharmed(database: Path, before: object) -> None:
    assert _summary(database) == before
    store = Store(database)
    found = check_up(store, database)
    store.close()
    assert not found.faults
    assert found.is_index_sound


def test_a_full_disk_is_told_and_the_record_stays_as_it_was(database: Path) -> None:
    before = _summary(database)
    _, told = _saved(database, "full")
    assert "Nothing" in told
    _assert_unharmed(database, before)


def test_a_database_that_another_program_has_locked_is_told(database: Path) -> None:
    before = _summary(database)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        found, told = _saved(database, "locked")
    assert found == "moers\n"
    assert "in use by another program" in told
    _assert_unharmed(database, before)


def test_a_file_that_may_not_be_written_is_read_and_nothing_in_it_is_changed(shared: Path) -> None:
    before = shared.read_bytes()
    shared.chmod(0o444)
    found, told = _saved(shared, "closed")
    assert found == "moers\n"
    assert "so nothing can be changed" in told
    assert shared.read_bytes() == before


def test_a_medium_that_takes_no_file_is_read(shared: Path) -> None:
    shared.chmod(0o444)
    shared.parent.chmod(0o555)
    found, told = _saved(shared, "closed")
    assert found == "moers\n"
    assert "so nothing can be changed" in told
    assert [path.name for path in shared.parent.iterdir()] == [shared.name]


@pytest.fixture
def empty() -> Iterator[Path]:
    """A folder without a database, on a medium that takes no file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "wegweiser-data"
        folder.mkdir()
        for place in (folder, folder.parent):
            place.chmod(0o555)
        yield folder / "wegweiser.sqlite"
        folder.parent.chmod(0o755)


_SHOW = """
import os, sys
from pathlib import Path
from desktop.domain.errors import StoreError
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.changes import Changes
database, shipped, translations, other = map(Path, sys.argv[1:5])
for path in (other, database):
    catalogue = Catalogue(path, shipped, load(translations, "en"))
    found = catalogue.dossier("moers").record.name  # the first one imports all there is, while its files may be read
    changes = Changes(catalogue, path)
    changes.state()
    if path is other and os.geteuid() == 0:
        os.setuid(65534)
place = catalogue.place
print(found, oct(place.parent.stat().st_mode & 0o777), changes.state() == changes.state(), catalogue.look_for_damage())
try:
    catalogue.refuse_read_only()
except StoreError as error:
    print(error)
changes.close()
catalogue.close()
print(place.parent.exists())
"""


def test_an_empty_medium_that_takes_no_file_shows_the_shipped_data_and_leaves_nothing_behind(
    empty: Path, tmp_path: Path
) -> None:
    words = [sys.executable, "-c", _SHOW, *map(str, (empty, SHIPPED, TRANSLATIONS, tmp_path / "first.sqlite"))]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    shown, refused, is_left = done.stdout.splitlines()
    assert shown == "Moers 0o700 True False"
    assert str(empty.parent) in refused
    assert "read-only: nothing is saved" in refused
    assert is_left == "False"
    assert list(empty.parent.iterdir()) == []


_CHECK = """
import os, sys
from pathlib import Path
from desktop.store.checkup import check_up
from desktop.store.unit_of_work import Store
closed, other = map(Path, sys.argv[1:])
check_up(Store(other), other)  # imports all there is, while its files may be read
if os.geteuid() == 0:
    os.setuid(65534)
print(check_up(Store(closed, is_read_only=True), closed).is_index_sound)
"""


def test_a_medium_that_takes_no_file_is_found_to_be_sound(shared: Path, database: Path) -> None:
    shared.chmod(0o444)
    shared.parent.chmod(0o555)
    words = [sys.executable, "-c", _CHECK, str(shared), str(database)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.returncode) == ("True\n", 0), done.stderr
