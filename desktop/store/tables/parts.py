"""The tables of what a record has several of: names, addresses, numbers, links, statements."""

from datetime import date

from sqlalchemy import ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain import vocabulary as v
from desktop.store.tables.declarative import Base, entry_key, pointer


class Part:
    """A row that belongs to one record, in the record's order."""

    entry_id: Mapped[str] = entry_key()
    position: Mapped[int] = mapped_column(primary_key=True)


class AlternateNameRow(Part, Base):
    """Another name of a record."""

    __tablename__ = "alternate_name"
    name: Mapped[str]


class LanguageRow(Part, Base):
    """A language spoken at a location."""

    __tablename__ = "language"
    name: Mapped[str]


class TownRow(Part, Base):
    """A town where a practice is at work."""

    __tablename__ = "town"
    name: Mapped[str]


class AddressRow(Part, Base):
    """An address."""

    __tablename__ = "address"
    kind: Mapped[v.AddressKind]
    care_of: Mapped[str | None]
    street: Mapped[str | None]
    postal_code: Mapped[str] = mapped_column(String(5))
    town: Mapped[str]
    district: Mapped[str | None]
    note: Mapped[str | None]


class PhoneRow(Part, Base):
    """A telephone number."""

    __tablename__ = "phone"
    raw: Mapped[str]
    kind: Mapped[v.PhoneKind]
    label: Mapped[str | None]
    status: Mapped[v.ReachStatus]
    reason: Mapped[str | None]
    e164: Mapped[str | None] = mapped_column(String(20), index=True)
    display: Mapped[str | None]


class SlotRow(Part, Base):
    """A time of opening on one day of the week."""

    __tablename__ = "slot"
    weekday: Mapped[v.Weekday]
    opens: Mapped[str] = mapped_column(String(5))
    closes: Mapped[str] = mapped_column(String(5))
    note: Mapped[str | None]


class ClosureRow(Part, Base):
    """Days on which a place is closed."""

    __tablename__ = "closure"
    starts: Mapped[date]
    ends: Mapped[date]
    note: Mapped[str | None]


class EmailRow(Part, Base):
    """A mail address."""

    __tablename__ = "email"
    address: Mapped[str] = mapped_column(String(254), index=True)
    label: Mapped[str | None]
    status: Mapped[v.ReachStatus]
    reason: Mapped[str | None]


class LinkRow(Part, Base):
    """A web address."""

    __tablename__ = "link"
    raw: Mapped[str]
    label: Mapped[str | None]
    status: Mapped[v.ReachStatus]
    reason: Mapped[str | None]
    proposal: Mapped[str | None]


class TranslationRow(Part, Base):
    """The summary of a record in another language."""

    __tablename__ = "translation"
    language: Mapped[str] = mapped_column(String(10))
    text: Mapped[str]
    checked_on: Mapped[date | None]
    checked_by: Mapped[str | None]


class FlagRow(Part, Base):
    """A doubt about a record."""

    __tablename__ = "flag"
    kind: Mapped[v.FlagKind]
    note: Mapped[str]
    field: Mapped[str | None]
    proposal: Mapped[str | None]
    lines: Mapped[tuple[str, ...]]


class DatedFactRow(Part, Base):
    """A fact with a date."""

    __tablename__ = "dated_fact"
    date: Mapped[str] = mapped_column(String(10))
    relation: Mapped[v.DateRelation]
    text: Mapped[str]
    lines: Mapped[tuple[str, ...]]


class ClassificationRow(Part, Base):
    """A term that a record is filed under."""

    __tablename__ = "classification"
    __table_args__ = (
        ForeignKeyConstraint(["taxonomy", "term_id"], ["term.taxonomy", "term.id"]),
        Index(None, "entry_id"),
    )
    taxonomy: Mapped[v.Taxonomy] = mapped_column(primary_key=True)
    term_id: Mapped[str] = mapped_column(String(80), index=True)


class RelationRow(Part, Base):
    """Another record that speaks of the same."""

    __tablename__ = "relation"
    related_id: Mapped[str] = pointer()


class StatementRow(Part, Base):
    """Something that the source says, in one section of a record."""

    __tablename__ = "statement"
    __table_args__ = (Index(None, "entry_id"),)
    section: Mapped[str] = mapped_column(String(40), primary_key=True)
    title: Mapped[str | None]
    text: Mapped[str]
    lines: Mapped[tuple[str, ...]]


class StatementSubjectRow(Base):
    """A topic that a statement is about."""

    __tablename__ = "statement_subject"
    __table_args__ = (
        ForeignKeyConstraint(
            ["entry_id", "position", "section"],
            ["statement.entry_id", "statement.position", "statement.section"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(["taxonomy", "term_id"], ["term.taxonomy", "term.id"]),
    )
    entry_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    section: Mapped[str] = mapped_column(String(40), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    taxonomy: Mapped[v.Taxonomy]
    term_id: Mapped[str] = mapped_column(String(80))
