"""A record of ours that comes back: what somebody changed in another program is taken over, all else stays."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from desktop.domain.contact import Location, Person
from desktop.domain.doubts import place_of
from desktop.domain.errors import N_, Message
from desktop.domain.municipality import Municipality
from desktop.domain.provenance import Flag
from desktop.domain.reach import Reachable
from desktop.domain.record import Record
from desktop.exchange.vcards import changed_parts, cleaned
from desktop.exchange.vcards.languages import name_of, tag_of
from desktop.exchange.vcards.left_out import shown
from desktop.exchange.vcards.own import Own
from desktop.exchange.vcards.pairing import Paired
from desktop.exchange.vcards.told import Told, digests, squeezed

_Part = TypeVar("_Part")
_NOT_TAKEN = N_("“{text}” was changed in another program and was left out; please change it in the record.")


def merged(own: Own, told: Told) -> tuple[Record, tuple[Message, ...]]:
    """The record with the changes of a card, and what is said about those that cannot be taken over.

    What a card no longer tells at all was not deleted by anybody: many programs drop what they do not know.
    """
    merging = _Merging(own.record, told)
    for name, digest in digests(told).items():
        if digest != own.written.get(name):
            merging.take(name)
    return merging.record(), tuple(merging.lost)


class _Merging:
    """Takes over one changed thing after the other."""

    def __init__(self, record: Record, told: Told) -> None:
        self._record = record
        self._told = told
        self._changes: dict[str, object] = {}
        self._flags = record.flags
        self.lost: list[Message] = []

    def record(self) -> Record:
        """The record with all changes; as it was where they would break a rule of its kind."""
        values = msgspec.to_builtins(replace(self._record, **self._changes, flags=self._flags))
        try:
            return msgspec.convert(values, type(self._record))
        except msgspec.ValidationError:
            self._miss(self._told.name)
            return self._record

    def take(self, name: str) -> None:
        """Take over a thing by the name of its digest."""
        ways: dict[str, Callable[[], None]] = {
            "name": self._name,
            "nicknames": self._nicknames,
            "organization": self._organization,
            "department": lambda: self._of_person("department", ", ".join(self._told.organization[1:])),
            "role": lambda: self._of_person("role", self._told.role),
            "numbers": self._numbers,
            "mails": self._mails,
            "places": self._places,
            "sites": lambda: self._parts("links", changed_parts.links(self._record, self._told.sites)),
            "languages": self._languages,
            "subjects": lambda: self._miss(", ".join(self._told.subjects)),
            "note": lambda: self._miss(self._told.note),
        }
        ways[name]()

    def _name(self) -> None:
        """The name; of a municipality that of its desk, for the card is that of the desk."""
        field = "desk_name" if isinstance(self._record, Municipality) else "name"
        if name := cleaned.name(self._told.name):
            self._changes[field] = name

    def _nicknames(self) -> None:
        names = [name for one in self._told.nicknames if (name := cleaned.name(one))]
        short = self._record.short_name
        is_kept = short is not None and squeezed(short) in self._told.nicknames
        self._changes["short_name"] = short if is_kept else None
        before = {squeezed(name): name for name in self._record.alternate_names}
        others = (before.get(name, name) for name in names if not (is_kept and name == cleaned.name(short or "")))
        self._changes["alternate_names"] = tuple(dict.fromkeys(others))

    def _organization(self) -> None:
        if isinstance(self._record, Person):
            self._of_person("organization_name", self._told.organization[0])
        elif squeezed(self._told.organization[0]) != squeezed(self._told.name):
            self._miss(self._told.organization[0])

    def _of_person(self, field: str, text: str) -> None:
        name = cleaned.name(text)
        if isinstance(self._record, Person) and name:
            self._changes[field] = name
        elif name:
            self._miss(name)

    def _numbers(self) -> None:
        if isinstance(self._record, Reachable):
            self._parts("phones", changed_parts.phones(self._record, self._told.numbers))
        else:
            self._miss_all(one.text for one in self._told.numbers)

    def _mails(self) -> None:
        if isinstance(self._record, Reachable):
            self._parts("emails", changed_parts.emails(self._record, self._told.mails))
        else:
            self._miss_all(one.address for one in self._told.mails)

    def _places(self) -> None:
        if isinstance(self._record, Reachable):
            self._parts("addresses", changed_parts.addresses(self._record, self._told.places))
        else:
            self._miss_all(f"{one.street}, {one.code} {one.town}" for one in self._told.places)

    def _languages(self) -> None:
        """Those that are still told, those that have no tag, and new ones behind."""
        if not isinstance(self._record, Location):
            return
        told = {tag: name_of(tag) for tag in self._told.languages}
        kept = [name for name in self._record.languages if tag_of(name) in {"", *told}]
        known = {tag_of(name) for name in kept}
        self._changes["languages"] = (*kept, *(name for tag, name in told.items() if name and tag not in known))
        self._miss_all(tag for tag, name in told.items() if not name)

    def _parts(self, field: str, found: Paired[_Part]) -> None:
        """The parts as they are now; doubts about one go where it went."""
        self._changes[field] = found.parts
        self._flags = tuple(_moved(self._flags, field, found.moves))
        self.lost += found.lost

    def _miss_all(self, texts: Iterator[str]) -> None:
        for text in texts:
            self._miss(text)

    def _miss(self, text: str) -> None:
        self.lost.append(Message(_NOT_TAKEN, text=shown(text)))


def _moved(flags: tuple[Flag, ...], field: str, moves: Mapping[int, int]) -> Iterator[Flag]:
    """The doubts with the new places of what they are about; those about something that is gone go too."""
    for flag in flags:
        place = place_of(flag.field or "")
        if place is None or place[0] != field or place[1] is None:
            yield flag
        elif (now := moves.get(place[1])) is not None:
            yield replace(flag, field=f"{field}[{now}]{(flag.field or '').partition(']')[2]}")
