"""Task 1 of the desk: a clerk reads out the phone of "BAMF Dortmund"."""

from tests.support.person import Person


def test_a_clerk_types_bamf_dort_and_reads_the_phone(person: Person) -> None:
    person.types("bamf dort")
    person.presses("Return")

    assert person.keys <= 12
    assert person.sees_rows()[0] == "BAMF Dortmund"
    assert "0231 9058-0" in person.reads()


def test_the_same_works_with_the_keyboard_anywhere_in_the_window(person: Person) -> None:
    person.presses("Ctrl+4")
    person.types("bamf dort")
    person.presses("Return")

    assert "0231 9058-0" in person.reads()
