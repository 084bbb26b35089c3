"""Finding other records by name while a form is filled in, without anybody waiting."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain.change import PlacedTerm
    from desktop.domain.dossier import Dossier, Reference
    from desktop.domain.errors import ExpectedError
    from desktop.domain.record import RecordId
    from desktop.domain.search import Answer, Question
    from desktop.domain.vocabulary import Kind
    from desktop.i18n import Translate
    from desktop.views.background import Background
    from desktop.views.edges import Tells

_MOST = 12


class Lookups(Protocol):
    """Answers later, on the thread that asked; a failure is an empty answer."""

    def find(self, text: str, kinds: frozenset[Kind], done: Callable[[Sequence[Reference]], object], /) -> None:
        """The records of these kinds that a text finds, best first."""

    def named(self, ids: Collection[RecordId], done: Callable[[Mapping[RecordId, Reference]], object], /) -> None:
        """The records with these ids, as far as they are there."""


class Adds(Protocol):
    """Opens a form for a record that is missing, in front of another form."""

    def __call__(self, kind: Kind, name: str, form: QWidget, done: Callable[[Reference], object], /) -> None:
        """Give the record back once it is saved; nothing comes where the person thinks better of it."""


class Supplies(NamedTuple):
    """What every form needs beside its record; `sources` are the titles of the texts that records come from."""

    terms: Sequence[PlacedTerm]
    lookups: Lookups
    notices: Tells
    tr: Translate
    sources: Mapping[str, str] = {}
    add: Adds | None = None


class Asks(Protocol):
    """The search."""

    def ask(self, question: Question, limit: int | None = ..., /) -> Answer:
        """The best hits for a question."""


class Reads(Protocol):
    """The catalogue."""

    def dossier(self, record_id: RecordId, /) -> Dossier:
        """A record with all that is read beside it."""


class RecordLookups:
    """Looks records up through the search and the catalogue, in the background."""

    def __init__(self, search: Asks, catalogue: Reads, background: Background) -> None:
        self._search = search
        self._catalogue = catalogue
        self._background = background

    def find(self, text: str, kinds: frozenset[Kind], done: Callable[[Sequence[Reference]], object]) -> None:
        """The records of these kinds that a text finds, best first."""
        self._background.run(lambda: self._found(text, kinds), done, _answered_by(lambda: done(())))

    def named(self, ids: Collection[RecordId], done: Callable[[Mapping[RecordId, Reference]], object]) -> None:
        """The records with these ids, as far as they are there."""
        self._background.run(lambda: self._known(ids), done, _answered_by(lambda: done({})))

    def _found(self, text: str, kinds: frozenset[Kind]) -> Sequence[Reference]:
        from desktop.domain.dossier import Reference
        from desktop.domain.search import Question

        hits = self._search.ask(Question(text=text, groups=(kinds,)), _MOST).hits
        return [Reference(hit.id, hit.kind, hit.title) for hit in hits]

    def _known(self, ids: Collection[RecordId]) -> Mapping[RecordId, Reference]:
        from desktop.domain.dossier import reference_to
        from desktop.domain.errors import UnknownRecordError

        known = {}
        for record_id in ids:
            try:
                known[record_id] = reference_to(self._catalogue.dossier(record_id).record)
            except UnknownRecordError:
                continue
        return known


def _answered_by(deed: Callable[[], object]) -> Callable[[ExpectedError], object]:
    return lambda _error: deed()
