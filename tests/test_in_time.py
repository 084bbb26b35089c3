"""Whoever asks a folder on a network gets its answer, its error, or goes on without one."""

from threading import Event

import pytest

from desktop.in_time import in_time


def test_an_answer_in_time_is_the_answer() -> None:
    assert in_time(lambda: 42, 20) == 42


def test_an_error_is_that_of_the_work() -> None:
    def fails() -> None:
        raise PermissionError("no")

    with pytest.raises(PermissionError, match="no"):
        in_time(fails, 20)


def test_whoever_gets_no_answer_goes_on() -> None:
    never = Event()
    with pytest.raises(TimeoutError):
        in_time(never.wait, 0.01)
    never.set()
