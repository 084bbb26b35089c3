"""Finding anything in the catalogue by what a person types."""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop.domain.search import Answer, Filters
from desktop.services.catalogue import Catalogue

if TYPE_CHECKING:
    from desktop.store.search.engine import SearchEngine

LIMIT = 50


class Search:
    """Asks the index of the database that the catalogue has made ready; one query at a time."""

    def __init__(self, catalogue: Catalogue, database: Path) -> None:
        self._catalogue = catalogue
        self._database = database
        self._lock = Lock()
        self._engine: SearchEngine | None = None

    def ask(self, text: str, filters: Filters | None = None, limit: int = LIMIT) -> Answer:
        """The best hits for a text, best first; an empty text finds all that the filters let through.

        Never call it on the thread that paints. Raises `SearchCancelledError` if `cancel` was called meanwhile.
        """
        return self._ready_engine().ask(text, filters or Filters(), limit)

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

    def _ready_engine(self) -> "SearchEngine":
        self._catalogue.make_ready()
        with self._lock:
            if self._engine is None:
                from desktop.store.search.engine import SearchEngine

                self._engine = SearchEngine(self._database)
            return self._engine
