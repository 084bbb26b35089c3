"""Under which name, at which places and in which drawers a record is filed: what lists show, sort and filter by."""

from desktop.domain.contact import Location, Organization
from desktop.domain.municipality import Municipality
from desktop.domain.partner import Partner
from desktop.domain.practice import Practice
from desktop.domain.reach import Reachable
from desktop.domain.record import Name, Record
from desktop.domain.vocabulary import Kind


def title_of(record: Record) -> Name:
    """The name that a list shows: of a location the short one."""
    return title(record.KIND, record.name, record.short_name)


def title(kind: Kind, name: Name, short_name: Name | None) -> Name:
    """As `title_of`, where the record itself has not been read."""
    return short_name if kind is Kind.LOCATION and short_name else name


def places_of(record: Record) -> tuple[str, ...]:
    """The towns that a record is looked for in."""
    if isinstance(record, Reachable):
        seat = (record.seat,) if isinstance(record, Municipality) else ()
        return tuple(dict.fromkeys((*seat, *(address.town for address in record.addresses))))
    if isinstance(record, Partner):
        return (record.seat,) if record.seat else ()
    return record.towns if isinstance(record, Practice) else ()


def facets_of(record: Record, owner: Organization | None) -> dict[str, tuple[str, ...]]:
    """What a record may be filtered by; a facet that it says nothing about is left out."""
    found = {
        "subject": record.subject_ids,
        "target_group": record.target_group_ids,
        "place": places_of(record),
    }
    if isinstance(record, Organization):
        owner = record
    if owner:
        found["level"] = (owner.level.value,)
    if isinstance(record, Location):
        found["role"] = (record.role.value,)
        found["language"] = record.languages
        if record.is_anonymous is not None:
            found["anonymous"] = ("yes" if record.is_anonymous else "no",)
    if isinstance(record, Municipality | Partner):
        found["kind"] = (record.kind.value,)
    return {facet: values for facet, values in found.items() if values}
