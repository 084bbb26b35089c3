"""The declared schema, typed; the migrations lead to exactly these tables."""

from desktop.store.tables.catalogue import (
    ShippedRow,
    SourceRow,
    StateRow,
    SynonymRow,
    TermRow,
)
from desktop.store.tables.declarative import Base
from desktop.store.tables.entries import EntryRow
from desktop.store.tables.history import ChangeRow, ChangeSetRow, CounterNoteRow

__all__ = [
    "Base",
    "ChangeRow",
    "ChangeSetRow",
    "CounterNoteRow",
    "EntryRow",
    "ShippedRow",
    "SourceRow",
    "StateRow",
    "SynonymRow",
    "TermRow",
]
