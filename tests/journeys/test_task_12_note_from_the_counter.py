"""Task 12 of the desk: "the fax is wrong", noted on the spot by somebody who may change nothing."""

import json
from datetime import datetime
from functools import partial
from pathlib import Path

from pypdf import PdfReader

from desktop.__main__ import main
from desktop.app.paths import Paths
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk
from desktop.services.review import Review
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.places import SHIPPED, TRANSLATIONS


def test_a_note_is_kept_while_the_record_stays_as_it_is(person: Person, paths: Paths, tmp_path: Path) -> None:
    person.types("bamf dort")
    person.presses("Return")
    before = person.reads()
    person.presses("Ctrl+H")
    person.types("Die Faxnummer ist falsch.")
    person.presses("Ctrl+Return")

    assert person.top() is person.window
    assert person.reads() == before
    person.window.close()
    target = tmp_path / "notizen.json"
    assert main(["--data-dir", str(paths.data), "notes", "-o", str(target)]) == 0
    (note,) = json.loads(target.read_text(encoding="utf-8"))
    assert (note["record_id"], note["text"]) == ("bamf-dortmund", "Die Faxnummer ist falsch.")


def test_the_note_stands_first_on_the_list_of_what_is_to_be_checked(person: Person) -> None:
    person.types("bamf dort")
    person.presses("Return", "Ctrl+H")
    person.types("Die Faxnummer ist falsch.")
    person.presses("Ctrl+Return", "Ctrl+Shift+K")
    assert "Die Faxnummer ist falsch." in person.sees_texts()


def test_all_notes_are_exported_as_a_table(person: Person, edges: FakeEdges) -> None:
    person.types("bamf dort")
    person.presses("Return", "Ctrl+H")
    person.types("Die Faxnummer ist falsch.")
    person.presses("Ctrl+Return")
    person.chooses("Alle Notizen e&xportieren …")
    assert edges.files.folder is not None
    (file,) = edges.files.folder.glob("*.csv")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "Die Faxnummer ist falsch." in file.read_text(encoding="utf-8-sig")
    assert str(file) in person.window.statusBar().currentMessage()


def test_who_presses_enter_on_cancel_has_written_no_note(person: Person, paths: Paths, tmp_path: Path) -> None:
    person.types("bamf dort")
    person.presses("Return", "Ctrl+H")
    person.types("Doch nicht.")
    person.button("Abbrechen").setFocus()
    person.presses("Return")
    person.window.close()
    target = tmp_path / "notizen.json"
    assert main(["--data-dir", str(paths.data), "notes", "-o", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8")) == []


OPEN = "1 Notiz vom Schalter ist offen."


def _noted(person: Person) -> None:
    person.types("bamf dort")
    person.presses("Return", "Ctrl+H")
    person.types("Die Faxnummer ist falsch.")
    person.presses("Ctrl+Return")


def test_who_looks_after_the_record_reads_of_the_note_beside_it_and_the_counter_does_not(person: Person) -> None:
    _noted(person)
    assert OPEN not in person.reads()
    person.presses("F2")
    assert OPEN in person.reads()
    person.presses("F2")
    assert OPEN not in person.reads()


def test_beside_the_record_stands_who_wrote_the_last_note_and_when(opens: Opens, paths: Paths) -> None:
    catalogue = Catalogue(paths.database, SHIPPED, load(TRANSLATIONS, "de"))
    for who, hour in (("A. Yılmaz", 8), ("B. <b>Becker</b>", 9)):
        desk = Desk(partial(str, who), partial(datetime.astimezone, datetime(2026, 11, 20, hour, 5)), lambda: 12)
        Review(catalogue, desk).note("bamf-dortmund", "Das Fax ist falsch.")
    catalogue.close()
    person = opens(paths)
    person.presses("Ctrl+2")
    person.types("bamf dort")
    person.presses("Return", "F2")
    assert "Die letzte wurde am 20.11.2026, 09:05 von B. <b>Becker</b> geschrieben." in person.reads()


def test_from_the_record_enter_leads_to_its_note_on_the_list_and_back_once_it_is_settled(person: Person) -> None:
    _noted(person)
    person.presses("F2", "Return", "Tab", "Return")
    assert "Die Faxnummer ist falsch." in person.sees_texts()
    person.presses("E", "Esc")
    assert person.top() is person.window
    assert OPEN not in person.reads()


def test_at_an_event_nobody_reads_of_a_note(person: Person) -> None:
    _noted(person)
    person.presses("F2", "Ctrl+Shift+F11")
    assert OPEN not in person.reads()


def test_paper_never_tells_of_a_note(person: Person, edges: FakeEdges) -> None:
    _noted(person)
    person.presses("F2")
    assert OPEN in person.reads()
    person.presses("Ctrl+S")
    assert edges.files.folder is not None
    (sheet,) = edges.files.folder.glob("*.pdf")
    text = "".join(page.extract_text() for page in PdfReader(sheet).pages)
    assert "Dortmund" in text
    assert "Notiz" not in text
