"""Which reader a file needs is told by what it holds; how it is named may be wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.errors import N_, ForeignFileError

if TYPE_CHECKING:
    from desktop.domain.incoming import Entries, Stamp
    from desktop.exchange.tables.table import Row, Table, Wanted

_LOOKED_AT = 4_096
_CATALOGUE = b'"wegweiser-catalogue"'
_UNREADABLE = N_("The file {name} cannot be read. Is it there, and are you allowed to open it?")
Mapping = Sequence[str | None]
"""For each column of a table what it means, or nothing."""


class TableFile(NamedTuple):
    """A table; what its columns mean is proposed, and a person may say otherwise."""

    path: Path
    table: Table
    proposed: tuple[str | None, ...]

    def first_rows(self, count: int) -> list[Row]:
        """The first rows below the header."""
        return list(islice(self.table.rows(), count))

    def entries(self, mapping: Mapping, stamp: Stamp) -> Entries:
        """The records in it, read from its beginning."""
        from desktop.exchange.columns.entries import entries

        return entries(self.table, mapping, stamp)


class RecordsFile(NamedTuple):
    """A file whose records need no explanation: cards of any program, our own JSON, Open Referral HSDS."""

    path: Path
    read: Callable[[Path, Stamp], Entries]

    def entries(self, stamp: Stamp) -> Entries:
        """The records in it, read from its beginning."""
        return self.read(self.path, stamp)


Opened = TableFile | RecordsFile


def open_file(path: Path, wanted: Wanted | None = None) -> Opened:
    """The file with the reader for what it holds; raises `ForeignFileError`."""
    beginning = _bare(_beginning(path))
    if beginning[:11].upper() == b"BEGIN:VCARD":
        from desktop.exchange.vcards.reading import entries

        return RecordsFile(path, entries)
    if beginning[:1] in (b"{", b"["):
        return RecordsFile(path, _catalogue if _CATALOGUE in beginning else _hsds)
    from desktop.exchange.columns.proposing import propose
    from desktop.exchange.tables.opening import open_table

    table = open_table(path, wanted)
    return TableFile(path, table, tuple(propose(table.header)))


def about_how_many(file: Opened) -> int:
    """How many rows a file has at most, to tell how far the reading is; nothing where only reading would tell."""
    count = 0
    with file.path.open("rb") as lines:
        if lines.read(2) == b"PK":
            return 0
        while chunk := lines.read(1 << 20):
            count += chunk.upper().count(b"END:VCARD") if isinstance(file, RecordsFile) else chunk.count(b"\n")
    return count


def targets(language: str) -> tuple[tuple[str, str], ...]:
    """Everything that the columns of a table can mean, with what it is called."""
    from desktop.exchange.columns.targets import targets

    return tuple((one.key, one.label) for one in targets(language))


def target_name(key: str, language: str) -> str:
    """What a meaning is called."""
    from desktop.exchange.columns.targets import label

    return label(key, language)


def _beginning(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise ForeignFileError(N_("{name} is no file that can be read."), name=path.name)
        with path.open("rb") as file:
            return file.read(_LOOKED_AT)
    except OSError as error:
        raise ForeignFileError(_UNREADABLE, name=path.name) from error


def _bare(beginning: bytes) -> bytes:
    """How a file begins, whatever signs it is written in."""
    return beginning.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def _catalogue(path: Path, _: Stamp) -> Entries:
    from desktop.exchange.catalogue_json import read_catalogue

    with path.open("rb") as file:
        yield from read_catalogue(file)


def _hsds(path: Path, stamp: Stamp) -> Entries:
    from desktop.exchange.hsds.reading import read_hsds

    with path.open("rb") as file:
        yield from read_hsds(file, stamp)
