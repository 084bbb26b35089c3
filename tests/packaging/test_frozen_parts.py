"""What the frozen program takes along, and what it leaves where it was."""

import importlib.util
from pathlib import Path

import pytest
from frozen_parts import EXCLUDED, is_kept, kept, may_go, own_modules, write_hooks

from tests.support.places import ROOT

NEEDED = (
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6\\plugins\\imageformats\\qsvg.dll",
    "PySide6/Qt/lib/libQt6Pdf.so.6",
    "PySide6/Qt6Widgets.dll",
    "PySide6/Qt/translations/qtbase_de.qm",
    "desktop/carried/data/catalogue.toml",
    "desktop/carried/resources/manual/de/start.txt",
    "desktop/store/migrations/versions/0001_records.py",
    "fontpkg_fira_sans/files/FiraSans-SemiBold.ttf",
    "pyphen/dictionaries/hyph_de_DE.dic",
    "libxcb-cursor.so.0",
    "libsqlite3.so.0",
)
NEEDLESS = (
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    "PySide6/plugins/sqldrivers/qsqlite.dll",
    "PySide6/Qt/lib/libQt6Quick.so.6",
    "PySide6/Qt6Qml.dll",
    "PySide6/opengl32sw.dll",
    "PySide6/Qt/translations/qtbase_fr.qm",
    "PySide6/Qt/translations/qt_help_de.qm",
    "fontpkg_fira_sans/files/FiraSans-ThinItalic.ttf",
    "pyphen/dictionaries/hyph_af_ZA.dic",
    "libgtk-3.so.0/tests/x",
    "libglib-2.0.so.0",
    "libfontconfig.so.1",
)


@pytest.mark.parametrize("place", NEEDED)
def test_what_the_program_needs_goes_along(place: str) -> None:
    assert is_kept(place)


@pytest.mark.parametrize("place", NEEDLESS)
def test_what_it_never_asks_for_stays_behind(place: str) -> None:
    assert not is_kept(place)


def test_the_data_of_the_program_all_go_along() -> None:
    for folder in ("data", "resources"):
        for file in (ROOT / folder).rglob("*"):
            assert is_kept(f"desktop/carried/{file.relative_to(ROOT).as_posix()}"), file


def test_every_font_that_paper_and_window_use_goes_along() -> None:
    sources = [ROOT / "desktop/printing/fonts.py", ROOT / "desktop/printing/font_stack.py"]
    sources.append(ROOT / "desktop/views/showing/window.py")
    named = {
        word.strip("\"'(),")
        for source in sources
        for word in source.read_text(encoding="utf-8").split()
        if word.strip("\"'(),").startswith(("FiraSans-", "IBMPlexSansArabic-"))
    }
    assert len(named) >= 4
    for name in named:
        assert is_kept(f"fontpkg_x/files/{name.removesuffix('.ttf')}.ttf"), name


def test_no_link_goes_onto_a_stick() -> None:
    entries = [("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"), ("a.so", "/a.so", "BINARY")]
    assert kept(entries) == entries[1:]


def test_every_module_of_the_program_is_named_for_those_imported_by_name_alone() -> None:
    named = own_modules(ROOT / "desktop")
    assert {"desktop", "desktop.__main__", "desktop.views.deeds", "desktop.printing.sheets.matrix"} <= set(named)
    assert not any("migrations" in name for name in named)


def test_nothing_that_the_program_imports_itself_is_left_out() -> None:
    imported = {
        line.split()[1]
        for file in (ROOT / "desktop").rglob("*.py")
        for line in map(str.strip, file.read_text(encoding="utf-8").splitlines())
        if line.startswith(("from ", "import ")) and len(line.split()) > 1
    }
    assert "sqlalchemy" in imported
    for name in imported:
        assert not may_go(name), name
        assert not any(name == gone or name.startswith(f"{gone}.") for gone in EXCLUDED), name


def test_the_hooks_are_programs_that_can_be_read(tmp_path: Path) -> None:
    for hook in write_hooks(tmp_path / "hooks").glob("*.py"):
        assert importlib.util.spec_from_file_location("hook", hook) is not None
        compile(hook.read_text(encoding="utf-8"), hook.name, "exec")
    assert len(list((tmp_path / "hooks").iterdir())) == 8
