"""Which reader a file needs is told by what it holds; how it is named may be wrong."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.errors import IS_FOLDER, N_, ForeignFileError, PackageFoundError
from desktop.exchange.tables.delimiters import DELIMITERS
from desktop.exchange.tables.encodings import ENCODING_NAMES as ENCODINGS
from desktop.exchange.tables.headings import HEAD_ROWS as MOST_HEAD_ROWS
from desktop.exchange.tables.table import Detected, Wanted
from desktop.services.importing.pieces import Piece

if TYPE_CHECKING:
    from desktop.domain.incoming import Entries, Stamp
    from desktop.exchange.tables.table import Row, Table
    from desktop.i18n import Translate

__all__ = [
    "DELIMITERS",
    "ENCODINGS",
    "MOST_HEAD_ROWS",
    "Detected",
    "Mapping",
    "Mark",
    "Opened",
    "RecordsFile",
    "TableFile",
    "Wanted",
    "about_how_many",
    "hidden_words",
    "open_file",
    "target_name",
    "targets",
]
_LOOKED_AT = 4_096
_CATALOGUE = b'"wegweiser-catalogue"'
_UNREADABLE = N_("The file {name} cannot be read. Is it there, and are you allowed to open it?")
_CHANGED = N_("The file {name} has changed since it was chosen. Nothing was imported. Please choose it once more.")
_PACKAGE = N_(
    "{name} is a package of Wegweiser, not a table. Nothing was imported. It is applied with:"
    " wegweiser package apply {file}"
)
_FIRST_ROWS = 5
_MOST_NAMES = 6
_ZIP = b"PK\x03\x04"
Mapping = Sequence[str | None]
"""For each column of a table what it means, or nothing."""


class Mark(NamedTuple):
    """What a file is told from a changed one by."""

    bytes: int
    changed_ns: int


class TableFile(NamedTuple):
    """A table with its first rows; what its columns mean is proposed, and a person may say otherwise."""

    path: Path
    mark: Mark
    table: Table
    proposed: tuple[str | None, ...]
    first: tuple[Row, ...]

    @property
    def piece(self) -> Piece:
        """What it is made of."""
        return Piece.ROW

    def entries(self, mapping: Mapping, stamp: Stamp) -> Entries:
        """The records in it, read from its beginning; raises `ForeignFileError`, also where it has changed."""
        from desktop.exchange.columns.entries import entries

        return _unchanged(self.path, self.mark, entries(self.table, mapping, stamp))


class RecordsFile(NamedTuple):
    """A file whose records need no explanation: cards of any program, our own JSON, Open Referral HSDS."""

    path: Path
    mark: Mark
    read: Callable[[Path, Stamp], Entries]
    piece: Piece = Piece.ROW

    def entries(self, stamp: Stamp) -> Entries:
        """The records in it, read from its beginning; raises `ForeignFileError`, also where it has changed."""
        return _unchanged(self.path, self.mark, self.read(self.path, stamp))


Opened = TableFile | RecordsFile


def open_file(path: Path, wanted: Wanted | None = None) -> Opened:
    """The file with the reader for what it holds; raises `PackageFoundError` and any other `ForeignFileError`."""
    with _told(path):
        return _opened(path, _mark(path), wanted)


def _opened(path: Path, mark: Mark, wanted: Wanted | None) -> Opened:
    beginning = _beginning(path)
    if beginning.startswith(_ZIP):
        _refuse_package(path, beginning)
    beginning = _bare(beginning)
    if beginning[:11].upper() == b"BEGIN:VCARD":
        from desktop.exchange.vcards.reading import entries

        return RecordsFile(path, mark, entries, Piece.CARD)
    if beginning[:1] in (b"{", b"["):
        return RecordsFile(path, mark, _catalogue if _CATALOGUE in beginning else _hsds)
    from desktop.exchange.columns.proposing import propose
    from desktop.exchange.tables.opening import open_table

    table = open_table(path, wanted, lambda header: sum(one is not None for one in propose(header)))
    rows = tuple(islice(table.rows(), _FIRST_ROWS))
    return TableFile(path, mark, table, propose(table.header, [row.cells for row in rows]), rows)


def _refuse_package(path: Path, beginning: bytes) -> None:
    from desktop.exchange.package.telling import is_package, refuse_wrapped

    refuse_wrapped(beginning, path.name)
    if is_package(beginning):
        typed = f'"{path}"' if " " in str(path) else path
        raise PackageFoundError(_PACKAGE, name=path.name, file=typed)


def about_how_many(file: Opened) -> int:
    """How many rows a file has at most, to tell how far the reading is; nothing where only reading would tell."""
    count = 0
    with _told(file.path), file.path.open("rb") as lines:
        if lines.read(len(_ZIP)) == _ZIP:
            return 0
        while chunk := lines.read(1 << 20):
            count += chunk.upper().count(b"END:VCARD") if isinstance(file, RecordsFile) else chunk.count(b"\n")
    return count


def hidden_words(found: Detected, tr: Translate) -> str:
    """That rows or columns come along which nobody sees, and what to do about it; nothing where there are none."""
    return "\n".join(filter(None, (_hidden_rows(found, tr), _hidden_columns(found, tr))))


def _hidden_rows(found: Detected, tr: Translate) -> str:
    if not found.hidden:
        return ""
    return tr.plural(
        "{count} row of this sheet is hidden, perhaps by a filter, and is read like the others. If you do not want it,"
        " show it in Excel or LibreOffice, delete it there, save, and choose the file once more.",
        "{count} rows of this sheet are hidden, perhaps by a filter, and are read like the others. If you do not want"
        " them, show them in Excel or LibreOffice, delete them there, save, and choose the file once more.",
        found.hidden,
    )


def _hidden_columns(found: Detected, tr: Translate) -> str:
    if not (names := found.hidden_columns):
        return ""
    return tr.plural(
        "{count} column of this sheet is hidden, and is read like the others: {names}. If it is not meant for others,"
        " pass it over.",
        "{count} columns of this sheet are hidden, and are read like the others: {names}. If they are not meant for"
        " others, pass them over.",
        len(names),
        names=", ".join([*names[:_MOST_NAMES], *(["…"] if names[_MOST_NAMES:] else [])]),
    )


def targets(language: str) -> tuple[tuple[str, str], ...]:
    """Everything that the columns of a table can mean, with what it is called."""
    from desktop.exchange.columns.targets import targets

    return tuple((one.key, one.label) for one in targets(language))


def target_name(key: str, language: str) -> str:
    """What a meaning is called."""
    from desktop.exchange.columns.targets import label

    return label(key, language)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """A stick that was pulled out, or a right that is missing, is told in words."""
    try:
        yield
    except OSError as error:
        raise ForeignFileError(_UNREADABLE, name=path.name) from error


def _unchanged(path: Path, mark: Mark, entries: Entries) -> Entries:
    """The entries of a file that is read as it was when it was looked at."""
    with _told(path):
        _refuse_changed(path, mark)
        yield from entries
        _refuse_changed(path, mark)


def _refuse_changed(path: Path, mark: Mark) -> None:
    if _mark(path) != mark:
        raise ForeignFileError(_CHANGED, name=path.name)


def _mark(path: Path) -> Mark:
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise ForeignFileError(IS_FOLDER, name=str(path))
    if not stat.S_ISREG(found.st_mode):
        raise ForeignFileError(N_("{name} is no file that can be read."), name=path.name)
    return Mark(found.st_size, found.st_mtime_ns)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LOOKED_AT)


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
