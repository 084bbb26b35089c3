"""A workbook is an archive: one that would take too much room is refused before any of it is unpacked."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from desktop.domain.errors import N_, ForeignFileError
from desktop.exchange.tables import limits

BROKEN = N_("The workbook is damaged or incomplete. Open it in Excel or LibreOffice and save it anew.")
_BOMB = N_("The workbook would take far more room unpacked than any table does. It is not opened.")
_SMALL = 1024 * 1024
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_OVERLAP = 40


def check_archive(path: Path) -> None:
    """Raise `ForeignFileError` for an archive that is no workbook, is damaged, or would grow beyond all measure."""
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
    except (BadZipFile, zlib.error, OSError, ValueError, NotImplementedError) as error:
        raise ForeignFileError(BROKEN) from error
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names:
        words = N_("This is no workbook that can be read. Open it in LibreOffice or Excel and save it as “.xlsx”.")
        raise ForeignFileError(words)
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


def has_formulas(path: Path) -> bool:
    """Whether a formula stands in any sheet, told from the bytes: reading a sheet twice takes twice the time."""
    try:
        with ZipFile(path) as archive:
            sheets = [name for name in archive.namelist() if name.endswith(".xml") and "sharedStrings" not in name]
            return any(_has_formula(archive, sheet) for sheet in sheets)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ForeignFileError(BROKEN) from error


def _has_formula(archive: ZipFile, sheet: str) -> bool:
    with archive.open(sheet) as source:
        before = b""
        while chunk := source.read(_SMALL):
            if _FORMULA.search(before + chunk):
                return True
            before = chunk[-_OVERLAP:]
    return False
