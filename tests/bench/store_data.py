"""A database of many synthetic records: a few are written as the program writes them, and then multiplied."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Location, Organization
from desktop.domain.document import Document
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.phone import Phone, completed
from desktop.domain.provenance import Provenance
from desktop.domain.record import Email, Record, RecordId
from desktop.domain.vocabulary import Kind, Level, LocationRole
from desktop.store.opening import make_ready
from desktop.store.search.index import Index
from desktop.store.unit_of_work import Store
from tests.bench.search_data import batches, document, titles
from tests.support.places import SHIPPED

_PATTERNS = 200
_OF_ONE_BODY = 20
_FIELDS = ("tasks", "phone", "email", "alternate_name")
_ORIGIN = Provenance(source=OWN_SOURCE.id)
_TABLES = ("entry", "organization", "location", "address", "phone", "email", "alternate_name")
_KEYS = ("id", "entry_id", "organization_id")


def make_base(path: Path, count: int) -> list[RecordId]:
    """Fill a database with so many records, one index over all of them; the ids of its locations."""
    make_ready(path, SHIPPED)
    names = titles(count)
    store = Store(path)
    with store.writing() as unit:
        unit.records.put(_record(number, name) for number, name in enumerate(names[:_PATTERNS]))
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for times in range(1, count // _PATTERNS):
            _multiply(connection, times * _PATTERNS)
        rename = "UPDATE entry SET name = ? WHERE id = ?"
        connection.executemany(rename, [(name, _id(number)) for number, name in enumerate(names)])
        Index(connection).rebuild([_id(number) for number in range(count)], _documents(names))
        connection.execute("COMMIT")
    return [_id(number) for number in range(count) if number % _OF_ONE_BODY]


def _multiply(connection: sqlite3.Connection, step: int) -> None:
    """The first records again, so many numbers further on."""
    for table in _TABLES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        shown = [_moved(name, step) if name in _KEYS else name for name in columns]
        key = "id" if "id" in columns else "entry_id"
        of_patterns = f"{key} IN ({', '.join(repr(_id(number)) for number in range(_PATTERNS))})"
        connection.execute(f"INSERT INTO {table} SELECT {', '.join(shown)} FROM {table} WHERE {of_patterns}")


def _moved(column: str, step: int) -> str:
    return f"'eintrag-' || (CAST(substr({column}, 9) AS INTEGER) + {step})"


def _documents(names: Sequence[str]) -> Iterator[list[Document]]:
    for batch in batches(names):
        yield [
            replace(one, kind=Kind.LOCATION if int(one.id[8:]) % _OF_ONE_BODY else Kind.ORGANIZATION) for one in batch
        ]


def _id(number: int) -> RecordId:
    return f"eintrag-{number}"


def _record(number: int, name: str) -> Record:
    """An organisation, or a contact point of the one before it."""
    body = number - number % _OF_ONE_BODY
    if number == body:
        return Organization(id=_id(number), name=name, level=Level.MUNICIPAL, provenance=_ORIGIN)
    found = document(number, name)
    texts = {field: tuple(one.text for one in found.passages if one.field == field) for field in _FIELDS}
    return Location(
        id=_id(number),
        name=name,
        alternate_names=texts["alternate_name"],
        summary=found.subtitle,
        hours_note=" ".join(texts["tasks"]),
        organization_id=_id(body),
        role=LocationRole.OFFICE,
        addresses=(Address(street=f"Hauptstraße {number}", postal_code=f"{40000 + number}", town=found.place),),
        phones=tuple(completed(Phone(raw=text)) for text in texts["phone"]),
        emails=tuple(Email(address=text) for text in texts["email"]),
        provenance=_ORIGIN,
    )
