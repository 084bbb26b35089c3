"""Finding anything in the catalogue by what a person types, and listing what there is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.errors import BrokenIndexError, StoreError
from desktop.services.catalogue import Catalogue

if TYPE_CHECKING:
    from desktop.domain.record import RecordId
    from desktop.domain.search import Answer, Choices, Question
    from desktop.store.search.engine import SearchEngine

LIMIT = 50
T = TypeVar("T")


class Search:
    """Asks the index of the database that the catalogue has made ready; one query at a time."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = Lock()
        self._engine: SearchEngine | None = None
        self._was_mended = False
        self._mending = Lock()

    def ask(self, question: Question, limit: int | None = LIMIT) -> Answer:
        """The best hits for a question, best first, or all of them; without a text what there is, group after group.

        Never call it on the thread that paints. Raises `SearchCancelledError` if `cancel` was called meanwhile.
        """
        return self._mended(lambda: self._ready_engine().ask(question, limit))

    def choices(self) -> Choices:
        """What there is to filter by; not on the thread that paints."""
        return self._mended(lambda: self._apart(lambda engine: engine.choices()))

    def ids(self, question: Question) -> tuple[RecordId, ...]:
        """The ids of all that a question finds, in its order; not on the thread that paints."""
        return self._mended(lambda: self._apart(lambda engine: engine.ids(question)))

    def cancel(self) -> None:
        """Give up the query that is being answered; may be called from any thread and does nothing else."""
        if self._engine is not None:
            self._engine.cancel()

    def close(self) -> None:
        """Let go of the database, when the last query has been answered."""
        self.cancel()
        with self._lock:
            if self._engine is not None:
                self._engine.close()
                self._engine = None

    def _mended(self, answer: Callable[[], T]) -> T:
        """An answer; a broken index is made anew, once, before anybody is told of it."""
        try:
            return answer()
        except BrokenIndexError:
            with self._mending:
                self._mend(answer)
            return answer()
        except StoreError:
            if not self._catalogue.look_for_damage():
                raise
            return answer()

    def _mend(self, answer: Callable[[], object]) -> None:
        """Make the index anew unless another thread has done so meanwhile."""
        try:
            answer()
        except BrokenIndexError:
            if self._catalogue.look_for_damage():
                return
            if self._was_mended:
                raise
            self._was_mended = True
            self._catalogue.repair()

    def _apart(self, answer: Callable[[SearchEngine], T]) -> T:
        """An answer from a connection of its own, which no `cancel` reaches: somebody else waits for it."""
        from desktop.store.search.engine import SearchEngine

        self._catalogue.make_ready()
        with closing(SearchEngine(self._catalogue.place)) as engine:
            return answer(engine)

    def _ready_engine(self) -> SearchEngine:
        self._catalogue.make_ready()
        place = self._catalogue.place
        with self._lock:
            if self._engine is not None and self._engine.path != place:
                self._engine.close()
                self._engine = None
            if self._engine is None:
                from desktop.store.search.engine import SearchEngine

                self._engine = SearchEngine(place)
            return self._engine
