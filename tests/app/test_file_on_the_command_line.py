"""`wegweiser FILE`, as file managers say it for a double click."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.app.paths import Paths
from desktop.cli.opening import first_look
from desktop.domain.office import Office
from desktop.settings import Settings, save
from tests.support.places import ROOT

_NAMES = (
    "/media/anna/STICK/Stand für Köln.wegweiser",
    "/tmp/<b>fett</b>\n& 'Anführung\" $(rm) ; *.wegweiser",
    "/tmp/--help",
    "/tmp/export",
    "/tmp/nicht lesbar \udcff.csv",
    f"/tmp/{'lang' * 60}.wegweiser",
)


@pytest.mark.parametrize("name", _NAMES)
def test_any_name_that_a_file_manager_gives_is_taken_as_it_stands(name: str) -> None:
    assert first_look([name]).file == Path(name)


def test_a_name_is_meant_from_the_folder_in_which_it_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert first_look(["Stand.wegweiser"]).file == tmp_path / "Stand.wegweiser"
    assert first_look(["--", "--version"]).file == tmp_path / "--version"


@pytest.mark.parametrize(
    "words", [("--data-dir", "Büro", "--language", "en", "a.csv"), ("a.csv", "--language", "en", "--data-dir", "Büro")]
)
def test_a_file_goes_with_a_folder_of_data_and_a_language(words: tuple[str, ...]) -> None:
    look = first_look(words)
    assert (look.data_dir, look.language, look.file) == (Path("Büro"), "en", Path("a.csv").absolute())
    assert set(look.words) == {"--data-dir", "Büro", "--language", "en"}


@pytest.mark.parametrize("words", [("list", "contacts"), ("import", "a.csv"), ("print", "contact", "x", "-o", "a.pdf")])
def test_a_command_and_its_files_stay_what_they_are(words: tuple[str, ...]) -> None:
    look = first_look(words)
    assert (look.file, look.words) == (None, list(words))


@pytest.mark.parametrize("words", [("a.csv", "b.csv"), ("a.csv", "list", "contacts")])
def test_what_stands_behind_the_file_is_refused_in_one_line(
    words: tuple[str, ...], database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["--data-dir", str(database.parent), "--language", "de", *words])
    assert refused.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "zu viel oder unbekannt" in line
    assert " ".join(words[1:]) in line


def test_a_mistyped_command_is_no_file(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["--data-dir", str(database.parent), "--language", "de", "serch"])
    assert refused.value.code == 2
    assert "serch" in capsys.readouterr().err


_SITTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.app.run import opened
from desktop.app.start import start_with

app, window = opened(start_with(Path(sys.argv[1])), Path(sys.argv[2]))

def look():
    dialog = app.activeModalWidget()
    if dialog is not None:
        print(type(dialog).__name__, getattr(dialog, "text", str)())
        dialog.close()
        window.close()

timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
QTimer.singleShot(50_000, app.quit)
app.exec()
"""


def sitting(data: Path, file: str) -> str:
    """What a person meets who opened the program with a file: the dialog, and what it says."""
    words = [sys.executable, "-c", _SITTING, str(data), file]
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, cwd=ROOT, env=around, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


def test_a_package_comes_with_the_question_whether_to_apply_it(paths: Paths, tmp_path: Path) -> None:
    package = tmp_path / "Stand <b>für Köln & Umland.wegweiser"
    save(Settings(office=Office(name="Servicestelle Moers"), language="de"), paths.settings)
    assert main(["--data-dir", str(paths.data), "package", "create", "-o", str(package)]) == 0
    assert sitting(paths.data, str(package)) == "ApplyDialog"


def test_a_package_with_another_name_is_a_package_all_the_same(paths: Paths, tmp_path: Path) -> None:
    package = tmp_path / "Stand.wegweiser"
    save(Settings(office=Office(name="Servicestelle Moers"), language="de"), paths.settings)
    assert main(["--data-dir", str(paths.data), "package", "create", "-o", str(package)]) == 0
    assert sitting(paths.data, str(package.rename(tmp_path / "Stand.wegweiser.zip"))) == "ApplyDialog"


def test_a_table_comes_with_the_import(paths: Paths, tmp_path: Path) -> None:
    table = tmp_path / "Kontakte.csv"
    table.write_text("Name;Telefon\nHafenberatung;0203 1234\n", encoding="utf-8")
    assert sitting(paths.data, str(table)) == "ImportDialog"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("fehlt.wegweiser", "fehlt.wegweiser lässt sich nicht lesen."),
        ("fehlt \udcff <i>.csv", "<i>.csv kann nicht gelesen werden. Ist sie da, und dürfen Sie sie öffnen?"),
    ],
)
def test_a_file_that_is_gone_is_told_in_the_window(name: str, told: str, paths: Paths, tmp_path: Path) -> None:
    said = sitting(paths.data, f"{tmp_path}/{name}")
    assert said.startswith("QMessageBox ")
    assert told in said
