"""A person before a record that can be printed."""

import pytest

from tests.support.person import Person


@pytest.fixture
def reader(person: Person) -> Person:
    """A person who reads BAMF Dortmund."""
    person.types("bamf dort")
    person.presses("Return")
    return person


@pytest.fixture
def partner(person: Person) -> Person:
    """A person who reads a partner."""
    person.presses("Ctrl+4")
    person.types("polizei")
    person.presses("Return")
    return person
