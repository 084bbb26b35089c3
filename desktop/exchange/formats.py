"""The formats that records go out in, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from desktop.domain.errors import N_
from desktop.domain.vocabulary import Kind
from desktop.exchange.catalogue_json import write_catalogue
from desktop.exchange.columns.writing import write_excel_csv, write_plain_csv, write_xlsx
from desktop.exchange.hsds.writing import KINDS as HSDS_KINDS
from desktop.exchange.hsds.writing import write_hsds
from desktop.exchange.vcards.own import KINDS as CARD_TYPES
from desktop.exchange.vcards.writing import write_vcard3, write_vcard4

if TYPE_CHECKING:
    from desktop.domain.outgoing import Outgoing
    from desktop.i18n import Translate

Write = Callable[["Outgoing", BinaryIO, "Translate"], None]

CARDS = frozenset(kind.KIND for kind in CARD_TYPES)


class Format(NamedTuple):
    """A format with its writer; `title`, `purpose` and `file_words` are messages.

    `kinds` are those that it can hold. The writer goes through the records in so many `passes`; one that is `by_owner`
    is quickest where those of an organisation stand together. One that `holds_lists` takes terms, everyday words and
    counter notes too; internal notes stand only where they `may_hold_notes`. What is no text
    is not shown on a terminal.
    """

    key: str
    title: str
    purpose: str
    suffix: str
    file_words: str
    kinds: frozenset[Kind]
    write: Write
    passes: int = 1
    by_owner: bool = False
    is_text: bool = True
    holds_lists: bool = False
    may_hold_notes: bool = True


FORMATS = (
    Format(
        "csv",
        N_("CSV for Excel"),
        N_("For spreadsheets: Excel and LibreOffice open it with a double click, a row a record."),
        ".csv",
        N_("Tables for Excel and LibreOffice (*.csv)"),
        frozenset(Kind),
        write_excel_csv,
        passes=2,
    ),
    Format(
        "csv-plain",
        N_("CSV for programs"),
        N_("For other programs: commas between the columns, UTF-8 (RFC 4180)."),
        ".csv",
        N_("Tables (*.csv)"),
        frozenset(Kind),
        write_plain_csv,
        passes=2,
    ),
    Format(
        "xlsx",
        N_("Excel workbook"),
        N_("For spreadsheets: dates are dates, telephone numbers stay as they are written."),
        ".xlsx",
        N_("Excel workbooks (*.xlsx)"),
        frozenset(Kind),
        write_xlsx,
        passes=2,
        is_text=False,
    ),
    Format(
        "vcard3",
        N_("Contacts (vCard 3.0)"),
        N_("For address books and telephones: every program reads it."),
        ".vcf",
        N_("Contacts (*.vcf)"),
        CARDS,
        write_vcard3,
        passes=2,
        may_hold_notes=False,
    ),
    Format(
        "vcard4",
        N_("Contacts (vCard 4.0)"),
        N_("For newer address books: what languages are spoken stands there as well."),
        ".vcf",
        N_("Contacts (*.vcf)"),
        CARDS,
        write_vcard4,
        passes=2,
        may_hold_notes=False,
    ),
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
