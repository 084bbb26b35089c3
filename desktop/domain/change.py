"""What a person did to records: each deed with the states before and after, so that it can be undone."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from desktop.domain.errors import N_
from desktop.domain.note import CounterNote
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.vocabulary import Taxonomy
from desktop.domain.who import Who

PROGRAM_NAME = "Wegweiser"
"""Who takes newer shipped data, as the history shows it."""


class Deed(StrEnum):
    """What a person did to records, or let be done."""

    EDIT = "edit"
    ADD = "add"
    ARCHIVE = "archive"
    REACTIVATE = "reactivate"
    DELETE = "delete"
    MERGE = "merge"
    CONFIRM = "confirm"
    ACCEPT = "accept"
    REFUSE = "refuse"
    RESTORE = "restore"
    IMPORT = "import"
    PACKAGE = "package"
    UPDATE = "update"


DEED_LABELS: dict[Deed, str] = {
    Deed.EDIT: N_("Edited"),
    Deed.ADD: N_("Added"),
    Deed.ARCHIVE: N_("Archived"),
    Deed.REACTIVATE: N_("Taken out of the archive"),
    Deed.DELETE: N_("Deleted"),
    Deed.MERGE: N_("Merged"),
    Deed.CONFIRM: N_("Found still right"),
    Deed.ACCEPT: N_("Proposal accepted"),
    Deed.REFUSE: N_("Doubt settled"),
    Deed.RESTORE: N_("Field restored"),
    Deed.IMPORT: N_("Imported"),
    Deed.PACKAGE: N_("Package applied"),
    Deed.UPDATE: N_("Newer shipped data"),
}


class PlacedRecord(Struct, frozen=True, gc=False):
    """A record and its place among all records."""

    position: int
    record: Record

    @property
    def key(self) -> str:
        """What the history knows it by."""
        return self.record.id

    @property
    def name(self) -> str:
        """What a person knows it by."""
        return self.record.name


class PlacedTerm(Struct, frozen=True, gc=False):
    """A term of a closed list and its place there."""

    position: int
    taxonomy: Taxonomy
    term: Term

    @property
    def key(self) -> str:
        """What the history knows it by; no id of a record has a colon."""
        return term_key(self.taxonomy, self.term.id)

    @property
    def name(self) -> str:
        """What a person knows it by."""
        return self.term.name


class PlacedNote(Struct, frozen=True, gc=False):
    """A note from the counter of another laptop."""

    note: CounterNote

    @property
    def key(self) -> str:
        """What the history knows it by."""
        return f"note:{self.note.id}"

    @property
    def name(self) -> str:
        """What a person knows it by: the record that it is about."""
        return self.note.record_name


Item = PlacedRecord | PlacedTerm | PlacedNote


class Change(Struct, frozen=True, kw_only=True, gc=False):
    """One item before and after; `None` where it was not there yet or is there no longer."""

    before: Item | None
    after: Item | None

    @property
    def item(self) -> Item:
        """The item as it last was."""
        item = self.after or self.before
        assert item is not None
        return item

    def reversed(self) -> "Change":
        """The change that leads back."""
        return Change(before=self.after, after=self.before)


class ChangeSet(Struct, frozen=True, kw_only=True):
    """Everything that one deed changed, at once and by one person; times are UTC.

    Of a deed that changed very much only some `changes` are here, and so many `further` ones are not.
    """

    number: int
    deed: Deed
    made_at: datetime
    made_by: Who
    changes: tuple[Change, ...]
    undone_at: datetime | None = None
    undone_by: Who | None = None
    further: int = 0

    @property
    def is_undone(self) -> bool:
        """Whether the deed has been taken back."""
        return self.undone_at is not None

    @property
    def is_of_program(self) -> bool:
        """Whether nobody did it: newer shipped data came with the program."""
        return self.deed is Deed.UPDATE and self.made_by == PROGRAM_NAME


def term_key(taxonomy: Taxonomy, term_id: RecordId) -> str:
    """What the history knows a term by."""
    return f"{taxonomy.value}:{term_id}"
