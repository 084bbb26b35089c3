"""The tables of what a record has several of: names, addresses, numbers, links, statements."""

from sqlalchemy import Column, Date, ForeignKeyConstraint, Index, Integer, String, Table, Text

from desktop.domain import vocabulary as v
from desktop.store.tables.columns import METADATA, LineSpans, entry_key, needed, one_of, pointer


def _place() -> tuple[Column[str], Column[int]]:
    """What rows that belong to one record each, in the record's order, begin with."""
    return entry_key("entry_id"), Column("position", Integer, primary_key=True)


ALTERNATE_NAME = Table(
    "alternate_name",
    METADATA,
    *_place(),
    needed("name", Text),
)
"""Another name of a record."""

LANGUAGE = Table(
    "language",
    METADATA,
    *_place(),
    needed("name", Text),
)
"""A language spoken at a location."""

TOWN = Table(
    "town",
    METADATA,
    *_place(),
    needed("name", Text),
)
"""A town where a practice is at work."""

ADDRESS = Table(
    "address",
    METADATA,
    *_place(),
    needed("kind", one_of(v.AddressKind)),
    Column("care_of", Text),
    Column("street", Text),
    needed("postal_code", String(5)),
    needed("town", Text),
    Column("district", Text),
    Column("note", Text),
)
"""An address."""

PHONE = Table(
    "phone",
    METADATA,
    *_place(),
    needed("raw", Text),
    needed("kind", one_of(v.PhoneKind)),
    Column("label", Text),
    needed("status", one_of(v.ReachStatus)),
    Column("reason", Text),
    Column("e164", String(20), index=True),
    Column("display", Text),
)
"""A telephone number."""

SLOT = Table(
    "slot",
    METADATA,
    *_place(),
    needed("weekday", one_of(v.Weekday)),
    needed("opens", String(5)),
    needed("closes", String(5)),
    Column("note", Text),
)
"""A time of opening on one day of the week."""

CLOSURE = Table(
    "closure",
    METADATA,
    *_place(),
    needed("starts", Date),
    needed("ends", Date),
    Column("note", Text),
)
"""Days on which a place is closed."""

EMAIL = Table(
    "email",
    METADATA,
    *_place(),
    needed("address", String(254), index=True),
    Column("label", Text),
    needed("status", one_of(v.ReachStatus)),
    Column("reason", Text),
)
"""A mail address."""

LINK = Table(
    "link",
    METADATA,
    *_place(),
    needed("raw", Text),
    Column("label", Text),
    needed("status", one_of(v.ReachStatus)),
    Column("reason", Text),
    Column("proposal", Text),
)
"""A web address."""

TRANSLATION = Table(
    "translation",
    METADATA,
    *_place(),
    needed("language", String(10)),
    needed("text", Text),
    Column("checked_on", Date),
    Column("checked_by", Text),
)
"""The summary of a record in another language."""

FLAG = Table(
    "flag",
    METADATA,
    *_place(),
    needed("kind", one_of(v.FlagKind)),
    needed("note", Text),
    Column("field", Text),
    Column("proposal", Text),
    needed("lines", LineSpans),
)
"""A doubt about a record."""

DATED_FACT = Table(
    "dated_fact",
    METADATA,
    *_place(),
    needed("date", String(10)),
    needed("relation", one_of(v.DateRelation)),
    needed("text", Text),
    needed("lines", LineSpans),
)
"""A fact with a date."""

CLASSIFICATION = Table(
    "classification",
    METADATA,
    Column("taxonomy", one_of(v.Taxonomy), primary_key=True),
    *_place(),
    needed("term_id", String(80), index=True),
    ForeignKeyConstraint(["taxonomy", "term_id"], ["term.taxonomy", "term.id"]),
    Index(None, "entry_id"),
)
"""A term that a record is filed under."""

RELATION = Table(
    "relation",
    METADATA,
    *_place(),
    pointer("related_id"),
)
"""Another record that speaks of the same."""

STATEMENT = Table(
    "statement",
    METADATA,
    Column("section", String(40), primary_key=True),
    *_place(),
    Column("title", Text),
    needed("text", Text),
    needed("lines", LineSpans),
    Index(None, "entry_id"),
)
"""Something that the source says, in one section of a record."""

STATEMENT_SUBJECT = Table(
    "statement_subject",
    METADATA,
    Column("entry_id", String(80), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("section", String(40), primary_key=True),
    Column("place", Integer, primary_key=True),
    needed("taxonomy", one_of(v.Taxonomy)),
    needed("term_id", String(80)),
    ForeignKeyConstraint(
        ["entry_id", "position", "section"],
        ["statement.entry_id", "statement.position", "statement.section"],
        ondelete="CASCADE",
    ),
    ForeignKeyConstraint(["taxonomy", "term_id"], ["term.taxonomy", "term.id"]),
)
"""A topic that a statement is about."""
