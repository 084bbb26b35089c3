"""Work beside the window: in order, told on the window's thread, silent when nobody wants it any more."""

import threading
from collections.abc import Iterator
from functools import partial
from typing import NoReturn

import pytest
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

    with qtbot.waitSignal(background.idle):
        background.run(lambda: threading.current_thread().name, done, _unexpected)
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


def test_a_mistake_of_ours_reaches_the_last_net_and_the_worker_goes_on(background: Background, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        background.run(lambda: 1 / 0, _unexpected, _unexpected)
        qtbot.waitUntil(lambda: background.is_idle)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]

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
