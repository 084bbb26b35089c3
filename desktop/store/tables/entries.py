"""The tables of the records themselves: a common head, and columns of their own for the kinds that need them."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.domain import vocabulary as v
from desktop.store.tables.declarative import Base, entry_key, pointer
from desktop.store.tables.parts import (
    AddressRow,
    AlternateNameRow,
    ClassificationRow,
    ClosureRow,
    DatedFactRow,
    EmailRow,
    FlagRow,
    LanguageRow,
    LinkRow,
    PhoneRow,
    RelationRow,
    SlotRow,
    StatementRow,
    TownRow,
    TranslationRow,
)


def _parts(row: type[Base]) -> Any:
    order = f"{row.__name__}.position"
    return relationship(row, cascade="all, delete-orphan", order_by=order, lazy="selectin", passive_deletes=True)


class EntryRow(Base):
    """The head that every record has; kinds with columns of their own extend it."""

    __tablename__ = "entry"
    __mapper_args__ = {"polymorphic_on": "record_kind"}
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
    alternate_names: Mapped[list[AlternateNameRow]] = _parts(AlternateNameRow)
    languages: Mapped[list[LanguageRow]] = _parts(LanguageRow)
    towns: Mapped[list[TownRow]] = _parts(TownRow)
    addresses: Mapped[list[AddressRow]] = _parts(AddressRow)
    phones: Mapped[list[PhoneRow]] = _parts(PhoneRow)
    emails: Mapped[list[EmailRow]] = _parts(EmailRow)
    opening_hours: Mapped[list[SlotRow]] = _parts(SlotRow)
    closures: Mapped[list[ClosureRow]] = _parts(ClosureRow)
    links: Mapped[list[LinkRow]] = _parts(LinkRow)
    dates: Mapped[list[DatedFactRow]] = _parts(DatedFactRow)
    flags: Mapped[list[FlagRow]] = _parts(FlagRow)
    translations: Mapped[list[TranslationRow]] = _parts(TranslationRow)
    classifications: Mapped[list[ClassificationRow]] = _parts(ClassificationRow)
    statements: Mapped[list[StatementRow]] = _parts(StatementRow)
    relations: Mapped[list[RelationRow]] = relationship(
        RelationRow,
        cascade="all, delete-orphan",
        order_by="RelationRow.position",
        lazy="selectin",
        passive_deletes=True,
        foreign_keys=[RelationRow.entry_id],
    )


class ProgrammeRow(EntryRow):
    """A programme; it has no columns of its own."""

    __mapper_args__ = {"polymorphic_identity": v.Kind.PROGRAMME}


class TopicRow(EntryRow):
    """A further topic of the Land; it has no columns of its own."""

    __mapper_args__ = {"polymorphic_identity": v.Kind.TOPIC}


class PracticeRow(EntryRow):
    """A good practice; it has no columns of its own."""

    __mapper_args__ = {"polymorphic_identity": v.Kind.PRACTICE}


class NetworkRow(EntryRow):
    """The partner network; it has no columns of its own."""

    __mapper_args__ = {"polymorphic_identity": v.Kind.NETWORK}


class MunicipalityRow(EntryRow):
    """A model municipality."""

    __tablename__ = "municipality"
    __mapper_args__ = {"polymorphic_identity": v.Kind.MUNICIPALITY}
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


class OrganizationRow(EntryRow):
    """An organisation."""

    __tablename__ = "organization"
    __mapper_args__ = {"polymorphic_identity": v.Kind.ORGANIZATION}
    id: Mapped[str] = entry_key()
    level: Mapped[v.Level]


class LocationRow(EntryRow):
    """A contact point of an organisation."""

    __tablename__ = "location"
    __mapper_args__ = {"polymorphic_identity": v.Kind.LOCATION}
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


class PersonRow(EntryRow):
    """A named person to contact."""

    __tablename__ = "person"
    id: Mapped[str] = entry_key()
    __mapper_args__ = {
        "polymorphic_identity": v.Kind.PERSON,
        "inherit_condition": id == EntryRow.id,
    }
    belongs_to: Mapped[str] = pointer()
    organization_name: Mapped[str | None]
    department: Mapped[str | None]
    role: Mapped[str | None]


class PartnerRow(EntryRow):
    """A member of the partner network."""

    __tablename__ = "partner"
    id: Mapped[str] = entry_key()
    __mapper_args__ = {
        "polymorphic_identity": v.Kind.PARTNER,
        "inherit_condition": id == EntryRow.id,
    }
    kind: Mapped[v.PartnerKind]
    seat: Mapped[str | None]
    network_id: Mapped[str] = pointer()
