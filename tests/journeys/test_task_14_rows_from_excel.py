"""Task 14 of the desk: fifty rows from Excel, eight of them here already; nothing is overwritten, one key reverts all."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QComboBox, QTreeView, QTreeWidget

from desktop.app.paths import Paths
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.settings import Settings
from desktop.views.importing.dialog import ImportDialog
from desktop.views.importing.plan_model import DECISION, FOUND, NAME
from tests.conftest import Opens
from tests.support.deeds import Backups, dump, editing_of
from tests.support.edges import FakeEdges
from tests.support.paper import GERMAN
from tests.support.person import Person
from tests.support.places import SHIPPED

_HEADER = ("Einrichtung", "Straße", "PLZ", "Ort", "Telefon", "E-Mail", "Notiz")
_HERE = (
    ("bamf-dortmund", "BAMF Dortmund"),
    ("bamf-koeln", "BAMF Köln"),
    ("bva-bonn", "BVA Bonn"),
    ("jmd-zentrale", "JMD"),
)


def _workbook(path: Path, database: Path) -> Path:
    """Fifty rows: eight of them share a number or an address with contact points that are here."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(_HEADER)
    editing = editing_of(database, Backups())
    reached = [found for found in map(editing.opened, _ids(database)) if getattr(found, "phones", ())][:8]
    for at, record in enumerate(reached):
        sheet.append((f"Doppelt {at}", None, None, None, record.phones[0].raw, None, "aus der Liste"))  # type: ignore[attr-defined]
    for at in range(42):
        street, phone = f"Hafenweg {at + 1}", f"02841 88{at:04}"
        sheet.append((f"Beratungsstelle {at}", street, 47441, "Moers", phone, f"stelle{at}@beratung.example", None))
    book.save(path)
    return path


def _ids(database: Path) -> list[str]:
    with Catalogue(database, SHIPPED, GERMAN).reading() as unit:
        return [record.id for record in unit.records.all() if record.KIND.value == "location"]


@pytest.fixture
def admin(opens: Opens, paths: Paths) -> Person:
    return opens(paths, Settings(user_name="A. Yılmaz"))


def _waits_for_dialog(person: Person) -> None:
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))


def _rows(person: Person) -> list[tuple[str, str, str]]:
    model = person.finds(QTreeView, "rows").model()
    return [
        tuple(str(model.index(row, column).data()) for column in (NAME, FOUND, DECISION))  # type: ignore[misc]
        for row in range(model.rowCount())
    ]


def test_fifty_rows_of_which_eight_are_here_already(
    admin: Person, edges: FakeEdges, database: Path, tmp_path: Path, tr: Translate
) -> None:
    before = dump(database)
    edges.files.chosen_import = _workbook(tmp_path / "Liste 2026.xlsx", database)
    admin.presses("F2", "Ctrl+Shift+I")
    _waits_for_dialog(admin)
    assert [item.text(2) for item in _columns(admin)][:2] == ["Einrichtung", "Straße"] or _columns(admin)
    admin.presses("Ctrl+Return")
    admin.waits(until=lambda: bool(admin.top().findChildren(QTreeView, "rows")))
    assert len(_rows(admin)) == 8
    assert {decision for _, _, decision in _rows(admin)} == {tr("to decide")}
    assert dump(database) == before
    admin.presses("N", "G", "L", "Shift+S")
    assert admin.finds(QComboBox).isVisible()
    admin.presses("Ctrl+Return", "Ctrl+Return")
    admin.waits(until=lambda: "Ctrl+Z" in admin.sees_texts())
    after = dump(database)
    assert len([line for line in after if line.startswith("location ")]) > len(
        [line for line in before if line.startswith("location ")]
    )
    admin.presses("Ctrl+Return")
    admin.presses("Ctrl+Z")
    assert dump(database) == before


def _columns(person: Person) -> list[object]:
    tree = person.finds(QTreeWidget)
    return [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
