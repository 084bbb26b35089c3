"""The declared tables: what migrations lead to, and what rows are made and read by."""

from desktop.store.tables import catalogue, entries, history, parts
from desktop.store.tables.columns import METADATA

__all__ = ["METADATA", "catalogue", "entries", "history", "parts"]
