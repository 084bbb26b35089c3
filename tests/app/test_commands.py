"""The commands without a window, run as a person runs them."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.__main__ import main
from desktop.cli.arguments import SHEET_KEYS
from desktop.domain.backup import Reason
from desktop.printing.sheets import SHEETS
from desktop.store.backup import back_up

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(database: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `wegweiser` on a filled database: exit code, output, messages."""

    def command(*words: str) -> tuple[int, str, str]:
        try:
            code = main(["--data-dir", str(database.parent), *words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.mark.parametrize(
    ("kind", "count"), [("municipalities", 12), ("contacts", 29), ("practices", 8), ("partners", 38), ("topics", 2)]
)
def test_list_prints_a_line_for_each_record(run: Run, kind: str, count: int) -> None:
    code, out, _ = run("list", kind)
    assert code == 0
    assert len(out.splitlines()) == count + 1
    rows = json.loads(run("list", kind, "--json")[1])
    assert len(rows) == count
    assert all(row["id"] in out for row in rows)


def test_a_list_ends_with_what_it_holds(run: Run) -> None:
    end = run("list", "contacts")[1].splitlines()[-1]
    assert end == "16 Kontaktstellen, 4 Ansprechpersonen, 9 Organisationen"
    assert run("list", "partners")[1].splitlines()[-1] == "38 Partner"


def test_the_version_is_told_without_a_window_or_a_database(run: Run) -> None:
    code, out, _ = run("--version")
    assert (code, out.split()[0]) == (0, "Wegweiser")
    assert out.split()[1][0].isdigit()


def test_a_timeline_of_records_without_dates_is_refused_and_not_printed_empty(run: Run, tmp_path: Path) -> None:
    code, _, err = run("print", "timeline", "bamf-koeln", "-o", str(tmp_path / "z.pdf"))
    assert code == 2
    assert "nennt ein Datum" in err
    assert not (tmp_path / "z.pdf").exists()


def test_every_sheet_can_be_asked_for() -> None:
    assert {sheet.key for sheet in SHEETS} == set(SHEET_KEYS)


def test_show_tells_everything_of_a_contact_point(run: Run) -> None:
    out = run("show", "bamf-koeln")[1].replace("\u00a0", " ")
    for fact in (
        "Poller Kirchweg 101",
        "51105 Köln",
        "0221 92426-0",
        "0221 92426-199",
        "Ref324Posteingang@bamf.bund.de",
    ):
        assert fact in out
    assert "19.10.2022" in out


def test_show_as_json_is_the_record(run: Run) -> None:
    shown = json.loads(run("show", "moers", "--json")[1])
    assert (shown["record_kind"], shown["ags"]) == ("municipality", "05170024")


def test_search_finds_the_branch_that_was_meant(run: Run) -> None:
    code, out, _ = run("search", "koeln", "bamf", "--limit", "3", "--json")
    rows = json.loads(out)
    assert (code, len(rows)) == (0, 3)
    assert rows[0] == {
        "id": "bamf-koeln",
        "kind": "location",
        "title": "BAMF Köln",
        "organisation": "Bundesamt für Migration und Flüchtlinge",
        "field": "short_name",
        "snippet": "BAMF Köln",
        "corrected": None,
    }
    assert run("search", "koeln bamf")[1].splitlines()[0].split(maxsplit=1) == ["bamf-koeln", "BAMF Köln"]


def test_search_offers_another_spelling_and_says_so(run: Run) -> None:
    assert json.loads(run("search", "Wupertal", "--json")[1])[0]["corrected"] == "Wuppertal"
    assert "gemeint: „Wuppertal“" in run("search", "Wupertal")[1]
    assert json.loads(run("search", "xyzzy", "--json")[1]) == []


def test_search_says_which_word_keeps_the_others_from_being_found(run: Run) -> None:
    assert json.loads(run("search", "bamf köln telefon", "--json")[1]) == []
    assert "Ohne „telefon“ gibt es Treffer: bamf köln" in run("search", "bamf köln telefon")[1]


def test_search_takes_anything_that_can_be_typed(run: Run) -> None:
    for typed in ('"', "*", "%", "--", "C++", "😀", "مرحبا"):
        assert run("search", "--json", "--", typed)[0] == 0


@pytest.fixture
def damaged(database: Path) -> Path:
    connection = sqlite3.connect(database)
    connection.execute("DROP TABLE search_index")
    connection.commit()
    connection.close()
    return database


@pytest.mark.usefixtures("damaged")
def test_check_notices_a_damaged_index_and_repair_mends_it(run: Run) -> None:
    code, out, _ = run("check")
    assert code == 1
    assert "check --repair" in out
    assert run("check", "--repair")[0] == 0
    assert run("check")[0] == 0


@pytest.mark.usefixtures("damaged")
def test_a_search_mends_a_damaged_index_by_itself(run: Run) -> None:
    assert "moers" in run("search", "moers")[1]
    assert run("check")[0] == 0


def test_an_unknown_id_is_answered_with_the_nearest_ones(run: Run) -> None:
    code, out, err = run("show", "bamf-kölln")
    assert (code, out) == (2, "")
    assert "bamf-koeln" in err
    assert "Traceback" not in err


def test_print_writes_a_sheet(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "Blatt Köln.pdf"
    code, out, _ = run("print", "contact", "bamf-koeln", "-o", str(target))
    assert code == 0
    assert "1 Seite" in out
    text = PdfReader(BytesIO(target.read_bytes())).pages[0].extract_text()
    assert "0221 92426-0" in text


def test_the_partner_list_holds_all_partners_when_none_is_named(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "partner.pdf"
    assert run("print", "partners", "-o", str(target))[0] == 0
    text = "".join(page.extract_text() for page in PdfReader(target).pages)
    assert "Westdeutscher Rundfunk" in text
    assert "Arbeiter-Samariter-Bund" in text


def test_print_speaks_the_language_of_the_client_in_large_type(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    words = ("print", "contact", "bamf-koeln", "--language", "ar", "--large-print", "-o", str(target))
    code, out, _ = run(*words)
    assert code == 0
    assert "Seiten" in out  # the messages stay in the language of the clerk
    sheet = PdfReader(BytesIO(target.read_bytes()))
    assert str(sheet.trailer["/Root"]["/Lang"]) == "ar"  # type: ignore[index]
    assert run("print", "contact", "bamf-koeln", "--language", "xx", "-o", str(target))[0] == 2


def test_print_of_an_unknown_record_writes_no_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    assert run("print", "contact", "nirgends", "-o", str(target))[0] == 2
    assert not target.exists()


def test_check_counts_what_the_database_holds(run: Run) -> None:
    code, out, _ = run("check")
    assert code == 0
    counted = dict(line.rsplit(maxsplit=1) for line in out.splitlines() if line and line[-1].isdigit())
    expected = {"Modellkommune": "12", "Kontaktstelle": "16", "Organisation": "9", "E-Mail-Adressen": "14"}
    assert {key: counted[key] for key in expected} == expected
    assert counted["Tote Nummern"] == "9"


def test_a_damaged_database_is_told_in_one_line(run: Run, database: Path) -> None:
    database.write_bytes(b"garbage" * 500)
    code, _, err = run("list", "contacts")
    assert code == 1
    assert len(err.splitlines()) == 1
    assert "beschädigt" in err


def test_check_without_a_database_makes_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(tmp_path / "leer"), "check"]) == 1
    assert "noch keine Datenbank" in capsys.readouterr().err
    assert not (tmp_path / "leer").exists()


def test_a_reader_that_goes_early_gets_no_traceback(database: Path) -> None:
    command = f'"{sys.executable}" -m desktop --data-dir "{database.parent}" show moers | true'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_an_id_that_is_no_text_is_unknown_like_any_other(run: Run) -> None:
    code, _, err = run("show", "m\udcffers")
    assert code == 2
    assert "moers" in err


def test_commands_import_neither_qt_nor_a_display(database: Path) -> None:
    program = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "code = main(sys.argv[1:])\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
        "sys.exit(code)\n"
    )
    environment = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, "-c", program, "--data-dir", str(database.parent), "list", "contacts"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "bamf-koeln" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a display")
def test_without_a_display_the_window_says_so_in_one_line(database: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--data-dir", str(database.parent)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a display")
@pytest.mark.parametrize(("name", "count"), [("da.wegweiser", 1), ("fehlt.wegweiser", 2)])
def test_without_a_display_a_file_that_is_not_there_is_told_as_well(
    database: Path, tmp_path: Path, name: str, count: int
) -> None:
    (tmp_path / "da.wegweiser").touch()
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--data-dir", str(database.parent), str(tmp_path / name)],
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if key not in hidden},
        check=False,
        timeout=60,
    )
    lines = done.stderr.splitlines()
    assert (done.returncode, len(lines)) == (1, count)
    assert ("fehlt.wegweiser" in lines[0]) == (count == 2)


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        (("handout", "jmd-zentrale", "bamf-koeln"), "0221 92426-0"),
        (("comparison", "moers", "rheine"), "Handlungsfelder"),
        (("timeline",), "bis Ende 2019"),
        (("timeline", "dji"), "1963"),
        (("matrix",), "nicht genannt"),
        (("directory",), "Namen und Orte"),
        (("list", "practices"), "1:0 für Integration"),
        (("list", "bamf-koeln"), "BAMF Köln"),
        (("contact", "bamf-koeln", "bva-zentrale", "--compact"), "0221 758-0"),
    ],
)
def test_print_makes_sheets_of_several_records(run: Run, tmp_path: Path, words: tuple[str, ...], fact: str) -> None:
    target = tmp_path / "a.pdf"
    code, _, err = run("print", *words, "-o", str(target))
    assert (code, err) == (0, "")
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(target).pages)
    assert fact in text.replace("\u00a0", " ")


