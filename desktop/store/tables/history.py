"""The tables of what people did: deeds with the states before and after, and notes from the counter."""

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, String, Table, Text

from desktop.domain.change import Deed
from desktop.store.tables.columns import METADATA, needed, one_of

CHANGE_SET = Table(
    "change_set",
    METADATA,
    Column("number", Integer, primary_key=True),
    needed("deed", one_of(Deed)),
    needed("made_at", DateTime),
    needed("made_by", Text),
    Column("undone_at", DateTime, index=True),
    Column("undone_by", Text),
    needed("is_discarded", Boolean),
    sqlite_autoincrement=True,
)
"""A deed; numbers count up and are never used again. Times are UTC.

One that is discarded was undone and is not done again, for something was done since.
"""

CHANGE = Table(
    "change",
    METADATA,
    Column("number", Integer, ForeignKey("change_set.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    needed("item_key", String(120), index=True),
    Column("before", Text),
    Column("after", Text),
)
"""One item of a deed before and after (JSON); `item_key` is a record's id or names a term of a closed list."""

COUNTER_NOTE = Table(
    "counter_note",
    METADATA,
    Column("id", String(32), primary_key=True),
    needed("record_id", String(80), index=True),
    needed("record_name", Text),
    needed("text", Text),
    needed("made_at", DateTime),
    needed("made_by", Text),
    Column("settled_at", DateTime),
    Column("settled_by", Text),
)
"""A note from the counter; it stays when its record goes. Times are UTC."""
