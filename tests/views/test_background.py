"""Work beside the window: in order, told on the window's thread, silent when nobody wants it any more."""

import sys
import threading
from collections.abc import Iterator
from functools import partial
from typing import NoReturn

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.domain.errors import ExpectedError, StoreError
from desktop.views.background import Background


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    worker = Background()
    yield worker
    worker.close()


def _unexpected(error: object) -> NoReturn:
    raise AssertionError(error)


def test_work_runs_beside_the_window_and_its_result_arrives_on_the_window_s_thread(
    background: Background, qtbot: QtBot
) -> None:
    told: list[tuple[str, str]] = []

    def done(worker: str) -> None:
        told.append((worker, threading.current_thread().name))

    background.run(lambda: threading.current_thread().name, done, _unexpected)
    qtbot.waitUntil(lambda: background.is_idle)
    assert told == [("background", threading.main_thread().name)]


def test_jobs_end_in_the_order_in_which_they_were_asked_for(background: Background, qtbot: QtBot) -> None:
    ended: list[int] = []
    for number in range(20):
        background.run(partial(int, number), ended.append, _unexpected)
    qtbot.waitUntil(lambda: background.is_idle)
    assert ended == list(range(20))


def test_a_cancelled_job_tells_nobody(background: Background, qtbot: QtBot) -> None:
    gate, told = threading.Event(), list[str]()
    running = background.run(gate.wait, lambda _: told.append("running"), _unexpected)
    waiting = background.run(lambda: told.append("begun"), lambda _: told.append("waiting"), _unexpected)
    running.cancel()
    waiting.cancel()
    gate.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert told == []


def test_an_expected_error_goes_to_whoever_asked(background: Background, qtbot: QtBot) -> None:
    told: list[ExpectedError] = []

    def fail() -> None:
        raise StoreError("The database is locked.")

    background.run(fail, _unexpected, told.append)
    qtbot.waitUntil(lambda: background.is_idle)
    assert [str(error) for error in told] == ["The database is locked."]


def test_a_mistake_of_ours_reaches_whoever_asked_and_the_last_net_and_the_worker_goes_on(
    background: Background, qtbot: QtBot
) -> None:
    told: list[ExpectedError] = []
    with qtbot.captureExceptions() as caught:
        background.run(lambda: 1 / 0, _unexpected, told.append)
        qtbot.waitUntil(lambda: background.is_idle)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert len(told) == 1

    went_on: list[str] = []
    background.run(lambda: "on", went_on.append, _unexpected)
    qtbot.waitUntil(lambda: background.is_idle)
    assert went_on == ["on"]


def test_closing_waits_for_the_running_job_and_drops_the_rest(background: Background) -> None:
    gate, seen = threading.Event(), list[str]()

    def long() -> None:
        gate.wait()
        seen.append("running")

    background.run(long, lambda _: seen.append("told"), _unexpected)
    background.run(lambda: seen.append("waiting"), _unexpected, _unexpected)
    threading.Timer(0.05, gate.set).start()
    background.close()
    assert seen in (["running"], [])
    background.run(lambda: seen.append("late"), _unexpected, _unexpected)
    assert background.is_idle


def test_a_result_that_lies_ready_is_not_told_after_the_closing(background: Background, qtbot: QtBot) -> None:
    told, is_done = list[str](), threading.Event()
    background.run(lambda: "late", told.append, _unexpected)
    background.run(is_done.set, _unexpected, _unexpected)
    is_done.wait()
    background.close()
    QCoreApplication.sendPostedEvents()
    assert told == []
    assert background.is_idle


def test_what_must_end_is_carried_out_though_the_window_closes(background: Background) -> None:
    gate, seen = threading.Event(), list[str]()
    background.run(gate.wait, _unexpected, _unexpected)
    background.run(lambda: seen.append("page"), _unexpected, _unexpected)
    background.run(lambda: seen.append("print"), _unexpected, _unexpected, must_end=True)
    threading.Timer(0.05, gate.set).start()
    background.close()
    assert seen == ["print"]


def test_what_must_end_and_fails_is_told_before_the_window_is_gone(background: Background) -> None:
    gate, told = threading.Event(), list[ExpectedError]()

    def fail() -> None:
        raise StoreError("The stick is full.")

    background.run(gate.wait, _unexpected, _unexpected)
    background.run(fail, _unexpected, told.append, must_end=True)
    threading.Timer(0.05, gate.set).start()
    background.close()
    assert [str(error) for error in told] == ["The stick is full."]


def test_a_busy_worker_lets_the_window_have_its_turn_within_a_millisecond(background: Background, qtbot: QtBot) -> None:
    background.run(lambda: None, lambda _: None, _unexpected)
    qtbot.waitUntil(lambda: background.is_idle)
    assert sys.getswitchinterval() <= 0.001
