"""Looking after records: edit, crash, draft; edit, undo after a restart, redo; two windows on one record; a PIN."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from shiboken6 import isValid

from desktop.app.paths import Paths
from desktop.domain.errors import FileWriteError
from desktop.domain.pin import kept
from desktop.i18n import Translate
from desktop.services.drafts import Drafts
from desktop.settings import Settings
from desktop.store.unit_of_work import Store
from desktop.views.editing.dialog import EditDialog
from desktop.views.widgets.notice_bar import NoticeBar
from tests.conftest import NOW, Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person

NAME = "BAMF Dortmund (neu)"


def _opens_form(person: Person, text: str = "bamf dort") -> EditDialog:
    person.presses("Ctrl+K")
    person.types(text)
    person.presses("Return", "Ctrl+E")
    person.waits(until=partial(_has_form, person))
    return person.window.findChildren(EditDialog)[-1]


def _is_in_front(person: Person) -> bool:
    return QApplication.activeWindow() is person.window


def _has_form(person: Person) -> bool:
    return bool(person.window.findChildren(EditDialog))


def _types_a_short_name(person: Person, name: str) -> None:
    line = next(
        line
        for line in person.top().findChildren(QLineEdit)
        if line.isVisible() and line.text().startswith(("BAMF Dortmund", "BAMF"))
    )
    line.setFocus()
    line.selectAll()
    person.types(name)


def test_an_edit_is_seen_at_once_and_taken_back_after_a_restart(opens: Opens, paths: Paths) -> None:
    first = opens(paths)
    _opens_form(first)
    _types_a_short_name(first, NAME)
    first.presses("Ctrl+Return")
    assert first.top() is first.window
    assert NAME in first.sees_rows()
    first.window.close()

    second = opens(paths, Settings(current_tab="contacts"))
    second.presses("F2", "Ctrl+2", "Ctrl+Z")
    assert NAME not in second.sees_rows()
    assert "BAMF Dortmund" in second.sees_rows()
    second.presses("Ctrl+Y")
    assert NAME in second.sees_rows()


def test_what_was_typed_before_a_crash_is_offered_at_the_next_start(opens: Opens, paths: Paths) -> None:
    person = opens(paths)
    dialog = _opens_form(person)
    _types_a_short_name(person, NAME)
    state = dialog.state()
    dialog.done(0)
    person.waits()
    Drafts(paths.data / "drafts", lambda: NOW - timedelta(minutes=2)).keep("bamf-dortmund", "BAMF Dortmund", state)
    person.window.close()

    again = opens(paths, Settings(current_tab="contacts"))
    bar = again.window.findChild(NoticeBar)
    assert bar is not None
    assert "BAMF Dortmund" in "".join(label.text() for label in bar.findChildren(QLabel))
    again.presses("Ctrl+K", "Shift+F6")
    assert bar.isAncestorOf(again.focused())
    again.clicks(again.button("Damit weitermachen"))
    again.presses("Ctrl+Return")
    again.presses("Ctrl+2")
    assert NAME in again.sees_rows()
    assert not Drafts(paths.data / "drafts", lambda: NOW).all()


def test_of_two_windows_on_one_record_the_later_writer_is_asked(opens: Opens, paths: Paths) -> None:
    one, two = opens(paths), opens(paths, Settings(current_tab="contacts"))
    for person in (one, two):
        person.window.activateWindow()
        person.waits(until=partial(_is_in_front, person))
        person.types("bamf dort")
        person.presses("Return")
    forms = []
    for person in (one, two):
        person.chooses("&Bearbeiten …")
        person.waits(until=partial(_has_form, person))
        forms += person.window.findChildren(EditDialog)
    for form, person, name in zip(forms, (one, two), ("eins", "zwei"), strict=True):
        line = next(line for line in form.findChildren(QLineEdit) if line.text() == "BAMF Dortmund")
        line.setText(f"BAMF Dortmund ({name})")
        line.textEdited.emit(line.text())
        form.save(closes=True)
        person.waits()
    assert not isValid(forms[0]) or not forms[0].isVisible()
    assert forms[1].isVisible()
    told = "\n".join(label.text() for label in forms[1].findChildren(QLabel))
    assert "(eins)" in told
    assert "(zwei)" in told
    forms[1].done(0)
    two.waits(until=lambda: "BAMF Dortmund (eins)" in two.sees_rows())


def test_what_another_window_did_is_taken_back_only_by_who_agrees(opens: Opens, paths: Paths, edges: FakeEdges) -> None:
    one, two = opens(paths, Settings(user_name="B. Becker")), opens(paths, Settings(current_tab="contacts"))
    one.window.activateWindow()
    one.waits(until=partial(_is_in_front, one))
    _opens_form(one)
    _types_a_short_name(one, NAME)
    one.presses("Ctrl+Return")
    two.window.activateWindow()
    two.waits(until=partial(_is_in_front, two))
    two.presses("F2", "Ctrl+Z")
    (asked,) = edges.notices.told
    assert "Außenstelle Dortmund (B. Becker, 23.11.2026, 10:42)" in asked
    two.waits(until=lambda: NAME in two.sees_rows())
    edges.notices.choice = 0
    two.presses("Ctrl+Z")
    assert "BAMF Dortmund" in two.sees_rows()


def test_who_hammers_on_undo_is_asked_once_about_a_deed_of_another_window(
    opens: Opens, paths: Paths, edges: FakeEdges
) -> None:
    one, two = opens(paths), opens(paths, Settings(current_tab="contacts"))
    one.window.activateWindow()
    one.waits(until=partial(_is_in_front, one))
    one.presses("F2")
    one.types("bamf dort")
    one.presses("Ctrl+Shift+D")
    one.presses("Ctrl+K")
    one.types("bamf koe")
    one.presses("Ctrl+Shift+D")
    two.window.activateWindow()
    two.waits(until=partial(_is_in_front, two))
    two.presses("F2")
    edges.notices.choice = 0
    may_go_on = Event()
    two.background.run(may_go_on.wait, lambda _: None, lambda _: None)
    two.presses_at_once("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    may_go_on.set()
    two.waits()
    (asked,) = edges.notices.told
    assert "Köln" in asked


def test_who_takes_back_the_own_deed_leaves_the_later_one_of_another_window(
    opens: Opens, paths: Paths, edges: FakeEdges
) -> None:
    one, two = opens(paths), opens(paths, Settings(current_tab="contacts"))
    for person, text, name in ((two, "bamf dort", NAME), (one, "bamf koe", "BAMF am Rhein")):
        person.window.activateWindow()
        person.waits(until=partial(_is_in_front, person))
        _opens_form(person, text)
        _types_a_short_name(person, name)
        person.presses("Ctrl+Return")
    two.window.activateWindow()
    two.waits(until=partial(_is_in_front, two))
    edges.notices.choice = 1
    two.presses("Ctrl+Z")
    assert len(edges.notices.told) == 1
    assert {"BAMF Dortmund", "BAMF am Rhein"} <= set(two.sees_rows())


def test_a_deed_that_something_is_in_the_way_of_does_not_keep_the_one_before(
    person: Person, paths: Paths, edges: FakeEdges
) -> None:
    for text, name in (("bamf dort", NAME), ("bamf koe", "BAMF am Rhein")):
        _opens_form(person, text)
        _types_a_short_name(person, name)
        person.presses("Ctrl+Return")
    with Store(paths.database).writing() as unit:
        found = unit.records.find("bamf-koeln")
        assert found is not None
        unit.records.put([replace(found, short_name="Von anderswo")])
    person.presses("Ctrl+Z")
    (asked,) = edges.notices.told
    assert "Außenstelle Köln" in asked
    assert "BAMF Dortmund" in person.sees_rows()


def test_nobody_edits_without_the_pin(opens: Opens, paths: Paths, edges: FakeEdges) -> None:
    person = opens(paths, Settings(pin=kept("4711")))
    person.types("bamf dort")
    person.presses("Return", "Ctrl+E")
    assert not isinstance(person.top(), EditDialog)
    person.types("0815")
    person.presses("Return")
    assert "Diese PIN stimmt nicht." in person.sees_texts()
    person.types("4711")
    person.presses("Return")
    assert isinstance(person.top(), EditDialog)
    person.presses("Esc", "Ctrl+Shift+N")
    assert "Nur lesen – F2 gibt Bearbeiten frei" in person.sees_texts()
    assert edges.notices.told == []


def test_a_pin_that_cannot_be_written_down_is_told_and_does_not_hold(
    opens: Opens, paths: Paths, edges: FakeEdges, tr: Translate
) -> None:
    def refuse(_: Settings) -> None:
        raise FileWriteError("There is no space left.")

    person = opens(paths, remember=refuse)
    person.presses("Ctrl+,", "Down", "Down", "Down")
    person.clicks(person.button(tr("&Ask for a PIN before records may be edited")))
    for line in person.top().findChildren(QLineEdit):
        if line.echoMode() is QLineEdit.EchoMode.Password:
            line.setText("4711")
    person.presses("Ctrl+Return")
    person.waits()
    assert edges.notices.told == ["There is no space left."]
    person.top().close()
    person.waits()
    person.presses("F2")
    assert tr("Editing is unlocked – F2 locks") in person.sees_texts()


def test_counter_mode_says_how_to_unlock(person: Person, paths: Paths) -> None:
    before = Path(paths.database).read_bytes()
    person.types("bamf dort")
    person.presses("Return", "Ctrl+Del")
    assert "F2" in person.window.statusBar().currentMessage()
    person.presses("Ctrl+Z")
    assert "F2" in person.window.statusBar().currentMessage()
    assert Path(paths.database).read_bytes() == before
