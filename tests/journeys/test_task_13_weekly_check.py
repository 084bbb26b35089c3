"""Task 13 of the desk: the weekly check of old records; what was found right is one key, and can be taken back."""

from PySide6.QtWidgets import QLabel, QListView, QPushButton

from desktop.app.paths import Paths
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.settings import Settings
from desktop.views.editing.dialog import EditDialog
from desktop.views.review.desk import ReviewDialog
from tests.conftest import NOW, Opens
from tests.support.paper import GERMAN
from tests.support.person import Person
from tests.support.places import SHIPPED


def _editing(paths: Paths) -> Editing:
    catalogue = Catalogue(paths.database, SHIPPED, GERMAN)
    return Editing(catalogue, Desk(lambda: "Prüfung", lambda: NOW, lambda: 12), lambda: None)


def _checked(paths: Paths) -> dict[str, str]:
    editing = _editing(paths)
    with Catalogue(paths.database, SHIPPED, GERMAN).reading() as unit:
        ids = unit.records.ids()
    found = {record_id: editing.opened(record_id).provenance for record_id in ids}
    return {record_id: str(origin.checked_by) for record_id, origin in found.items() if origin.checked_on}


def test_ten_records_take_one_key_each_and_the_history_says_who(opens: Opens, paths: Paths) -> None:
    admin = opens(paths, Settings(user_name="A. Yılmaz"))
    admin.presses("Ctrl+Shift+K")
    before = admin.keys
    admin.presses(*["R"] * 10)
    assert admin.keys - before == 10
    checked = _checked(paths)
    assert len(checked) == 10
    assert set(checked.values()) == {"A. Yılmaz"}


def test_a_check_is_taken_back_and_the_old_value_stands_in_the_history(person: Person, paths: Paths) -> None:
    person.presses("Ctrl+Shift+K", "R", "R", "Ctrl+Z")
    (record_id,) = _checked(paths)
    person.presses("Ctrl+Y")
    assert len(_checked(paths)) == 2
    (done,) = _editing(paths).history(record_id)
    (change,) = done.changes
    assert change.before is not None
    assert "checked_on=None" in repr(change.before)


def _marked(person: Person) -> str:
    """The point that the keys are meant for."""
    (marked,) = (one.text() for one in person.top().findChildren(QLabel) if one.isVisible() and "▶" in one.text())
    return str(marked)


def test_whoever_edits_a_record_from_the_list_comes_back_to_the_same_point(person: Person) -> None:
    person.presses("Ctrl+Shift+K", "Down", "Down", "Down")
    dismiss = [one for one in person.top().findChildren(QPushButton) if one.objectName() == "V" and one.isVisible()]
    dismiss[1].setFocus()
    row, point = person.finds(QListView, "tasks").currentIndex().data(), _marked(person)
    person.presses("Ctrl+E")
    assert isinstance(person.top(), EditDialog)
    person.presses("Esc")
    assert isinstance(person.top(), ReviewDialog)
    assert person.finds(QListView, "tasks").currentIndex().data() == row
    assert _marked(person) == point
    assert person.focused().objectName() == "V"


def test_what_was_edited_from_the_list_is_what_stands_there_afterwards(person: Person) -> None:
    person.presses("Ctrl+Shift+K", "Down", "Down", "Down", "Ctrl+E", "Ctrl+A")
    person.types("Neuer Name der Stelle")
    person.presses("Ctrl+Return")
    assert isinstance(person.top(), ReviewDialog)
    assert "Neuer Name der Stelle" in person.reads()
