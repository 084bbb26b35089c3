"""The rows of the lists: written with the records, read without SQLAlchemy so that a window fills at once."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.dossier import Dossier
from desktop.domain.listing import Listing, ListingRow, row_of
from desktop.domain.record import RecordId
from desktop.domain.vocabulary import Kind, Status, Taxonomy
from desktop.store.read_only import reading

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ROWS = """
    SELECT entry.id, entry.record_kind, entry.status, title, subtitle, place, sort_key, names, text
    FROM listing JOIN entry ON entry.id = listing.entry_id
    WHERE entry.status <> 'archived' ORDER BY sort_key, entry.id
"""
_FACETS = "SELECT entry_id, facet, value FROM listing_facet ORDER BY entry_id, position"
_TERMS = "SELECT taxonomy, id, name FROM term ORDER BY position"


def read_listing(path: Path) -> Listing:
    """All rows of the database at `path`, which must be ready for use."""
    with reading(path) as connection:
        return _read(connection)


def _read(connection: sqlite3.Connection) -> Listing:
    facets: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for record_id, facet, value in connection.execute(_FACETS):
        facets[record_id][facet].append(value)
    terms: dict[str, dict[str, str]] = {taxonomy.value: {} for taxonomy in Taxonomy}
    for taxonomy, term, name in connection.execute(_TERMS):
        terms[taxonomy][term] = name
    rows = tuple(_row(found, facets[found[0]]) for found in connection.execute(_ROWS))
    return Listing(rows=rows, subjects=terms[Taxonomy.SUBJECT], target_groups=terms[Taxonomy.TARGET_GROUP])


def _row(found: tuple[str, ...], facets: dict[str, list[str]]) -> ListingRow:
    record_id, kind, status, title, subtitle, place, sort_key, names, text = found
    return ListingRow(
        id=record_id,
        kind=Kind(kind),
        status=Status(status),
        title=title,
        subtitle=subtitle,
        place=place,
        sort_key=sort_key,
        names=names,
        text=text,
        facets={facet: tuple(values) for facet, values in facets.items()},
    )


def refresh(session: "Session", changed: Sequence[Dossier]) -> None:
    """Write the rows of these records anew."""
    from sqlalchemy import delete

    from desktop.store.dossiers import Dossiers
    from desktop.store.mapping import TAXONOMIES
    from desktop.store.tables import ListingEntryRow, ListingFacetRow

    ids = [dossier.record.id for dossier in changed]
    for table in (ListingEntryRow, ListingFacetRow):
        session.execute(delete(table).where(table.entry_id.in_(ids)))
    dossiers = Dossiers(session)
    terms = {field: dossiers.terms(taxonomy) for field, taxonomy in TAXONOMIES.items()}
    for dossier in changed:
        synonyms = [
            name
            for field, known in terms.items()
            for term in getattr(dossier.record, field)
            for name in known[term].alternate_names
        ]
        row = row_of(dossier, synonyms)
        columns = {name: getattr(row, name) for name in ("title", "subtitle", "place", "sort_key", "names", "text")}
        session.add(ListingEntryRow(entry_id=row.id, **columns))
        pairs = [(facet, value) for facet, values in row.facets.items() for value in values]
        for at, (facet, value) in enumerate(pairs):
            session.add(ListingFacetRow(entry_id=row.id, position=at, facet=facet, value=value))
    session.flush()


def with_dependants(session: "Session", ids: Iterable[RecordId]) -> list[RecordId]:
    """These records and those that show something of them.

    An organisation is searched with its locations, a person with the record that names them.
    """
    from sqlalchemy import select

    from desktop.store.tables.entries import LocationRow, PersonRow

    changed = list(ids)
    locations = select(LocationRow.id).where(LocationRow.organization_id.in_(changed))
    owners = select(PersonRow.belongs_to).where(PersonRow.id.in_(changed))
    return list(dict.fromkeys([*changed, *session.scalars(locations), *session.scalars(owners)]))