@pytest.mark.parametrize("words", [("handout",), ("comparison",), ("comparison", "moers"), ("list",)])
def test_a_sheet_of_too_few_records_is_told_and_not_written(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    target = tmp_path / "a.pdf"
    code, _, err = run("print", *words, "-o", str(target))
    assert code == 2
    assert len(err.splitlines()) == 1
    assert not target.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("print", "contact", "bamf-koeln", "-o", "a.docx"), "a.docx muss auf .pdf enden, denn das steht darin."),
        (("print", "contact", "bamf-koeln", "-o", "a"), "Bitte nennen Sie die Datei: a.pdf"),
        (("print", "contact", "bamf-koeln", "-o", "-"), "„-“ ist hier kein Dateiname."),
        (("export", "--format", "csv", "-o", "muni.xlsx"), "Bitte nennen Sie die Datei: muni.csv"),
        (("export", "--format", "csv", "-o", "-"), "Ohne -o geht der Export auf die Standardausgabe."),
        (("export", "--format", "xlsx", "-o", "-"), "der auf .xlsx endet"),
        (("package", "create", "-o", "moers.zip", "--json"), "Bitte nennen Sie die Datei: moers.wegweiser"),
        (("notes", "-o", "n.txt"), "n.txt muss auf .csv, .json enden"),
        (("import", "liste.csv", "--report", "b.doc"), "b.doc muss auf .csv, .json, .txt enden"),
    ],
)
def test_a_file_is_named_for_what_it_will_hold(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    Path("liste.csv").write_text("Einrichtung;Telefon\nHafenberatung;02841 4711\n", encoding="utf-8")
    code, out, err = run(*words)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert told in err
    assert [path.name for path in Path().iterdir()] == ["liste.csv"]


def test_whoever_takes_the_wrong_sheet_is_told_the_right_one(run: Run, tmp_path: Path) -> None:
    target = str(tmp_path / "a.pdf")
    code, _, err = run("print", "contact", "moers", "rheine", "-o", target)
    assert (code, err.strip().endswith("Versuchen Sie: wegweiser print municipality moers rheine")) == (2, True)
    assert "Versuchen Sie" not in run("print", "contact", "moers", "bamf-koeln", "-o", target)[2]


@pytest.mark.parametrize(("sheet", "kind"), [("contact", "contacts"), ("comparison", "municipalities")])
def test_whoever_names_no_record_is_told_where_their_ids_stand(run: Run, tmp_path: Path, sheet: str, kind: str) -> None:
    code, _, err = run("print", sheet, "-o", str(tmp_path / "a.pdf"))
    assert (code, f"„wegweiser list {kind}“ nennt die Kennungen." in err) == (2, True)


def test_a_word_that_stands_nowhere_is_answered_with_what_to_do(run: Run) -> None:
    code, out, err = run("search", "quatschwort")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Keine Treffer für „quatschwort“",
        "Gesucht wurde in allen Feldern aller Einträge. Versuchen Sie weniger oder kürzere Wörter.",
    ]


