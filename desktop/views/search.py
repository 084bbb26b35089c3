"""Asks the index in a worker of its own, so that neither typing nor reading waits for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from desktop.domain.search import SearchCancelledError
from desktop.i18n import Translate
from desktop.views.background import Background, Failed, Job

if TYPE_CHECKING:
    from desktop.domain.search import Answer, Question

T = TypeVar("T")
_MOST_SAID = 60


class Engine(Protocol):
    """Where answers come from."""

    def ask(self, question: Question, limit: int | None) -> Answer:
        """The best hits; raises `SearchCancelledError` after `cancel`."""

    def cancel(self) -> None:
        """Give up the question that is being answered."""


def shortened(text: str) -> str:
    """A text that was searched for, as it may be said again: nobody needs all of a page that was pasted."""
    return text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}…"


def correction_text(text: str, corrected: str, tr: Translate) -> str:
    """That nothing matches as typed, and what was looked for instead."""
    return tr("No hits for “{text}”. Meant: “{corrected}”", text=text, corrected=corrected)


class _Wish(Generic[T]):
    """A question of one list, which may be given up at any time."""

    def __init__(self, engine: Engine, question: Question, limit: int, prepare: Callable[[Answer], T]) -> None:
        self._engine = engine
        self._question = question
        self._limit = limit
        self._prepare = prepare
        self._is_given_up = False
        self.is_running = False
        self.job: Job | None = None

    def answered(self) -> tuple[T] | None:
        """What the list makes of the answer; a cancel meant for another question makes this one begin again."""
        answer = self._answer()
        return None if answer is None or self._is_given_up else (self._prepare(answer),)

    def _answer(self) -> Answer | None:
        self.is_running = True
        try:
            while not self._is_given_up:
                try:
                    return self._engine.ask(self._question, self._limit)
                except SearchCancelledError:
                    continue
            return None
        finally:
            self.is_running = False

    def give_up(self) -> None:
        """Wait for the answer no more, and stop what is under way for it."""
        self._is_given_up = True
        if self.job is not None:
            self.job.cancel()
        if self.is_running:
            self._engine.cancel()


class SearchDesk:
    """Takes the questions of all lists; a newer question of a list supersedes its older one."""

    def __init__(self, engine: Engine, background: Background) -> None:
        self._engine = engine
        self._background = background
        self._wishes: dict[object, _Wish[Any]] = {}

    @property
    def is_idle(self) -> bool:
        """Whether every question has been answered."""
        return self._background.is_idle

    def ask(
        self,
        asker: object,
        question: Question,
        limit: int,
        prepare: Callable[[Answer], T],
        done: Callable[[T], object],
        failed: Failed,
    ) -> None:
        """Answer a question of a list and `prepare` the answer, both in the worker.

        `done` or `failed` hears of it on the window's thread.
        """
        self.give_up(asker)
        wish = _Wish(self._engine, question, limit, prepare)

        def tell(prepared: tuple[T] | None) -> None:
            if prepared is not None:
                done(*prepared)

        self._wishes[asker] = wish
        wish.job = self._background.run(wish.answered, tell, failed)

    def give_up(self, asker: object) -> None:
        """Forget what a list asked."""
        if (wish := self._wishes.pop(asker, None)) is not None:
            wish.give_up()

    def give_up_all(self) -> None:
        """Forget what all lists asked."""
        for asker in list(self._wishes):
            self.give_up(asker)
