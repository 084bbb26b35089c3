"""The list under Qt's model: what Qt asks of it, what it shows, which row is the best."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.domain.vocabulary import Kind
from desktop.views.records.list_model import ListModel
from desktop.views.records.shape import Group
from tests.support.rows import ARNSBERG, KOELN, OVERATH, ROWS, role


@pytest.fixture
def model(qapp: object) -> ListModel:
    made = ListModel((Group(frozenset({Kind.LOCATION}), "Contact points"),), ("Kontaktstellen",))
    made.set_rows(ROWS, role)
    return made


def titles(model: ListModel) -> list[str]:
    return [row.title for row in model.shown()]


def test_qt_finds_no_fault_with_it(model: ListModel, qtmodeltester: ModelTester) -> None:
    for tiers in (None, {KOELN.id: 0}, {}):
        model.set_found(tiers)
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here


def test_it_counts_what_it_shows_and_what_there_is(model: ListModel) -> None:
    model.set_chosen({"role": "office"})
    assert (model.hits, model.total, model.unstated) == (1, 3, 2)
    assert titles(model) == ["Ämter"]


def test_a_heading_cannot_be_chosen(model: ListModel) -> None:
    heading = model.index(0)
    assert heading.data() == "Kontaktstellen (3)"
    assert model.row_at(heading) is None
    assert not heading.flags() & heading.flags().ItemIsEnabled


def test_the_best_row_is_the_first_of_the_best_tier(model: ListModel) -> None:
    assert model.row_at(model.best()) == OVERATH
    model.set_found({OVERATH.id: 1, ARNSBERG.id: 0, KOELN.id: 0})
    assert model.row_at(model.best()) == ARNSBERG
    model.set_found({})
    assert not model.best().isValid()


def test_a_screen_reader_hears_the_whole_row(model: ListModel) -> None:
    index = model.index_of(OVERATH.id)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ämter, Overath · Berät, office"
