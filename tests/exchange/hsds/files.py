"""Files of HSDS as they are written and read, for their tests."""

import json
from datetime import date
from io import BytesIO
from typing import Any

from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Organization
from desktop.domain.incoming import Entry, Stamp, Unreadable
from desktop.domain.outgoing import Outgoing
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.domain.vocabulary import Level, LocationRole
from desktop.exchange.hsds.reading import read_hsds
from desktop.exchange.hsds.writing import KINDS, write_hsds
from desktop.i18n import pseudo

STAMP = Stamp(date(2026, 11, 23))
SOURCE = Provenance(source="quelle")
OWNER = Organization(id="amt", name="Amt", level=Level.STATE, provenance=SOURCE)


def outgoing(*chosen: Record, beside: tuple[Record, ...] = ()) -> Outgoing:
    """Some records that go out, with others that they name."""
    return Outgoing(chosen, {one.id: one for one in (*chosen, *beside)}, (), (), ())


def written(out: Outgoing) -> bytes:
    """The file."""
    file = BytesIO()
    write_hsds(out, file, pseudo())
    return file.getvalue()


def entries(content: bytes | list[Any] | dict[str, Any]) -> list[Entry | Unreadable]:
    """Whatever is found in a file, or in the objects of one."""
    told = content if isinstance(content, bytes) else json.dumps(content).encode()
    return list(read_hsds(BytesIO(told), STAMP))


def read(content: bytes | list[Any] | dict[str, Any]) -> list[Entry]:
    """The records in a file of which everything can be read."""
    found = entries(content)
    assert not [one for one in found if isinstance(one, Unreadable)]
    return [one for one in found if isinstance(one, Entry)]


def shipped(catalogue: Catalogue) -> Outgoing:
    """All that is shipped and that HSDS can hold."""
    every = {record.id: record for record in catalogue.records}
    chosen = [record for record in catalogue.records if record.KIND in KINDS]
    return Outgoing(chosen, every, catalogue.subjects, catalogue.target_groups, catalogue.sources)


def place_of(number: int, **values: Any) -> Location:
    """One of many contact points."""
    place = Location(id=f"ort-{number}", name="Ort", organization_id="amt", role=LocationRole.OFFICE, provenance=SOURCE)
    return replace(place, **values)
