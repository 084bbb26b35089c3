"""A few hits, for tests that need no database."""

from collections.abc import Sequence

from desktop.domain.folding import sort_key
from desktop.domain.search import Answer, Hit, Snippet, Tier
from desktop.domain.vocabulary import Kind, LocationRole, Status


def hit(
    title: str,
    place: str = "",
    kind: Kind = Kind.LOCATION,
    badge: str = "",
    *,
    found: tuple[str, str, int, int] = ("name", "", 0, 0),
    status: Status = Status.ACTIVE,
    tier: Tier = Tier.TEXT,
) -> Hit:
    """A hit; `found` is the field that matched, its text, and where in it the match begins and ends."""
    field, text, start, end = found
    return Hit(
        id=sort_key(title).replace(" ", "-"),
        kind=kind,
        status=status,
        title=title,
        subtitle="Berät Neuzugewanderte",
        place=place,
        badge=badge,
        organisation=None,
        field=field,
        snippet=Snippet(text or title, start, end),
        tier=tier,
    )


OVERATH = hit("Ämter", "Overath", badge=LocationRole.OFFICE.value)
KOELN = hit("Zentrale", "Köln")
HITS = (OVERATH, KOELN, hit("Frau Büro", "Arnsberg", Kind.PERSON))


def answer(hits: Sequence[Hit] = HITS, *, text: str = "", total: int | None = None, unstated: int = 0) -> Answer:
    """An answer with these hits, in two groups: contact points and persons."""
    counts = tuple(sum(one.kind is kind for one in hits) for kind in (Kind.LOCATION, Kind.PERSON))
    return Answer(
        text=text, hits=tuple(hits), counts=counts, total=len(hits) if total is None else total, unstated=unstated
    )
