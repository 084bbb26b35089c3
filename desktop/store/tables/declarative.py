"""What all tables share: the declarative base, column types and keys; nothing here is known to SQLite alone."""

from typing import Any, ClassVar

from sqlalchemy import Enum, ForeignKey, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop.domain import vocabulary as v
from desktop.domain.change import Deed


class LineSpans(Text):
    """Line spans of a source in one column: `24-28, 31`."""


def _words(kind: type[Any]) -> Enum:
    return Enum(kind, native_enum=False, length=40, values_callable=lambda words: [word.value for word in words])


_ENUMS = (
    v.Kind,
    v.Status,
    v.Level,
    v.MunicipalityKind,
    v.LocationRole,
    v.PartnerKind,
    v.PhoneKind,
    v.ReachStatus,
    v.AddressKind,
    v.FlagKind,
    v.Taxonomy,
    v.DateRelation,
    v.Weekday,
    Deed,
)


class Base(DeclarativeBase):
    """The declared schema; constraint names are fixed so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        tuple[str, ...]: LineSpans(),
        **{kind: _words(kind) for kind in _ENUMS},
    }


def entry_key() -> Mapped[str]:
    """A primary key that is also the id of the record that the row belongs to."""
    return mapped_column(String(80), ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True)


def pointer(target: str = "entry.id") -> Mapped[str]:
    """A reference between records, checked at commit so that they may be written in any order."""
    return mapped_column(String(80), ForeignKey(target, deferrable=True, initially="DEFERRED"), index=True)
