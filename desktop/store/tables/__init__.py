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

__all__ = [
    "Base",
    "EntryRow",
    "ShippedRow",
    "SourceRow",
    "StateRow",
    "SynonymRow",
    "TermRow",
]
