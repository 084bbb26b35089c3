"""The timeline in words: what is dated, where nothing is, and who names no date at all."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from desktop.domain.dossier import Dossier, Reference
from desktop.domain.municipality import Municipality
from desktop.domain.record import Record
from desktop.domain.timeline import Event, Gap, events, with_gaps
from desktop.domain.vocabulary import DateRelation, FlagKind, label
from desktop.i18n import Translate
from desktop.pages.blocks import DATA_LANGUAGE, Note, Tone
from desktop.pages.words import date_text, day_text, when_text


class Moment(Struct, frozen=True):
    """A dated fact: when, what, and of which record."""

    when: str
    text: str
    record: Reference
    language: str = DATA_LANGUAGE


class Silence(Struct, frozen=True):
    """A time of which nothing is dated, or what comes after the last date."""

    when: str
    text: str


class Timeline(Struct, frozen=True):
    """The lines in their order; `undated` says of which municipalities no date is known, `notes` what is in doubt."""

    lines: tuple[Moment | Silence, ...]
    undated: tuple[Reference, ...]
    undated_text: str
    notes: tuple[Note, ...]

    @property
    def count(self) -> int:
        """How many facts are dated."""
        return sum(isinstance(line, Moment) for line in self.lines)


def timeline(dossiers: Sequence[Dossier], tr: Translate) -> Timeline:
    """What the records say with a date, and honestly what they do not."""
    records = [dossier.record for dossier in dossiers]
    municipalities = [record for record in records if isinstance(record, Municipality)]
    undated = tuple(Reference(each.id, each.KIND, each.name) for each in municipalities if not each.dates)
    told = events(records)
    return Timeline(
        lines=(*_lines(told, tr), *_end(told, records, tr)),
        undated=undated,
        undated_text=_undated_text(len(undated), len(municipalities), tr),
        notes=tuple(_notes(records, tr)),
    )


def _undated_text(count: int, total: int, tr: Translate) -> str:
    return tr("{count} of {total} municipalities name no date", count=count, total=total) if count else ""


def _lines(told: Sequence[Event], tr: Translate) -> Iterator[Moment | Silence]:
    for line in with_gaps(told):
        if isinstance(line, Gap):
            times = {"earlier": _time(line.before, tr), "later": _time(line.after, tr)}
            yield Silence(tr("nothing stated"), tr("between {earlier} and {later}", **times))
        else:
            yield Moment(when_text(line.fact, tr), line.fact.text, line.record)


def _end(told: Sequence[Event], records: Iterable[Record], tr: Translate) -> Iterator[Silence]:
    """That nothing is dated after the last fact, up to the day that the records are as of."""
    days = [record.provenance.as_of for record in records if record.provenance.as_of]
    last: Event | None = max(told, key=lambda event: event.last_day, default=None)
    if last is not None and days and last.last_day < max(days):
        times = {"earlier": _time(last, tr), "later": day_text(max(days), tr)}
        yield Silence(tr("nothing stated"), tr("after {earlier}; the data are as of {later}", **times))


def _time(event: Event, tr: Translate) -> str:
    text = date_text(event.fact, tr)
    is_end_of_year = event.fact.relation is DateRelation.UNTIL and len(event.fact.date) == len("2019")
    return tr("the end of {date}", date=text) if is_end_of_year else text


def _notes(records: Iterable[Record], tr: Translate) -> Iterator[Note]:
    """What is told about an end that has no date of its own, and is in doubt; the municipalities share it."""
    flags = (flag for record in records if not isinstance(record, Municipality) for flag in record.flags)
    for flag in flags:
        if flag.kind is FlagKind.ENDED:
            yield Note(flag.note, tr(label(flag.kind)), Tone.CAUTION, DATA_LANGUAGE)
