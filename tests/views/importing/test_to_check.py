"""What was guessed or left out of a long file is found again, before it is written and afterwards."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QTreeView

from desktop.i18n import Translate
from desktop.views.importing.dialog import ImportDialog
from desktop.views.importing.plan_model import NAME
from tests.support.edges import FakeEdges
from tests.support.person import Person

_TABLE = "Einrichtung;PLZ;Ort\n" + "".join(
    f"Stelle {at};{4109 if at in (7, 11) else 47441};Moers\n" for at in range(20)
)


def _begins(person: Person, edges: FakeEdges, path: Path) -> None:
    edges.files.chosen_import = path
    person.presses("F2", "Ctrl+Shift+I")
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))


def _names(person: Person) -> list[str]:
    model = person.finds(QTreeView, "rows").model()
    return [str(model.index(row, NAME).data()) for row in range(model.rowCount())]


def _shown(person: Person, entry: str) -> None:
    """Choose what the list shows, by the beginning of its name."""
    box = person.finds(QComboBox)
    at = next(at for at in range(box.count()) if box.itemText(at).startswith(entry))
    box.setCurrentIndex(at)
    person.waits()


def test_rows_with_a_guess_are_shown_alone_and_counted_before_and_after(
    person: Person, edges: FakeEdges, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(_TABLE, encoding="utf-8")
    _begins(person, edges, path)
    person.presses("Ctrl+Return")
    _shown(person, "Zu prüfen (2)")
    assert _names(person) == ["Stelle 7", "Stelle 11"]
    assert "wurde zu „04109“ ergänzt" in person.sees_texts()
    person.finds(QTreeView, "rows").setFocus()
    person.presses("S", "Ctrl+Return")
    assert "Bei 1 Zeile wurde etwas ergänzt oder weggelassen. „Zurück“ führt" in person.sees_texts()
    person.presses("Ctrl+Return")
    assert "Bei 1 Zeile wurde etwas ergänzt oder weggelassen. Was, steht im Bericht." in person.sees_texts()
    person.presses("Ctrl+Return")


@pytest.mark.parametrize("name", ["liste.csv", "kontakte.vcf"])
def test_nothing_is_to_be_checked_where_nothing_was_guessed(
    person: Person, edges: FakeEdges, tmp_path: Path, tr: Translate, name: str
) -> None:
    path = tmp_path / name
    card = "BEGIN:VCARD\nFN:Hafenberatung\nORG:Hafenberatung\nTEL:02841 4711\nEND:VCARD\n"
    path.write_text(card if "vcf" in name else _TABLE.replace("4109", "04109"), encoding="utf-8")
    _begins(person, edges, path)
    if "csv" in name:
        person.presses("Ctrl+Return")
    person.waits(until=lambda: bool(person.top().findChildren(QTreeView, "rows")))
    box = person.finds(QComboBox)
    assert not [at for at in range(box.count()) if "Zu prüfen" in box.itemText(at)]
    person.presses("Ctrl+Return")
    assert "weggelassen" not in person.sees_texts()
    person.presses("Ctrl+Return")
    assert tr("The import is done.") in person.sees_texts()
    assert "weggelassen" not in person.sees_texts()
    person.presses("Ctrl+Return")


def test_a_card_of_which_something_was_left_out_is_called_a_card(
    person: Person, edges: FakeEdges, tmp_path: Path
) -> None:
    path = tmp_path / "kontakte.vcf"
    path.write_text("BEGIN:VCARD\nFN:Bundesamt Wüste\nORG:Bundesamt Wüste\nEND:VCARD\n", encoding="utf-8")
    _begins(person, edges, path)
    person.waits(until=lambda: bool(person.top().findChildren(QTreeView, "rows")))
    person.presses("Ctrl+Return")
    assert "Bei 1 Karte wurde etwas ergänzt oder weggelassen." in person.sees_texts()
    person.presses("Esc")
