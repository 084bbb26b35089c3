"""The tables beside the records: state, sources, closed lists, everyday words, and what was shipped."""

from sqlalchemy import Column, Date, DateTime, ForeignKey, ForeignKeyConstraint, Integer, String, Table, Text

from desktop.domain import vocabulary as v
from desktop.store.tables.columns import METADATA, needed, one_of

STATE = Table(
    "state",
    METADATA,
    Column("key", String(40), primary_key=True),
    needed("value", Text),
)
"""What the database knows of itself, such as the version of the shipped data in it."""

SOURCE = Table(
    "source",
    METADATA,
    Column("id", String(80), primary_key=True),
    needed("title", Text),
    needed("publisher", Text),
    Column("url", Text),
    Column("as_of", Date),
    Column("as_of_note", Text),
)
"""A text that records were made from."""

TERM = Table(
    "term",
    METADATA,
    Column("taxonomy", one_of(v.Taxonomy), primary_key=True),
    Column("id", String(80), primary_key=True),
    needed("position", Integer),
    needed("name", Text),
)
"""An entry of one of the two closed lists."""

TERM_NAME = Table(
    "term_alternate_name",
    METADATA,
    Column("taxonomy", one_of(v.Taxonomy), primary_key=True),
    Column("term_id", String(80), primary_key=True),
    Column("position", Integer, primary_key=True),
    needed("name", Text),
    ForeignKeyConstraint(["taxonomy", "term_id"], ["term.taxonomy", "term.id"], ondelete="CASCADE"),
)
"""Another word for a term."""

TERM_TRANSLATION = Table(
    "term_translation",
    METADATA,
    Column("taxonomy", one_of(v.Taxonomy), primary_key=True),
    Column("term_id", String(80), primary_key=True),
    Column("language", String(10), primary_key=True),
    needed("text", Text),
    Column("checked_on", Date),
    Column("checked_by", Text),
    ForeignKeyConstraint(["taxonomy", "term_id"], ["term.taxonomy", "term.id"], ondelete="CASCADE"),
)
"""The name of a term in another language."""

SHIPPED = Table(
    "shipped",
    METADATA,
    Column("origin", String(64), primary_key=True),
    Column("entry_id", String(120), primary_key=True),
    needed("body", Text),
)
"""A record or a term as it was last brought (JSON): what local edits are told from, and merged against.

`origin` is the program with its shipped data, or the key of an office whose packages are taken. A term has the key of
the history, which has a colon; so has what came since the office edited a record or a term.
"""

SHIPPED_BEFORE = Table(
    "shipped_before",
    METADATA,
    Column("number", Integer, ForeignKey("change_set.number", ondelete="CASCADE"), primary_key=True),
    Column("origin", String(64), primary_key=True),
    Column("entry_id", String(120), primary_key=True),
    Column("body", Text),
)
"""What stood in `shipped` before a deed and, where that is taken back, what stood there after it; NULL is nothing."""

SIGNER = Table(
    "signer",
    METADATA,
    Column("name", Text, primary_key=True),
    needed("office", Text),
    needed("public_key", String(64), index=True),
    needed("first_seen", DateTime),
)
"""Who packages were taken from; the key in hexadecimal digits, times are UTC."""

TAKEN = Table(
    "taken_package",
    METADATA,
    Column("number", Integer, ForeignKey("change_set.number", ondelete="CASCADE"), primary_key=True),
    needed("signer", Text, ForeignKey("signer.name"), index=True),
    needed("package", Integer),
)
"""The packages that were taken, by the number of the deed: one that is taken back counts no longer."""

SYNONYM = Table(
    "synonym",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    needed("body", Text),
)
"""An entry of the everyday words (JSON), in the order of the shipped file."""
