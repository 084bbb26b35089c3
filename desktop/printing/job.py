"""What a sheet is drawn from, all at once; cheap to read."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from desktop.domain.dossier import Dossier
from desktop.domain.office import Office
from desktop.domain.search import Question
from desktop.i18n import Translate
from desktop.printing.variant import NORMAL, Variant

Tell = Callable[[int, int], object]
"""Called with how many of how many pieces are done; it may raise to give the job up."""


def nobody(_done: int, _total: int) -> None:
    """Nobody asks how far a job is."""


class Job(Struct, frozen=True, kw_only=True):
    """The records in their order, for whom and on which day they are printed, and by which office.

    `logo` is a PNG; `next_step`, `columns` and `sections` are as ordered; `question` is what found the records.
    """

    title: str
    dossiers: tuple[Dossier, ...]
    tr: Translate
    today: date
    variant: Variant = NORMAL
    office: Office = Office()
    logo: bytes | None = None
    next_step: str = ""
    columns: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    question: Question | None = None
    tell: Tell = nobody
