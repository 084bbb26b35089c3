"""A file is there whole or not at all, and a person learns in plain words why not."""

import errno
import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from desktop.domain.errors import FileWriteError
from desktop.exchange.package.keys import SigningKey
from desktop.whole_file import demand_place, write_whole, writing

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and limits as Unix has them")


@contextmanager
def small_files() -> Iterator[None]:
    """A system on which no file may grow beyond 1000 bytes, like a stick that is full.

    No longer than the call that is tested: the report of the tests is a file too.
    """
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def usual_rights() -> Iterator[None]:
    """A system on which colleagues may read what one writes."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "Köln.pdf"
    target.write_bytes(b"a longer old content")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@UNIX
@pytest.mark.usefixtures("usual_rights")
def test_colleagues_may_read_it_as_any_new_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "Blatt.pdf", b"new")
    assert stat.S_IMODE((tmp_path / "Blatt.pdf").stat().st_mode) == 0o640


@UNIX
def test_a_full_drive_leaves_what_was_there_and_no_half_file(tmp_path: Path) -> None:
    target = tmp_path / "Blatt.pdf"
    target.write_bytes(b"old")
    with pytest.raises(FileWriteError, match="no room"), small_files():
        write_whole(target, bytes(5000))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileWriteError, match=r"The folder .*Stick is not there"):
        write_whole(tmp_path / "Stick" / "Blatt.pdf", b"new")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "Blatt.pdf").mkdir()
    with pytest.raises(FileWriteError, match="is a folder"):
        write_whole(tmp_path / "Blatt.pdf", b"new")
    assert list(tmp_path.iterdir()) == [tmp_path / "Blatt.pdf"]


def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "Blatt.pdf"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(FileWriteError, match="write-protected"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    target.chmod(0o644)


@UNIX
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
@pytest.mark.usefixtures("usual_rights")
def test_a_file_that_was_there_keeps_who_may_read_it(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "Blatt.pdf"
    target.write_bytes(b"old")
    target.chmod(mode)
    write_whole(target, b"new")
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (b"new", mode)


@UNIX
@pytest.mark.parametrize("content", [None, b"old"])
def test_a_link_is_followed_to_the_file_that_it_means(tmp_path: Path, content: bytes | None) -> None:
    other, link = tmp_path / "Ablage" / "Blatt.pdf", tmp_path / "Blatt.pdf"
    other.parent.mkdir()
    if content is not None:
        other.write_bytes(content)
    link.symlink_to(Path("Ablage") / "Blatt.pdf")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert [(file, file.read_bytes()) for file in other.parent.iterdir()] == [(other, b"new")]


@UNIX
def test_a_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    link = tmp_path / "Blatt.pdf"
    link.symlink_to(link)
    with pytest.raises(FileWriteError, match="could not be written"):
        write_whole(link, b"new")
    assert link.is_symlink()


@UNIX
def test_a_pipe_and_a_device_are_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "Blatt.pdf"
    os.mkfifo(pipe)
    for place in (pipe, Path(os.devnull)):
        before = place.stat().st_mode
        with pytest.raises(FileWriteError, match="not a file"):
            write_whole(place, b"new")
        assert place.stat().st_mode == before


def test_what_was_left_by_a_program_that_was_killed_is_cleared_away_a_day_later(tmp_path: Path) -> None:
    old, fresh = tmp_path / ".0123456789ab.part", tmp_path / ".ba9876543210.part"
    foreign = [
        tmp_path / name for name in (".0123456789ab.part2", "0123456789ab.part", ".film.part", ".ABCDEF012345.part")
    ]
    for file in (old, fresh, *foreign):
        file.write_bytes(b"half")
    long_ago = fresh.stat().st_mtime - 25 * 60 * 60
    for file in (old, *foreign):
        os.utime(file, (long_ago, long_ago))
    write_whole(tmp_path / "Blatt.pdf", b"new")
    assert {file.name for file in tmp_path.iterdir()} == {"Blatt.pdf", fresh.name, *(file.name for file in foreign)}


@pytest.mark.parametrize("name", ["wegweiser.sqlite", "Sicherung.sqlite", "wegweiser.sqlite-wal", "signing-key.pem"])
def test_a_database_and_a_key_are_never_written_over(tmp_path: Path, name: str) -> None:
    target, link = tmp_path / name, tmp_path / "Liste.csv"
    with closing(sqlite3.connect(tmp_path / "wegweiser.sqlite")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE entry (id)")
        (tmp_path / "Sicherung.sqlite").write_bytes((tmp_path / "wegweiser.sqlite").read_bytes())
        (tmp_path / "signing-key.pem").write_bytes(SigningKey.made().pem)
        before = target.read_bytes()
        os.link(target, link)
        for place in (target, link):
            with pytest.raises(FileWriteError, match="a database or a key"):
                write_whole(place, b"new")
        assert target.read_bytes() == before


def test_a_place_is_tried_and_left_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "Bericht.csv"
    demand_place(target)
    assert list(tmp_path.iterdir()) == []
    target.write_bytes(b"old")
    demand_place(target)
    assert target.read_bytes() == b"old"
    with pytest.raises(FileWriteError, match="is a folder"):
        demand_place(tmp_path)


@UNIX
def test_whatever_goes_wrong_first_is_told_where_the_half_file_cannot_be_taken_away(tmp_path: Path) -> None:
    """A stick that was pulled out while somebody gave up."""
    with pytest.raises(ZeroDivisionError), writing(tmp_path / "Liste.csv") as file:
        part = Path(file.name)
        part.unlink()
        part.mkdir()
        raise ZeroDivisionError


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileWriteError, match="shorter"):
        write_whole(tmp_path / ("x" * 400), b"new")


@UNIX
def test_a_place_that_nobody_may_write_to_is_told(tmp_path: Path) -> None:
    place = Path("/proc/Blatt.pdf") if os.geteuid() == 0 else _locked(tmp_path)
    with pytest.raises(FileWriteError) as caught:
        write_whole(place, b"new")
    assert isinstance(caught.value.__cause__, OSError)
    assert os.strerror(caught.value.__cause__.errno or errno.EIO) not in str(caught.value)


def _locked(folder: Path) -> Path:
    folder.chmod(0o500)
    return folder / "Blatt.pdf"


def test_what_is_written_piece_by_piece_is_there_once_the_block_has_ended(tmp_path: Path) -> None:
    target = tmp_path / "Liste.csv"
    target.write_bytes(b"old")
    with writing(target) as file:
        for piece in (b"one", b" ", b"two"):
            file.write(piece)
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"one two"
    assert list(tmp_path.iterdir()) == [target]


def test_a_block_that_fails_leaves_what_was_there_and_no_half_file(tmp_path: Path) -> None:
    target = tmp_path / "Liste.csv"
    target.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), writing(target) as file:
        file.write(b"half a")
        raise ZeroDivisionError
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
