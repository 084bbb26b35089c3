"""A workbook is an archive: one that would take too much room is refused before any of it is unpacked."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from desktop.domain.errors import N_, ForeignFileError
from desktop.exchange.tables import limits

BROKEN = N_("The workbook is damaged or incomplete. Open it in Excel or LibreOffice and save it anew.")
_BOMB = N_("The workbook would take far more room unpacked than any table does. It is not opened.")
_OTHER_FORMAT = N_("This is no workbook that can be read. Open it in LibreOffice or Excel and save it as “.xlsx”.")
_NO_TABLE = N_(
    "{name} is an archive, not a table. Nothing was changed. Unpack it; if there is a table or a package in it, choose"
    " that file."
)
_OPEN_DOCUMENT = frozenset({"mimetype", "content.xml"})
"""What LibreOffice's own files hold, which it can save as a workbook."""
_SMALL = 1024 * 1024
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_HIDDEN = re.compile(rb"""hidden=["'](?:1|true)["']""")
_OVERLAP = 40


class Marks(NamedTuple):
    """What the parts of a workbook are searched for before they are read; `hiding` names those that hide anything."""

    has_formulas: bool
    hiding: frozenset[str]


def check_archive(path: Path) -> None:
    """Raise `ForeignFileError` for an archive that is no workbook, is damaged, or would grow beyond all measure."""
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
    except (BadZipFile, zlib.error, OSError, ValueError, NotImplementedError) as error:
        raise ForeignFileError(BROKEN) from error
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names:
        raise ForeignFileError(_OTHER_FORMAT if names >= _OPEN_DOCUMENT else _NO_TABLE, name=path.name)
    if any(part.flag_bits & 1 for part in parts):
        raise ForeignFileError(N_("The workbook is protected by a password. Open it and save it without one."))
    if len(names) < len(parts) or len(parts) > limits.PARTS:
        raise ForeignFileError(BROKEN)
    if sum(part.file_size for part in parts) > limits.UNPACKED_BYTES or any(map(_is_swollen, parts)):
        raise ForeignFileError(_BOMB)


def _is_swollen(part: ZipInfo) -> bool:
    if part.file_size > _SMALL and part.file_size > limits.RATIO * max(part.compress_size, 1):
        return True
    if part.filename.startswith("xl/worksheets/"):
        return False
    is_text = part.filename.casefold().endswith("sharedstrings.xml")
    is_read = part.filename.endswith((".xml", ".rels"))
    return is_read and part.file_size > (limits.SHARED_TEXT_BYTES if is_text else limits.PART_BYTES)


def marks_of(path: Path) -> Marks:
    """Whether a formula stands in any sheet, and which sheets hide rows or columns, told from the bytes in one go.

    Reading a sheet a second time for either takes twice the time: only those are that have to be.
    """
    try:
        with ZipFile(path) as archive:
            parts = [name for name in archive.namelist() if name.endswith(".xml") and "sharedStrings" not in name]
            found = {part: _marks(archive, part) for part in parts}
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ForeignFileError(BROKEN) from error
    hiding = frozenset(part for part, (_, is_hiding) in found.items() if is_hiding)
    return Marks(any(has_formula for has_formula, _ in found.values()), hiding)


def _marks(archive: ZipFile, part: str) -> tuple[bool, bool]:
    has_formula = is_hiding = False
    with archive.open(part) as source:
        before = b""
        while not (has_formula and is_hiding) and (chunk := source.read(_SMALL)):
            seen = before + chunk
            has_formula = has_formula or _FORMULA.search(seen) is not None
            is_hiding = is_hiding or _HIDDEN.search(seen) is not None
            before = chunk[-_OVERLAP:]
    return has_formula, is_hiding
