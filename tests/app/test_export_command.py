"""Records on their way out on the command line."""

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.cli.arguments import FORMAT_KEYS
from desktop.domain.vocabulary import Kind
from desktop.exchange.catalogue_json import read_catalogue
from desktop.exchange.formats import FORMATS
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(database: Path) -> Path:
    """A database with a contact point in the archive."""
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    Editing(catalogue, Desk(lambda: "B. Becker", lambda: NOW, lambda: 12), lambda: None).archive("bamf-koeln")
    catalogue.close()
    return database.parent


def exported(folder: Path, *words: str) -> int:
    return main(["--data-dir", str(folder), "--language", "en", "export", *words])


def ended(folder: Path, *words: str) -> object:
    """The exit code, whoever ends the program."""
    try:
        return exported(folder, *words)
    except SystemExit as end:
        return end.code


def ids(path: Path) -> list[str]:
    return [record["id"] for record in json.loads(path.read_bytes())["records"]]


def test_every_format_is_known_by_name() -> None:
    assert tuple(one.key for one in FORMATS) == FORMAT_KEYS


def test_everything_in_use_is_written(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "alles.json"
    assert exported(folder, "--format", "json", "-o", str(target)) == 0
    told = capsys.readouterr().out
    assert f"{len(ids(target))} records" in told
    assert "bamf-koeln" not in ids(target)
    assert exported(folder, "--format", "json", "--archived", "-o", str(target)) == 0
    assert "bamf-koeln" in ids(target)


def test_kinds_and_words_narrow_what_is_written(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "einige.json"
    assert exported(folder, "--format", "json", "--kind", "practices", "--kind", "topics", "-o", str(target)) == 0
    kinds = {record["record_kind"] for record in json.loads(target.read_bytes())["records"]}
    assert kinds == {Kind.PRACTICE, Kind.TOPIC}
    assert exported(folder, "--format", "json", "--kind", "contacts", "--search", "bamf dort", "-o", str(target)) == 0
    assert ids(target)[0] == "bamf-dortmund"


def test_programs_get_a_report(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "kontakte.json"
    assert exported(folder, "--format", "hsds", "-o", str(target), "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["file"] == str(target)
    assert report["records"] > 0
    assert report["left_out"] > 0


def test_without_a_file_it_goes_to_standard_output(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert exported(folder, "--format", "json", "--search", "bamf dortmund") == 0
    found = list(read_catalogue(BytesIO(capfdbinary.readouterr().out)))
    assert found


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--format is missing"),
        (("--format", "pdf"), "--format cannot be pdf"),
        (("--format", "json", "--kind", "cats"), "--kind cannot be cats"),
        (("--format", "json", "--json"), "-o FILE.json"),
    ],
)
def test_words_that_do_not_go_together_are_refused_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    assert ended(folder, *words) == 2
    assert told in capsys.readouterr().err


def test_the_database_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = folder / "wegweiser.sqlite"
    precious, before = folder / "k.csv", database.read_bytes()
    precious.write_bytes(before)
    assert exported(folder, "--format", "csv", "-o", str(precious), "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert "a database or a key" in told["reason"]
    assert (told["file"], told["records"]) == (str(precious), None)
    assert precious.read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exported(folder, "--format", "json", "-o", str(folder / "nirgends" / "a.json")) == 1
    assert "nirgends" in capsys.readouterr().err
