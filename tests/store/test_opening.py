"""A database is made, filled, recognised and, where it is not ours or not sound, left alone."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from desktop.domain.errors import DataFileError, StoreError
from desktop.domain.search import Question
from desktop.domain.vocabulary import Kind
from desktop.store import failures, schema
from desktop.store.engine import open_engine
from desktop.store.opening import make_ready
from desktop.store.search.engine import BROKEN, SearchEngine
from desktop.store.unit_of_work import Store
from tests.support.places import SHIPPED


def _counts(path: Path) -> dict[Kind, int]:
    store = Store(path)
    try:
        with store.reading() as unit:
            return unit.records.counts()
    finally:
        store.close()


def _refusal(path: Path, shipped: Path = SHIPPED) -> StoreError:
    with pytest.raises(StoreError) as caught:
        make_ready(path, shipped)
    return caught.value


def test_the_first_start_fills_an_empty_folder(tmp_path: Path) -> None:
    path = tmp_path / "neu" / "wegweiser.sqlite"
    make_ready(path, SHIPPED)
    counts = _counts(path)
    assert (counts[Kind.MUNICIPALITY], counts[Kind.LOCATION], counts[Kind.PRACTICE], counts[Kind.PARTNER]) == (
        12,
        16,
        8,
        38,
    )


def test_a_second_start_writes_nothing(database: Path) -> None:
    before = database.read_bytes()
    make_ready(database, SHIPPED)
    assert database.read_bytes() == before


def test_a_broken_data_file_never_reaches_the_database(tmp_path: Path) -> None:
    shipped = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    moers = shipped / "municipalities" / "moers.toml"
    moers.write_text(moers.read_text(encoding="utf-8").replace('ags = "05170024"', 'ags = "Moers"'), encoding="utf-8")
    path = tmp_path / "wegweiser.sqlite"
    with pytest.raises(DataFileError, match=r"municipalities/moers\.toml.*moers.*ags"):
        make_ready(path, shipped)
    assert not path.exists()


def test_a_damaged_database_is_left_as_it_is(database: Path) -> None:
    database.write_bytes(b"garbage" * 1000)
    assert _refusal(database).message.msgid == failures.CORRUPT
    assert database.read_bytes() == b"garbage" * 1000


def test_a_truncated_database_is_told_as_damaged(database: Path) -> None:
    content = database.read_bytes()
    database.write_bytes(content[: len(content) // 3])
    with pytest.raises(StoreError) as caught:
        make_ready(database, SHIPPED)
        _counts(database)
    assert caught.value.message.msgid == failures.CORRUPT


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE search_entry SET title = CAST(x'ff' AS TEXT)", failures.CORRUPT),
        ("UPDATE search_entry SET kind = 'quark'", BROKEN),
        ("UPDATE search_passage SET body = x'00ff'", BROKEN),
        ("DELETE FROM search_entry WHERE entry_id = 'moers'", BROKEN),
        ("DROP TABLE search_use", BROKEN),
    ],
)
def test_an_index_with_rows_that_cannot_be_read_is_told_as_damaged(database: Path, harm: str, told: str) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute(harm)
    connection.close()
    engine = SearchEngine(database)
    with pytest.raises(StoreError) as caught:
        for text in ("", "moers", "wissen"):
            engine.ask(Question(text=text, groups=(frozenset(Kind),)), 50)
    engine.close()
    assert caught.value.message.msgid == told


def test_a_database_without_one_of_its_tables_is_told_as_damaged(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TABLE state")
    connection.close()
    assert _refusal(database).message.msgid == failures.CORRUPT


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A database as the first version of the program made it, without records."""
    path = tmp_path / "wegweiser.sqlite"
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    engine = open_engine(path)
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    return path


def test_a_database_of_an_earlier_version_is_brought_up_to_date_after_a_backup(earlier: Path) -> None:
    make_ready(earlier, SHIPPED)
    assert _counts(earlier)[Kind.PARTNER] == 38
    assert [schema.revision_of(backup) for backup in (earlier.parent / "backups").iterdir()] == ["0001"]


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE link",  # the migrations do without it, the records do not
        "ALTER TABLE link DROP COLUMN label",
        "CREATE TABLE translation (text TEXT)",  # which a migration makes
    ],
)
def test_a_database_that_cannot_be_brought_up_to_date_stays_as_it_was(earlier: Path, harm: str) -> None:
    with sqlite3.connect(earlier) as connection:
        connection.execute(harm)
    connection.close()
    before = earlier.read_bytes()
    for _ in range(2):
        assert _refusal(earlier).message.msgid == failures.CORRUPT
    assert earlier.read_bytes() == before
    assert not list((earlier.parent / "backups").iterdir())


def test_a_newer_database_is_refused_and_left_as_it_is(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = database.read_bytes()
    assert _refusal(database).message.msgid == failures.NEWER
    assert database.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wegweiser.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE invoice (id INTEGER)")
    connection.close()
    assert _refusal(path).message.msgid == failures.FOREIGN


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert "cannot be opened" in str(_refusal(tmp_path / "file" / "wegweiser.sqlite"))


def test_a_locked_database_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "wegweiser.sqlite"
    holder = sqlite3.connect(path)
    holder.execute("PRAGMA journal_mode = WAL")
    holder.execute("BEGIN IMMEDIATE")
    try:
        assert "in use" in str(_refusal(path))
    finally:
        holder.close()


def test_a_full_disk_is_told_as_what_it_is(database: Path) -> None:
    connection = sqlite3.connect(database)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="no space left"), failures.told(database):
        connection.execute("CREATE TABLE filler AS SELECT randomblob(1000000) AS bytes")
    connection.close()


@pytest.mark.skipif(os.name != "posix", reason="uses a limit of the shell")
def test_a_disk_that_takes_no_more_is_told_and_leaves_no_half_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "wegweiser.sqlite"
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from desktop.domain.errors import StoreError\n"
        "from desktop.store.opening import make_ready\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "try:\n"
        "    make_ready(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "except StoreError as error:\n"
        "    sys.exit(str(error))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path), str(SHIPPED)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "Check the disk" in done.stderr
    assert "Traceback" not in done.stderr
    make_ready(path, SHIPPED)
    assert _counts(path)[Kind.PARTNER] == 38


@pytest.mark.skipif(os.name != "posix", reason="permissions of files differ elsewhere")
def test_a_database_that_may_not_be_written_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder, path = Path(name), Path(name) / "wegweiser.sqlite"
        path.touch(mode=0o444)
        folder.chmod(0o555)
        done = _as_nobody(path)
        folder.chmod(0o755)
    assert done.returncode == 1, done.stderr
    assert "cannot be written to" in done.stderr
    assert "Traceback" not in done.stderr


def _as_nobody(path: Path) -> subprocess.CompletedProcess[str]:
    """Make the database ready as somebody who is not the administrator, for whom permissions count for nothing."""
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from desktop.domain.errors import StoreError\n"
        "from desktop.store.opening import make_ready\n"
        "make_ready(Path(sys.argv[3]), Path(sys.argv[2]))\n"  # imports all there is, while its files may be read
        "if os.geteuid() == 0:\n"
        "    os.setuid(65534)\n"
        "try:\n"
        "    make_ready(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "except StoreError as error:\n"
        "    sys.exit(str(error))\n"
    )
    with tempfile.TemporaryDirectory() as other:
        words = [sys.executable, "-c", program, str(path), str(SHIPPED), str(Path(other) / "first.sqlite")]
        return subprocess.run(words, capture_output=True, text=True, check=False)
