"""Dossiers straight from the shipped catalogue, for tests that need no database."""

from functools import cache
from pathlib import Path

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.dossier import Dossier, Reference
from desktop.domain.record import Record
from desktop.store.shipped import read_shipped

SHIPPED = Path(__file__).resolve().parents[2] / "data"


@cache
def shipped() -> Catalogue:
    """The catalogue in `data/`, read once."""
    return read_shipped(SHIPPED)


def dossier(record_id: str) -> Dossier:
    """The dossier of a shipped record."""
    return dossier_of(next(record for record in shipped().records if record.id == record_id))


def dossier_of(record: Record) -> Dossier:
    """The dossier of a record that refers to shipped ones."""
    catalogue = shipped()
    organization = _organization(record)
    subjects = {term.id: term for term in catalogue.subjects}
    groups = {term.id: term for term in catalogue.target_groups}
    return Dossier(
        record=record,
        source=next(source for source in catalogue.sources if source.id == record.provenance.source),
        subjects=tuple(subjects[term] for term in record.subject_ids),
        target_groups=tuple(groups[term] for term in record.target_group_ids),
        persons=tuple(
            other for other in catalogue.records if isinstance(other, Person) and other.belongs_to == record.id
        ),
        organization=organization if isinstance(record, Location) else None,
        locations=tuple(
            other
            for other in catalogue.records
            if isinstance(other, Location) and organization and other.organization_id == organization.id
        ),
        related=tuple(
            Reference(other.id, other.KIND, other.name) for other in catalogue.records if other.id in record.related_ids
        ),
    )


def _organization(record: Record) -> Organization | None:
    if isinstance(record, Organization):
        return record
    if not isinstance(record, Location):
        return None
    owners = (other for other in shipped().records if other.id == record.organization_id)
    return next(owner for owner in owners if isinstance(owner, Organization))
