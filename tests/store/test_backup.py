"""Backups are whole, the last ten stay whatever the clock says, and nothing else in their folder is ever touched."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from desktop.domain.backup import Backup, Reason
from desktop.domain.errors import StoreError
from desktop.domain.vocabulary import Kind
from desktop.store.backup import KEPT, back_up, backups_in, content_of
from desktop.store.opening import make_ready
from desktop.store.read_only import is_sound
from tests.support.older import age
from tests.support.places import ROOT, SHIPPED

NOW = datetime(2026, 11, 23, 10, 42, 7)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Sicherungen"


def _made(database: Path, folder: Path, now: datetime = NOW, reason: Reason = Reason.EDIT) -> Backup:
    return back_up(database, folder, reason, now)


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_backup_is_one_whole_file_that_says_when_and_why(database: Path, folder: Path) -> None:
    made = _made(database, folder)
    assert _names(folder) == {"wegweiser-000001-2026-11-23-104207-edit.sqlite"}
    assert (made.number, made.made_at, made.reason) == (1, NOW, Reason.EDIT)
    content = content_of(made)
    assert content.counts is not None
    assert content.counts[Kind.PARTNER] == 38
    assert content.size == made.path.stat().st_size
    assert _names(folder) == {made.path.name}
    with closing(sqlite3.connect(made.path)) as copy, closing(sqlite3.connect(database)) as origin:
        for table in ("entry", "statement", "change_set", "search_entry", "search_word", "state"):
            every = f"SELECT * FROM {table}"
            assert copy.execute(every).fetchall() == origin.execute(every).fetchall()


def test_an_import_that_is_tried_again_and_again_pushes_no_other_backup_out(database: Path, folder: Path) -> None:
    first, second = _made(database, folder), _made(database, folder, reason=Reason.IMPORT)
    again = [_made(database, folder, NOW.replace(minute=at), Reason.IMPORT) for at in range(KEPT + 1)]
    assert set(again) == {second}
    assert _names(folder) == {first.path.name, second.path.name}
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("UPDATE entry SET name = 'Maers' WHERE id = 'moers'")
        writer.commit()
    assert _made(database, folder, reason=Reason.IMPORT).number == 3
    assert _made(database, folder).number == 4


def test_what_still_stands_in_the_log_is_in_the_backup(database: Path, folder: Path) -> None:
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE entry SET name = 'Neu' WHERE id = 'moers'")
        writer.commit()
        made = _made(database, folder)
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT name FROM entry WHERE id = 'moers'").fetchone() == ("Neu",)


def test_the_last_ten_stay_and_nothing_else_goes(database: Path, folder: Path) -> None:
    folder.mkdir()
    others = {
        "Urlaub.txt",
        "wegweiser.sqlite",
        "wegweiser-2026-11-22-090000.sqlite",
        "wegweiser-1-2026-11-22-090000-edit.sqlite",
        "wegweiser-000001-2026-11-22-090000-holiday.sqlite",
        "wegweiser-000001-2026-13-22-090000-edit.sqlite",
        "wegweiser-000001-2026-11-22-090000-edit.sqlite.txt",
        "kreis-000001-2026-11-22-090000-edit.sqlite",
    }
    for name in others:
        (folder / name).write_text("mine")
    (folder / "wegweiser-000001-2026-11-22-090000-edit.sqlite").mkdir()
    made = [_made(database, folder) for _ in range(KEPT + 3)]
    kept = {backup.path.name for backup in made[3:]}
    assert _names(folder) == kept | others | {"wegweiser-000001-2026-11-22-090000-edit.sqlite"}
    assert [backup.number for backup in backups_in(folder, "wegweiser")] == [one.number for one in reversed(made[3:])]


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_wrong_clock_neither_loses_nor_reorders_anything(database: Path, folder: Path, year: int) -> None:
    made = [_made(database, folder) for _ in range(KEPT - 1)]
    odd = _made(database, folder, NOW.replace(year=year))
    assert backups_in(folder, "wegweiser") == (odd, *reversed(made))
    later = _made(database, folder)
    assert backups_in(folder, "wegweiser") == (later, odd, *reversed(made[1:]))


def test_of_a_damaged_database_there_is_no_backup_that_could_take_the_place_of_a_good_one(
    database: Path, folder: Path
) -> None:
    good = [_made(database, folder) for _ in range(KEPT)]
    content = bytearray(database.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 40_000] = b"\xa5" * 40_000
    database.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        _made(database, folder)
    assert backups_in(folder, "wegweiser") == tuple(reversed(good))
    assert _names(folder) == {one.path.name for one in good}


def test_a_backup_of_nothing_leaves_nothing_behind(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(StoreError):
        _made(tmp_path / "missing.sqlite", folder)
    assert not folder.exists()


def test_what_a_killed_program_left_half_made_is_cleared_away_and_what_is_being_made_is_not(
    database: Path, folder: Path
) -> None:
    folder.mkdir()
    (folder / "wegweiser-000004.part").write_bytes(b"half")
    with closing(sqlite3.connect(folder / "wegweiser-000005.part", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        made = _made(database, folder)
        assert _names(folder) - {"wegweiser-000005.part-journal"} == {made.path.name, "wegweiser-000005.part"}
    assert made.number == 6


def test_newer_shipped_data_and_migrations_are_preceded_by_a_backup(database: Path, tmp_path: Path) -> None:
    shipped = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    moers = shipped / "municipalities" / "moers.toml"
    moers.write_text(moers.read_text(encoding="utf-8").replace("Moers", "Mörs"), encoding="utf-8")
    make_ready(database, shipped)
    age(database, "0004")
    make_ready(database, shipped)
    found = backups_in(database.parent / "backups", database.stem)
    assert [one.reason for one in found] == [Reason.MIGRATION, Reason.UPDATE]


def test_the_first_start_makes_no_backup(tmp_path: Path) -> None:
    make_ready(tmp_path / "wegweiser.sqlite", SHIPPED)
    assert not (tmp_path / "backups").exists()


_PROGRAM = """
import os, resource, signal, sys
from datetime import datetime
from pathlib import Path
from desktop.domain.backup import Reason
from desktop.domain.errors import StoreError
from desktop.store.backup import back_up
if sys.argv[3] == "full":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
elif os.geteuid() == 0:
    os.setuid(65534)
try:
    back_up(Path(sys.argv[1]), Path(sys.argv[2]), Reason.EDIT, datetime(2026, 11, 23))
except StoreError as error:
    sys.exit(str(error))
"""


def _elsewhere(database: Path, folder: Path, trouble: str) -> str:
    """What a backup under other conditions says."""
    command = [sys.executable, "-c", _PROGRAM, str(database), str(folder), trouble]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", env=surroundings)
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.skipif(os.name != "posix", reason="uses a limit of the system")
def test_a_disk_that_takes_no_more_is_told_and_leaves_the_older_ones(database: Path, folder: Path) -> None:
    made = _made(database, folder)
    assert "Without a backup nothing is changed." in _elsewhere(database, folder, "full")
    assert _names(folder) == {made.path.name}


@pytest.mark.skipif(os.name != "posix", reason="permissions of files differ elsewhere")
def test_a_folder_that_may_not_be_written_to_is_told(filled: Path) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        database = Path(shutil.copy(filled, name))
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        (Path(name) / "backups").mkdir()
        for path in (database, Path(name) / "backups", Path(name)):
            path.chmod(0o555)
        told = _elsewhere(database, Path(name) / "backups", "closed")
        assert "No backup can be written to" in told
        assert is_sound(database)
        for path in (Path(name), Path(name) / "backups"):
            path.chmod(0o755)
