"""Who asks the index: one worker beside the window, the newest question of a list first, nothing waited for in vain."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.domain.errors import ExpectedError, StoreError
from desktop.domain.search import Answer, Question, SearchCancelledError
from desktop.views.background import Background
from desktop.views.search import SearchDesk


class SlowEngine:
    """Answers a text that begins with "slow" only when it is cancelled, and any other at once."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.has_begun = Event()
        self._is_cancelled = Event()

    def ask(self, question: Question, limit: int | None) -> Answer:
        self.begun.append(question.text)
        self.has_begun.set()
        if question.text == "broken":
            raise StoreError("The database is locked.")
        if question.text.startswith("slow") and self._is_cancelled.wait(timeout=20):
            self._is_cancelled.clear()
            raise SearchCancelledError
        return Answer(text=question.text, total=limit or 0)

    def cancel(self) -> None:
        self._is_cancelled.set()


@pytest.fixture
def engine() -> SlowEngine:
    return SlowEngine()


@pytest.fixture
def desk(engine: SlowEngine, qtbot: QtBot) -> Iterator[SearchDesk]:
    worker = Background()
    made = SearchDesk(engine, worker)
    yield made
    made.give_up_all()
    worker.close()


def refuse(error: ExpectedError) -> None:
    raise error


def test_a_newer_question_stops_the_older_one_of_the_same_list(
    desk: SearchDesk, engine: SlowEngine, qtbot: QtBot
) -> None:
    heard: list[str] = []
    desk.ask("list", Question(text="slow"), 1, lambda answer: answer.text, heard.append, refuse)
    assert engine.has_begun.wait(timeout=20)
    desk.ask("list", Question(text="new"), 1, lambda answer: answer.text, heard.append, refuse)
    qtbot.waitUntil(lambda: desk.is_idle, timeout=20_000)
    assert heard == ["new"]


def test_the_window_goes_on_while_a_question_is_answered(desk: SearchDesk, engine: SlowEngine, qtbot: QtBot) -> None:
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(0)
    desk.ask("list", Question(text="slow"), 1, lambda answer: answer, lambda _: None, refuse)
    assert engine.has_begun.wait(timeout=20)
    qtbot.waitUntil(lambda: len(ticks) > 20, timeout=20_000)
    timer.stop()
    assert not desk.is_idle


def test_the_questions_of_other_lists_are_answered_one_after_the_other(
    desk: SearchDesk, engine: SlowEngine, qtbot: QtBot
) -> None:
    heard: list[str] = []
    for name in ("one", "two", "three"):
        desk.ask(name, Question(text=name), 1, lambda answer: answer.text, heard.append, refuse)
    qtbot.waitUntil(lambda: desk.is_idle, timeout=20_000)
    assert heard == ["one", "two", "three"]


def test_a_cancel_meant_for_another_question_loses_no_answer(
    desk: SearchDesk, engine: SlowEngine, qtbot: QtBot
) -> None:
    heard: list[str] = []
    desk.ask("list", Question(text="slow but wanted"), 1, lambda answer: answer.text, heard.append, refuse)
    assert engine.has_begun.wait(timeout=20)
    engine.cancel()
    qtbot.waitUntil(lambda: len(engine.begun) == 2, timeout=20_000)
    assert heard == []


def test_what_was_given_up_is_never_told(desk: SearchDesk, engine: SlowEngine, qtbot: QtBot) -> None:
    heard: list[str] = []
    desk.ask("list", Question(text="slow"), 1, lambda answer: answer.text, heard.append, refuse)
    assert engine.has_begun.wait(timeout=20)
    desk.give_up_all()
    qtbot.waitUntil(lambda: desk.is_idle, timeout=20_000)
    assert heard == []


def test_trouble_is_told_to_who_asked(desk: SearchDesk, qtbot: QtBot) -> None:
    told: list[ExpectedError] = []
    desk.ask("list", Question(text="broken"), 1, lambda answer: answer, lambda _: None, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "locked" in str(told[0])
