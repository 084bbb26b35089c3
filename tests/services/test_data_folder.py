"""Moving the data: everything or nothing, compared, and the old folder stays as it is."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from desktop.domain.backup import Reason
from desktop.domain.data_folder import Origin
from desktop.domain.errors import ExpectedError, StoreError
from desktop.services.backups import Backups
from desktop.services.data_folder import DataFolder
from desktop.store.read_only import is_sound


@pytest.fixture
def pointed() -> list[Path]:
    return []


@pytest.fixture
def folder(database: Path, pointed: list[Path]) -> DataFolder:
    """A folder with a database, a backup, settings, a logo, a draft and a log."""
    backups = Backups(database, database.parent / "backups", apart)
    backups.make(Reason.WISH)
    (database.parent / "drafts").mkdir()
    packages = ("signing-key.pem", "packages-made.json", "last-package.json")
    others = ("settings.json", "logo.png", "drafts/moers.json", "wegweiser-damaged-1.sqlite", "Notiz.txt")
    for name in (*packages, *others):
        (database.parent / name).write_text(name)
    return DataFolder(database, Origin.USUAL, apart, pointed.append, lambda: backups)


@contextmanager
def apart() -> Iterator[None]:
    """Nobody in the tests has the database open."""
    yield


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def without_database(found: dict[str, bytes]) -> dict[str, bytes]:
    """Without the database, in which SQLite notes at which end it was last read, and its log."""
    return {name: content for name, content in found.items() if not name.startswith("wegweiser.sqlite")}


def rows(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder / "wegweiser.sqlite")) as connection:
        return connection.execute("SELECT id, name FROM entry ORDER BY id").fetchall()


def test_everything_that_an_office_would_miss_is_copied_and_the_old_folder_is_as_it_was(
    folder: DataFolder, tmp_path: Path, pointed: list[Path]
) -> None:
    before, target = contents(folder.path), tmp_path / "Netz" / "Wegweiser"
    records = rows(folder.path)
    folder.move(target)
    assert without_database(contents(folder.path)) == without_database(before)
    assert rows(folder.path) == rows(target) == records
    assert without_database(contents(target)) == {
        name: content for name, content in without_database(before).items() if name != "Notiz.txt"
    }
    assert is_sound(target / "wegweiser.sqlite")
    assert pointed == [target]


def test_what_stands_only_in_the_log_of_the_database_is_copied_too(folder: DataFolder, tmp_path: Path) -> None:
    database = folder.path / "wegweiser.sqlite"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("UPDATE entry SET name = 'Nur im Log' WHERE id = 'moers'")
        connection.commit()
        log = database.with_name("wegweiser.sqlite-wal")
        kept = log.read_bytes(), database.read_bytes()
    log.write_bytes(kept[0])
    database.write_bytes(kept[1])
    folder.move(tmp_path / "neu")
    with closing(sqlite3.connect(tmp_path / "neu" / "wegweiser.sqlite")) as connection:
        assert connection.execute("SELECT name FROM entry WHERE id = 'moers'").fetchone() == ("Nur im Log",)


def test_a_database_that_another_program_has_open_is_not_moved(
    folder: DataFolder, tmp_path: Path, pointed: list[Path]
) -> None:
    with closing(sqlite3.connect(folder.path / "wegweiser.sqlite")) as other:
        other.execute("PRAGMA journal_mode = WAL").fetchall()
        other.execute("SELECT count(*) FROM entry").fetchall()
        with pytest.raises(StoreError, match="in use by another program"):
            folder.move(tmp_path / "neu")
    assert not (tmp_path / "neu").exists()
    assert pointed == []


def test_where_a_copy_cannot_be_made_nothing_is_left_and_nothing_is_switched(
    folder: DataFolder, tmp_path: Path, pointed: list[Path]
) -> None:
    target = tmp_path / "neu"
    target.mkdir()
    (target / "drafts").write_text("a file where a folder has to be")
    with pytest.raises(StoreError, match="could not be copied"):
        folder.move(target)
    assert contents(target) == {"drafts": b"a file where a folder has to be"}
    assert [path.name for path in target.iterdir()] == ["drafts"]
    assert pointed == []


def test_a_damaged_database_is_not_carried_on(folder: DataFolder, tmp_path: Path, pointed: list[Path]) -> None:
    database = folder.path / "wegweiser.sqlite"
    database.write_bytes(database.read_bytes()[:4096] + b"x" * 200_000)
    with pytest.raises(StoreError, match="damaged"):
        folder.move(tmp_path / "neu")
    assert not (tmp_path / "neu").exists()
    assert pointed == []


def test_data_that_are_there_already_are_never_written_over_but_can_be_used(
    folder: DataFolder, tmp_path: Path, pointed: list[Path]
) -> None:
    target = tmp_path / "Netz"
    target.mkdir()
    shutil.copy(folder.path / "wegweiser.sqlite", target)
    before = contents(target)
    assert folder.place_in(target) == target
    assert folder.holds_data(target)
    with pytest.raises(ExpectedError, match="already"):
        folder.move(target)
    folder.use(target)
    assert contents(target) == before
    assert pointed == [target]


def test_a_folder_without_data_cannot_be_used_as_if_it_had_any(folder: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(ExpectedError, match="no data"):
        folder.use(tmp_path)


def test_in_a_folder_with_other_things_the_data_get_one_of_their_own(folder: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "Dokumente").mkdir()
    assert folder.place_in(tmp_path / "Dokumente") == tmp_path / "Dokumente"
    (tmp_path / "Dokumente" / "Brief.odt").touch()
    assert folder.place_in(tmp_path / "Dokumente") == tmp_path / "Dokumente" / "Wegweiser"
    assert folder.place_in(tmp_path / "neu") == tmp_path / "neu"


@pytest.mark.parametrize("place", [".", "backups", "darin/tiefer"])
def test_the_data_do_not_move_into_themselves(folder: DataFolder, place: str, pointed: list[Path]) -> None:
    with pytest.raises(ExpectedError, match=r"already|within"):
        folder.move(folder.path / place)
    assert pointed == []


@pytest.mark.parametrize("origin", [Origin.ASKED, Origin.PORTABLE])
def test_a_folder_that_was_chosen_at_the_start_stays(
    database: Path, tmp_path: Path, origin: Origin, pointed: list[Path]
) -> None:
    folder = DataFolder(database, origin, apart, pointed.append, lambda: Backups(database, tmp_path, apart))
    with pytest.raises(ExpectedError, match="at the start"):
        folder.move(tmp_path / "neu")
    assert pointed == []


def test_size_and_backups_are_counted(folder: DataFolder) -> None:
    facts = folder.facts()
    assert facts.database_size == (folder.path / "wegweiser.sqlite").stat().st_size
    assert facts.backups == 1
    Backups(folder.path / "wegweiser.sqlite", folder.path / "backups", apart, datetime.now).make(Reason.WISH)
    assert folder.facts().backups == 2
