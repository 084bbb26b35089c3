"""Makes shipped records fit what an office has left: what it deleted is named by none of them."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from desktop.domain.catalogue import references
from desktop.domain.record import Record, RecordId, Statement
from desktop.domain.vocabulary import Kind, Taxonomy

_Needs = tuple[tuple[RecordId, Kind | None], ...]


class Fitting:
    """Knows the terms and records that there are, and which of the new ones can come with them."""

    def __init__(
        self, terms: Mapping[Taxonomy, frozenset[RecordId]], here: Mapping[RecordId, Kind], new: Iterable[Record]
    ) -> None:
        self._subjects, self._groups = terms[Taxonomy.SUBJECT], terms[Taxonomy.TARGET_GROUP]
        kinds, coming = dict(here), dict[RecordId, _Needs]()
        alike: dict[_Needs, _Needs] = {}
        for record in new:
            kinds[record.id] = record.KIND
            coming[record.id] = alike.setdefault(needs := _needs(record), needs)
        self._kinds = kinds
        while left := [record_id for record_id, needs in coming.items() if not self._are_there(needs)]:
            for record_id in left:
                del self._kinds[record_id], coming[record_id]

    def fitted(self, record: Record) -> Record | None:
        """The record without links to what is not there; `None` where it cannot be without it."""
        if not self._are_there(_needs(record)):
            return None
        values: dict[str, Any] = {
            "subject_ids": _known(record.subject_ids, self._subjects),
            "target_group_ids": _known(record.target_group_ids, self._groups),
            "related_ids": _known(record.related_ids, self._kinds),
            **{section: tuple(map(self._said, statements)) for section, statements in record.sections()},
        }
        return replace(record, **values)

    def _said(self, statement: Statement) -> Statement:
        return replace(statement, subject_ids=_known(statement.subject_ids, self._subjects))

    def _are_there(self, needs: _Needs) -> bool:
        return all(target in self._kinds and kind in (None, self._kinds[target]) for target, kind in needs)


def _needs(record: Record) -> _Needs:
    """What the record cannot be without, and of what kind that must be."""
    return tuple((target, kind) for field, target, kind in references(record) if field != "related_ids")


def _known(ids: tuple[RecordId, ...], there: Container[RecordId]) -> tuple[RecordId, ...]:
    return tuple(one for one in ids if one in there)