def test_check_tells_of_the_backups(run: Run, database: Path) -> None:
    assert "Backups: none" in run("--language", "en", "check")[1]
    back_up(database, database.parent / "backups", Reason.IMPORT, datetime(2026, 11, 23, 10, 42))
    out = run("--language", "en", "check")[1]
    assert "Backups: 1, the last one of 23.11.2026, 10:42, before an import" in out


def test_of_a_damaged_database_the_last_backup_is_read_and_said_so(run: Run, database: Path) -> None:
    back_up(database, database.parent / "backups", Reason.IMPORT, datetime(2026, 11, 23, 10, 42))
    database.write_bytes(b"garbage" * 1000)
    code, out, err = run("--language", "en", "search", "moers")
    assert (code, out.split()[0]) == (0, "moers")
    assert "is damaged and was left as it is" in err
    code, _, err = run("--language", "en", "check")
    assert code == 1
    assert len(err.splitlines()) == 1
    assert database.read_bytes() == b"garbage" * 1000


FULL = Path("/dev/full")


def shell(database: Path, words: str) -> tuple[int, str, str]:
    """Run `wegweiser` in a shell: exit code, output, messages."""
    line = f'"{sys.executable}" -m desktop --data-dir "{database.parent}" {words}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="needs a drive that is always full")
