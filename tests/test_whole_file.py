"""A file is there whole or not at all, and a person learns in plain words why not."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.domain.errors import FileWriteError
from desktop.whole_file import write_whole

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
