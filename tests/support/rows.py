"""A few rows of a list, for tests that need no database."""

from desktop.domain.folding import sort_key
from desktop.domain.listing import ListingRow
from desktop.domain.vocabulary import Kind, Status


def row(title: str, place: str = "", kind: Kind = Kind.LOCATION, **facets: str) -> ListingRow:
    """A row whose facets have one value each."""
    found = {facet: (value,) for facet, value in facets.items()}
    return ListingRow(
        id=sort_key(title).replace(" ", "-"),
        kind=kind,
        title=title,
        subtitle="Berät",
        place=place,
        status=Status.ACTIVE,
        sort_key=sort_key(title),
        names=sort_key(title),
        text=sort_key(title),
        facets=found,
    )


OVERATH, KOELN, ARNSBERG = row("Ämter", "Overath", role="office"), row("Zentrale", "Köln"), row("Büro", "Arnsberg")
ROWS = (OVERATH, KOELN, ARNSBERG)


def role(of: ListingRow) -> str:
    """The badge of a row."""
    return "".join(of.facets.get("role", ()))