@pytest.mark.parametrize("redirected", [">/dev/full", ">&-"])
@pytest.mark.parametrize("words", ["list contacts", "print contact bamf-koeln -o {target}", "--help", "search --help"])
def test_output_that_goes_nowhere_is_told_in_one_line(
    database: Path, tmp_path: Path, words: str, redirected: str
) -> None:
    target = tmp_path / "a.pdf"
    code, out, err = shell(database, f"{words.format(target=target)} {redirected}")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert err.startswith("Die Ausgabe konnte nicht geschrieben werden")
    assert target.exists() == words.startswith("print")


@pytest.mark.skipif(not FULL.exists(), reason="needs a drive that is always full")
@pytest.mark.parametrize("redirected", ["2>/dev/full", "2>&-"])
def test_messages_that_go_nowhere_leave_output_and_exit_code_right(database: Path, redirected: str) -> None:
    code, out, _ = shell(database, f"list contacts {redirected}")
    assert (code, len(out.splitlines())) == (0, 30)
    assert shell(database, f"show nirgends {redirected}") == (2, "", "")
    assert shell(database, f"nirgends {redirected}") == (2, "", "")


@pytest.fixture
def _heard_ctrl_c() -> Iterator[None]:
    """Programs begun meanwhile hear Ctrl+C, though one in the background of a script passes its deafness on."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name != "posix", reason="signals as Unix has them")
@pytest.mark.usefixtures("_heard_ctrl_c")
def test_ctrl_c_ends_a_command_in_one_line(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    words = [
        sys.executable,
        "-m",
        "desktop",
        "--data-dir",
        str(database.parent),
        "print",
        "directory",
        "-o",
        str(target),
    ]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wal = database.with_name(f"{database.name}-wal")
    while not wal.exists():  # until it reads the records
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, "", "Abgebrochen.\n")
    assert not target.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("print", "list", "contacts", "unsinn"), "nicht beides"),
        (("print", "list", "moers", "contacts"), "municipalities, contacts, practices, partners, topics"),
        (("print", "list", "foo"), "municipalities, contacts, practices, partners, topics"),
        (("print", "municipality", "moers", "--compact"), "nur für Kontaktblätter"),
        (("print", "contact", ""), "leer"),
    ],
)
def test_words_that_would_be_passed_over_are_refused(
    run: Run, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    target = tmp_path / "a.pdf"
    code, out, err = run(*words, "-o", str(target))
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert told in err
    assert not target.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", ""), "Eine Kennung ist leer."),
        (("nirgends",), "BEFEHL kann nicht nirgends sein. Möglich: list, show, search, print"),
        (("list",), "Es fehlt: ART. „wegweiser list --help“ erklärt mehr."),
        (("list", "foo"), "ART kann nicht foo sein. Möglich: municipalities, contacts"),
        (("list", "contacts", "extra"), "Das ist zu viel oder unbekannt: extra."),
        (("list", "contacts", "--json=3"), "--json nimmt keinen Wert."),
        (("search", "x", "--limit"), "Nach --limit fehlt ein Wert."),
        (("search", "x", "--limit", "viele"), "--limit kann nicht viele sein. Möglich: ganze Zahlen ab 1."),
        (("search", "x", "--limit", "0"), "--limit kann nicht 0 sein. Möglich: ganze Zahlen ab 1."),
        (("import", "a.csv", "--header-row", "99"), "--header-row kann nicht 99 sein. Möglich: 0 bis 40."),
        (("package", "apply", "a", "--ours", "--theirs"), "--theirs und --ours gehen nicht zusammen."),
        (("import", "a.csv", "--update", "--new-only"), "--new-only und --update gehen nicht zusammen."),
        (("--langauge", "en", "list", "contacts"), "Das ist zu viel oder unbekannt: --langauge. „wegweiser --help“"),
        (("list", "contacts", "--jsn"), "Das ist zu viel oder unbekannt: --jsn. „wegweiser list --help“"),
        (("package", "inspect", "a", "--x"), "Das ist zu viel oder unbekannt: --x. „wegweiser package inspect --help“"),
        (("print", "contact", "bamf-koeln"), "Es fehlt: -o/--output."),
        (("print", "--la", "x"), "--la ist mehrdeutig: --language, --large-print."),
        (("list", "a\nb"), "ART kann nicht a"),
    ],
)
def test_a_slip_on_the_command_line_is_told_in_one_line_of_the_language(
    run: Run, words: tuple[str, ...], told: str
) -> None:
    code, out, err = run(*words)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert err.startswith(told)


@pytest.mark.parametrize("command", [(), ("list",), ("show",), ("search",), ("print",), ("check",)])
def test_the_help_speaks_the_language_of_the_program(run: Run, command: tuple[str, ...]) -> None:
    code, out, err = run(*command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith("Aufruf: wegweiser")
    for english in ("usage", "positional", "option", "show this help"):
        assert english not in out.lower().replace("optionen", "")


@pytest.mark.parametrize("inside", ["", "darin"])
def test_a_file_in_the_place_of_the_data_folder_is_named_as_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], inside: str
) -> None:
    wrong = tmp_path / "a.pdf"
    wrong.touch()
    code = main(["--data-dir", str(wrong / inside), "--language", "de", "check"])
    out, err = capsys.readouterr()
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert err.startswith(f"{wrong} ist eine Datei, kein Ordner.")


def test_a_new_data_folder_is_told_for_it_may_be_a_slip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--data-dir", str(tmp_path / "nirgends" / "da"), "--language", "de", "list", "topics"]
    assert main(words) == 0
    assert capsys.readouterr().err.startswith(f"Ein neuer Datenordner wurde angelegt: {tmp_path / 'nirgends' / 'da'}.")
    assert main(words) == 0
    assert capsys.readouterr().err == ""


def test_damaged_settings_are_told_beside_what_was_asked_for(run: Run, database: Path) -> None:
    database.with_name("settings.json").write_text("{{")
    code, out, err = run("list", "topics")
    assert (code, len(out.splitlines())) == (0, 3)
    assert err == "Die Einstellungen waren beschädigt. Wegweiser startet mit den Vorgaben.\n"
