"""A vCard file taken apart into its cards, one after the other; cards within cards are passed over."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from desktop.domain.errors import N_, ForeignFileError, Message
from desktop.exchange.vcards.lines import Line, chunks, unfolded
from desktop.exchange.vcards.properties import Property, property_in

MOST_CARDS = 200_000
_MOST_LINES = 5_000
_MOST_BYTES = 1 << 22
_LONGEST_TEXT = 80
_MOST_UNREAD = 5


class Card(NamedTuple):
    """The properties of the card that is the nth of its file, and why it cannot be read, if it cannot.

    `text` is what it begins with, `unread` the beginnings of lines that are no properties.
    """

    place: int
    properties: tuple[Property, ...]
    fault: Message | None = None
    text: str = ""
    unread: tuple[str, ...] = ()


def cards(file: BinaryIO) -> Iterator[Card]:
    """The cards of a file; raises `ForeignFileError` where it has none, or more than anybody keeps."""
    count = 0
    for place, found in enumerate(_gathered(_from_the_beginning(file)), start=1):
        if place > MOST_CARDS:
            raise ForeignFileError(
                N_("There are more than {count} cards in this file. Please divide it into several files."),
                count=MOST_CARDS,
            )
        count = place
        yield found.card(place)
    if not count:
        raise ForeignFileError(
            N_("There is no vCard in this file. Please export the contacts as vCard (.vcf) and choose that file.")
        )


def _from_the_beginning(file: BinaryIO) -> Iterator[Line]:
    """The lines of a file that has a card near its beginning."""
    pieces = chunks(file)
    first = next(pieces, b"")
    if b"begin:vcard" not in first.lower():
        return

    def everything() -> Iterator[bytes]:
        yield first
        yield from pieces

    yield from unfolded(everything())


class _Gathered:
    """The lines of a card, as far as they are kept."""

    def __init__(self) -> None:
        self.is_closed = False
        self.is_old = False
        self.depth = 0
        self._lines: list[Line] = []
        self._size = 0

    def add(self, line: Line) -> None:
        """Keep a line, unless there are too many of them or they belong to a card within."""
        self._size += len(line.text)
        if self.depth == 0 and not self.is_too_large:
            self._lines.append(line)
            if line.text.strip().upper() == b"VERSION:2.1":
                self.is_old = True

    @property
    def is_too_large(self) -> bool:
        """Whether nobody writes cards as large as this one."""
        return self._size > _MOST_BYTES or len(self._lines) > _MOST_LINES

    @property
    def ends_with_agent(self) -> bool:
        """Whether the last line announces a card within the card."""
        return bool(self._lines) and self._lines[-1].text.strip().upper() == b"AGENT:"

    def card(self, place: int) -> Card:
        """The card that the lines are."""
        found = [(line, property_in(line, is_old=self.is_old)) for line in self._lines]
        known = tuple(one for _, one in found if one is not None)
        unread = tuple(line.text[:_LONGEST_TEXT].decode("utf-8", "replace") for line, one in found if one is None)
        named = next((one.text for one in known if one.name in ("FN", "ORG", "N") and one.text.strip(";")), "")
        text = named or next((one.value for one in known if one.name != "VERSION"), "")
        begins = " ".join(text[:_LONGEST_TEXT].split())
        return Card(place, () if self._fault() else known, self._fault(), begins, unread[:_MOST_UNREAD])

    def _fault(self) -> Message | None:
        if self.is_too_large:
            return Message(N_("This card is too large to be a contact."))
        if not self.is_closed:
            return Message(N_("This card has no end. Perhaps the file was cut off when it was copied."))
        return None


def _gathered(lines: Iterator[Line]) -> Iterator[_Gathered]:
    """The cards as they end; one that another begins in is given up."""
    current: _Gathered | None = None
    for line in lines:
        word = line.text.strip().upper() if len(line.text) < _LONGEST_TEXT else b""
        if word == b"BEGIN:VCARD":
            if current is not None and (current.depth or current.ends_with_agent):
                current.depth += 1
                continue
            if current is not None:
                yield current
            current = _Gathered()
        elif current is None:
            continue
        elif word == b"END:VCARD" and current.depth:
            current.depth -= 1
        elif word == b"END:VCARD":
            current.is_closed = True
            yield current
            current = None
        else:
            current.add(line)
    if current is not None:
        yield current
