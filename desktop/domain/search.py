"""What a search is asked and what it answers."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum

from msgspec import Struct

from desktop.domain.record import RecordId
from desktop.domain.vocabulary import Kind

UNSTATED = ""
"""The value of a facet that takes the records which say nothing about it ("keine Angabe")."""
FACETS = ("record_kind", "level", "subject", "target_group", "place", "kind", "role", "language", "anonymous")
"""What can be filtered by; `anonymous` knows "yes" and "no"."""


class Tier(IntEnum):
    """How good a hit is; a lower tier stands higher."""

    EXACT_NAME = 0
    NAME_PREFIX = 1
    NAME_WORD = 2
    PLACE = 3
    TOPIC = 4
    TEXT = 5
    PART = 6


class Filters(Struct, frozen=True, kw_only=True):
    """What the hits are narrowed to: of each facet one of its values, and a Stand older than a day."""

    facets: Mapping[str, tuple[str, ...]] = {}
    older_than: date | None = None

    def __bool__(self) -> bool:
        return any(self.facets.values()) or self.older_than is not None


class Snippet(Struct, frozen=True):
    """Plain text around a match, and where in it the match begins and ends."""

    text: str
    start: int = 0
    end: int = 0


class Hit(Struct, frozen=True, kw_only=True):
    """A record that was found; `field` is the field that matched, as a word of `desktop.domain.document`."""

    id: RecordId
    kind: Kind
    title: str
    organisation: str | None
    field: str
    snippet: Snippet
    tier: Tier


class Answer(Struct, frozen=True, kw_only=True):
    """The best hits for a text, best first, and how many there are.

    With `corrected` the hits are those of that spelling, because nothing matches as typed. `counts` are by kind; where
    `is_more`, there are more than `total`. `unstated` says of each facet that is filtered by how many records match
    but for saying nothing about it. `hidden` counts what only the filters keep away when nothing is left.
    """

    text: str
    hits: tuple[Hit, ...] = ()
    counts: Mapping[Kind, int] = {}
    total: int = 0
    is_more: bool = False
    corrected: str | None = None
    unstated: Mapping[str, int] = {}
    hidden: int = 0


class SearchCancelledError(Exception):
    """A search was given up because nobody waits for its answer any more."""
