"""Places with hours: a head office, a branch that keeps the same hours, and the local desk of a municipality."""

from datetime import date

from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Location, Organization
from desktop.domain.dossier import Dossier
from desktop.domain.hours import Closure, Slot
from desktop.domain.municipality import Municipality
from desktop.domain.phone import Phone, completed
from desktop.domain.record import Email
from desktop.domain.vocabulary import Weekday
from tests.support.dossiers import dossier

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = Weekday
HOLIDAYS = Closure(starts=date(2026, 12, 24), ends=date(2027, 1, 2), note="Betriebsferien")
WEEK = (
    *(Slot(weekday=day, opens="08:30", closes="12:30") for day in (MONDAY, TUESDAY, WEDNESDAY, FRIDAY)),
    *(Slot(weekday=day, opens="14:00", closes="16:00") for day in (MONDAY, TUESDAY, WEDNESDAY)),
    Slot(weekday=THURSDAY, opens="14:00", closes="18:00", note="nur mit Nummer"),
)


def head_office() -> Location:
    """The BAMF in Nuremberg, with hours, closed days and appointments."""
    record = dossier("bamf-zentrale").record
    assert isinstance(record, Location)
    return replace(record, opening_hours=WEEK, closures=(HOLIDAYS,), by_appointment=True)


def branch() -> Location:
    """The BAMF in Cologne, which keeps the hours of the head office."""
    record = dossier("bamf-koeln").record
    assert isinstance(record, Location)
    return replace(record, hours_of="bamf-zentrale")


def among_its_own(record: Location | Organization) -> Dossier:
    """The dossier of a place or of the BAMF itself, with the hours of all its places."""
    found = dossier("bamf-koeln")
    known = {place.id: place for place in (head_office(), branch())}
    places = tuple(known.get(place.id, place) for place in found.locations)
    if isinstance(record, Organization):
        return replace(dossier("bamf"), locations=places)
    known[record.id] = record
    return replace(found, record=record, locations=tuple(known.get(place.id, place) for place in found.locations))


def municipality() -> Municipality:
    """Moers with its desk."""
    record = dossier("moers").record
    assert isinstance(record, Municipality)
    return replace(
        record,
        desk_name="Servicestelle Zuwanderung",
        addresses=(Address(street="Rathausplatz 1", postal_code="47441", town="Moers"),),
        phones=(completed(Phone(raw="02841 201-0", label="Zentrale")),),
        emails=(Email(address="zuwanderung@moers.de"),),
        opening_hours=WEEK,
        hours_note="Am ersten Samstag im Monat 10–12 Uhr",
        by_appointment=True,
    )


def with_desk() -> Dossier:
    """The dossier of Moers with its desk."""
    return replace(dossier("moers"), record=municipality())
