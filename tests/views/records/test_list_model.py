"""The list under Qt's model: what Qt asks of it, what it shows, and how more comes in."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.i18n import Translate
from desktop.views.records.lines import Line, Liner, Rows
from desktop.views.records.list_model import ListModel
from tests.support.rows import HITS, KOELN, OVERATH, answer
from tests.views.records.test_lines import SHAPE


@pytest.fixture
def lines(tr: Translate) -> list[Line]:
    return Liner(SHAPE, {"office": "Büro"}, tr).lines(answer(), is_search=False)


def rows(lines: Sequence[Line], before: Sequence[Line] = ()) -> Rows:
    places = {line.hit.id: at for at, line in enumerate(lines) if line.hit}
    return Rows(lines, places, len(before))


@pytest.fixture
def model(qapp: object, lines: list[Line]) -> ListModel:
    made = ListModel()
    made.show(rows(lines), has_more=False)
    return made


def titles(model: ListModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_qt_finds_no_fault_with_it(model: ListModel, lines: list[Line], qtmodeltester: ModelTester) -> None:
    for shown in (lines, lines[:3], lines, []):
        model.show(rows(shown), has_more=False)
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here


def test_a_heading_cannot_be_chosen(model: ListModel) -> None:
    heading = model.index(0, 0)
    assert heading.data() == "Kontaktstellen (2)"
    assert model.hit_at(heading) is None
    assert not heading.flags() & heading.flags().ItemIsEnabled


def test_the_first_record_stands_below_the_heading(model: ListModel) -> None:
    assert model.hit_at(model.first()) == OVERATH
    assert model.hit_at(model.index_of(KOELN.id)) == KOELN
    model.show(Rows(), has_more=False)
    assert not model.first().isValid()


def test_a_screen_reader_hears_the_whole_row(model: ListModel) -> None:
    index = model.index_of(OVERATH.id)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ämter, Overath · Berät Neuzugewanderte, Büro"


def test_more_is_asked_for_once_and_added_below(qtbot: QtBot, lines: list[Line]) -> None:
    model = ListModel()
    model.show(rows(lines[:2]), has_more=True)
    assert model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.more_wanted):
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        model.show(rows(lines, model.lines), model.lines, has_more=False)
    assert titles(model) == [line.title for line in lines]
    assert [line.hit for line in model.lines if line.hit] == list(HITS)
