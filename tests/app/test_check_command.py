"""What an administration is told by `wegweiser check`."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desktop.__main__ import main
from desktop.domain.backup import Reason
from desktop.domain.catalogue import Catalogue
from desktop.domain.data_folder import Origin
from desktop.domain.health import (
    BackupsHealth,
    DatabaseHealth,
    Health,
    PlaceHealth,
    PolicyHealth,
    ProgramHealth,
    WindowHealth,
)
from desktop.exchange.package import read_package
from desktop.store.backup import back_up
from tests.support.deeds import dump
from tests.support.laptop import Laptop
from tests.support.packages import put_package, records_parcel
from tests.support.places import ROOT
from tests.support.policies import put_policy

Checks = Callable[..., tuple[int, str, str]]


@pytest.fixture
def checks(database: Path, capsys: pytest.CaptureFixture[str]) -> Checks:
    """Runs the command over the database: exit code, output, messages."""

    def run(*words: str, policy: Path | None = None) -> tuple[int, str, str]:
        before = ["--policy", str(policy)] if policy else []
        code = main(["--data-dir", str(database.parent), *before, "check", *words])
        return code, *capsys.readouterr()

    return run


def values(checks: Checks, policy: Path | None = None) -> tuple[int, dict[str, Any]]:
    code, out, _ = checks("--json", policy=policy)
    return code, json.loads(out)


def test_a_sound_computer_is_told_with_its_versions_places_and_stand(checks: Checks, database: Path) -> None:
    code, out, err = checks()
    assert (code, err) == (0, "")
    for said in ("Wegweiser ", "Python 3.", "Qt 6.", "SQLite 3.", "Fira Sans", "IBM Plex Sans Arabic"):
        assert said in out
    assert f"Datenordner: {database.parent} (mit --data-dir gewählt)" in out
    assert "Datenordner: beschreibbar" in out
    assert "Freier Platz: " in out
    assert "Stand der Einträge: " in out
    assert "Richtlinie: keine; gesucht unter " in out


def test_the_same_is_told_to_programs(checks: Checks, database: Path) -> None:
    back_up(database, database.parent / "backups", Reason.IMPORT, datetime(2026, 11, 23, 10, 42))
    code, found = values(checks)
    assert code == 0
    assert found["sound"] is True
    assert found["data"]["folder"] == str(database.parent)
    assert found["data"]["free_bytes"] > 0
    assert found["database"]["is_index_sound"] is True
    assert found["backups"]["count"] == 1
    assert found["backups"]["newest"] == "2026-11-23T10:42:00"
    assert found["policy"]["file"] is None
    assert found["packages"] is None


def test_a_policy_is_told_key_by_key_and_its_faults_make_the_exit_code_1(checks: Checks, tmp_path: Path) -> None:
    policy = put_policy(tmp_path, "[office]", "name = 'Stelle'", "[records]", "review_months = 99")
    code, out, _ = checks(policy=policy)
    assert code == 1
    assert f"Richtlinie: {policy}" in out
    assert "  office.name = Stelle" in out
    assert "Fehler: Zeile 4 der Richtlinie" in out
    code, found = values(checks, policy)
    assert (code, found["sound"]) == (1, False)
    assert found["policy"]["sets"] == {"office.name": "Stelle"}
    assert "Zeile 4" in found["policy"]["faults"][0]


def test_the_hash_of_the_pin_is_told_to_nobody(checks: Checks, tmp_path: Path) -> None:
    remembered = "scrypt$AAAA$" + "A" * 43 + "="
    policy = put_policy(tmp_path, "[pin]", f"hash = '{remembered}'")
    code, out, _ = checks(policy=policy)
    assert code == 0
    assert "Bearbeiten braucht eine PIN" in out
    assert "AAAA" not in out + str(values(checks, policy)[1])


def test_backups_that_cannot_go_to_their_place_are_a_fault(checks: Checks, tmp_path: Path) -> None:
    policy = put_policy(tmp_path, f"backups.folder = '{tmp_path / 'nirgends'}'")
    code, out, _ = checks(policy=policy)
    assert code == 1
    assert f"Fehler: Der Ordner für Sicherungen, {tmp_path / 'nirgends'}" in out
    (tmp_path / "nirgends").mkdir()
    assert checks(policy=policy)[0] == 0


def test_a_folder_for_packages_that_is_gone_is_only_a_hint(checks: Checks, tmp_path: Path) -> None:
    policy = put_policy(tmp_path, f"packages.folder = '{tmp_path / 'nirgends'}'")
    code, out, _ = checks(policy=policy)
    assert code == 0
    assert "Hinweis: Der Ordner für Pakete" in out


def test_a_package_that_was_not_taken_yet_is_named(
    checks: Checks, tmp_path: Path, catalogue: Catalogue, database: Path
) -> None:
    share = tmp_path / "Netz"
    share.mkdir()
    for number in (1, 2):
        put_package(share / f"moers-{number}.wegweiser", records_parcel(catalogue, number))
    laptop = Laptop(database)
    laptop.takes(read_package(share / "moers-1.wegweiser"))
    laptop.close()
    code, out, _ = checks(policy=put_policy(tmp_path, f"packages.folder = '{share}'"))
    assert code == 0
    assert "2 Pakete liegen dort" in out
    assert "Noch nicht eingespielt: moers-2.wegweiser" in out


def test_where_all_records_are_of_one_day_it_is_told_once(checks: Checks) -> None:
    (line,) = [line for line in checks()[1].splitlines() if line.startswith("Stand der Einträge: ")]
    days = line.removeprefix("Stand der Einträge: ").split(" bis ")
    assert len(days) == len(set(days))


def test_a_database_that_is_not_there_yet_is_not_called_unusable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(tmp_path / "neu"), "--language", "de", "check"]) == 1
    out, err = capsys.readouterr()
    assert "Datenbank: noch nicht da" in out
    assert "sie entsteht beim ersten Start" in err


def test_what_is_broken_hides_nothing_else(checks: Checks, database: Path, tmp_path: Path) -> None:
    database.write_bytes(b"garbage" * 1000)
    code, out, err = checks(policy=put_policy(tmp_path, "window.language = 'de'"))
    assert code == 1
    assert "Datenbank: nicht benutzbar" in out
    assert "window.language = de" in out
    assert "beschädigt" in err
    assert len(err.splitlines()) == 1


def checked_with_the_window(folder: Path, *words: str) -> tuple[int, str]:
    """Exit code and output of a program of its own, because it opens a window."""
    command = [sys.executable, "-m", "desktop", "--data-dir", str(folder), *words]
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout.decode()


def test_on_a_new_computer_the_window_is_tried_too_and_programs_are_told(tmp_path: Path) -> None:
    code, out = checked_with_the_window(tmp_path / "neu", "check", "--window", "--json")
    found = json.loads(out)
    assert (code, found["sound"], found["window"]["opens"]) == (1, False, True)
    assert found["window"]["on_screen"] is False
    assert found["window"]["font"]
    code, out = checked_with_the_window(tmp_path / "neu", "check", "--window", "--json")
    assert (code, json.loads(out)["sound"]) == (0, True)


def test_whatever_else_is_wrong_the_window_is_tried_and_told_at_the_end(database: Path, tmp_path: Path) -> None:
    policy = put_policy(tmp_path, "records.review_months = 99")
    code, out = checked_with_the_window(database.parent, "--policy", str(policy), "check", "--window")
    assert code == 1
    assert out.splitlines()[-2] == "Fenster: öffnet sich (ohne Bildschirm geprüft)"
    assert out.splitlines()[-1].startswith("Schrift des Fensters: ")


def test_a_window_that_does_not_open_is_a_fault(database: Path) -> None:
    place = PlaceHealth(
        folder=database.parent,
        origin=Origin.ASKED,
        is_there=True,
        is_writable=True,
        free_bytes=1,
        log=database,
        log_bytes=0,
    )
    sound = Health(
        program=ProgramHealth(version="1", python="3", qt="6", sqlite="3", system="Linux", fonts={}),
        data=place,
        database=DatabaseHealth(path=database, size=1, is_index_sound=True),
        backups=BackupsHealth(folder=database.parent, count=0),
        policy=PolicyHealth(file=None, places=(), sets={}, faults=(), needs_pin=False, is_locked=False),
        packages=None,
    )
    assert sound.is_sound
    assert replace(sound, window=WindowHealth(opens=True, font="Fira Sans")).is_sound
    assert not replace(sound, window=WindowHealth(opens=False, font="Fira Sans")).is_sound
    assert not replace(sound, window=WindowHealth(opens=True, font="")).is_sound


def test_while_the_policy_may_have_asked_for_a_pin_no_command_changes_records_or_signs(
    database: Path, catalogue: Catalogue, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, package, made = tmp_path / "liste.csv", tmp_path / "Stand.wegweiser", tmp_path / "Neu.wegweiser"
    table.write_text("Name;Telefon\nNeue Stelle;02841 12345\n", encoding="utf-8")
    put_package(package, records_parcel(catalogue))
    policy, before = put_policy(tmp_path, "pin.required = 'ja'"), dump(database)

    def runs(*words: object) -> int:
        return main(["--data-dir", str(database.parent), "--policy", str(policy), *map(str, words)])

    for words in (("import", table), ("package", "apply", package), ("package", "create", "-o", made)):
        assert runs(*words) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert f"verlangt vielleicht eine PIN, ist aber nicht lesbar: {policy}" in err
    assert dump(database) == before
    assert not made.exists()
    assert not (database.parent / "signing-key.pem").exists()
    assert runs("import", "--dry-run", table) == 0
    assert runs("package", "apply", "--dry-run", package) == 0
    assert runs("package", "inspect", package) == 0


def test_a_policy_for_the_office_stands_on_the_sheets_of_the_commands(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from pypdf import PdfReader

    policy = put_policy(tmp_path, "office.name = 'Servicestelle der Verwaltung'")
    sheet = tmp_path / "a.pdf"
    words = ("print", "handout", "bamf-koeln", "jmd-zentrale", "-o", str(sheet))
    assert main(["--data-dir", str(database.parent), "--policy", str(policy), *words]) == 0
    assert capsys.readouterr().err == ""
    assert "Servicestelle der Verwaltung" in PdfReader(sheet).pages[0].extract_text()


def test_a_command_says_what_of_the_policy_is_not_followed_and_works(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = put_policy(tmp_path, "[office", "name = 'x'")
    assert main(["--data-dir", str(database.parent), "--policy", str(policy), "search", "moers"]) == 0
    out, err = capsys.readouterr()
    assert "moers" in out
    assert err.startswith(f"Zeile 1 der Richtlinie {policy} wird nicht befolgt")


def test_an_import_that_cannot_back_up_to_its_place_says_where_the_backup_is(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "liste.csv"
    table.write_text("Name;Telefon\nNeue Stelle;02841 12345\n", encoding="utf-8")
    policy = put_policy(tmp_path, f"backups.folder = '{tmp_path / 'nirgends'}'")
    assert main(["--data-dir", str(database.parent), "--policy", str(policy), "import", str(table)]) == 0
    assert str(database.parent / "backups") in capsys.readouterr().err
    assert len(list((database.parent / "backups").glob("*-import.sqlite"))) == 1
    shutil.rmtree(database.parent / "backups")
