"""Folders as Windows names them."""

from pathlib import PureWindowsPath
from urllib.parse import unquote

import pytest

from desktop.domain.windows_path import drive_of, is_share, long_form
from desktop.store.read_only import address_in_full

DEEP = r"\Büro mit langem Namen" * 10

SHARES = {
    r"\\dateien\amt\Büro Moers": True,
    r"\\?\UNC\dateien\amt\Büro Moers": True,
    r"\\?\unc\dateien\amt": True,
    r"C:\Users\becker\AppData\Local\wegweiser": False,
    r"\\?\C:\Users\becker\AppData\Local\wegweiser": False,
    r"\\.\C:\Daten": False,
    r"Daten\Wegweiser": False,
}


@pytest.mark.parametrize(("folder", "is_one"), SHARES.items())
def test_a_folder_named_by_its_computer_is_a_share_also_in_its_long_form(folder: str, is_one: bool) -> None:
    assert is_share(PureWindowsPath(folder)) is is_one


@pytest.mark.parametrize(
    ("folder", "drive"),
    [
        (r"Z:\Servicestelle\Wegweiser", "Z:\\"),
        (r"\\?\Z:\Servicestelle" + r"\sehr lang" * 40, "Z:\\"),
        (r"\\dateien\amt", ""),
        (r"\\?\UNC\dateien\amt", ""),
        (r"Wegweiser", ""),
    ],
)
def test_windows_is_asked_for_the_root_of_a_drive_with_a_letter(folder: str, drive: str) -> None:
    assert drive_of(PureWindowsPath(folder)) == drive


@pytest.mark.parametrize(
    ("folder", "long"),
    [
        (r"C:\Daten" + DEEP, r"\\?\C:\Daten" + DEEP),
        (r"\\dateien\amt" + DEEP, r"\\?\UNC\dateien\amt" + DEEP),
        (r"\\?\C:\Daten" + DEEP, r"\\?\C:\Daten" + DEEP),
        (r"C:\Daten", r"C:\Daten"),
        (r"\\dateien\amt\Büro Moers", r"\\dateien\amt\Büro Moers"),
    ],
)
def test_a_long_path_gets_the_form_in_which_windows_finds_it_and_a_short_one_stays(folder: str, long: str) -> None:
    found = long_form(PureWindowsPath(folder))
    assert str(found) == long
    assert str(long_form(found)) == long
    assert is_share(found) is is_share(PureWindowsPath(folder))
    assert drive_of(found) == drive_of(PureWindowsPath(folder))


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (r"C:\Büro\wegweiser.sqlite", "file:C:/Büro/wegweiser.sqlite"),
        (r"\\dateien\amt\wegweiser.sqlite", "file:////dateien/amt/wegweiser.sqlite"),
        (r"\\?\C:\Büro\wegweiser.sqlite", r"file:\\?\C:\Büro\wegweiser.sqlite"),
        (r"\\?\UNC\dateien\amt\wegweiser.sqlite", r"file:\\?\UNC\dateien\amt\wegweiser.sqlite"),
        (r"C:\100 % #1?\wegweiser.sqlite", "file:C:/100 % #1?/wegweiser.sqlite"),
    ],
)
def test_sqlite_is_told_the_same_path(path: str, address: str) -> None:
    told = address_in_full(PureWindowsPath(path))
    assert unquote(told) == address
    assert not {"?", "#", " "} & set(told)
