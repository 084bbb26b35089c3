"""The first sheet of a sitting is made ready for when somebody reads a record, and not before."""

from desktop.views.paper.warming import Warming
from desktop.views.tab import Tab
from tests.support.person import Person


def test_it_begins_with_the_first_record_and_only_once(person: Person) -> None:
    begun: list[None] = []
    warming = Warming(lambda: begun.append(None), person.window.findChildren(Tab), person.window)
    person.waits(lambda: warming.is_idle)
    assert begun == []
    person.types("bamf")
    person.presses("Return")
    person.waits(lambda: len(begun) == 1 and warming.is_idle)
    person.presses("Down", "Down")
    person.waits(lambda: warming.is_idle)
    assert len(begun) == 1
    warming.close()
