"""The two closed lists as an office changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.domain.change import Change, Deed
from desktop.domain.translation_checks import term_with_true_checks
from desktop.domain.visible import refuse_unseen
from desktop.domain.vocabulary import Taxonomy
from desktop.services.carrying_out import apply

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet, PlacedTerm
    from desktop.services.catalogue import Catalogue
    from desktop.services.editing import Desk
    from desktop.services.safe_writing import SafeWriting


class TermLists:
    """One method, one deed."""

    def __init__(self, catalogue: Catalogue, desk: Desk, writing: SafeWriting) -> None:
        self._catalogue = catalogue
        self._desk = desk
        self._writing = writing

    def all(self) -> tuple[PlacedTerm, ...]:
        """The terms of both lists."""
        with self._catalogue.reading() as unit:
            return tuple(term for taxonomy in Taxonomy for term in unit.terms.all(taxonomy))

    def save(self, before: PlacedTerm | None, after: PlacedTerm | None) -> ChangeSet:
        """Add, change or remove an entry; one that records are filed under is not removed."""
        with self._writing.begin() as unit:
            if after is not None:
                refuse_unseen(after.term.name, *after.term.alternate_names)
                after = replace(after, term=term_with_true_checks(after.term, before.term if before else None))
            deed = Deed.DELETE if after is None else Deed.EDIT if before else Deed.ADD
            changes = [Change(before=before, after=after)]
            apply(unit, changes)
            done = unit.history.write(deed, self._desk.who(), self._desk.now(), changes)
        self._catalogue.sitting.take(done)
        return done
