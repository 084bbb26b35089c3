"""vCard files of any program, read card by card: versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350)."""

from pathlib import Path

from desktop.domain.errors import N_, ForeignFileError, Message
from desktop.domain.incoming import Entries, Entry, Stamp, Unreadable
from desktop.exchange.vcards.cards import Card, cards
from desktop.exchange.vcards.making import Making
from desktop.exchange.vcards.merging import merged
from desktop.exchange.vcards.own import own_in
from desktop.exchange.vcards.understanding import OWN, Understood

LARGEST_FILE = 1 << 28
_NEWER = Message(N_("A newer version of Wegweiser wrote this card; what this version does not know was left out."))


def entries(path: Path, stamp: Stamp) -> Entries:
    """The contacts in a file, one after the other; raises `ForeignFileError` where it is none of vCards.

    Cards that Wegweiser wrote bring their records back, with what was changed in other programs.
    """
    try:
        with path.open("rb") as file:
            if path.stat().st_size > LARGEST_FILE:
                raise ForeignFileError(
                    N_("This file is larger than {megabytes} MB. Please export fewer contacts at a time."),
                    megabytes=LARGEST_FILE >> 20,
                )
            making = Making(stamp)
            for card in cards(file):
                yield _read(card, making)
    except OSError as error:
        raise ForeignFileError(N_("The file cannot be read: {reason}"), reason=error.strerror or str(error)) from error


def _read(card: Card, making: Making) -> Entry | Unreadable:
    if card.fault is not None:
        return Unreadable(card.place, card.fault, card.text)
    understood = Understood(card.properties, card.unread)
    carried = next((one for one in card.properties if one.name == OWN), None)
    if carried is None or carried.is_cut:
        return making.entry(card.place, understood.told, understood.lost)
    own = own_in(carried)
    if isinstance(own, Message):
        return making.entry(card.place, understood.told, (*understood.lost, own))
    record, lost = merged(own, understood.told)
    given = frozenset(record.__struct_fields__) - {"id", "internal_note"}
    newer = (_NEWER,) if own.is_newer else ()
    return Entry(card.place, record, given, own.beside, has_id=True, lost=(*understood.lost, *lost, *newer))
