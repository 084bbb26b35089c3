"""Sheets of paper for the records of the catalogue."""

import os
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from desktop.domain.errors import N_, FileWriteError, Message, WrongSheetError
from desktop.domain.record import RecordId
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.printing.paper import Paper
from desktop.printing.sheets import SHEETS, Sheet, draw, sheets_for
from desktop.services.catalogue import Catalogue


class PaperDesk:
    """Makes sheets and writes them to files."""

    def __init__(self, catalogue: Catalogue, tr: Translate, today: Callable[[], date]) -> None:
        self._catalogue = catalogue
        self._tr = tr
        self._today = today

    def sheets_for(self, kind: Kind) -> tuple[Sheet, ...]:
        """The sheets that can show a record of this kind, the usual one first."""
        return sheets_for(kind)

    def make(self, sheet_key: str, ids: Sequence[RecordId]) -> Paper:
        """The sheet of these records; raises `UnknownRecordError` and what the sheet itself refuses."""
        dossiers = self._catalogue.dossiers(ids)
        sheet = next(sheet for sheet in SHEETS if sheet.key == sheet_key)
        for dossier in dossiers:
            if dossier.record.KIND not in sheet.kinds:
                raise WrongSheetError(
                    N_("The sheet “{sheet}” does not print “{name}”. Choose a record of another kind."),
                    sheet=Message(sheet.title),
                    name=dossier.record.name,
                )
        return draw(sheet_key, dossiers, self._tr, self._today())

    def save(self, paper: Paper, path: Path) -> None:
        """Write the PDF beside `path` and move it into place; raises `FileWriteError` and leaves no half file."""
        try:
            _write(paper.pdf, path)
        except OSError as error:
            raise FileWriteError(
                N_("The file {path} could not be written: {reason}. Please choose another folder or free some space."),
                path=path,
                reason=error.strerror or error,
            ) from error


def _write(content: bytes, path: Path) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}", suffix=".part")
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.chmod(0o666 & ~_umask())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
