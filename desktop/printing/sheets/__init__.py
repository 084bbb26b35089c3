"""All sheets there are; this list is cheap to read, ReportLab comes in with the first drawing."""

from collections.abc import Callable

from msgspec import Struct

from desktop.domain.dossier import Dossier
from desktop.domain.errors import N_, ExpectedError
from desktop.domain.record import RecordId
from desktop.domain.vocabulary import Kind
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.variant import Variant
from desktop.printing.visible import is_visible

__all__ = ["SHEETS", "Job", "Paper", "Sheet", "Variant", "draw", "sheet_of", "sheets_for"]

Drawing = Callable[[Job], Paper]


class NamelessRecordError(ExpectedError):
    """The name of a record shows nothing on paper."""

    def __init__(self, record_id: RecordId) -> None:
        super().__init__(
            N_("The name of the record “{id}” shows nothing on paper. Give it a name, then print again."), id=record_id
        )


class Sheet(Struct, frozen=True, kw_only=True):
    """A sheet, the kinds of record that it prints, and whether it is one list of many rather than a page for each.

    One that has `pages` prints the whole page of each record on as many at most, as far as small type can bring that
    about; any other is drawn by a module of its own. It `is_gathered` where it is ordered by itself and not from a
    record, and `has_letterhead` where the office stands above; one that `takes_all` shows, where none is named,
    everything there is.
    """

    key: str
    title: str
    kinds: frozenset[Kind]
    pages: int | None = None
    takes_many: bool = False
    is_gathered: bool = False
    has_letterhead: bool = False
    takes_all: bool = False


SHEETS: tuple[Sheet, ...] = (
    Sheet(
        key="contact",
        title=N_("Contact sheet"),
        kinds=frozenset({Kind.LOCATION, Kind.ORGANIZATION, Kind.PERSON}),
    ),
    Sheet(key="municipality", title=N_("Municipality summary"), kinds=frozenset({Kind.MUNICIPALITY}), pages=2),
    Sheet(key="practice", title=N_("Good-practice sheet"), kinds=frozenset({Kind.PRACTICE}), pages=2),
    Sheet(
        key="programme",
        title=N_("Overview sheet"),
        kinds=frozenset({Kind.PROGRAMME, Kind.TOPIC, Kind.NETWORK, Kind.PARTNER}),
        pages=4,
    ),
    Sheet(key="partners", title=N_("Partner list"), kinds=frozenset({Kind.PARTNER}), takes_many=True),
    Sheet(key="list", title=N_("List"), kinds=frozenset(Kind), takes_many=True, is_gathered=True),
    Sheet(key="handout", title=N_("Handout"), kinds=frozenset(Kind), is_gathered=True, has_letterhead=True),
    Sheet(key="comparison", title=N_("Comparison"), kinds=frozenset({Kind.MUNICIPALITY}), is_gathered=True),
    Sheet(key="timeline", title=N_("Timeline"), kinds=frozenset(Kind), is_gathered=True),
    Sheet(key="matrix", title=N_("Matrix"), kinds=frozenset({Kind.MUNICIPALITY}), is_gathered=True),
    Sheet(key="directory", title=N_("Directory"), kinds=frozenset(Kind), is_gathered=True, takes_all=True),
)


def sheets_for(kind: Kind) -> tuple[Sheet, ...]:
    """The sheets that are offered for a record of a kind, the most usual first."""
    return tuple(sheet for sheet in SHEETS if kind in sheet.kinds and not sheet.is_gathered)


def sheet_of(key: str) -> Sheet:
    """The sheet of that key."""
    return next(sheet for sheet in SHEETS if sheet.key == key)


def draw(key: str, job: Job) -> Paper:
    """The sheet of that key, in the order of its records; raises `UnprintableError`."""
    from desktop.printing.record import one_by_one

    for dossier in job.dossiers:
        _demand_names(dossier)
    pages = sheet_of(key).pages
    return one_by_one(job, pages=pages) if pages else _drawing(key)(job)


def _demand_names(dossier: Dossier) -> None:
    """A heading that shows nothing leads nobody anywhere; raises `NamelessRecordError`."""
    for record in (dossier.record, *dossier.locations, *dossier.persons):
        if any(not is_visible(name) for name in (record.name, record.short_name or record.name)):
            raise NamelessRecordError(record.id)


def _drawing(key: str) -> Drawing:
    """The function that draws a sheet; imported here, because ReportLab takes longer than the window may."""
    from desktop.printing.sheets import comparison, contact, directory, handout, listing, matrix, partners, timeline

    drawings: dict[str, Drawing] = {
        "comparison": comparison.draw,
        "contact": contact.draw,
        "directory": directory.draw,
        "handout": handout.draw,
        "list": listing.draw,
        "matrix": matrix.draw,
        "partners": partners.draw,
        "timeline": timeline.draw,
    }
    return drawings[key]
