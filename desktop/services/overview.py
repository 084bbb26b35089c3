"""The programme as a whole: where its municipalities lie, what is dated, what they name, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.search import Question
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.search import Search

if TYPE_CHECKING:
    from desktop.domain.dossier import Dossier, Reference
    from desktop.domain.geography import Outline, Place
    from desktop.domain.matrix import Axis
    from desktop.pages.comparing import Comparison
    from desktop.pages.matrix import MatrixPage
    from desktop.pages.timeline import Timeline

MUNICIPALITIES = Question(groups=(frozenset({Kind.MUNICIPALITY}),))
"""What finds all municipalities."""
PROGRAMME = Question(
    groups=(frozenset({Kind.PROGRAMME}), frozenset({Kind.MUNICIPALITY}), frozenset({Kind.TOPIC})),
)
"""What finds everything that the timeline of the programme is made from."""
EVERYTHING = Question()


class Overview:
    """Reads what is derived from many records at once; nothing of it is kept."""

    def __init__(self, catalogue: Catalogue, search: Search, outline: Path, tr: Translate) -> None:
        self._catalogue = catalogue
        self._search = search
        self._outline = outline
        self._tr = tr

    def outline(self) -> Outline:
        """The border of the Land."""
        import msgspec

        from desktop.domain.geography import Outline

        return msgspec.json.decode(self._outline.read_bytes(), type=Outline)

    def places(self) -> tuple[Place, ...]:
        """Where the municipalities lie, by name."""
        from desktop.domain.dossier import reference_to
        from desktop.domain.geography import Place
        from desktop.domain.municipality import Municipality

        records = [found.record for found in self._dossiers(MUNICIPALITIES)]
        return tuple(
            Place(reference_to(each), each.kind, each.seat, each.latitude, each.longitude, each.summary or "")
            for each in records
            if isinstance(each, Municipality)
        )

    def timeline(self, *, is_whole: bool = False) -> Timeline:
        """What is dated in the programme, or in all records."""
        from desktop.pages.timeline import timeline

        return timeline(self._dossiers(EVERYTHING if is_whole else PROGRAMME), self._tr)

    def matrix(self, axis: Axis) -> MatrixPage:
        """All municipalities beside what they name."""
        from desktop.pages.matrix import matrix_page

        return matrix_page(self._dossiers(MUNICIPALITIES), axis, self._tr)

    def municipalities(self) -> tuple[Reference, ...]:
        """All municipalities by name."""
        return tuple(place.record for place in self.places())

    def comparison(self, ids: Sequence[str]) -> Comparison:
        """Some municipalities side by side; raises `UnknownRecordError`."""
        from desktop.pages.comparing import comparison

        return comparison(self._catalogue.dossiers(ids), (), self._tr)

    def _dossiers(self, question: Question) -> tuple[Dossier, ...]:
        return self._catalogue.dossiers(self._search.ids(question))
