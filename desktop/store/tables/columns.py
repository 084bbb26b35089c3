"""What all tables share: how constraints are called, column types and keys; nothing here is known to SQLite alone."""

from enum import StrEnum
from functools import partial

from sqlalchemy import Column, Enum, ForeignKey, MetaData, String, Text

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""The declared schema; constraint names are fixed so that migrations can speak of them."""

needed = partial(Column[object], nullable=False)
"""A column that is never empty."""


class LineSpans(Text):
    """Line spans of a source in one column: `24-28, 31`."""


def one_of(words: type[StrEnum]) -> Enum:
    """One of the words of a closed list, as a text."""
    return Enum(words, native_enum=False, length=40, values_callable=lambda listed: [word.value for word in listed])


def entry_key(name: str) -> Column[str]:
    """A primary key that is also the id of the record that the row belongs to."""
    return Column(name, String(80), ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True)


def pointer(name: str, target: str = "entry.id", *, nullable: bool = False) -> Column[str]:
    """A reference between records, checked at commit so that they may be written in any order."""
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column(name, String(80), key, nullable=nullable, index=True)
