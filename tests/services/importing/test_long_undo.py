"""An undo of very many records tells how far it is, and whoever gives it up has what was there before."""

from pathlib import Path

import pytest

from desktop.domain.progress import CancelledError
from tests.support.deeds import Backups, dump, editing_of
from tests.support.entries import importing_of, place, rows
from tests.support.giving_up import Counting


def test_a_long_undo_can_be_given_up_from_its_beginning_to_its_end(database: Path) -> None:
    importing, whole = importing_of(database), Counting()
    importing.carry_out(importing.plan(rows(*(place(f"Stelle {at}") for at in range(1_100)))))
    after, editing = dump(database), editing_of(database, Backups())
    with pytest.raises(CancelledError):
        editing.undo(Counting(1))
    assert editing.undo(whole) is not None
    assert whole.told > 2
    assert editing.redo() is not None
    assert dump(database) == after
    for moment in (*range(2, whole.told, 7), whole.told):
        with pytest.raises(CancelledError):
            editing.undo(Counting(moment))
        assert dump(database) == after
