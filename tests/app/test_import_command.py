"""Imports on the command line, run as a person runs them."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.__main__ import main
from desktop.cli.arguments import parser
from desktop.cli.importing import ImportCommand, ImportNeeds
from desktop.cli.terminal import Terminal
from desktop.domain.catalogue import Catalogue
from desktop.domain.incoming import Stamp
from desktop.i18n import load
from desktop.services.importing.mappings import Mappings
from desktop.store.backup import backups_in, folder_of
from tests.support.deeds import Backups, dump, editing_of
from tests.support.entries import importing_of
from tests.support.packages import put_package, records_parcel
from tests.support.places import TRANSLATIONS

Run = Callable[..., tuple[int, str, str]]
_LIST = "Einrichtung;Telefon;Ort;Bemerkung\nHafenberatung;02841 4711;Moers;neu\nBeratung Dortmund;0231 9058-0;;\n"
_DOUBTFUL = "Beratung Dortmund;0231 9058-0;;\n"


@pytest.fixture
def run(database: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `wegweiser import`: exit code, output, messages."""

    def command(*words: str) -> tuple[int, str, str]:
        try:
            code = main(["--data-dir", str(database.parent), "import", *words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "liste.csv"
    path.write_text(_LIST, encoding="utf-8-sig")
    return str(path)


def test_a_dry_run_says_what_would_happen_and_changes_nothing(run: Run, table: str, database: Path) -> None:
    before = dump(database)
    code, out, _ = run(table, "--dry-run", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["found"]["new"], told["found"]["doubtful"]) == (1, 1)
    assert told["rows"][1]["alike"][0]["id"] == "bamf-dortmund"
    assert "Zeile 3" in run(table, "--dry-run")[1]
    assert dump(database) == before


@pytest.mark.parametrize("name", ["Stand", "Stand für Moers"])
def test_a_package_is_named_as_one_with_the_command_that_takes_it(
    run: Run, catalogue: Catalogue, tmp_path: Path, database: Path, name: str
) -> None:
    before, path = dump(database), tmp_path / f"{name}.zip"
    put_package(path, records_parcel(catalogue))
    code, out, err = run(str(path))
    assert (code, out) == (1, "")
    assert f"{name}.zip ist ein Paket von Wegweiser" in err
    typed = err.partition("wegweiser ")[2]
    assert shlex.split(typed) == ["package", "apply", str(path)]
    assert dump(database) == before


def test_a_folder_in_the_place_of_a_file_is_named_as_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(".") == (1, "", "„.“ ist ein Ordner. Es wurde nichts geändert. Bitte nennen Sie eine Datei.\n")


def test_what_was_left_out_is_told_to_programs_in_one_language(run: Run, tmp_path: Path) -> None:
    path, report = tmp_path / "liste.csv", tmp_path / "bericht.json"
    path.write_text("Einrichtung;Telefon\nHafenberatung;abc\n", encoding="utf-8")
    told = "Telefon: „abc“ wurde ausgelassen."
    assert json.loads(run(str(path), "--dry-run", "--json")[1])["rows"][0]["notes"][0].startswith(told)
    (row,) = json.loads(run(str(path), "--json", "--report", str(report))[1])["rows"]
    assert row["notes"][0].startswith(told)
    assert "telephone" not in row["notes"][0]
    assert json.loads(report.read_text("utf-8"))["rows"][0]["notes"] == row["notes"]


def test_cards_are_counted_as_cards(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kontakte.vcf"
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Beratung Dortmund\r\nORG:Amt\r\nTEL:0231 9058-0\r\nEND:VCARD\r\n"
    path.write_text(card, encoding="utf-8")
    code, out, _ = run(str(path), "--dry-run")
    assert (code, "Karte 1: " in out, "Zeile" in out) == (0, True, False)


def test_what_is_new_comes_in_and_what_is_doubtful_waits(run: Run, table: str, database: Path) -> None:
    before = dump(database)
    code, out, _ = run(table, "--json")
    told = json.loads(out)
    assert (code, told["added"], told["undecided"]) == (0, 1, 1)
    assert [one.reason.value for one in backups_in(folder_of(database), database.stem)] == ["import"]
    assert editing_of(database, Backups()).undo() is not None
    assert dump(database) == before


def test_the_same_file_twice_changes_nothing_more(run: Run, table: str, database: Path) -> None:
    run(table)
    before = dump(database)
    code, out, err = run(table)
    assert code == 0
    assert not err
    assert "Hafenberatung" not in out.splitlines()[0]
    assert dump(database) == before


@pytest.mark.parametrize(("way", "name"), [("--update", "Anders"), ("--new-only", "")])
def test_records_known_by_their_ids_are_updated_only_where_that_is_asked_for(
    run: Run, database: Path, tmp_path: Path, way: str, name: str
) -> None:
    before = editing_of(database, Backups()).opened("bamf-dortmund")
    path = tmp_path / "eigene.csv"
    path.write_text("Art;Kennung;Name\nKontaktstelle;bamf-dortmund;Anders\n", encoding="utf-8-sig")
    assert json.loads(run(str(path), "--dry-run", "--json")[1])["found"]["changed"] == 1
    assert run(str(path))[0] == 0
    assert editing_of(database, Backups()).opened("bamf-dortmund") == before
    assert run(str(path), way)[0] == 0
    assert editing_of(database, Backups()).opened("bamf-dortmund").name == (name or before.name)


def test_a_column_gets_the_meaning_that_is_asked_for(run: Run, table: str) -> None:
    rows = json.loads(run(table, "--mapping", "Telefon=", "--dry-run", "--json")[1])["rows"]
    assert [row["found"] for row in rows] == ["new", "new"]
    for wrong in ("Nix=phone", "Telefon=nix", "Telefon"):
        code, _, err = run(table, "--mapping", wrong, "--dry-run")
        assert code == 2
        assert len(err.splitlines()) == 1


@pytest.mark.parametrize("meaning", ["internal_note", "Interne Notiz", "Internal note", "interne notiz"])
def test_a_column_may_mean_what_the_headings_of_an_export_say(
    run: Run, table: str, database: Path, meaning: str
) -> None:
    assert run(table, "--mapping", f"Bemerkung={meaning}")[0] == 0
    assert editing_of(database, Backups()).opened("hafenberatung-2").internal_note == "neu"


@pytest.mark.parametrize("meaning", ["Interne Notitzen vom Amt", "Intern"])
def test_a_meaning_that_there_is_not_is_answered_with_the_few_that_are_most_alike(
    run: Run, table: str, meaning: str
) -> None:
    code, _, err = run(table, "--mapping", f"Bemerkung={meaning}")
    alike = err.partition("Am ähnlichsten: ")[2].partition(".")[0].split(", ")
    assert (code, len(alike), "Interne Notiz" in alike) == (2, 5, True)


def test_a_sheet_can_be_chosen_in_a_workbook_only_and_a_header_among_the_first_lines(run: Run, table: str) -> None:
    code, _, err = run(table, "--sheet", "X")
    assert (code, "nur für Arbeitsmappen" in err) == (2, True)
    code, _, err = run(table, "--header-row", "99")
    assert (code, "Möglich: 0 bis 40." in err) == (2, True)


def test_a_dry_run_tells_what_the_columns_mean_what_would_be_left_out_and_where_to_decide(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Einrichtung;Telefon;E-Mail;Xyz\nHafenberatung;abc;kein-mail;1\n" + _DOUBTFUL, encoding="utf-8")
    code, out, _ = run(str(path), "--dry-run")
    assert code == 0
    assert "Telefon = Telefon, E-Mail = E-Mail" in out
    assert "Übergangen: Xyz." in out
    assert "„abc“" in out
    assert "„kein-mail“" in out
    assert "Datei → Importieren …" in out
    assert "--update" not in out
    assert out.splitlines()[-1] == "Es wurde nichts verändert."
    columns = {"Einrichtung": "organization", "Telefon": "phone", "E-Mail": "email", "Xyz": None}
    assert json.loads(run(str(path), "--dry-run", "--json")[1])["columns"] == columns
    assert "Datei → Importieren …" in run(str(path))[1]


def test_records_that_are_known_and_differ_can_be_updated_which_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "eigene.csv"
    path.write_text("Art;Kennung;Name\nKontaktstelle;bamf-dortmund;Anders\n", encoding="utf-8-sig")
    assert "--update" in run(str(path))[1]
    assert "--update" not in run(str(path), "--update")[1]


def test_a_table_without_a_column_for_names_is_told_how_to_name_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Xyz;Telefon\nHafenberatung;02841 4711\n", encoding="utf-8")
    assert "--mapping SPALTE=name" in run(str(path))[1]
    assert "--mapping" not in run(str(path), "--mapping", "Xyz=name")[1]


def test_the_report_of_a_dry_run_says_that_it_was_one(run: Run, table: str, tmp_path: Path) -> None:
    for name, told in (("b.txt", "Probelauf: "), ("b.csv", "Was (Probelauf)"), ("b.json", '"dry_run": true')):
        run(table, "--dry-run", "--report", str(tmp_path / name))
        assert told in (tmp_path / name).read_text("utf-8-sig")
    run(table, "--report", str(tmp_path / "b.txt"))
    assert "Probelauf" not in (tmp_path / "b.txt").read_text("utf-8-sig")


def test_the_report_goes_to_a_file(run: Run, table: str, tmp_path: Path) -> None:
    assert run(table, "--report", str(tmp_path / "bericht.csv"))[0] == 0
    assert "Hafenberatung" in (tmp_path / "bericht.csv").read_text("utf-8-sig")


def test_a_file_that_cannot_be_used_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    code, out, err = run(str(tmp_path / "fehlt.csv"))
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("words", [["--dry-run"], []])
def test_a_report_is_written_also_where_nothing_is_changed(
    run: Run, tmp_path: Path, database: Path, words: list[str]
) -> None:
    path, report, before = tmp_path / "liste.csv", tmp_path / "bericht.json", dump(database)
    path.write_text("Einrichtung;Telefon\nBeratung Dortmund;0231 9058-0\n", encoding="utf-8")
    assert run(str(path), "--report", str(report), *words)[0] == 0
    (row,) = json.loads(report.read_text("utf-8"))["rows"]
    assert (row["row"], row["decision"], row["done"]) == (2, "open", None)
    assert dump(database) == before


@pytest.mark.parametrize("content", ["Name;Telefon\n", "Subject: Hallo\nVon;An\n;\n;x\n"])
def test_a_file_with_nothing_that_can_be_read_is_no_success(run: Run, tmp_path: Path, content: str) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(content, encoding="utf-8")
    code, _, complaint = run(str(path))
    assert code == 1
    assert len(complaint.splitlines()) == 1


def test_a_table_is_read_as_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Liste/Amt\nEinrichtung/Telefon\nBüro Köln/02841 4711\n", encoding="cp850")
    words = ("--encoding", "cp850", "--delimiter", "/", "--header-row", "2", "--dry-run", "--json")
    assert [row["name"] for row in json.loads(run(str(path), *words)[1])["rows"]] == ["Büro Köln"]
    for wrong in (("--encoding", "latin"), ("--delimiter", "//"), ("--header-row", "-1"), ("--sheet", "Tabelle1")):
        assert run(str(path), *wrong, "--dry-run")[0] == 2


def test_a_sheet_is_chosen_and_those_that_are_passed_over_are_told(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("Stellen")
    assert first is not None
    for sheet, name in ((first, "Hafenberatung"), (second, "Bergberatung")):
        sheet.append(["Einrichtung", "Telefon"])
        sheet.append([name, "02841 4711"])
    path = tmp_path / "mappe.xlsx"
    book.save(path)
    code, out, told = run(str(path), "--dry-run", "--json")
    assert (code, json.loads(out)["rows"][0]["name"]) == (0, "Hafenberatung")
    assert "Stellen" in told
    code, out, told = run(str(path), "--sheet", "Stellen", "--dry-run", "--json")
    assert (code, json.loads(out)["rows"][0]["name"], told) == (0, "Bergberatung", "")
    code, _, told = run(str(path), "--sheet", "Fehlt")
    assert (code, "Stellen" in told) == (2, True)


@pytest.mark.parametrize(
    ("hidden", "words"), [((3,), "1 Zeile dieses Blatts ist ausgeblendet"), ((2, 3), "2 Zeilen dieses Blatts sind")]
)
def test_hidden_rows_of_a_sheet_are_told_to_people_and_to_programs(
    run: Run, tmp_path: Path, hidden: tuple[int, ...], words: str
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Einrichtung", "Telefon"], ["Hafenberatung", "02841 4711"], ["Bergberatung", "02841 4712"]):
        sheet.append(row)
    for place in hidden:
        sheet.row_dimensions[place].hidden = True
    path = tmp_path / "mappe.xlsx"
    book.save(path)
    code, out, told = run(str(path), "--dry-run", "--json")
    assert (code, json.loads(out)["hidden_rows"], json.loads(out)["found"]["new"]) == (0, len(hidden), 2)
    assert words in told
    code, out, told = run(str(path), "--json")
    assert (code, json.loads(out)["hidden_rows"], json.loads(out)["added"]) == (0, len(hidden), 2)
    assert words in told


@pytest.mark.parametrize(
    ("hidden", "words"),
    [
        ({"C": "Privat"}, "1 Spalte dieses Blatts ist ausgeblendet und wird mit eingelesen: Privat."),
        ({"B": "Telefon", "C": "Privat"}, "2 Spalten dieses Blatts sind ausgeblendet"),
    ],
)
def test_hidden_columns_of_a_sheet_are_told_to_people_and_to_programs(
    run: Run, tmp_path: Path, hidden: dict[str, str], words: str
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Einrichtung", "Telefon", "Privat"], ["Hafenberatung", "02841 4711", "0170 4711"]):
        sheet.append(row)
    for letter in hidden:
        sheet.column_dimensions[letter].hidden = True
    path = tmp_path / "mappe.xlsx"
    book.save(path)
    code, out, told = run(str(path), "--dry-run", "--json")
    assert (code, json.loads(out)["hidden_columns"]) == (0, list(hidden.values()))
    assert words in told
    code, out, told = run(str(path), "--json")
    assert (code, json.loads(out)["hidden_columns"], json.loads(out)["added"]) == (0, list(hidden.values()), 1)
    assert words in told


def test_a_cover_is_passed_over_and_the_sheet_that_is_read_is_named(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    cover, table = book.active, book.create_sheet("Stellen")
    assert cover is not None
    cover.append(["Adressen der Stadt Moers"])
    for row in (["Einrichtung", "Telefon"], ["Hafenberatung", "02841 4711"]):
        table.append(row)
    book.save(tmp_path / "mappe.xlsx")
    code, out, told = run(str(tmp_path / "mappe.xlsx"), "--dry-run", "--json")
    assert (code, json.loads(out)["found"]["new"]) == (0, 1)
    assert "Nur das Blatt „Stellen“ wird gelesen" in told


def test_a_list_of_text_hides_nothing(run: Run, table: str) -> None:
    code, out, told = run(table, "--dry-run", "--json")
    found = json.loads(out)
    assert (code, found["hidden_rows"], found["hidden_columns"], told) == (0, 0, [], "")


def test_cards_are_read_in_one_way_only(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "karten.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Amt\nORG:Amt\nEND:VCARD\n", encoding="utf-8")
    assert run(str(path), "--header-row", "1")[0] == 2


def test_a_file_that_cannot_be_used_is_told_to_programs_with_its_reason(run: Run, tmp_path: Path) -> None:
    code, out, err = run(str(tmp_path / "fehlt.csv"), "--json")
    told = json.loads(out)
    assert (code, err, told["deed"]) == (1, "", None)
    assert "fehlt.csv" in told["reason"]


@pytest.mark.parametrize("count", ["-5", str(10**30)])
def test_more_people_than_live_anywhere_are_left_out(run: Run, tmp_path: Path, database: Path, count: str) -> None:
    path, before = tmp_path / "eigene.json", dump(database)
    main(
        ["--data-dir", str(database.parent), "export", "--format", "json", "--kind", "municipalities", "-o", str(path)]
    )
    whole = json.loads(path.read_text("utf-8"))
    rheine = next(one for one in whole["records"] if one["id"] == "rheine")
    rheine["inhabitants"] = int(count)
    path.write_text(json.dumps(whole), encoding="utf-8")
    run(str(path), "--update")
    code, out, _ = run(str(path), "--update", "--dry-run", "--json")
    told = [row for row in json.loads(out)["rows"] if row["found"] == "unreadable"]
    assert (code, len(told)) == (0, 1)
    assert "inhabitants" in told[0]["notes"][0]
    assert dump(database) == before


def test_a_report_never_takes_the_place_of_what_is_imported(run: Run, table: str, database: Path) -> None:
    before, content = dump(database), Path(table).read_bytes()
    code, _, told = run(table, "--report", table)
    assert (code, "überschreiben" in told) == (2, True)
    assert (dump(database), Path(table).read_bytes()) == (before, content)


def test_where_the_report_cannot_go_nothing_is_imported(run: Run, table: str, database: Path, tmp_path: Path) -> None:
    before = dump(database)
    code, out, _ = run(table, "--report", str(tmp_path / "weg" / "bericht.csv"), "--json")
    told = json.loads(out)
    assert (code, told["file"], told["deed"]) == (1, table, None)
    assert str(tmp_path / "weg") in told["reason"]
    assert dump(database) == before


def test_programs_are_told_why_nothing_was_imported(run: Run, table: str, database: Path) -> None:
    before = dump(database)
    folder_of(database).touch()
    code, out, _ = run(table, "--json")
    assert (code, json.loads(out)["deed"]) == (1, None)
    assert "Ohne Sicherung wird nichts geändert" in json.loads(out)["reason"]
    assert dump(database) == before


def test_a_report_whose_folder_goes_meanwhile_is_said_instead(
    database: Path, table: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The import is done by then, and a person must know that."""
    stick = tmp_path / "Stick"
    stick.mkdir()
    tr, importing = load(TRANSLATIONS, "en"), importing_of(database, stick.rmdir)
    needs = ImportNeeds(importing, Mappings(tmp_path), Stamp(None))
    words = ["--data-dir", str(tmp_path), "import", table, "--report", str(stick / "bericht.csv")]
    asked = parser(tr, Terminal(tr)).parse_args(words)
    assert ImportCommand(needs, tr, Terminal(tr)).run(asked) == 1
    said = capsys.readouterr()
    assert "Row 2: added – Hafenberatung" in said.out
    assert "The import is done all the same" in said.err
    assert editing_of(database, Backups()).undo() is not None
