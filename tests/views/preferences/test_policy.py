"""What the administration laid down stands in the settings: to be read, never to be changed, and said to be so."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QWidget

from desktop.app.paths import Paths
from desktop.domain.office import Office
from desktop.domain.pin import kept
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.policy.rules import LOGO
from desktop.services.office import OfficeDesk
from desktop.settings import Settings
from desktop.views.packages.create_dialog import CreateDialog
from desktop.views.pin_dialog import PinDialog
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.policies import policy_of
from tests.views.preferences.conftest import named, turns_to

SAID = "Von Ihrer Verwaltung festgelegt"
OWN = Settings(office=Office(name="Mein Büro", phone="02841 1"), review_months=24, paper_language="fr")


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    return policy_of(
        tmp_path,
        "[office]\nname = 'Stadt Moers'\nhours = '''\nMontag\nDienstag'''",
        "[window]\nlanguage = 'de'\n[printing]\nlanguage = 'ar'\nlarge_print = true\nprinter = 'Schalter 2'",
        f"[records]\nreview_months = 6\n[packages]\nfolder = '{tmp_path}'\n[pin]\nrequired = true",
    )


@pytest.fixture
def reader(opens: Opens, paths: Paths, policy: Policy, remembered: list[Settings]) -> Person:
    """A person before the settings of a computer with a policy."""
    person = opens(paths, OWN, remember=remembered.append, policy=policy)
    person.presses("Ctrl+,")
    return person


def says_so(person: Person) -> int:
    """How often the page in front says who laid something down."""
    labels = [label.text() for label in person.top().findChildren(QLabel) if label.isVisible()]
    return labels.count(SAID)


def is_held(field: QWidget) -> bool:
    return bool(field.property("readOnly")) and field.accessibleDescription() == SAID


def test_the_office_is_shown_and_only_what_is_left_to_the_user_can_be_written(reader: Person) -> None:
    name = named(reader, "Name der Dienststelle", QLineEdit)
    hours = named(reader, "Öffnungszeiten", QPlainTextEdit)
    assert name.text() == "Stadt Moers"
    assert hours.toPlainText() == "Montag\nDienstag"
    assert is_held(name)
    assert is_held(hours)
    phone = named(reader, "Telefon", QLineEdit)
    assert not is_held(phone)
    assert says_so(reader) == 2
    name.setFocus()
    reader.types("x")
    assert name.text() == "Stadt Moers"
    reader.presses("Esc")


def test_choices_are_lines_to_be_read_with_the_keyboard(reader: Person) -> None:
    turns_to(reader, "Darstellung")
    assert named(reader, "Sprache des Fensters", QLineEdit).text() == "Deutsch"
    turns_to(reader, "Drucken")
    shown = {name: named(reader, name, QLineEdit) for name in ("Drucker", "Sprache der Blätter", "Großdruck")}
    assert shown["Drucker"].text() == "Schalter 2"
    assert shown["Sprache der Blätter"].text().startswith("Arabisch")
    assert shown["Großdruck"].text() == "Ja"
    assert all(is_held(line) for line in shown.values())
    assert says_so(reader) == 3
    assert [box for box in reader.top().findChildren(QComboBox) if box.isVisible()] == []
    shown["Großdruck"].setFocus()
    assert reader.focused() is shown["Großdruck"]
    turns_to(reader, "Einträge")
    assert named(reader, "Einträge werden geprüft alle", QLineEdit).text() == "6 Monate"
    assert [box for box in reader.top().findChildren(QSpinBox) if box.isVisible()] == []
    turns_to(reader, "Daten")
    assert is_held(named(reader, "Ordner für Pakete", QLineEdit))
    reader.presses("Esc")


def test_what_is_kept_are_the_users_own_values_below_those_of_the_policy(
    reader: Person, remembered: list[Settings]
) -> None:
    named(reader, "Telefon", QLineEdit).setText("02841 2")
    reader.presses("Ctrl+Return")
    (kept_now,) = remembered
    assert kept_now.office == Office(name="Mein Büro", phone="02841 2")
    assert (kept_now.review_months, kept_now.paper_language, kept_now.printer) == (24, "fr", "")
    assert not kept_now.is_large_print


def test_nobody_edits_until_the_demanded_pin_is_set_in_the_settings(
    reader: Person, remembered: list[Settings], edges: FakeEdges, tr: Translate
) -> None:
    reader.presses("Esc", "F2")
    (told,) = edges.notices.told
    assert told.startswith("Ihre Verwaltung verlangt eine PIN")
    assert tr("Read-only – F2 unlocks") in reader.sees_texts()
    reader.presses("Ctrl+,")
    turns_to(reader, "Einträge")
    assert named(reader, "PIN vor dem Bearbeiten", QLineEdit).text() == "Ja"
    assert tr("Records stay read-only until a PIN is set here.") in reader.sees_texts()
    for name in ("Neue PIN", "Neue PIN noch einmal"):
        named(reader, name, QLineEdit).setText("4711")
    reader.presses("Ctrl+Return")
    assert remembered[-1].pin.startswith("scrypt$")
    reader.presses("F2")
    assert isinstance(reader.top(), PinDialog)
    reader.types("4711")
    reader.presses("Return")
    reader.waits(lambda: reader.top() is reader.window)
    assert tr("Editing is unlocked – F2 locks") in reader.sees_texts()


def test_other_settings_can_be_kept_before_a_pin_is_set(reader: Person, remembered: list[Settings]) -> None:
    turns_to(reader, "Einträge")
    named(reader, "Ihr Name im Verlauf", QLineEdit).setText("A. Yılmaz")
    reader.presses("Ctrl+Return")
    assert reader.top() is reader.window
    assert (remembered[-1].user_name, remembered[-1].pin) == ("A. Yılmaz", "")


def test_the_pin_of_the_administration_opens_and_cannot_be_changed_here(
    opens: Opens, paths: Paths, tmp_path: Path, tr: Translate, remembered: list[Settings]
) -> None:
    policy = policy_of(tmp_path, "[pin]", f"hash = '{kept('0815')}'")
    person = opens(paths, Settings(pin=kept("4711")), remember=remembered.append, policy=policy)
    person.presses("F2")
    person.types("0815")
    person.presses("Return")
    person.waits(lambda: person.top() is person.window)
    assert tr("Editing is unlocked – F2 locks") in person.sees_texts()
    person.presses("Ctrl+,")
    person.types("0815")
    person.presses("Return")
    person.waits(lambda: not isinstance(QApplication.activeModalWidget(), PinDialog))
    turns_to(person, "Einträge")
    assert is_held(named(person, "PIN vor dem Bearbeiten", QLineEdit))
    passwords = [one for one in person.top().findChildren(QLineEdit) if one.echoMode() is QLineEdit.EchoMode.Password]
    assert [one for one in passwords if one.isVisible()] == []
    person.presses("Ctrl+Return")
    assert remembered[-1].pin != policy.rules.pin.hash


@pytest.mark.parametrize("own", ["", "4711"])
def test_a_policy_that_cannot_be_read_leaves_reading_and_locks_all_that_is_for_staff(
    opens: Opens, paths: Paths, tmp_path: Path, edges: FakeEdges, tr: Translate, own: str
) -> None:
    settings = Settings(pin=kept(own) if own else "", office=Office(name="Stadt Moers"))
    person = opens(paths, settings, policy=policy_of(tmp_path, "[pin", "required = true"))
    person.types("bamf dort")
    person.presses("Return", "F2")
    assert "0231 9058-0" in person.reads()
    assert "lassen sich Einträge nur lesen" in edges.notices.told[-1]
    assert str(tmp_path / "policy.toml") in edges.notices.told[-1]
    person.chooses(tr("&Create package …"))
    assert len(edges.notices.told) == 2
    assert person.window.findChildren(CreateDialog) == []
    assert tr("Read-only – F2 unlocks") in person.sees_texts()


def test_the_logo_of_the_policy_is_shown_and_printed(
    opens: Opens, paths: Paths, tmp_path: Path, remembered: list[Settings]
) -> None:
    image = BytesIO()
    Image.new("RGB", (300, 100), "navy").save(image, "PNG")
    (tmp_path / "logo.png").write_bytes(image.getvalue())
    policy = policy_of(tmp_path, "office.logo = 'logo.png'")
    content = OfficeDesk(paths.data, policy.logo).logo(LOGO)
    assert content is not None
    with Image.open(BytesIO(content)) as printed:
        assert printed.size == (300, 100)
    person = opens(paths, remember=remembered.append, policy=policy)
    person.presses("Ctrl+,")
    person.waits(lambda: any(label.accessibleName() == "Logo" for label in person.top().findChildren(QLabel)))
    texts = [button.text() for button in person.top().findChildren(QPushButton) if button.isVisible()]
    assert "Wählen …" not in texts
    assert says_so(person) == 1
    person.presses("Ctrl+Return")
    assert remembered[-1].office.logo == ""


def test_a_logo_that_is_gone_is_no_reason_not_to_print(paths: Paths, tmp_path: Path) -> None:
    policy = policy_of(tmp_path, "office.logo = 'nirgends.png'")
    assert OfficeDesk(paths.data, policy.logo).logo(LOGO) is None
