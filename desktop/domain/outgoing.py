"""What is handed to other programs: records, and what is needed to tell them in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.domain.note import CounterNote
from desktop.domain.provenance import Source
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.synonym import Synonym


class Outgoing(NamedTuple):
    """The records in the order of the file; `beside` holds all that they name, as the organisation of a location.

    Where they are `by_owner`, those of an organisation stand together.
    """

    records: Sequence[Record]
    beside: Mapping[RecordId, Record]
    subjects: Sequence[Term]
    target_groups: Sequence[Term]
    sources: Sequence[Source]
    notes: Sequence[CounterNote] = ()
    synonyms: Sequence[Synonym] = ()
    by_owner: bool = False
