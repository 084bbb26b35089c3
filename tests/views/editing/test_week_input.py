"""A week of opening hours is typed in one line of the form."""

from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.record import Record
from desktop.views.editing.dialog import EditDialog
from tests.support.edges import FakeEdges
from tests.support.keys import press, write
from tests.views.editing.conftest import Opens


def _line(dialog: EditDialog) -> QLineEdit:
    for _ in range(3):
        press(dialog.focusWidget() or dialog, "Ctrl+PgDown")
    (line,) = (one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "The week in one line")
    assert line.isVisible()
    line.setFocus()
    return line


def _koeln(catalogue: Catalogue) -> Location:
    found = next(one for one in catalogue.records if isinstance(one, Location) and one.id == "bamf-koeln")
    return replace(found, hours_of=None, opening_hours=())


def test_a_week_with_lunch_breaks_is_one_line_and_enter(edit: Opens, catalogue: Catalogue) -> None:
    dialog, kept = edit(_koeln(catalogue)), list[Record]()
    dialog.save_requested.connect(kept.append)
    line = _line(dialog)
    write(line, "Mo-Do 8-12 und 14-16, Fr 8-12.30")
    press(line, "Return")
    assert not line.text()
    press(line, "Ctrl+S")
    (record,) = kept
    assert isinstance(record, Location)
    assert len(record.opening_hours) == 9
    assert (record.opening_hours[-1].opens, record.opening_hours[-1].closes) == ("08:00", "12:30")
    dialog.done(0)


def test_what_was_typed_is_taken_when_one_saves_without_enter(edit: Opens, catalogue: Catalogue) -> None:
    dialog, kept = edit(_koeln(catalogue)), list[Record]()
    dialog.save_requested.connect(kept.append)
    line = _line(dialog)
    write(line, "Sa 9-13")
    press(line, "Ctrl+S")
    (record,) = kept
    assert isinstance(record, Location)
    assert [slot.opens for slot in record.opening_hours] == ["09:00"]
    dialog.done(0)


def test_what_cannot_be_read_says_so_and_is_never_lost_by_saving(
    edit: Opens, catalogue: Catalogue, edges: FakeEdges
) -> None:
    dialog, kept = edit(_koeln(catalogue)), list[Record]()
    dialog.save_requested.connect(kept.append)
    line = _line(dialog)
    write(line, "meistens vormittags")
    press(line, "Return")
    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert any("cannot be read as opening hours" in one for one in said)
    press(line, "Ctrl+S")
    assert not kept
    assert line.text() == "meistens vormittags"
    edges.notices.choice = 1
    dialog.done(0)
