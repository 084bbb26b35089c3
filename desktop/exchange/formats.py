"""The formats that records go out in, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from desktop.domain.errors import N_
from desktop.domain.vocabulary import Kind
from desktop.exchange.catalogue_json import write_catalogue
from desktop.exchange.hsds.writing import KINDS as HSDS_KINDS
from desktop.exchange.hsds.writing import write_hsds

if TYPE_CHECKING:
    from desktop.domain.outgoing import Outgoing
    from desktop.i18n import Translate

Write = Callable[["Outgoing", BinaryIO, "Translate"], None]


class Format(NamedTuple):
    """A format with its writer; `title`, `purpose` and `file_words` are messages.

    `kinds` are those that it can hold. One that is `by_owner` goes through the records twice and is quickest where
    those of an organisation stand together; one that `holds_lists` takes terms, everyday words and counter notes too.
    What is no text is not shown on a terminal.
    """

    key: str
    title: str
    purpose: str
    suffix: str
    file_words: str
    kinds: frozenset[Kind]
    write: Write
    by_owner: bool = False
    is_text: bool = True
    holds_lists: bool = False


FORMATS = (
    # The tables (csv, csv-plain, xlsx) and the vCards (vcard3, vcard4) stand here, before what is for programs.
    Format(
        "hsds",
        N_("Open Referral HSDS 3 (JSON)"),
        N_("For directories of other offices and for programs: organisations, contact points and persons."),
        ".json",
        N_("HSDS files (*.json)"),
        HSDS_KINDS,
        write_hsds,
        by_owner=True,
    ),
    Format(
        "json",
        N_("Wegweiser (JSON)"),
        N_("For another Wegweiser or for safekeeping: everything that is known, nothing is lost."),
        ".json",
        N_("Wegweiser catalogues (*.json)"),
        frozenset(Kind),
        write_catalogue,
        holds_lists=True,
    ),
)


def format_of(key: str) -> Format:
    """The format with this key."""
    return next(one for one in FORMATS if one.key == key)
