"""The good-practice sheet: what was done, by whom, and whom to ask."""

from collections.abc import Sequence
from datetime import date

from desktop.domain.dossier import Dossier
from desktop.i18n import Translate
from desktop.printing.document import bind
from desktop.printing.paper import Paper
from desktop.printing.record import section
from desktop.printing.variant import NORMAL, Variant


def draw(title: str, dossiers: Sequence[Dossier], tr: Translate, today: date, variant: Variant = NORMAL) -> Paper:
    """Two pages at most for each practice, unless it says more than any of today's."""
    return bind(title, [section(dossier, tr, variant, pages=2) for dossier in dossiers], tr, today)
