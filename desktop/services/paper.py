"""Sheets of paper for the records of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec.structs import replace

from desktop.domain.errors import N_, Message, WrongSheetError
from desktop.domain.progress import Progress
from desktop.domain.search import Question
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate, load
from desktop.services.catalogue import Catalogue
from desktop.services.search import Search
from desktop.whole_file import write_whole

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.dossier import Dossier
    from desktop.domain.office import Office
    from desktop.printing.order import Order
    from desktop.printing.paper import Paper
    from desktop.printing.sheets import Sheet

_BATCH = 200


class Logos(Protocol):
    """Where the logo of the office lies."""

    def logo(self, name: str) -> bytes | None:
        """The image of that name as PNG; nothing where it is gone."""


class PaperSupplies(NamedTuple):
    """What sheets need beside the records: the catalogues of all languages, the own office, the day."""

    translations: Path
    logos: Logos
    office: Callable[[], Office]
    today: Callable[[], date]


class PaperDesk:
    """Makes sheets and writes them to files."""

    def __init__(self, catalogue: Catalogue, search: Search, supplies: PaperSupplies, tr: Translate) -> None:
        self._catalogue = catalogue
        self._search = search
        self._supplies = supplies
        self._tr = tr

    def sheets_for(self, kind: Kind) -> tuple[Sheet, ...]:
        """The sheets that can show a record of this kind, the usual one first."""
        from desktop.printing.sheets import sheets_for

        return sheets_for(kind)

    def title_of(self, sheet: str) -> str:
        """The name of a sheet, a message."""
        from desktop.printing.sheets import sheet_of

        return sheet_of(sheet).title

    def make(self, order: Order, progress: Progress | None = None) -> Paper:
        """The sheet that was ordered.

        Raises `UnknownRecordError`, `CancelledError` if the progress was cancelled, and what the sheet itself refuses.
        """
        from desktop.printing.job import Job
        from desktop.printing.sheets import draw, sheet_of
        from desktop.printing.text import UnprintableError

        progress, sheet = progress or Progress(), sheet_of(order.sheet)
        tr, office = self._language(order.language), self._supplies.office()
        job = Job(
            title=tr(sheet.title),
            dossiers=self._dossiers(order, sheet, progress),
            tr=tr,
            today=self._supplies.today(),
            variant=order.variant,
            office=office,
            logo=self._supplies.logos.logo(office.logo) if office.logo and sheet.has_letterhead else None,
            next_step=order.next_step,
            columns=order.columns,
            sections=order.sections,
            question=order.wanted if isinstance(order.wanted, Question) else None,
            tell=progress.tell,
        )
        try:
            return draw(sheet.key, job)
        except UnprintableError:  # drawn for the clerk it fails as well, and names the field in their language
            draw(sheet.key, replace(job, title=self._tr(sheet.title), tr=self._tr))
            raise

    def warm_up(self) -> None:
        """Make a sheet that nobody sees: the next one need not wait for the library that draws, and for its fonts."""
        from desktop.printing.order import Order

        wanted = self._search.ids(Question(groups=(frozenset({Kind.LOCATION}),)))[:1]
        if wanted:
            self.make(Order(sheet="contact", wanted=wanted))

    def _dossiers(self, order: Order, sheet: Sheet, progress: Progress) -> tuple[Dossier, ...]:
        """What is on the sheet, read a batch at a time."""
        wanted = order.wanted
        found: list[Dossier] = []
        progress.tell(0, 0)
        if not wanted and sheet.takes_all:
            wanted = Question()
        ids = self._search.ids(wanted) if isinstance(wanted, Question) else tuple(dict.fromkeys(wanted))
        for start in range(0, len(ids), _BATCH):
            progress.tell(0, len(ids))
            found += self._catalogue.dossiers(ids[start : start + _BATCH])
        for dossier in found:
            if dossier.record.KIND not in sheet.kinds:
                raise WrongSheetError(
                    N_("The sheet “{sheet}” does not print “{name}”. Choose a record of another kind."),
                    sheet=Message(sheet.title),
                    name=dossier.record.name,
                )
        if sheet.key == "timeline" and not any(dossier.record.dates for dossier in found):
            raise WrongSheetError(N_("None of these records names a date, so there is no timeline of them."))
        return tuple(found)

    def save(self, paper: Paper, path: Path) -> None:
        """Write the PDF to `path`; raises `FileWriteError` and leaves no half file."""
        write_whole(path, paper.pdf)

    def _language(self, language: str) -> Translate:
        if not language or language == self._tr.language:
            return self._tr
        return load(self._supplies.translations, language)
