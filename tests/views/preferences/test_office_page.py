"""The own office: written once, kept at once, printed on every handout."""

import threading
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app.paths import Paths
from desktop.domain.errors import N_, FileWriteError
from desktop.domain.office import Office
from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.preferences.miniature import Miniature
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.leftovers import clear_away
from tests.support.person import Person


@pytest.fixture
def remembered() -> list[Settings]:
    return []


@pytest.fixture
def clerk(opens: Opens, paths: Paths, remembered: list[Settings], tr: Translate) -> Person:
    person = opens(paths, remember=remembered.append)
    person.chooses(tr("Own &office …"))
    return person


def field(person: Person, name: str, kind: type[QLineEdit | QPlainTextEdit]) -> QLineEdit | QPlainTextEdit:
    return next(one for one in person.top().findChildren(kind) if one.accessibleName() == name)


def test_what_is_written_is_kept_at_once(clerk: Person, remembered: list[Settings], tr: Translate) -> None:
    line, text = field(clerk, "Name der Dienststelle", QLineEdit), field(clerk, "Anschrift", QPlainTextEdit)
    assert isinstance(line, QLineEdit)
    assert isinstance(text, QPlainTextEdit)
    line.setText(" Servicestelle Zuwanderung ")
    text.setPlainText("Rathausplatz 1\n47441 Moers")
    clerk.clicks(clerk.button(tr("&Keep")))
    (kept,) = remembered
    assert kept.office.name == "Servicestelle Zuwanderung"
    assert kept.office.address == "Rathausplatz 1\n47441 Moers"


def test_thinking_better_of_it_keeps_nothing(clerk: Person, remembered: list[Settings], tr: Translate) -> None:
    clerk.clicks(clerk.button(tr("Cancel")))
    assert remembered == []


def test_a_logo_is_shown_and_can_be_removed(clerk: Person, edges: FakeEdges, tr: Translate, tmp_path: Path) -> None:
    Image.new("RGB", (60, 20), "red").save(tmp_path / "wappen.png")
    edges.files.chosen_image = tmp_path / "wappen.png"
    clerk.clicks(clerk.button(tr("Choose …")))
    assert clerk.button(tr("Remove")).isEnabled()
    clerk.clicks(clerk.button(tr("Remove")))
    assert tr("no logo") in clerk.sees_texts()
    clerk.presses("Esc")


def test_a_logo_is_kept_only_with_the_rest(
    clerk: Person, edges: FakeEdges, tr: Translate, paths: Paths, tmp_path: Path
) -> None:
    Image.new("RGB", (60, 20), "red").save(tmp_path / "wappen.png")
    edges.files.chosen_image = tmp_path / "wappen.png"
    clerk.clicks(clerk.button(tr("Choose …")))
    clerk.clicks(clerk.button(tr("Cancel")))
    assert not (paths.data / "logo.png").exists()
    clerk.chooses(tr("Own &office …"))
    clerk.clicks(clerk.button(tr("Choose …")))
    clerk.clicks(clerk.button(tr("&Keep")))
    assert (paths.data / "logo.png").exists()


def test_what_is_no_image_is_told(clerk: Person, edges: FakeEdges, tr: Translate, tmp_path: Path) -> None:
    (tmp_path / "brief.png").write_bytes(b"%PDF-1.7")
    edges.files.chosen_image = tmp_path / "brief.png"
    clerk.clicks(clerk.button(tr("Choose …")))
    assert len(edges.notices.told) == 1
    clerk.presses("Esc")


def test_closing_early_waits_for_no_logo(opens: Opens, paths: Paths, tr: Translate) -> None:
    Image.new("RGB", (60, 20), "red").save(paths.data / "logo.png")
    person = opens(paths, Settings(office=Office(logo="logo.png")))
    gate = threading.Event()
    person.background.run(gate.wait, lambda _: None, lambda _: None)
    _action(person, tr("Own &office …")).trigger()
    person.top().close()
    clear_away()
    gate.set()
    person.waits()
    assert person.top() is person.window


