"""Hands records to other programs: gathers what is wanted, and writes it whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from desktop.domain.outgoing import Outgoing
from desktop.domain.progress import Progress
from desktop.domain.search import Question
from desktop.domain.vocabulary import Kind, Status, Taxonomy

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.note import CounterNote
    from desktop.domain.record import Record, RecordId
    from desktop.exchange.formats import Format
    from desktop.i18n import Translate
    from desktop.services.catalogue import Catalogue
    from desktop.services.search import Search
    from desktop.store.unit_of_work import Unit


class Selection(NamedTuple):
    """What goes out: all that a question finds, records by their ids, or everything; narrowed to kinds.

    A question and ids say themselves whether archived records are among them; `with_archived` may leave them out.
    """

    wanted: Question | tuple[RecordId, ...] | None = None
    with_archived: bool = True
    kinds: frozenset[Kind] = frozenset(Kind)


class Order(NamedTuple):
    """A selection in a format; internal notes and notes from the counter only where somebody says so."""

    selection: Selection
    format: Format
    with_notes: bool = False


class Counted(NamedTuple):
    """How many records the selection has, and how many of them the format holds."""

    held: int
    total: int


class Exporting:
    """Counts and writes; never on the thread that paints."""

    def __init__(self, catalogue: Catalogue, search: Search, tr: Translate) -> None:
        self._catalogue = catalogue
        self._search = search
        self._tr = tr

    def kinds(self, selection: Selection) -> Mapping[Kind, int]:
        """How many records there are of each kind."""
        ids = self._ids(selection)
        with self._catalogue.reading() as unit:
            return Counter(kind for _, kind in self._narrowed(unit, ids, selection))

    def write(self, order: Order, path: Path, progress: Progress | None = None) -> Counted:
        """Write the file whole; raises `FileWriteError`, and `CancelledError` if the progress was cancelled."""
        from desktop.whole_file import writing

        with writing(path) as file:
            return self.pour(order, file, progress)

    def pour(self, order: Order, file: BinaryIO, progress: Progress | None = None) -> Counted:
        """Write into a file that is open."""
        with self.gather(order, progress) as (out, counted):
            order.format.write(out, file, self._tr)
        return counted

    @contextmanager
    def gather(self, order: Order, progress: Progress | None = None) -> Iterator[tuple[Outgoing, Counted]]:
        """What goes out, as the database is at this moment; it is read while it is written, batch after batch."""
        from desktop.services.flowing import BATCH, Beside, Flow

        progress, ids = progress or Progress(), self._ids(order.selection)
        progress.tell(0, 0)
        with self._catalogue.reading() as unit:
            found = self._narrowed(unit, ids, order.selection)
            held = [record_id for record_id, kind in found if kind in order.format.kinds]
            if order.format.by_owner:
                held = unit.outlet.by_owner(held)
            total = len(held) * (order.format.passes if len(held) > BATCH else 1)

            def load(wanted: Sequence[RecordId]) -> list[Record]:
                records = unit.outlet.records(wanted)
                return records if order.with_notes else [_without_note(record) for record in records]

            needed = unit.outlet.needed(held)
            if order.format.holds_lists:
                needed -= set(held)  # each record stands there once
            beside = Beside(load, sorted(needed))
            flow = Flow(load, held, beside, lambda done: progress.tell(min(done, total), total))
            yield self._outgoing(unit, order, flow, beside), Counted(len(held), len(found))

    def _outgoing(
        self, unit: Unit, order: Order, flow: Sequence[Record], beside: Mapping[RecordId, Record]
    ) -> Outgoing:
        subjects, groups = (tuple(item.term for item in unit.terms.all(one)) for one in Taxonomy)
        has_lists = order.format.holds_lists
        notes = self._notes(unit, order) if has_lists and order.with_notes else ()
        synonyms = unit.outlet.synonyms() if has_lists else ()
        sources = unit.outlet.sources()
        return Outgoing(flow, beside, subjects, groups, sources, notes, synonyms, order.format.by_owner)

    def _notes(self, unit: Unit, order: Order) -> tuple[CounterNote, ...]:
        """All of them, or those about the records that go out."""
        notes = tuple(unit.notes.all())
        if order.selection.wanted is None:
            return notes
        wanted = set(self._ids(order.selection))
        return tuple(note for note in notes if note.record_id in wanted)

    def _ids(self, selection: Selection) -> Sequence[RecordId]:
        wanted = selection.wanted
        if isinstance(wanted, Question):
            return self._search.ids(wanted)
        if wanted is not None:
            return tuple(dict.fromkeys(wanted))
        with self._catalogue.reading() as unit:
            return unit.outlet.all_ids()

    def _narrowed(self, unit: Unit, ids: Sequence[RecordId], selection: Selection) -> list[tuple[RecordId, Kind]]:
        found = unit.outlet.kinds(ids)
        told = ((record_id, *found[record_id]) for record_id in ids if record_id in found)
        return [
            (record_id, kind)
            for record_id, kind, status in told
            if kind in selection.kinds and (selection.with_archived or status is not Status.ARCHIVED)
        ]


def _without_note(record: Record) -> Record:
    from msgspec.structs import replace

    return replace(record, internal_note=None) if record.internal_note else record
