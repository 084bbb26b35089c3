"""What an import says before and after each step, and that nothing that was decided is lost by a key."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea, QTextEdit, QTreeView, QTreeWidget, QWidget

from desktop.app.paths import Paths
from desktop.i18n import Translate
from desktop.views.editing.side_by_side import SideBySide
from desktop.views.importing.dialog import ImportDialog
from desktop.views.importing.plan_model import DECISION, NAME
from tests.support.deeds import Backups, editing_of
from tests.support.edges import FakeEdges
from tests.support.entries import place
from tests.support.mnemonics import shared_letters
from tests.support.person import Person
from tests.support.visiting import SCREEN


def _begins_table(person: Person, edges: FakeEdges, path: Path) -> None:
    edges.files.chosen_import = path
    person.presses("F2", "Ctrl+Shift+I")
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))


def _doubtful(person: Person, edges: FakeEdges, tmp_path: Path) -> None:
    """A row with the number of a contact point that is here waits for a decision."""
    path = tmp_path / "liste.csv"
    path.write_text("Einrichtung;Telefon\nBeratung Nord;0231 9058-0\nHafenberatung;02841 4711\n", encoding="utf-8")
    _begins_table(person, edges, path)
    person.presses("Ctrl+Return")


def test_escape_asks_before_decisions_are_lost_and_not_before_there_are_any(
    person: Person, edges: FakeEdges, tmp_path: Path
) -> None:
    _doubtful(person, edges, tmp_path)
    person.presses("Esc")
    assert (person.top() is person.window, edges.notices.told) == (True, [])
    assert _says(person) == "Der Import wurde abgebrochen, es wurde nichts geändert."
    _doubtful(person, edges, tmp_path)
    edges.notices.is_offer_taken = False
    person.presses("G", "Esc")
    assert isinstance(person.top(), ImportDialog)
    assert len(edges.notices.told) == 1
    edges.notices.is_offer_taken = True
    person.presses("Esc")
    assert person.top() is person.window


def test_whoever_goes_after_the_end_is_not_told_that_nothing_was_changed(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    _doubtful(person, edges, tmp_path)
    person.presses("Ctrl+Return", "Ctrl+Return")
    person.waits(until=lambda: tr("The import is done.") in person.sees_texts())
    person.presses("Esc")
    assert person.top() is person.window
    assert _says(person) == "1 Eintrag importiert. Strg+Z nimmt ihn zurück."


_ADDED_MEANWHILE = ("Hafenberatung", "02841 4711"), ("Elternhaus", "02841 4712")


@pytest.mark.parametrize(
    ("content", "piece"),
    [
        ("\n".join(["Einrichtung;Telefon", *(";".join(one) for one in _ADDED_MEANWHILE)]), "Zeile"),
        (
            "\n".join("BEGIN:VCARD\nFN:{0}\nORG:{0}\nTEL:{1}\nEND:VCARD".format(*one) for one in _ADDED_MEANWHILE),
            "Karte",
        ),
    ],
)
def test_what_somebody_else_added_meanwhile_is_told_and_the_file_is_compared_anew(
    person: Person, edges: FakeEdges, tmp_path: Path, paths: Paths, tr: Translate, content: str, piece: str
) -> None:
    path = tmp_path / "liste"
    path.write_text(content, encoding="utf-8")
    _begins_table(person, edges, path)
    for _ in range(3):
        if tr("&Import (Ctrl+Enter)") not in person.sees_texts():
            person.presses("Ctrl+Return")
    editing_of(paths.database, Backups()).save(None, place("Hafenberatung", file_id="hafenberatung"))
    person.presses("Ctrl+Return")
    assert f"ist vielleicht das, was {piece}" in edges.notices.told[-1]
    assert "wird jetzt mit dem verglichen" in edges.notices.told[-1]
    person.waits(until=lambda: f"1 {piece} wartet auf eine Entscheidung." in person.sees_texts())
    person.presses("S", "Ctrl+Return", "Ctrl+Return")
    person.waits(until=lambda: tr("The import is done.") in person.sees_texts())
    person.presses("Ctrl+Return")
    assert _says(person) == "1 Eintrag importiert. Strg+Z nimmt ihn zurück."


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf\r\n \r\n"])
def test_an_empty_file_comes_with_what_to_do_next(
    person: Person, edges: FakeEdges, tmp_path: Path, content: bytes
) -> None:
    edges.files.chosen_import = tmp_path / "leer.csv"
    edges.files.chosen_import.write_bytes(content)
    person.presses("F2", "Ctrl+Shift+I")
    person.waits(until=lambda: bool(edges.notices.told))
    assert "Die Datei ist leer. Speichern oder exportieren Sie sie neu" in edges.notices.told[0]


def test_whoever_stops_the_reading_is_told_so_beside_the_columns(
    person: Person, edges: FakeEdges, tmp_path: Path
) -> None:
    _begins_table(person, edges, _long_list(tmp_path))
    person.presses_at_once("Ctrl+Return", "Esc")
    person.waits()
    assert isinstance(person.top(), ImportDialog)
    assert "Der Import wurde abgebrochen, es wurde nichts geändert." in person.sees_texts()
    person.presses("Ctrl+Return")
    assert person.finds(QTreeView, "rows").model().rowCount() == 6_000
    assert "abgebrochen" not in person.sees_texts()
    person.presses("Esc")


@pytest.mark.parametrize("is_given_up_at_once", [True, False])
def test_the_keyboard_is_on_the_way_out_while_rows_are_read_and_then_where_it_was(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate, is_given_up_at_once: bool
) -> None:
    _begins_table(person, edges, _long_list(tmp_path))
    columns = person.finds(QTreeWidget)
    assert person.focused() is columns
    person.presses_at_once("Ctrl+Return")
    assert _has_keyboard(person) is person.button(tr("Cancel"))
    person.presses_at_once("Return" if is_given_up_at_once else "Ctrl+Return")
    person.waits()
    kept = columns if is_given_up_at_once else person.finds(QTreeView, "rows")
    assert _has_keyboard(person) is kept
    person.presses("Esc")


def test_whoever_stops_the_counting_goes_on_in_the_list_of_rows(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    _begins_table(person, edges, _long_list(tmp_path))
    person.presses("Ctrl+Return")
    rows = person.finds(QTreeView, "rows")
    person.presses("Down")
    person.presses_at_once("Ctrl+Return", "Esc")
    person.waits()
    assert "Der Import wurde abgebrochen, es wurde nichts geändert." in person.sees_texts()
    assert (_has_keyboard(person), rows.currentIndex().row()) == (rows, 1)
    person.presses("Esc")


def _long_list(folder: Path) -> Path:
    path = folder / "liste.csv"
    path.write_text("Einrichtung;Ort\n" + "".join(f"Stelle {at};Moers\n" for at in range(6_000)), encoding="utf-8")
    return path


def _has_keyboard(person: Person) -> QWidget | None:
    """Where a key really goes; nowhere, if the dialog has lost the keyboard."""
    return person.top().focusWidget()


def _says(person: Person) -> str:
    return person.window.statusBar().currentMessage()


def test_whoever_only_looks_at_the_columns_again_keeps_what_was_decided(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    _doubtful(person, edges, tmp_path)
    person.presses("G", "Alt+Left", "Ctrl+Return")
    assert _decisions(person) == [tr("The same"), tr("Add")]
    assert edges.notices.told == []
    person.presses("Alt+Left")
    edges.notices.is_offer_taken = False
    person.presses("End", "Return")
    person.types("übergangen")
    person.presses("Ctrl+Return")
    assert len(edges.notices.told) == 1, "another meaning would read the rows anew"
    assert isinstance(person.top(), ImportDialog)
    edges.notices.is_offer_taken = True
    person.presses("Ctrl+Return")
    assert _decisions(person) == [tr("Add")] * 2


def _decisions(person: Person) -> list[str]:
    model = person.finds(QTreeView, "rows").model()
    return [str(model.index(row, DECISION).data()) for row in range(model.rowCount())]


def test_what_will_be_done_is_told_in_the_numbers_of_what_was_done(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(
        "Einrichtung;Telefon\nBeratung Nord;0231 9058-0\nHafenberatung;02841 4711\n;02841 4712\n", encoding="utf-8"
    )
    _begins_table(person, edges, path)
    person.presses("Ctrl+Return", "S", "Ctrl+Return")
    ahead = person.sees_texts()
    beside = tr.plural("with {count} record that is named", "with {count} records that are named", 1)
    for told in (
        tr.plural("{count} row is added", "{count} rows are added", 1),
        beside,
        tr.plural("{count} row is left out", "{count} rows are left out", 1),
        tr.plural("{count} row cannot be read", "{count} rows cannot be read", 1),
    ):
        assert told in ahead
    person.presses("Ctrl+Return")
    person.waits(until=lambda: tr("The import is done.") in person.sees_texts())
    done = tr.plural("{count} record added that is named by them", "{count} records added that are named by them", 1)
    assert done in person.sees_texts()
    person.presses("Ctrl+Return")


def test_the_keyboard_begins_at_a_column_that_holds_something_and_means_nothing_yet(
    person: Person, edges: FakeEdges, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Einrichtung;Leer;Xyz\nHafenberatung;;02841 4711\n", encoding="utf-8")
    _begins_table(person, edges, path)
    assert _chosen_column(person) == "Xyz"


def _chosen_column(person: Person) -> str:
    item = person.finds(QTreeWidget).currentItem()
    return item.text(0) if item else ""


def test_a_table_in_which_no_column_means_the_name_says_what_may_help(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Xyz;Abc\nHafenberatung;Moers\n", encoding="utf-8")
    _begins_table(person, edges, path)
    hint = tr("None of these rows can be read. Does a column mean the name, and is the header row right?")
    assert hint in person.finds(QTextEdit).toPlainText()


def test_the_position_of_a_person_stands_in_the_preview(person: Person, edges: FakeEdges, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Vorname;Nachname;Firma;Position\nAyşe;Yılmaz;Stadt Moers;Leitung\n", encoding="utf-8")
    _begins_table(person, edges, path)
    assert "Funktion: Leitung" in person.finds(QTextEdit).toPlainText()


def test_a_word_that_is_longer_than_its_column_is_broken_and_not_cut(
    person: Person, edges: FakeEdges, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
    path.write_text(f"Einrichtung;Telefon\n{name};0231 9058-0\n", encoding="utf-8")
    _begins_table(person, edges, path)
    person.presses("Ctrl+Return")
    sides = person.finds(SideBySide)
    area = sides.findChildren(QScrollArea)[0]
    inside = area.widget()
    assert inside is not None
    assert inside.width() <= area.viewport().width()


def test_a_column_with_a_long_name_leaves_the_dialog_on_a_small_screen(
    person: Person, edges: FakeEdges, tmp_path: Path
) -> None:
    name = "Ansprechperson (Vorname und Nachname, gern mit Titel, Funktion, Zimmernummer und Vertretung) " * 3
    path = tmp_path / "liste.csv"
    path.write_text(f"Einrichtung;PLZ;Ort;Telefon;{name}\nHafenberatung;47441;Moers;02841 1;A\n", encoding="utf-8")
    _begins_table(person, edges, path)
    assert _chosen_column(person) == " ".join(name.split())
    assert person.top().minimumSizeHint().width() < SCREEN[0]
    tree = person.finds(QTreeWidget)
    item = tree.currentItem()
    assert item is not None
    assert " ".join(name.split()) in item.toolTip(0)


def test_no_two_controls_of_a_step_answer_to_the_same_letter(person: Person, edges: FakeEdges, tmp_path: Path) -> None:
    _doubtful(person, edges, tmp_path)
    found = [shared_letters(person.top())]
    person.presses("Ctrl+Return")
    found.append(shared_letters(person.top()))
    person.presses("Alt+Left", "Alt+Left")
    found.append(shared_letters(person.top()))
    assert found == [{}, {}, {}]
    person.presses("Esc")


def test_a_row_without_a_name_is_found_again_by_what_else_it_says(
    person: Person, edges: FakeEdges, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Einrichtung;Telefon;E-Mail\n;02841 4712;hafen@moers.example\n", encoding="utf-8")
    _begins_table(person, edges, path)
    person.presses("Ctrl+Return")
    model = person.finds(QTreeView, "rows").model()
    assert model.index(0, NAME).data() == "02841 4712 | hafen@moers.example"
