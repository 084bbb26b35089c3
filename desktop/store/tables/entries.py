"""The tables of the records themselves: a common head, and columns of their own for the kinds that need them."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain import vocabulary as v
from desktop.store.tables.declarative import Base, entry_key, pointer


class EntryRow(Base):
    """The head that every record has; kinds with columns of their own extend it."""

    __tablename__ = "entry"
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    record_kind: Mapped[v.Kind] = mapped_column(index=True)
    position: Mapped[int]
    name: Mapped[str]
    short_name: Mapped[str | None]
    summary: Mapped[str | None]
    status: Mapped[v.Status]
    source_id: Mapped[str] = mapped_column(String(80), ForeignKey("source.id"))
    lines: Mapped[tuple[str, ...]]
    source_url: Mapped[str | None]
    as_of: Mapped[date | None]
    checked_on: Mapped[date | None]
    checked_by: Mapped[str | None]
    next_check: Mapped[date | None]
    internal_note: Mapped[str | None]


class MunicipalityRow(Base):
    """A model municipality."""

    __tablename__ = "municipality"
    id: Mapped[str] = entry_key()
    kind: Mapped[v.MunicipalityKind]
    ags: Mapped[str] = mapped_column(String(8), unique=True)
    seat: Mapped[str]
    latitude: Mapped[float]
    longitude: Mapped[float]
    inhabitants: Mapped[int | None]
    desk_name: Mapped[str | None]
    hours_note: Mapped[str | None]
    by_appointment: Mapped[bool | None]


class OrganizationRow(Base):
    """An organisation."""

    __tablename__ = "organization"
    id: Mapped[str] = entry_key()
    level: Mapped[v.Level]


class LocationRow(Base):
    """A contact point of an organisation."""

    __tablename__ = "location"
    id: Mapped[str] = entry_key()
    organization_id: Mapped[str] = pointer("organization.id")
    role: Mapped[v.LocationRole]
    hours_of: Mapped[str | None] = mapped_column(
        String(80), ForeignKey("location.id", deferrable=True, initially="DEFERRED"), index=True
    )
    hours_note: Mapped[str | None]
    interpreter: Mapped[bool | None]
    is_anonymous: Mapped[bool | None]
    by_appointment: Mapped[bool | None]
    cost: Mapped[str | None]
    accessibility: Mapped[str | None]
    required_documents: Mapped[str | None]


class PersonRow(Base):
    """A named person to contact."""

    __tablename__ = "person"
    id: Mapped[str] = entry_key()
    belongs_to: Mapped[str] = pointer()
    organization_name: Mapped[str | None]
    department: Mapped[str | None]
    role: Mapped[str | None]


class PartnerRow(Base):
    """A member of the partner network."""

    __tablename__ = "partner"
    id: Mapped[str] = entry_key()
    kind: Mapped[v.PartnerKind]
    seat: Mapped[str | None]
    network_id: Mapped[str] = pointer()
