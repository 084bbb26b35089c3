"""Records that try a sheet: long, empty, full of signs; and so many of them that a job takes its time."""

from collections.abc import Sequence

from msgspec.structs import replace

from desktop.domain.contact import Location
from desktop.domain.dossier import Dossier
from desktop.domain.phone import Phone, completed
from desktop.domain.provenance import Provenance
from desktop.domain.record import Email
from desktop.domain.vocabulary import LocationRole, ReachStatus
from tests.support.dossiers import dossier_of

NOTE = " ".join(f"Satz {number} nennt die Sache beim Namen." for number in range(1, 86))


def bare(name: str = "Beratung <Nord> & „Süd“") -> Dossier:
    """A contact point of which only the name is known."""
    return _of(_location("leer", name))


def endless() -> Dossier:
    """A contact point with 40 numbers, one of them dead, a note of 3,000 characters and a name of 280."""
    phones = [completed(Phone(raw=f"0231 9058-{number}")) for number in range(100, 139)]
    dead = Phone(raw="01888 555-1", status=ReachStatus.DEAD, reason="abgeschaltet")
    name = "Servicestelle für Zuwanderung und Teilhabe im Kreis " * 5 + "Ende"
    record = replace(_location("endlos", name), phones=(*phones, dead), cost=NOTE, summary="Berät. " * 40)
    return _of(record)


def crowd(count: int) -> Sequence[Dossier]:
    """So many contact points with a number and a mail each."""
    return [
        _of(
            replace(
                _location(f"stelle-{place}", f"Stelle {place}"),
                phones=(completed(Phone(raw=f"0231 {40000 + place}")),),
                emails=(Email(address=f"stelle{place}@x.de"),),
            )
        )
        for place in range(count)
    ]


def _location(record_id: str, name: str) -> Location:
    return Location(
        id=record_id,
        name=name,
        organization_id="jmd",
        role=LocationRole.OFFICE,
        provenance=Provenance(source="chancen-nrw"),
    )


def _of(record: Location) -> Dossier:
    found = dossier_of(record)
    assert found.organization
    return replace(found, locations=(), organization=replace(found.organization, links=()))
