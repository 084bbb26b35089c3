"""What a person reads off the window and its filters."""

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTabWidget

from tests.support.person import Person


def tab_titles(person: Person) -> list[str]:
    """What stands on the tabs, without the marks of their keys."""
    bar = person.finds(QTabWidget)
    return [bar.tabText(number).replace("&", "") for number in range(bar.count())]


def count(person: Person) -> str:
    """How many rows of how many the window says it shows."""
    return person.finds(QLabel, "count").text()


def search_text(person: Person) -> str:
    """What stands in the search box."""
    return person.finds(QLineEdit, "search").text()


def choose(person: Person, facet: str, word: str) -> None:
    """Choose a word of a filter, after showing the filters where they are hidden."""
    if not any(box.isVisible() for box in person.top().findChildren(QComboBox, f"filter-{facet}")):
        person.presses("Ctrl+L")
    box = person.finds(QComboBox, f"filter-{facet}")
    assert box.findText(word) > 0, [box.itemText(number) for number in range(box.count())]
    box.setCurrentText(word)
    person.waits()
