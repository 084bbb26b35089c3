"""What a person at the counter noticed about a record, for those who look after the records."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from desktop.domain.record import Name, RecordId
from desktop.domain.who import Who

NoteText = Annotated[str, Meta(min_length=1, max_length=2_000)]
NoteId = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]


class CounterNote(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A note; it changes no record and outlives the record it is about, whose name it keeps. Times are UTC."""

    id: NoteId
    record_id: RecordId
    record_name: Name
    text: NoteText
    made_at: datetime
    made_by: Who
    settled_at: datetime | None = None
    settled_by: Who | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to look after it."""
        return self.settled_at is None
