"""Rows of files that somebody might import, and an office that imports them."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Location, Organization
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.errors import Message
from desktop.domain.incoming import Entries, Entry, Unreadable
from desktop.domain.phone import Phone
from desktop.domain.provenance import Provenance
from desktop.domain.record import Email, Record
from desktop.domain.vocabulary import Level, LocationRole
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk
from desktop.services.importing.desk import Importing
from tests.support.deeds import NOW
from tests.support.places import SHIPPED, TRANSLATIONS

ORIGIN = Provenance(source=OWN_SOURCE.id)
GIVEN = frozenset({"name", "organization_id", "phones", "emails", "addresses"})


def importing_of(database: Path, back_up: object = None) -> Importing:
    """The desk at which A. Yılmaz imports files."""
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    return Importing(catalogue, Desk(lambda: "A. Yılmaz", lambda: NOW, lambda: 12), back_up or (lambda: None))  # type: ignore[arg-type]


def body(name: str, file_id: str = "org-1") -> Organization:
    """An organisation that rows of a file name."""
    return Organization(id=file_id, name=name, level=Level.INDEPENDENT, provenance=ORIGIN)


def place(
    name: str,
    *,
    owner: Record | str = "bamf",
    phone: str = "",
    email: str = "",
    town: str = "",
    file_id: str = "",
    **others: object,
) -> Location:
    """A contact point as a file tells it."""
    found = Location(
        id=file_id or f"row-{abs(hash((name, phone, email)))}",
        name=name,
        organization_id=owner if isinstance(owner, str) else owner.id,
        role=LocationRole.OFFICE,
        phones=(Phone(raw=phone),) if phone else (),
        emails=(Email(address=email),) if email else (),
        addresses=(Address(street="Markt 1", postal_code="47441", town=town),) if town else (),
        provenance=ORIGIN,
    )
    return replace(found, **others)


def entry(
    at: int,
    record: Record,
    *needs: Record,
    has_id: bool = False,
    given: Iterable[str] = GIVEN,
    lost: Iterable[Message] = (),
) -> Entry:
    """A row that could be read."""
    return Entry(at, record, frozenset(given), needs, has_id, tuple(lost))


def rows(*records: Record | Entry | Unreadable) -> Entries:
    """The rows of a file; records name organisations that are here."""
    return iter([one if isinstance(one, Entry | Unreadable) else entry(at, one) for at, one in enumerate(records, 2)])
