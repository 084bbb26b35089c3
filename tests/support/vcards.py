"""vCards as tests write and read them."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from msgspec.structs import replace

from desktop.domain.incoming import Entry, Stamp, Unreadable
from desktop.domain.outgoing import Outgoing
from desktop.domain.record import Record, Term
from desktop.exchange.vcards import entries, write_vcard3, write_vcard4
from desktop.i18n import Translate
from tests.support.paper import GERMAN

STAMP = Stamp(date(2026, 11, 23))
WRITERS: dict[str, Callable[[Outgoing, BinaryIO, Translate], None]] = {"3.0": write_vcard3, "4.0": write_vcard4}


def written(
    *records: Record, version: str = "4.0", beside: Sequence[Record] = (), subjects: Sequence[Term] = ()
) -> bytes:
    """The records as a file."""
    target = BytesIO()
    named = {one.id: one for one in (*records, *beside)}
    out = Outgoing(records, named, subjects, (), ())
    WRITERS[version](out, target, GERMAN)
    return target.getvalue()


def read(data: bytes | str) -> list[Entry | Unreadable]:
    """What a file tells."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kontakte.vcf"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return list(entries(path, STAMP))


def only(data: bytes | str) -> Entry:
    """What a file of one card tells."""
    [found] = read(data)
    assert isinstance(found, Entry), found
    return found


def lines_of(data: bytes) -> list[str]:
    """The lines of a file, put together again."""
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def without_note(record: Record) -> Record:
    """The record as it leaves the program."""
    return replace(record, internal_note=None)


def card(*lines: str, version: str = "3.0") -> str:
    """A card of these lines."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def lost(entry: Entry) -> list[str]:
    """What the entry says was left out."""
    return [one.in_words(str) for one in entry.lost]
