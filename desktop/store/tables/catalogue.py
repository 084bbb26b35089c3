"""The tables beside the records: state, sources, closed lists, everyday words, and what was shipped."""

from datetime import date

from sqlalchemy import ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain import vocabulary as v
from desktop.store.tables.declarative import Base


class StateRow(Base):
    """What the database knows of itself, such as the version of the shipped data in it."""

    __tablename__ = "state"
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str]


class SourceRow(Base):
    """A text that records were made from."""

    __tablename__ = "source"
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    title: Mapped[str]
    publisher: Mapped[str]
    url: Mapped[str | None]
    as_of: Mapped[date | None]
    as_of_note: Mapped[str | None]


class TermRow(Base):
    """An entry of one of the two closed lists."""

    __tablename__ = "term"
    taxonomy: Mapped[v.Taxonomy] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int]
    name: Mapped[str]


class TermNameRow(Base):
    """Another word for a term."""

    __tablename__ = "term_alternate_name"
    __table_args__ = (ForeignKeyConstraint(["taxonomy", "term_id"], ["term.taxonomy", "term.id"], ondelete="CASCADE"),)
    taxonomy: Mapped[v.Taxonomy] = mapped_column(primary_key=True)
    term_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class TermTranslationRow(Base):
    """The name of a term in another language."""

    __tablename__ = "term_translation"
    __table_args__ = (ForeignKeyConstraint(["taxonomy", "term_id"], ["term.taxonomy", "term.id"], ondelete="CASCADE"),)
    taxonomy: Mapped[v.Taxonomy] = mapped_column(primary_key=True)
    term_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    language: Mapped[str] = mapped_column(String(10), primary_key=True)
    text: Mapped[str]
    checked_on: Mapped[date | None]
    checked_by: Mapped[str | None]


class ShippedRow(Base):
    """A record or a term as it was last shipped (JSON): what local edits are told from, and later merged against.

    A term has the key of the history, which has a colon; so has what came since the office edited a record or a term.
    """

    __tablename__ = "shipped"
    entry_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    body: Mapped[str]


class SynonymRow(Base):
    """An entry of the everyday words (JSON), in the order of the shipped file."""

    __tablename__ = "synonym"
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[str]
