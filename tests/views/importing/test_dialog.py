"""The steps of an import where they differ from those of task 14: cards, files that cannot be used, cancelling."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QRadioButton, QSpinBox, QTreeView, QTreeWidget

from desktop.app.paths import Paths
from desktop.domain.contact import Location
from desktop.domain.importing import NOTHING_READABLE, Decision
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.views.editing.side_by_side import SideBySide
from desktop.views.importing.dialog import ImportDialog
from desktop.views.importing.plan_model import PlanModel
from tests.support.deeds import dump
from tests.support.edges import FakeEdges
from tests.support.entries import importing_of, place, rows
from tests.support.lists import fifty_rows
from tests.support.paper import GERMAN
from tests.support.person import Person, W
from tests.support.places import SHIPPED

_ROWS = (["Einrichtung", "Telefon"], ["Hafenberatung", "02841 4711"])
_CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0}\r\nORG:{0}\r\nTEL:02841 {1}\r\nEND:VCARD\r\n"


def _begins(person: Person, edges: FakeEdges, path: Path) -> None:
    edges.files.chosen_import = path
    person.presses("F2", "Ctrl+Shift+I")


def test_cards_need_no_columns(person: Person, edges: FakeEdges, tmp_path: Path, paths: Paths, tr: Translate) -> None:
    path = tmp_path / "kontakte.vcf"
    path.write_text("".join(_CARD.format(f"Hafenberatung {at}", 4_000 + at) for at in range(3)), encoding="utf-8")
    before = dump(paths.database)
    _begins(person, edges, path)
    person.waits(until=lambda: bool(person.top().findChildren(QTreeView, "rows")))
    model = person.finds(QTreeView, "rows").model()
    assert (model.rowCount(), model.headerData(0, Qt.Orientation.Horizontal)) == (3, "Karte")
    assert "Über jede Karte ist entschieden." in person.sees_texts()
    assert not person.button(tr("&Back")).isEnabled()
    person.presses("Ctrl+Return")
    person.waits(until=lambda: "3 Karten werden neu aufgenommen" in person.sees_texts())
    assert "Zeile" not in person.sees_texts()
    person.presses("Ctrl+Return")
    person.waits(until=lambda: tr("The import is done.") in person.sees_texts())
    assert "Zeile" not in person.sees_texts()
    assert dump(paths.database) != before
    person.presses("Ctrl+Return", "Ctrl+Z")
    assert dump(paths.database) == before


def test_a_file_that_cannot_be_used_is_told_and_nothing_opens(person: Person, edges: FakeEdges, tmp_path: Path) -> None:
    _begins(person, edges, tmp_path / "fehlt.csv")
    assert not isinstance(person.top(), ImportDialog)
    assert len(edges.notices.told) == 1


def test_whoever_thinks_better_of_it_has_no_dialog(person: Person, edges: FakeEdges) -> None:
    edges.files.chosen_import = None
    person.presses("F2", "Ctrl+Shift+I")
    assert not isinstance(person.top(), ImportDialog)


def test_the_report_is_saved_for_programs_where_its_name_says_so(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / "kontakte.vcf"
    path.write_text(_CARD.format("Hafenberatung", 4_711), encoding="utf-8")
    _begins(person, edges, path)
    person.waits(until=lambda: bool(person.top().findChildren(QTreeView, "rows")))
    person.presses("Ctrl+Return", "Ctrl+Return")
    person.waits(until=lambda: tr("The import is done.") in person.sees_texts())
    edges.files.report = "Bericht.json"
    person.clicks(person.button(tr("Save the &report …")))
    assert edges.files.folder is not None
    told = json.loads((edges.files.folder / "Bericht.json").read_text(encoding="utf-8"))
    assert (told["added"], told["rows"][0]["name"]) == (1, "Hafenberatung")
    person.presses("Ctrl+Return")


def test_the_report_on_a_file_with_the_longest_name_can_be_saved(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / f"{'ä' * 125}.vcf"
    path.write_text(_CARD.format("Hafenberatung", 4_711), encoding="utf-8")
    _begins(person, edges, path)
    person.waits(until=lambda: bool(person.top().findChildren(QTreeView, "rows")))
    person.presses("Ctrl+Return", "Ctrl+Return")
    person.waits(until=lambda: tr("The import is done.") in person.sees_texts())
    person.clicks(person.button(tr("Save the &report …")))
    assert edges.files.folder is not None
    (report,) = edges.files.folder.glob("Import ä*.csv")
    assert "Hafenberatung" in report.read_text(encoding="utf-8-sig")
    person.presses("Ctrl+Return")


def test_locked_records_are_unlocked_once_something_was_imported(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Einrichtung;Telefon\nHafenberatung;02841 4711\n", encoding="utf-8-sig")
    edges.files.chosen_import = path
    locked = tr("Read-only – F2 unlocks")
    person.presses("Ctrl+Shift+I")
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))
    person.presses("Esc")
    assert locked in person.sees_texts()
    person.presses("Ctrl+Shift+I")
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))
    person.presses("Ctrl+Return")
    person.waits(until=lambda: bool(person.top().findChildren(QTreeView, "rows")))
    person.presses("Ctrl+Return", "Ctrl+Return")
    person.waits(until=lambda: tr("The import is done.") in person.sees_texts())
    person.presses("Ctrl+Return")
    assert locked not in person.sees_texts()
    person.presses("Ctrl+Z")
    person.waits(until=lambda: "Hafenberatung" not in person.sees_rows())


def test_the_meaning_of_a_column_changes_what_comes_of_it(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Einrichtung;Xyz\nHafenberatung;02841 4711\n", encoding="utf-8-sig")
    _begins(person, edges, path)
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))
    assert tr("&Meaning of “{column}”", column="Xyz") in [label.text() for label in person.top().findChildren(QLabel)]
    person.presses("Return")
    person.types("telefon")
    person.presses("Ctrl+Return")
    person.waits(until=lambda: bool(person.top().findChildren(QTreeView, "rows")))
    person.presses("Ctrl+Return", "Ctrl+Return")
    person.waits(until=lambda: tr("The import is done.") in person.sees_texts())
    person.presses("Ctrl+Return")


def test_both_sides_show_what_was_decided_about_a_row(
    person: Person, edges: FakeEdges, tmp_path: Path, paths: Paths, tr: Translate
) -> None:
    with closing(Catalogue(paths.database, SHIPPED, GERMAN)) as catalogue, catalogue.reading() as unit:
        places = [one for one in unit.records.all() if isinstance(one, Location)]
    _begins(person, edges, fifty_rows(tmp_path / "Liste.xlsx", places))
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))
    person.presses("Ctrl+Return")
    person.waits(until=lambda: len(_chosen(person)) > 1)
    here, there, proposed = tr("Here"), tr("In the file"), _chosen(person)
    assert set(proposed) == {here, there}
    person.presses("U", "Up")
    assert set(_chosen(person)) == {there}
    person.presses("L", "Up")
    assert _chosen(person) == proposed, "only gaps are filled again"
    person.presses("Shift+S")
    assert set(_chosen(person)) == {here}
    person.presses("Esc")


def _chosen(person: Person) -> list[str]:
    """Whose value each field of the row in front has."""
    sides = [one for one in person.top().findChildren(SideBySide) if one.isVisible()]
    return [one.text() for side in sides for one in side.findChildren(QRadioButton) if one.isChecked()]


@pytest.mark.parametrize("count", [0, 1, 1_200])
def test_the_model_of_the_rows_keeps_the_rules_of_qt(database: Path, tr: Translate, count: int) -> None:
    plan = importing_of(database).plan(rows(*(place(f"Stelle {at}") for at in range(count))))
    model = PlanModel(plan, tr)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(plan.rows())
    plan.decide_all(range(count), Decision.SKIP)
    model.tell_decided()
    model.show(plan.rows(only_open=True))
    assert model.rowCount() == 0
    assert tester.model() is model


def _begins_table(person: Person, edges: FakeEdges, path: Path) -> None:
    _begins(person, edges, path)
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))


def _columns(person: Person) -> list[str]:
    tree = person.finds(QTreeWidget)
    return [item.text(0) for at in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(at))]


def test_another_sheet_is_chosen_and_its_rows_are_those_that_come(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("Stellen")
    assert first is not None
    for sheet, told in ((first, (["Träger", "Ort", "Von"], ["bitte lesen", "Moers", "Amt"])), (second, _ROWS)):
        for row in told:
            sheet.append(row)
    book.save(tmp_path / "mappe.xlsx")
    _begins_table(person, edges, tmp_path / "mappe.xlsx")
    assert _columns(person) == ["Träger", "Ort", "Von"]
    box = _control(person, QComboBox, _plain(tr("S&heet")))
    box.setFocus()
    person.presses("Down")
    assert _columns(person) == ["Einrichtung", "Telefon"]
    assert person.focused() is box
    person.presses("Ctrl+Return")
    model = person.finds(QTreeView, "rows").model()
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["Hafenberatung"]


def test_hidden_columns_are_told_where_they_can_be_passed_over(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _ROWS:
        sheet.append(row)
    sheet.row_dimensions[2].hidden = sheet.column_dimensions["B"].hidden = True
    book.save(tmp_path / "mappe.xlsx")
    _begins_table(person, edges, tmp_path / "mappe.xlsx")
    assert "1 Zeile dieses Blatts ist ausgeblendet" in person.sees_texts()
    assert "1 Spalte dieses Blatts ist ausgeblendet und wird mit eingelesen: Telefon." in person.sees_texts()


def test_hidden_rows_are_told_before_they_are_read_and_come_along(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("Alle zu sehen")
    assert first is not None
    for sheet in (first, second):
        for row in (*_ROWS, ["Bergberatung", "02841 4712"]):
            sheet.append(row)
    first.row_dimensions[3].hidden = True
    book.save(tmp_path / "mappe.xlsx")
    _begins_table(person, edges, tmp_path / "mappe.xlsx")
    told = "1 Zeile dieses Blatts ist ausgeblendet"
    assert told in person.sees_texts()
    box = _control(person, QComboBox, _plain(tr("S&heet")))
    box.setFocus()
    person.presses("Down")
    assert "ausgeblendet" not in person.sees_texts()
    person.presses("Up")
    assert told in person.sees_texts()
    person.presses("Ctrl+Return")
    model = person.finds(QTreeView, "rows").model()
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["Hafenberatung", "Bergberatung"]


def test_a_table_that_was_guessed_wrong_is_read_as_a_person_says(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Liste;Amt\nBüro;Straße\nKöln;Weg 1\n", encoding="cp850")
    _begins_table(person, edges, path)
    encoding = _control(person, QComboBox, _plain(tr("&Encoding")))
    encoding.setFocus()
    encoding.setCurrentIndex(encoding.findData("cp850"))
    person.waits()
    header = _control(person, QSpinBox, _plain(tr("Header in &row")))
    header.setFocus()
    person.presses("Up")
    assert _columns(person) == ["Büro", "Straße"]
    assert encoding.currentText() == "DOS (850)"
    person.presses("Down", "Down")
    assert _columns(person) == ["A", "B"]


def test_a_table_that_goes_while_it_is_to_be_read_otherwise_stays_as_it_was(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Einrichtung;Telefon\nHafenberatung;02841 4711\n", encoding="utf-8")
    _begins_table(person, edges, path)
    path.unlink()
    delimiter = _control(person, QComboBox, _plain(tr("&Delimiter")))
    delimiter.setFocus()
    person.presses("Down")
    assert delimiter.currentData() == ";"
    assert _columns(person) == ["Einrichtung", "Telefon"]
    assert len(edges.notices.told) == 1


def test_a_table_without_rows_says_so_and_offers_nothing_to_decide(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Einrichtung;Telefon\n", encoding="utf-8")
    _begins_table(person, edges, path)
    person.presses("Ctrl+Return")
    assert tr(NOTHING_READABLE) in person.sees_texts()
    assert not person.button(tr("Add (N)")).isEnabled()


def _control(person: Person, kind: type[W], name: str) -> W:
    return next(one for one in person.top().findChildren(kind) if one.isVisible() and one.accessibleName() == name)


def _plain(name: str) -> str:
    return name.replace("&", "")


def test_whoever_waits_for_a_large_file_is_told_that_it_is_being_opened(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    path = tmp_path / "liste.csv"
    said: list[str] = []
    path.write_text("Einrichtung;Telefon\nHafenberatung;02841 4711\n", encoding="utf-8")
    status = person.window.statusBar()
    status.messageChanged.connect(said.append)
    _begins_table(person, edges, path)
    assert tr("The file is being opened …") in said
    assert tr("The file is being opened …") != status.currentMessage()
