"""The list itself: nobody loses their place in it, and what comes next is there in time."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.views.records.lines import Line, Rows
from desktop.views.records.list_model import ListModel
from desktop.views.records.record_list import RecordList
from tests.support.rows import hit

FEW, MANY = 3_000, 20_000


def rows(count: int, before: Sequence[Line] = ()) -> Rows:
    new = [Line(one.title, hit=one) for one in (hit(f"Stelle {at}") for at in range(len(before), count))]
    lines = [*before, *new]
    return Rows(lines, {line.hit.id: at for at, line in enumerate(lines) if line.hit}, len(before))


@pytest.fixture
def model(qapp: object) -> ListModel:
    made = ListModel()
    made.show(rows(FEW), has_more=True)
    return made


@pytest.fixture
def records(model: ListModel, qtbot: QtBot) -> RecordList:
    made = RecordList(model, "Kontakte")
    model.setParent(made)
    qtbot.addWidget(made)
    made.prepare()
    made.resize(430, 540)
    made.show()
    qtbot.waitExposed(made)
    return made


def first_in_sight(records: RecordList) -> int:
    return records.indexAt(QPoint(20, 5)).row()


def test_who_reads_far_down_stays_there_while_many_more_rows_come(
    records: RecordList, model: ListModel, qtbot: QtBot
) -> None:
    bar = records.verticalScrollBar()
    bar.setValue(bar.maximum())
    before, end = first_in_sight(records), bar.maximum()
    assert before > FEW - 20
    seen = set[int]()
    bar.valueChanged.connect(lambda _: seen.add(first_in_sight(records)))
    model.show(rows(MANY, model.lines), model.lines, has_more=False)
    qtbot.waitUntil(lambda: bar.maximum() > end * (MANY // FEW))
    assert first_in_sight(records) == before
    assert seen <= {before}


def test_half_the_way_down_the_next_rows_are_asked_for(records: RecordList, model: ListModel, qtbot: QtBot) -> None:
    bar = records.verticalScrollBar()
    with qtbot.assertNotEmitted(model.more_wanted):
        bar.setValue(bar.maximum() // 3)
    with qtbot.waitSignal(model.more_wanted):
        bar.setValue(bar.maximum() * 2 // 3)
    with qtbot.assertNotEmitted(model.more_wanted):
        bar.setValue(bar.maximum())
