"""What would become of the rows of a file, in lines for people and as values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from desktop.domain.importing import DECISION_LABELS, FOUND_LABELS, Found
from desktop.services.importing.pieces import speaking_of

if TYPE_CHECKING:
    from desktop.exchange.tables.table import Detected
    from desktop.i18n import Translate
    from desktop.services.importing.plan import Plan

_TOLD = frozenset({Found.CHANGED, Found.DOUBTFUL, Found.UNREADABLE})


def plan_lines(plan: Plan, tr: Translate) -> Iterator[str]:
    """The numbers, then each row that somebody should look at, with what is left out of it."""
    tr = speaking_of(plan.piece, tr)
    for found, count in plan.counts().items():
        yield f"{tr(FOUND_LABELS[found]):<34}{count:>7}"
    for at in range(len(plan)):
        yield from _row_lines(plan, at, tr)


def _row_lines(plan: Plan, at: int, tr: Translate) -> Iterator[str]:
    row, found = plan.row(at), plan.found(at)
    if found not in _TOLD and not row.lost:
        return
    words = [tr(FOUND_LABELS[found]), tr(DECISION_LABELS[plan.decision(at)])]
    words += [reason.in_words(tr) for one in row.alike for reason in one.reasons()]
    words += [row.reason_words.in_words(tr)] if row.reason_words else []
    name = row.record.name if row.record else row.text
    yield tr("Row {place}: {what} – {name}", place=row.place, what="; ".join(words), name=name)
    yield from (f"    {lost.in_words(tr)}" for lost in row.lost_words)


def plan_values(plan: Plan, tr: Translate) -> dict[str, object]:
    """The same for programs; the notes are for people, in their language."""
    tr = speaking_of(plan.piece, tr)
    rows = [_row_values(plan, at, tr) for at in range(len(plan))]
    return {"found": {found.value: count for found, count in plan.counts().items()}, "rows": rows}


def _row_values(plan: Plan, at: int, tr: Translate) -> dict[str, object]:
    row = plan.row(at)
    alike = [{"id": one.record_id, "row": one.place or None, "name": one.name} for one in row.alike]
    return {
        "row": row.place,
        "found": plan.found(at).value,
        "decision": plan.decision(at).value,
        "name": row.record.name if row.record else row.text,
        "id": row.target,
        "alike": alike,
        "notes": [one.in_words(tr) for one in (row.reason_words, *row.lost_words) if one is not None],
    }


def hidden_values(found: Detected | None) -> Mapping[str, object]:
    """What nobody sees in a sheet, for programs."""
    rows, columns = (found.hidden, found.hidden_columns) if found else (0, ())
    return {"hidden_rows": rows, "hidden_columns": list(columns)}
