"""Imports of files: one plan, the decisions of a person, one deed with one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.change import Deed
from desktop.domain.editing import ConflictError
from desktop.domain.errors import N_, ExpectedError
from desktop.domain.progress import Progress, Stage
from desktop.services.importing.pieces import Piece, message_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.incoming import Entries
    from desktop.services.catalogue import Catalogue
    from desktop.services.editing import Desk
    from desktop.services.importing.outcome import Outcome
    from desktop.services.importing.plan import Plan

_NOTHING = N_("Nothing of this file would change anything here. Nothing was imported.")
_LOOKED = 10
"""So many hundredths of the time it takes to look at what others did meanwhile; then everything is written."""


class Importing:
    """Plans without writing, and carries out all or nothing; a backup is made before each import."""

    def __init__(self, catalogue: Catalogue, desk: Desk, back_up: Callable[[], object]) -> None:
        self._catalogue = catalogue
        self._desk = desk
        self._back_up = back_up

    def plan(
        self, entries: Entries, progress: Progress | None = None, expected: int = 0, piece: Piece = Piece.ROW
    ) -> Plan:
        """What would become of each row, with decisions that overwrite nothing; `expected` rows, where that is known.

        `piece` is what the rows are in the file. Raises `ForeignFileError` as the reader of the file does, and
        `CancelledError`.
        """
        from desktop.services.importing.planning import Planning

        with self._catalogue.reading() as unit:
            plan = Planning(unit, progress or Progress(), expected).plan(entries)
        plan.piece = piece
        return plan

    def carry_out(self, plan: Plan, progress: Progress | None = None) -> Outcome:
        """Do what was decided, in one transaction and as one deed.

        Raises `OvertakenError` where somebody else has changed a record since the plan was made, or where what it would
        add is here by now, `InvalidRecordError` where a record names what is not there, `CancelledError`, and
        `StoreError`; then nothing was changed.
        """
        from desktop.services.importing.carrying_out import CarryingOut
        from desktop.services.importing.meanwhile import refuse_come_meanwhile
        from desktop.services.importing.outcome import Outcome
        from desktop.services.importing.overtaken import overtaken_by

        self._catalogue.refuse_read_only()
        if not plan.changes:
            raise ExpectedError(_NOTHING)
        self._back_up()
        outcome, progress = Outcome(plan), progress or Progress()
        try:
            with self._catalogue.writing() as unit:
                refuse_come_meanwhile(unit, plan, Stage(progress, 0, _LOOKED))
                begun = unit.long_deeds.begin(Deed.IMPORT, self._desk.who(), self._desk.now())
                if not CarryingOut(unit, plan, begun, Stage(progress, _LOOKED, 100)).carry_out(outcome):
                    raise ExpectedError(_NOTHING)
                outcome.deed = unit.long_deeds.end(begun)
        except BaseException as error:
            outcome.close()
            if isinstance(error, ConflictError):
                error = overtaken_by(error)
            if isinstance(error, ExpectedError):
                error.message = message_of(plan.piece, error.message)
            raise error
        self._catalogue.sitting.take(outcome.deed)
        return outcome
