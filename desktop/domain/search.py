"""What a search is asked and what it answers; a list without a text in the box is a search as well."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum, StrEnum

from msgspec import Struct

from desktop.domain.record import RecordId
from desktop.domain.vocabulary import Kind, Status

UNSTATED = ""
"""The value of a facet that takes the records which say nothing about it ("keine Angabe")."""
AS_OF = "as_of"
ARCHIVE = "archive"
FACETS = ("level", "subject", "target_group", "place", "kind", "role", "language", "anonymous")
"""What can be filtered by, beside a Stand older than a day; `anonymous` knows "yes" and "no"."""


class Tier(IntEnum):
    """How good a hit is; a lower tier stands higher."""

    EXACT_NAME = 0
    NAME_PREFIX = 1
    NAME_WORD = 2
    PLACE = 3
    TOPIC = 4
    TEXT = 5
    PART = 6


class Order(StrEnum):
    """How hits stand: the best first (without a text by name), by place, or by badge; ties go by name."""

    BEST = "best"
    PLACE = "place"
    BADGE = "badge"


class Filters(Struct, frozen=True, kw_only=True):
    """What the hits are narrowed to: of each facet one of its values, a Stand older than a day, or the archive.

    With `takes_unstated` a record that says nothing about a facet, or has no Stand, passes as well.
    """

    facets: Mapping[str, tuple[str, ...]] = {}
    older_than: date | None = None
    takes_unstated: bool = False
    only_archived: bool = False

    def __bool__(self) -> bool:
        return any(self.facets.values()) or self.older_than is not None or self.only_archived


class Question(Struct, frozen=True, kw_only=True):
    """What is looked for: the text, in which groups of kinds (none: in all), and narrowed to what.

    Without a text the records in use are listed, group after group, or those in the archive if that is asked for;
    with one the groups are mixed, archived records come last within a tier. `badges` are the values of the badge in
    the order that `Order.BADGE` has.
    """

    text: str = ""
    groups: tuple[frozenset[Kind], ...] = ()
    filters: Filters = Filters()
    order: Order = Order.BEST
    badges: tuple[str, ...] = ()


class Snippet(Struct, frozen=True, gc=False):
    """Plain text around a match, and where in it the match begins and ends."""

    text: str
    start: int = 0
    end: int = 0


class Hit(Struct, frozen=True, kw_only=True, gc=False):
    """A record as one row of a list, and why it is there.

    `badge` is the value of the facet `kind` or `role`, or empty; `field` is the field that matched, as a word of
    `desktop.domain.document`.
    """

    id: RecordId
    kind: Kind
    status: Status
    title: str
    subtitle: str
    place: str
    badge: str
    organisation: str | None
    field: str
    snippet: Snippet
    tier: Tier


class Shorter(Struct, frozen=True):
    """A text without one of its words, and that word: an offer where all words together stand nowhere."""

    text: str
    dropped: str


class Answer(Struct, frozen=True, kw_only=True):
    """The best hits for a question, best first, and how many there are; where `is_more`, there are more than `total`.

    `counts` are those of the groups, only without a text. With `corrected` the hits are those of that spelling,
    because nothing in the whole catalogue matches as typed. `unstated` says how many more records match but for saying
    nothing about something that is filtered by. `hidden` counts what only the filters keep away when nothing is left.
    `shorter` is told where nothing in the whole catalogue matches, but would without one of the words.
    """

    text: str
    hits: tuple[Hit, ...] = ()
    counts: tuple[int, ...] = ()
    total: int = 0
    is_more: bool = False
    corrected: str | None = None
    unstated: int = 0
    hidden: int = 0
    shorter: Shorter | None = None


class Choices(Struct, frozen=True, kw_only=True):
    """What can be chosen in the filters of a list.

    `uses` says of each kind how many records in use there are for each value of each facet (`UNSTATED` for none),
    `totals` how many there are at all; the names of the terms are by id, in the order of the closed lists.
    """

    totals: Mapping[Kind, int]
    uses: Mapping[Kind, Mapping[str, Mapping[str, int]]]
    subjects: Mapping[str, str]
    target_groups: Mapping[str, str]


class SearchCancelledError(Exception):
    """A search was given up because nobody waits for its answer any more."""
