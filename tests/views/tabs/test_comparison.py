"""Municipalities side by side on the screen and on paper."""

import pytest
from PySide6.QtWidgets import QCheckBox, QTextEdit

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed

SECTIONS = ("Zielgruppen", "Ziele", "Handlungsfelder", "Gremien", "Beteiligte Partner", "Zeitlicher Ablauf")


@pytest.fixture
def reader(person: Person) -> Person:
    """A person before the comparison, with nothing gathered."""
    person.presses("Alt+5")
    return person


def compared(person: Person) -> str:
    return person.finds(QTextEdit, "comparison").toPlainText()


def tick(person: Person, *ids: str) -> None:
    for record_id in ids:
        person.clicks(person.finds(QCheckBox, f"compare-{record_id}"))


def test_the_keyboard_begins_on_the_first_municipality(reader: Person) -> None:
    assert reader.focused() is reader.finds(QCheckBox, "compare-bielefeld")
    assert "mindestens zwei Kommunen" in reader.sees_texts()


def test_what_is_ticked_stands_side_by_side_section_by_section(reader: Person) -> None:
    tick(reader, "moers", "rheine", "koeln")
    told = compared(reader)
    places = [told.index(section) for section in SECTIONS]
    assert places == sorted(places)
    assert "Lenkungskreis: Er beschloss" in told
    assert told.count("Rheine\n") >= len(SECTIONS)
    assert "01.06.2018" in told
    after = told[told.index("Zeitlicher Ablauf") :]
    assert "nicht genannt" in after[: after.index("Moers")]


def test_it_begins_with_the_municipalities_on_the_shortlist(person: Person) -> None:
    for text in ("moers", "hamm"):
        person.presses("Ctrl+1", "Ctrl+K")
        person.types(text)
        person.presses("Ctrl+M")
    person.presses("Alt+5")
    ticked = [box.text() for box in person.window.findChildren(QCheckBox) if box.isVisible() and box.isChecked()]
    assert ticked == ["Hamm", "Moers"]
    assert "Servicestelle Zuwanderung" in compared(person)
    assert person.focused() is person.finds(QTextEdit, "comparison")


def test_one_key_prints_the_same_on_landscape_pages(reader: Person, edges: FakeEdges) -> None:
    tick(reader, "moers", "wuppertal")
    reader.presses("Ctrl+P", "Return")
    sheet = Printed(edges.printer.printed[0])
    assert all(width > height for width, height in sheet.sizes)
    for fact in ("Moers", "Wuppertal", *SECTIONS):
        assert fact in sheet.text


def test_the_next_client_begins_with_nothing_ticked(reader: Person) -> None:
    tick(reader, "moers", "rheine")
    reader.presses("Ctrl+Shift+N", "Alt+5")
    assert not any(box.isChecked() for box in reader.window.findChildren(QCheckBox) if box.isVisible())
