"""Task 13 of the desk: the weekly check of old records; what was found right is one key, and can be taken back."""

from desktop.app.paths import Paths
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.settings import Settings
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