def test_an_office_that_cannot_be_written_stays_open_and_is_told(
    opens: Opens, paths: Paths, edges: FakeEdges, tr: Translate
) -> None:
    is_full, remembered = [True], list[Settings]()

    def remember(settings: Settings) -> None:
        if is_full[0]:
            raise FileWriteError(N_("There is no room left."))
        remembered.append(settings)

    person = opens(paths, remember=remember)
    person.chooses(tr("Own &office …"))
    line = field(person, "Name der Dienststelle", QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("Servicestelle")
    person.clicks(person.button(tr("&Keep")))
    assert edges.notices.told == ["There is no room left."]
    assert line.isVisible()
    is_full[0] = False
    person.clicks(person.button(tr("&Keep")))
    assert person.top() is person.window
    assert [settings.office.name for settings in remembered] == ["Servicestelle"]


def test_a_logo_that_cannot_be_written_leaves_the_dialog_open(
    clerk: Person, edges: FakeEdges, remembered: list[Settings], tr: Translate, paths: Paths, tmp_path: Path
) -> None:
    Image.new("RGB", (60, 20), "red").save(tmp_path / "wappen.png")
    (paths.data / "logo.png").mkdir()
    edges.files.chosen_image = tmp_path / "wappen.png"
    clerk.clicks(clerk.button(tr("Choose …")))
    clerk.clicks(clerk.button(tr("&Keep")))
    assert len(edges.notices.told) == 1
    assert remembered == []
    (paths.data / "logo.png").rmdir()
    clerk.clicks(clerk.button(tr("&Keep")))
    assert [settings.office.logo for settings in remembered] == ["logo.png"]


def test_a_logo_that_cannot_be_read_today_is_not_forgotten(opens: Opens, paths: Paths, tr: Translate) -> None:
    remembered: list[Settings] = []
    person = opens(paths, Settings(office=Office(logo="logo.png")), remember=remembered.append)
    person.chooses(tr("Own &office …"))
    person.clicks(person.button(tr("&Keep")))
    assert [settings.office.logo for settings in remembered] == ["logo.png"]


def _action(person: Person, text: str) -> QAction:
    return next(action for action in person.window.findChildren(QAction) if action.text() == text)


@pytest.mark.parametrize("name", ["Name der Dienststelle", "Anschrift"])
def test_one_chord_keeps_what_is_written_from_any_field(clerk: Person, remembered: list[Settings], name: str) -> None:
    kind = QPlainTextEdit if name == "Anschrift" else QLineEdit
    field(clerk, name, kind).setFocus()
    clerk.types("Rathaus")
    clerk.presses("Ctrl+Return")
    assert clerk.top() is clerk.window
    (kept,) = remembered
    assert "Rathaus" in (kept.office.name, kept.office.address)


def test_while_an_office_is_written_its_letterhead_is_shown_as_it_is_printed(clerk: Person, qtbot: QtBot) -> None:
    shown = clerk.finds(Miniature)
    qtbot.waitUntil(lambda: shown.picture is not None)
    empty = shown.picture
    field(clerk, "Name der Dienststelle", QLineEdit).setFocus()
    clerk.types("Servicestelle")
    qtbot.waitUntil(lambda: shown.picture != empty)
    named = shown.picture
    assert empty
    assert named
    assert named.height() > empty.height()
    field(clerk, "Zeile am Fuß", QPlainTextEdit).setFocus()
    clerk.types("Stadt Moers")
    qtbot.waitUntil(lambda: shown.picture != named)
    clerk.presses("Esc")


def test_an_office_that_no_sheet_could_hold_is_told_where_the_letterhead_would_be(
    clerk: Person, qtbot: QtBot, tr: Translate
) -> None:
    shown = clerk.finds(Miniature)
    foot = field(clerk, "Zeile am Fuß", QPlainTextEdit)
    assert isinstance(foot, QPlainTextEdit)
    foot.setPlainText("\n".join(["Stadt Moers"] * 80))
    told = tr("The line at the foot of the pages is too long. Shorten it in the own office, then print again.")
    qtbot.waitUntil(lambda: shown.accessibleDescription() == told)
    clerk.presses("Esc")
