"""Makes shipped records fit what an office has left: what it deleted is named by none of them."""

from collections.abc import Mapping

from msgspec.structs import replace

from desktop.domain.catalogue import Outline, outline_of
from desktop.domain.listed import among, with_listed_terms
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Kind, Taxonomy

_Needs = tuple[tuple[RecordId, Kind | None], ...]


class Fitting:
    """Knows the terms and records that there are, and which of the new ones can come with them."""

    def __init__(
        self,
        terms: Mapping[Taxonomy, frozenset[RecordId]],
        here: Mapping[RecordId, Kind],
        new: Mapping[RecordId, Outline],
    ) -> None:
        self._subjects, self._groups = terms[Taxonomy.SUBJECT], terms[Taxonomy.TARGET_GROUP]
        needs = {outline: outline.needs() for outline in set(new.values())}
        coming = {record_id: needs[outline] for record_id, outline in new.items()}
        self._kinds = {**here, **{record_id: outline.kind for record_id, outline in new.items()}}
        while left := [record_id for record_id, needs in coming.items() if not self._are_there(needs)]:
            for record_id in left:
                del self._kinds[record_id], coming[record_id]

    def fitted(self, record: Record) -> Record | None:
        """The record without links to what is not there; `None` where it cannot be without it."""
        if not self._are_there(outline_of(record).needs()):
            return None
        listed = with_listed_terms(record, self._subjects, self._groups)
        related = among(record.related_ids, self._kinds)
        return listed if related == record.related_ids else replace(listed, related_ids=related)

    def _are_there(self, needs: _Needs) -> bool:
        return all(target in self._kinds and kind in (None, self._kinds[target]) for target, kind in needs)
