"""The tables of what people did: deeds with the states before and after, and notes from the counter."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.change import Deed
from desktop.store.tables.declarative import Base


class ChangeSetRow(Base):
    """A deed; numbers count up and are never used again. Times are UTC.

    One that is discarded was undone and is not done again, for something was done since.
    """

    __tablename__ = "change_set"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - the form that SQLAlchemy asks for
    number: Mapped[int] = mapped_column(primary_key=True)
    deed: Mapped[Deed]
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    undone_at: Mapped[datetime | None] = mapped_column(index=True)
    undone_by: Mapped[str | None]
    is_discarded: Mapped[bool] = mapped_column(default=False)


class ChangeRow(Base):
    """One item of a deed before and after (JSON); `item_key` is a record's id or names a term of a closed list."""

    __tablename__ = "change"
    number: Mapped[int] = mapped_column(ForeignKey("change_set.number", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    item_key: Mapped[str] = mapped_column(String(120), index=True)
    before: Mapped[str | None]
    after: Mapped[str | None]


class CounterNoteRow(Base):
    """A note from the counter; it stays when its record goes. Times are UTC."""

    __tablename__ = "counter_note"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    record_id: Mapped[str] = mapped_column(String(80), index=True)
    record_name: Mapped[str]
    text: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str | None]
