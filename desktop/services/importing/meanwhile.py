"""What others did between the look at a file and its import: nothing of that is overwritten, or added twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from desktop.domain.duplicates import lookalikes, names_of
from desktop.domain.errors import N_, Message
from desktop.domain.importing import Decision
from desktop.services.importing.beside import Beside
from desktop.services.importing.overtaken import OvertakenError, come_meanwhile
from desktop.services.importing.planning import BATCH, is_likely, nameless
from desktop.services.importing.rows import unpacked
from desktop.store.likeness import Likenesses, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.progress import Progress
    from desktop.domain.record import RecordId
    from desktop.domain.vocabulary import Kind
    from desktop.services.importing.plan import Plan
    from desktop.services.importing.rows import Row
    from desktop.store.unit_of_work import Unit

_NEEDED = N_("“{name}” was added or changed by somebody else since the file was read, and the file would add it too.")


def refuse_come_meanwhile(unit: Unit, plan: Plan, progress: Progress) -> None:
    """Raise where what would be added is likely to be here by now, though it was not when the plan was made.

    It may have been added, brought back by an undo, or renamed. Where nothing was done since, nothing is looked at.
    """
    if unit.history.seen() == plan.seen:
        return
    likenesses = Likenesses(unit.rows)
    _refuse_needed(likenesses, plan, progress)
    new = [at for at in range(len(plan)) if plan.decision(at) is Decision.NEW]
    for start in range(0, len(new), BATCH):
        _refuse_likely(likenesses, [plan.row(at) for at in new[start : start + BATCH]])
        progress.tell(min(start + BATCH, len(new)), len(new))


def _refuse_needed(likenesses: Likenesses, plan: Plan, progress: Progress) -> None:
    """Those that come beside rows come because nobody here had their name."""
    names: dict[Kind, dict[str, str]] = defaultdict(dict)
    for need in (plan.needs[need_id] for need_id in Beside(plan).wanted(progress)):
        if need.row is None:
            record = unpacked(need.kind, need.body)
            names[record.KIND].update(dict.fromkeys(names_of(record), record.name))
    for kind, wanted in names.items():
        for key in likenesses.named(kind, sorted(wanted)):
            raise OvertakenError(Message(_NEEDED, name=wanted[key]))


def _refuse_likely(likenesses: Likenesses, rows: Iterable[Row]) -> None:
    """What a person was shown beside a row is nothing new."""
    told = [(row, unpacked(row.kind, row.body)) for row in rows]
    alike = likenesses.candidates([keys_of(record) for _, record in told])
    strange = [_strange(row, ids) for (row, _), ids in zip(told, alike, strict=True)]
    here = likenesses.records({one for ids in strange for one in ids})
    for (row, record), ids in zip(told, strange, strict=True):
        others = [here[one] for one in ids if one in here]
        for found in lookalikes(record if row.has_id else nameless(record), others) if others else ():
            if is_likely(found):
                raise come_meanwhile(found.reference.name, row.place)


def _strange(row: Row, ids: Iterable[RecordId]) -> list[RecordId]:
    shown = {one.record_id for one in row.alike if not one.is_weak}
    return [one for one in ids if one not in shown]
