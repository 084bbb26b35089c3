"""What a row of two sides is about, and what stands there on each of them, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.address import Address
from desktop.domain.merging import WHOLE
from desktop.domain.phone import Phone
from desktop.domain.vocabulary import Kind, label
from desktop.services.wording import field_name, field_text

if TYPE_CHECKING:
    from desktop.i18n import Translate
    from desktop.services.applying.sides import BothSides, Row


def row_title(kind: Kind | None, row: Row, tr: Translate) -> str:
    """What a row is about: a field, or one part of it."""
    if row.field == WHOLE:
        return tr("The record as a whole")
    name = field_name(kind or Kind.TOPIC, row.field.partition("[")[0], tr)
    if "[" not in row.field:
        return name
    return tr("{field}: {part}", field=name, part=_part_name(row, tr))


def _part_name(row: Row, tr: Translate) -> str:
    """What a part of a field is called: a number as it is written, an address by its kind."""
    value = next((one for one in (row.ours, row.theirs, row.base) if one is not None), None)
    if isinstance(value, Phone):
        return value.text
    if isinstance(value, Address):
        return tr(label(value.kind))
    return row.field.partition("[")[2].removesuffix("]")


def value_text(row: Row, value: object, sides: BothSides, tr: Translate) -> str:
    """What stands in a field on one side, or in one part of it."""
    if row.field == WHOLE:
        return getattr(value, "name", None) or tr("not there")
    if "[" in row.field:
        value = () if value is None else (value,)
    return field_text(row.field.partition("[")[0], value, tr, sides.names)
