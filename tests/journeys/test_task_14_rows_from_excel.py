"""Task 14 of the desk: fifty rows from Excel, eight of them here already; nothing is overwritten, all is reverted."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTreeView

from desktop.app.paths import Paths
from desktop.domain.contact import Location
from desktop.domain.importing import Found
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.settings import Settings
from desktop.views.importing.dialog import ImportDialog
from desktop.views.importing.plan_model import DECISION
from desktop.views.importing.row_view import found_text
from tests.conftest import Opens
from tests.support.deeds import dump
from tests.support.edges import FakeEdges
from tests.support.lists import fifty_rows
from tests.support.paper import GERMAN
from tests.support.person import Person
from tests.support.places import SHIPPED


@pytest.fixture
def admin(opens: Opens, paths: Paths, edges: FakeEdges, tmp_path: Path) -> Person:
    """Somebody with the list on a stick, who has unlocked editing."""
    edges.files.chosen_import = fifty_rows(tmp_path / "Liste 2026.xlsx", _places(paths.database))
    admin = opens(paths, Settings(user_name="A. Yılmaz"))
    admin.presses("F2")
    return admin


def _places(database: Path) -> list[Location]:
    catalogue = Catalogue(database, SHIPPED, GERMAN)
    with catalogue.reading() as unit:
        found = [record for record in unit.records.all() if isinstance(record, Location)]
    catalogue.close()
    return found


def _begins(admin: Person) -> None:
    admin.presses("Ctrl+Shift+I")
    admin.waits(until=lambda: isinstance(admin.top(), ImportDialog))


def _decisions(admin: Person) -> list[str]:
    model = admin.finds(QTreeView, "rows").model()
    return [str(model.index(row, DECISION).data()) for row in range(model.rowCount())]


def _count(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        count: int = connection.execute("SELECT count(*) FROM location").fetchone()[0]
        return count


def test_fifty_rows_of_which_eight_are_here_already(
    admin: Person, paths: Paths, edges: FakeEdges, tr: Translate
) -> None:
    before, places = dump(paths.database), _places(paths.database)
    _begins(admin)
    admin.presses("Ctrl+Return")
    assert _decisions(admin) == [tr("to decide")] * 8
    assert found_text(Found.DOUBTFUL, tr) in admin.sees_texts()
    admin.presses("N", "G", "L", "Shift+S", "Ctrl+Return")
    assert dump(paths.database) == before, "nothing is written before the last step"
    admin.presses("Ctrl+Return")
    admin.waits(until=lambda: tr("The import is done.") in admin.sees_texts())
    assert _count(paths.database) == len(places) + 42
    assert not edges.notices.told
    after = {place.id: place for place in _places(paths.database)}
    assert [after[place.id] for place in places] == places, "nothing that was here is overwritten"
    admin.clicks(admin.button(tr("Save the &report …")))
    report = next(edges.files.folder.glob("*.csv")).read_text("utf-8-sig") if edges.files.folder else ""
    assert report.count(tr("added")) == 42
    admin.presses("Ctrl+Return", "Ctrl+Z")
    assert dump(paths.database) == before


def test_one_of_the_eight_is_filled_and_another_updated_field_by_field(
    admin: Person, paths: Paths, tr: Translate
) -> None:
    places = {place.id: place for place in _places(paths.database)}
    _begins(admin)
    admin.presses("Ctrl+Return", "U", "L", "Ctrl+Return", "Ctrl+Return")
    admin.waits(until=lambda: tr("The import is done.") in admin.sees_texts())
    changed = [place for place in _places(paths.database) if place.id in places and place != places[place.id]]
    assert 1 <= len(changed) <= 2
    renamed = [place for place in changed if place.name != places[place.id].name]
    assert [place.name.startswith("Beratung") for place in renamed] == [True]
    assert all(place.provenance == places[place.id].provenance for place in changed)


def test_what_the_columns_mean_is_remembered(admin: Person, paths: Paths) -> None:
    _begins(admin)
    admin.presses("Ctrl+Return", "Esc")
    assert (paths.data / "import-columns.json").exists()
    _begins(admin)
    assert "Liste 2026.xlsx" in admin.sees_texts()


def test_whoever_goes_before_the_last_step_has_changed_nothing(admin: Person, paths: Paths) -> None:
    before = dump(paths.database)
    _begins(admin)
    admin.presses("Ctrl+Return", "Shift+N", "Ctrl+Return", "Alt+Left", "Alt+Left", "Esc")
    assert not isinstance(admin.top(), ImportDialog)
    assert dump(paths.database) == before
