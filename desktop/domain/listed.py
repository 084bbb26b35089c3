"""Records that name only what is in the closed lists of an office."""

from __future__ import annotations

from collections.abc import Container
from collections.abc import Set as AbstractSet
from typing import Any

from msgspec.structs import replace

from desktop.domain.record import Record, RecordId, Statement


def with_listed_terms(record: Record, subjects: AbstractSet[RecordId], groups: AbstractSet[RecordId]) -> Record:
    """The record without terms that are in neither list; the very same one where all of them are, as nearly always."""
    if _names_only(record, subjects, groups):
        return record
    values: dict[str, Any] = {
        "subject_ids": among(record.subject_ids, subjects),
        "target_group_ids": among(record.target_group_ids, groups),
        **{section: tuple(_said(one, subjects) for one in statements) for section, statements in record.sections()},
    }
    return replace(record, **values)


def among(ids: tuple[RecordId, ...], known: Container[RecordId]) -> tuple[RecordId, ...]:
    """Those of the ids that are known, in their order."""
    return tuple(one for one in ids if one in known)


def _names_only(record: Record, subjects: AbstractSet[RecordId], groups: AbstractSet[RecordId]) -> bool:
    return (
        subjects >= set(record.subject_ids)
        and groups >= set(record.target_group_ids)
        and all(subjects >= set(one.subject_ids) for _, said in record.sections() for one in said)
    )


def _said(statement: Statement, subjects: AbstractSet[RecordId]) -> Statement:
    return replace(statement, subject_ids=among(statement.subject_ids, subjects))
