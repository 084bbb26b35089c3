"""Makes shipped records fit what an office has left: what it deleted is named by none of them."""

from collections.abc import Container, Mapping
from typing import Any

from msgspec.structs import replace

from desktop.domain.catalogue import Outline, outline_of
from desktop.domain.record import Record, RecordId, Statement
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
        outline = outline_of(record)
        if not self._are_there(outline.needs()):
            return None
        if self._knows_all(record, outline):
            return record
        values: dict[str, Any] = {
            "subject_ids": _known(record.subject_ids, self._subjects),
            "target_group_ids": _known(record.target_group_ids, self._groups),
            "related_ids": _known(record.related_ids, self._kinds),
            **{section: tuple(map(self._said, statements)) for section, statements in record.sections()},
        }
        return replace(record, **values)

    def _knows_all(self, record: Record, outline: Outline) -> bool:
        return (
            all(target in self._kinds for _, target, _ in outline.references)
            and self._subjects.issuperset(record.subject_ids)
            and self._groups.issuperset(record.target_group_ids)
            and all(self._subjects.issuperset(one.subject_ids) for _, said in record.sections() for one in said)
        )

    def _said(self, statement: Statement) -> Statement:
        return replace(statement, subject_ids=_known(statement.subject_ids, self._subjects))

    def _are_there(self, needs: _Needs) -> bool:
        return all(target in self._kinds and kind in (None, self._kinds[target]) for target, kind in needs)


def _known(ids: tuple[RecordId, ...], there: Container[RecordId]) -> tuple[RecordId, ...]:
    return tuple(one for one in ids if one in there)
