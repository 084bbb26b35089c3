"""Asks a folder that may be on a network, and waits no longer than a person would."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar, cast

T = TypeVar("T")
PATIENCE_S = 3.0
"""So long a drive may take to answer; one that is gone may keep whoever asks waiting for minutes."""


def in_time(work: Callable[[], T], seconds: float = PATIENCE_S) -> T:
    """What `work` gives or raises; raises `TimeoutError` where it takes longer, and leaves it to itself."""
    answers: SimpleQueue[tuple[T | None, Exception | None]] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put((work(), None))
        except Exception as error:  # whatever it is, whoever asked gets it
            answers.put((None, error))

    threading.Thread(target=ask, name="in time", daemon=True).start()
    try:
        found, error = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if error is not None:
        raise error
    return cast("T", found)
