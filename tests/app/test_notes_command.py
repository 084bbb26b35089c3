"""Notes from the counter on the command line."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk
from desktop.services.review import Review
from tests.support.places import SHIPPED, TRANSLATIONS


@pytest.fixture
def noted(database: Path) -> Path:
    """A database with a note."""
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    now = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)
    Review(catalogue, Desk(lambda: "A. Yılmaz", lambda: now, lambda: 12)).note("moers", "Fax ist\nfalsch")
    catalogue.close()
    return database.parent


def test_notes_are_listed_a_line_each(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(noted), "--language", "en", "notes"]) == 0
    line, count = capsys.readouterr().out.splitlines()
    assert line.endswith("moers  A. Yılmaz: Fax ist falsch")
    assert count == "1 note"


def test_notes_are_told_to_programs(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(noted), "notes", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["record_id"], told["text"]) == ("moers", "Fax ist\nfalsch")


def test_notes_are_written_to_a_file(noted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, data = tmp_path / "notizen.csv", tmp_path / "notizen.json"
    assert main(["--data-dir", str(noted), "notes", "-o", str(table)]) == 0
    assert main(["--data-dir", str(noted), "notes", "-o", str(data)]) == 0
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert json.loads(data.read_bytes())[0]["made_by"] == "A. Yılmaz"
    assert "notizen.json" in capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_told_in_one_line(
    noted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(noted), "notes", "-o", str(tmp_path / "fehlt" / "notizen.csv")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
