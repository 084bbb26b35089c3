"""What a new record begins with, made beside the one that is in front."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Kind


def beginning_of(kind: Kind, beside: Record | None, networks: Sequence[RecordId], today: date | None) -> dict[str, Any]:
    """The fields that suggest themselves: source, Stand where the day is known, and to whom it belongs."""
    origin = {"source": OWN_SOURCE.id, **({"as_of": today.isoformat()} if today else {})}
    return {"provenance": origin, **_belonging(kind, beside, networks)}


def _belonging(kind: Kind, beside: Record | None, networks: Sequence[RecordId]) -> dict[str, str]:
    if kind is Kind.LOCATION:
        if isinstance(beside, Location):
            return {"organization_id": beside.organization_id}
        return {"organization_id": beside.id} if isinstance(beside, Organization) else {}
    if kind is Kind.PERSON:
        return {"belongs_to": beside.id} if beside and not isinstance(beside, Person) else {}
    if kind is Kind.PARTNER:
        return {"network_id": networks[0]} if networks else {}
    return {}
