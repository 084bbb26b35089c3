"""The tables of the records themselves: a common head, and columns of their own for the kinds that need them."""

from sqlalchemy import Boolean, Column, Date, Double, ForeignKey, Integer, String, Table, Text

from desktop.domain import vocabulary as v
from desktop.store.tables.columns import METADATA, LineSpans, entry_key, needed, one_of, pointer

ENTRY = Table(
    "entry",
    METADATA,
    Column("id", String(80), primary_key=True),
    needed("record_kind", one_of(v.Kind), index=True),
    needed("position", Integer),
    needed("name", Text),
    Column("short_name", Text),
    Column("summary", Text),
    needed("status", one_of(v.Status)),
    needed("source_id", String(80), ForeignKey("source.id")),
    needed("lines", LineSpans),
    Column("source_url", Text),
    Column("as_of", Date),
    Column("checked_on", Date),
    Column("checked_by", Text),
    Column("next_check", Date),
    Column("internal_note", Text),
)
"""The head that every record has; kinds with columns of their own extend it."""

MUNICIPALITY = Table(
    "municipality",
    METADATA,
    entry_key("id"),
    needed("kind", one_of(v.MunicipalityKind)),
    needed("ags", String(8), unique=True),
    needed("seat", Text),
    needed("latitude", Double),
    needed("longitude", Double),
    Column("inhabitants", Integer),
    Column("desk_name", Text),
    Column("hours_note", Text),
    Column("by_appointment", Boolean),
)
"""A model municipality."""

ORGANIZATION = Table(
    "organization",
    METADATA,
    entry_key("id"),
    needed("level", one_of(v.Level)),
)
"""An organisation."""

LOCATION = Table(
    "location",
    METADATA,
    entry_key("id"),
    pointer("organization_id", "organization.id"),
    needed("role", one_of(v.LocationRole)),
    pointer("hours_of", "location.id", nullable=True),
    Column("hours_note", Text),
    Column("interpreter", Boolean),
    Column("is_anonymous", Boolean),
    Column("by_appointment", Boolean),
    Column("cost", Text),
    Column("accessibility", Text),
    Column("required_documents", Text),
)
"""A contact point of an organisation."""

PERSON = Table(
    "person",
    METADATA,
    entry_key("id"),
    pointer("belongs_to"),
    Column("organization_name", Text),
    Column("department", Text),
    Column("role", Text),
)
"""A named person to contact."""

PARTNER = Table(
    "partner",
    METADATA,
    entry_key("id"),
    needed("kind", one_of(v.PartnerKind)),
    Column("seat", Text),
    pointer("network_id"),
)
"""A member of the partner network."""
