"""What a list can show of each record, a column each; cheap to read, for windows offer it."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from desktop.domain.contact import Location, Organization
from desktop.domain.dossier import Dossier
from desktop.domain.errors import N_
from desktop.domain.filing import places_of, title_of
from desktop.domain.municipality import Municipality
from desktop.domain.partner import Partner
from desktop.domain.reach import Reachable, Visitable
from desktop.domain.record import Record
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Kind, label
from desktop.i18n import Translate
from desktop.pages import hours, reaching, translated
from desktop.pages.blocks import DATA_LANGUAGE, Value
from desktop.pages.words import day_text

Values = tuple[Value, ...]


class Column(NamedTuple):
    """A column: its word in orders, its head, how much room it wants beside others, and what it says of a record."""

    key: str
    title: str
    share: float
    values: Callable[[Dossier, Translate], Values]


def usual(kinds: Collection[Kind]) -> tuple[str, ...]:
    """The columns of a list of records of these kinds if none were chosen."""
    if kinds and set(kinds) <= {Kind.LOCATION, Kind.ORGANIZATION, Kind.PERSON}:
        has_other = not set(kinds) <= {Kind.LOCATION}  # of organisations only the website may be known
        return ("name", "place", "phone", "email", *(("website",) if has_other else ()), "as_of")
    if kinds and set(kinds) <= {Kind.MUNICIPALITY, Kind.PARTNER}:
        return ("name", "kind", "place", "as_of")
    if set(kinds) == {Kind.PRACTICE}:
        return ("name", "place", "summary", "as_of")
    return ("name", "summary", "as_of") if len(set(kinds)) == 1 else ("name", "kind", "place", "as_of")


def chosen(keys: Sequence[str], kinds: Collection[Kind]) -> tuple[Column, ...]:
    """The columns of these words, the name always first; words that nobody knows are passed over."""
    wanted = dict.fromkeys(("name", *(keys or usual(kinds))))
    return tuple(column for key in wanted for column in COLUMNS if column.key == key)


def _name(dossier: Dossier, tr: Translate) -> Values:
    del tr
    return (Value(text=title_of(dossier.record), language=DATA_LANGUAGE),)


def _kind(dossier: Dossier, tr: Translate) -> Values:
    record = dossier.record
    if isinstance(record, Municipality | Partner):
        return (Value(text=tr(label(record.kind))),)
    return (Value(text=tr(label(record.role if isinstance(record, Location) else record.KIND))),)


def _level(dossier: Dossier, tr: Translate) -> Values:
    owner = dossier.record if isinstance(dossier.record, Organization) else dossier.organization
    return (Value(text=tr(label(owner.level))),) if owner else ()


def _place(dossier: Dossier, tr: Translate) -> Values:
    del tr
    return tuple(Value(text=place, language=DATA_LANGUAGE) for place in places_of(dossier.record))


def _addresses(dossier: Dossier, tr: Translate) -> Values:
    record = dossier.record
    return tuple(value for _, value in reaching.addresses(record, tr)) if isinstance(record, Reachable) else ()


def _phones(dossier: Dossier, tr: Translate) -> Values:
    record = dossier.record
    return tuple(reaching.to_call(record, tr)) if isinstance(record, Reachable) else ()


def _emails(dossier: Dossier, tr: Translate) -> Values:
    record = dossier.record
    return tuple(reaching.emails(record, tr)) if isinstance(record, Reachable) else ()


def _hours(dossier: Dossier, tr: Translate) -> Values:
    record = dossier.record
    return hours.values(record, dossier, tr) if isinstance(record, Visitable) else ()


def _websites(dossier: Dossier, tr: Translate) -> Values:
    owner = dossier.organization
    return tuple(reaching.website(link, tr) for link in (*dossier.record.links, *(owner.links if owner else ())))


def _summary(dossier: Dossier, tr: Translate) -> Values:
    """The sentence in the reader's language where there is one, of a contact point that has none its organisation's."""
    record = _summed_up(dossier)
    if record is None or record.summary is None:
        return ()
    sentence = translated.summary(record, tr)
    return (Value(text=sentence.text) if sentence else Value(text=record.summary, language=DATA_LANGUAGE),)


def translations(dossier: Dossier, columns: Collection[Column], tr: Translate) -> tuple[Translation, ...]:
    """The sentences in the reader's language that these columns say of a record."""
    record = _summed_up(dossier) if any(column.key == "summary" for column in columns) else None
    sentence = translated.summary(record, tr) if record else None
    return (sentence,) if sentence else ()


def _summed_up(dossier: Dossier) -> Record | None:
    return next((one for one in (dossier.record, dossier.organization) if one and one.summary), None)


def _as_of(dossier: Dossier, tr: Translate) -> Values:
    as_of = dossier.record.provenance.as_of
    told = (day_text(as_of, tr) if as_of else None, tr("Check is due") if dossier.is_past else None)
    return tuple(Value(text=text) for text in told if text)


COLUMNS = (
    Column("name", N_("Name"), 2.9, _name),
    Column("kind", N_("Kind"), 2.0, _kind),
    Column("level", N_("Level"), 1.6, _level),
    Column("place", N_("Place"), 1.5, _place),
    Column("address", N_("Address"), 2.8, _addresses),
    Column("phone", N_("Telephone"), 2.0, _phones),
    Column("email", N_("E-mail"), 3.4, _emails),
    Column("hours", N_("Opening hours"), 3.0, _hours),
    Column("website", N_("Website"), 3.0, _websites),
    Column("summary", N_("What for"), 4.5, _summary),
    Column("as_of", N_("As of"), 1.3, _as_of),
)
