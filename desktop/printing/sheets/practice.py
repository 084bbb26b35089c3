"""The good-practice sheet: what was done, by whom, and whom to ask."""

from collections.abc import Sequence
from datetime import date

from desktop.domain.dossier import Dossier
from desktop.i18n import Translate
from desktop.printing.document import bind
from desktop.printing.paper import Paper
from desktop.printing.record import section


def draw(title: str, dossiers: Sequence[Dossier], tr: Translate, today: date) -> Paper:
    """Two pages at most for each practice, unless it says more than any of today's."""
    return bind(title, [section(dossier, tr, pages=2) for dossier in dossiers], tr, today)
