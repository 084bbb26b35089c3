"""The steps of an import where they differ from those of task 14: cards, files that cannot be used, cancelling."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QRadioButton, QTreeView

from desktop.app.paths import Paths
from desktop.domain.contact import Location
from desktop.domain.importing import Decision
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
from tests.support.person import Person
from tests.support.places import SHIPPED

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
    assert person.finds(QTreeView, "rows").model().rowCount() == 3
    assert not person.button(tr("&Back")).isEnabled()
    person.presses("Ctrl+Return", "Ctrl+Return")
    person.waits(until=lambda: tr("The import is done.") in person.sees_texts())
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


def test_locked_records_are_unlocked_first(person: Person, edges: FakeEdges, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Einrichtung;Telefon\nHafenberatung;02841 4711\n", encoding="utf-8-sig")
    edges.files.chosen_import = path
    person.presses("Ctrl+Shift+I")
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))
    person.presses("Esc")


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
