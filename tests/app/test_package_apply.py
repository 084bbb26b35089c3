"""Packages taken on the command line: told, refused, decided, applied."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.__main__ import main
from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
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


def test_a_confirmed_fingerprint_is_told_instead_of_the_demand_to_compare_it(run: Run, package: Path) -> None:
    _, out, _ = run(package, "--trust", _digits(package))
    assert out.startswith("The fingerprint is confirmed: Stadt Moers is known from now on.\n")
    assert "read out" not in out


def test_a_dry_run_tells_of_a_new_office_its_fingerprint_and_how_to_take_the_package(run: Run, package: Path) -> None:
    lines = run(package, "--dry-run")[1].splitlines()
    assert lines[1].startswith("Fingerprint: ")
    assert lines[1].removeprefix("Fingerprint: ").replace(" ", "") == _digits(package)
    assert lines[2] == "To take it: --trust FINGERPRINT"
    assert "To take it" not in run(package, "--dry-run", "--trust", _digits(package))[1]


def test_a_package_without_differences_says_so(run: Run, catalogue: Catalogue, tmp_path: Path) -> None:
    same = tmp_path / "Gleich.wegweiser"
    put_package(same, records_parcel(catalogue))
    assert "Nothing is different: the records here are those of the package." in run(same, "--dry-run")[1]


@pytest.mark.parametrize("words", [("--trust", "1234"), ("--dry-run", "--trust", "1234")])
def test_a_wrong_fingerprint_is_told_as_such(run: Run, package: Path, words: tuple[str, ...]) -> None:
    code, out, err = run(package, *words)
    assert (code, out) == (1, "")
    assert err.startswith("The fingerprint 1234 is not that of this package (")
    assert _digits(package) in err.replace(" ", "")


def test_the_refusal_of_a_new_office_names_the_option(run: Run, package: Path) -> None:
    assert run(package)[2].endswith("Nothing was changed. To take it: --trust FINGERPRINT.\n")


def test_a_package_that_was_taken_is_taken_again_only_by_who_insists(run: Run, package: Path) -> None:
    run(package, "--trust", _digits(package))
    code, _, err = run(package)
    assert (code, "taken already" in err) == (1, True)
    assert run(package, "--dry-run")[0] == 1
    code, out, _ = run(package, "--insist")
    assert code == 0
    assert out.startswith("Package 1 from Stadt Moers is taken once more, as asked for.\n")
    assert "Nothing was changed" not in out


def test_an_older_package_that_is_insisted_on_says_so(run: Run, catalogue: Catalogue, tmp_path: Path) -> None:
    newer, older = tmp_path / "Neu.wegweiser", tmp_path / "Alt.wegweiser"
    put_package(newer, records_parcel(catalogue, number=6))
    put_package(older, records_parcel(catalogue, number=3))
    run(newer, "--trust", _digits(newer))
    assert run(older)[0] == 1
    code, out, _ = run(older, "--insist")
    told = "Package 3 from Stadt Moers is taken although number 6 was taken already, as asked for."
    assert (code, out.splitlines()[0]) == (0, told)


def test_a_new_key_of_an_office_is_named_by_its_fingerprint_and_listed(
    run: Run, package: Path, catalogue: Catalogue, tmp_path: Path, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(package, "--trust", _digits(package))
    koeln = next(record for record in catalogue.records if record.id == "bamf-koeln")
    renewed = tmp_path / "Neu.wegweiser"
    put_package(renewed, records_parcel(with_records(catalogue, replace(koeln, cost="9 Euro"))), SigningKey.made())
    for words in ((), ("--trust", _digits(renewed)), ("--insist",), ("--new-key", _digits(package))):
        assert run(renewed, *words)[0] == 1
    assert run(renewed)[2].endswith("If it has: --new-key FINGERPRINT.\n")
    wrong = run(renewed, "--new-key", "1234")[2]
    assert wrong.startswith("The fingerprint 1234 is not that of this package.")
    assert _digits(renewed) not in wrong.replace(" ", "")  # they must come from the office
    assert run(renewed, "--dry-run")[0] == 1
    assert _cost(database) == "5 Euro"
    code, out, _ = run(renewed, "--new-key", _digits(renewed))
    assert (code, out.startswith("The fingerprint of the new key is confirmed")) == (0, True)
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


def test_what_is_to_decide_is_told_with_both_values(run: Run, package: Path, database: Path) -> None:
    laptop = Laptop(database)
    laptop.says("bamf-koeln", cost="frei")
    laptop.close()
    code, out, _ = run(package, "--dry-run")
    assert code == 3
    assert "To decide: BAMF Köln [bamf-koeln]\n    Costs: here frei – in the package 5 Euro\n" in out
    assert out.endswith("1 field was changed on both sides. Nothing was changed; --ours or --theirs decides.\n")
    ours = run(package, "--dry-run", "--ours")
    assert (ours[0], "Decided: stays as it is here: BAMF Köln" in ours[1], "To decide" in ours[1]) == (0, True, False)
    theirs = run(package, "--trust", _digits(package), "--theirs")
    assert "Decided: becomes as it is in the package: BAMF Köln" in theirs[1]
    assert "Costs: here frei – in the package 5 Euro" in theirs[1]


def test_an_address_that_both_changed_is_named_by_its_kind(
    run: Run, catalogue: Catalogue, tmp_path: Path, database: Path
) -> None:
    koeln = next(record for record in catalogue.records if record.id == "bamf-koeln")
    assert isinstance(koeln, Location)
    path = tmp_path / "Umzug.wegweiser"
    moved = (replace(koeln.addresses[0], street="Neue Straße"), *koeln.addresses[1:])
    put_package(path, records_parcel(with_records(catalogue, replace(koeln, addresses=moved))))
    laptop = Laptop(database)
    laptop.says("bamf-koeln", addresses=(replace(koeln.addresses[0], street="Alte Straße"), *koeln.addresses[1:]))
    laptop.close()
    out = run(path, "--dry-run")[1]
    assert "    Addresses: Visitors: here Alte Straße" in out
    assert " – in the package Neue Straße" in out


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
