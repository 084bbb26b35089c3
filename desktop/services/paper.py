"""Sheets of paper for the records of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import N_, Message, WrongSheetError
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.whole_file import write_whole

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.record import RecordId
    from desktop.printing.paper import Paper
    from desktop.printing.sheets import Sheet


class PaperDesk:
    """Makes sheets and writes them to files."""

    def __init__(self, catalogue: Catalogue, tr: Translate, today: Callable[[], date]) -> None:
        self._catalogue = catalogue
        self._tr = tr
        self._today = today

    def sheets_for(self, kind: Kind) -> tuple[Sheet, ...]:
        """The sheets that can show a record of this kind, the usual one first."""
        from desktop.printing.sheets import sheets_for

        return sheets_for(kind)

    def make(self, sheet_key: str, ids: Sequence[RecordId]) -> Paper:
        """The sheet of these records; raises `UnknownRecordError` and what the sheet itself refuses."""
        from desktop.printing.sheets import SHEETS, draw

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
        """Write the PDF to `path`; raises `FileWriteError` and leaves no half file."""
        write_whole(path, paper.pdf)
