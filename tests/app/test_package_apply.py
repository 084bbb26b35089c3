"""Packages taken on the command line: told, refused, decided, applied."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.__main__ import main
from desktop.domain.catalogue import Catalogue
from desktop.domain.trust import fingerprint
from desktop.exchange.package import read_package
from desktop.exchange.package.keys import SigningKey
from tests.support.deeds import dump
from tests.support.laptop import Laptop
from tests.support.packages import put_package, records_parcel
from tests.support.unwritten import with_records

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(database: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `wegweiser package apply`: exit code, output, messages."""

    def command(*words: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(database.parent), "--language", "en", "package", "apply", *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def package(catalogue: Catalogue, tmp_path: Path) -> Path:
    """A package in which one record is described anew."""
    koeln = next(record for record in catalogue.records if record.id == "bamf-koeln")
    path = tmp_path / "Stand.wegweiser"
    put_package(path, records_parcel(with_records(catalogue, replace(koeln, cost="5 Euro"))))
    return path


def test_a_package_is_taken_under_any_name(run: Run, package: Path) -> None:
    code, out, _ = run(package.rename(package.with_name("Stand.zip")), "--dry-run")
    assert code == 0
    assert "Changed: BAMF Köln [bamf-koeln]" in out


def _digits(package: Path) -> str:
    return fingerprint(read_package(package).signer.public_key).replace(" ", "")


def _cost(database: Path) -> object:
    laptop = Laptop(database)
    found = laptop.record("bamf-koeln")
    laptop.close()
    return getattr(found, "cost", None)


def test_a_dry_run_says_what_would_be_done(run: Run, package: Path, database: Path) -> None:
    before = dump(database)
    code, out, _ = run(package, "--dry-run")
    assert code == 0
    assert "Changed: BAMF Köln [bamf-koeln]" in out
    assert out.endswith("Nothing was changed.\n")
    assert dump(database) == before


def test_a_new_office_is_refused_until_its_fingerprint_is_named(run: Run, package: Path, database: Path) -> None:
    code, _, err = run(package)
    assert code == 1
    assert "Compare the fingerprint" in err
    assert run(package, "--trust", "0000")[0] == 1
    assert _cost(database) is None
    assert run(package, "--trust", _digits(package))[0] == 0
    assert _cost(database) == "5 Euro"
    assert [path.name.endswith("-import.sqlite") for path in (database.parent / "backups").iterdir()] == [True]


def test_a_package_that_was_taken_is_taken_again_only_by_who_insists(run: Run, package: Path) -> None:
    run(package, "--trust", _digits(package))
    code, _, err = run(package)
    assert (code, "taken already" in err) == (1, True)
    assert run(package, "--dry-run")[0] == 1
    assert run(package, "--insist")[0] == 0


def test_a_new_key_of_an_office_is_named_by_its_fingerprint_and_listed(
    run: Run, package: Path, catalogue: Catalogue, tmp_path: Path, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(package, "--trust", _digits(package))
    koeln = next(record for record in catalogue.records if record.id == "bamf-koeln")
    renewed = tmp_path / "Neu.wegweiser"
    put_package(renewed, records_parcel(with_records(catalogue, replace(koeln, cost="9 Euro"))), SigningKey.made())
    for words in ((), ("--trust", _digits(renewed)), ("--insist",), ("--new-key", _digits(package))):
        assert run(renewed, *words)[0] == 1
    assert run(renewed, "--dry-run")[0] == 1
    assert _cost(database) == "5 Euro"
    assert run(renewed, "--new-key", _digits(renewed))[0] == 0
    assert _cost(database) == "9 Euro"
    assert main(["--data-dir", str(database.parent), "package", "signers", "--json"]) == 0
    (signer,) = json.loads(capsys.readouterr().out)
    assert signer["office"] == "Stadt Moers"
    assert signer["fingerprint"].replace(" ", "") == _digits(renewed)
    assert signer["last_number"] == 1


def test_what_both_changed_needs_a_decision(run: Run, package: Path, database: Path) -> None:
    laptop = Laptop(database)
    laptop.says("bamf-koeln", cost="frei")
    laptop.close()
    code, out, _ = run(package, "--trust", _digits(package), "--json")
    told = json.loads(out)
    assert code == 3
    assert (told["is_applied"], told["undecided"], told["trust"]) == (False, 1, "new")
    assert told["findings"] == [
        {"key": "bamf-koeln", "name": "BAMF Köln", "outcome": "conflict", "conflicts": ["cost"]}
    ]
    assert _cost(database) == "frei"
    assert run(package, "--trust", _digits(package), "--theirs")[0] == 0
    assert _cost(database) == "5 Euro"


def test_a_file_that_is_no_package_is_refused_with_a_reason(run: Run, tmp_path: Path, database: Path) -> None:
    wrong = tmp_path / "Liste.wegweiser"
    wrong.write_text("kein Paket", encoding="utf-8")
    before = dump(database)
    code, out, err = run(wrong)
    assert (code, out) == (1, "")
    assert err.strip()
    assert dump(database) == before


def test_a_refusal_is_told_to_programs_with_its_reason(run: Run, package: Path, database: Path) -> None:
    before = dump(database)
    code, out, err = run(package, "--json")
    told = json.loads(out)
    assert (code, err, told["is_applied"]) == (1, "", False)
    assert "fingerprint" in told["reason"]
    assert dump(database) == before
