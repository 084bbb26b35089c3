"""The municipality summary: all that is known of a model municipality, and what is not, on two pages at most."""

from collections.abc import Sequence
from datetime import date

from desktop.domain.dossier import Dossier
from desktop.i18n import Translate
from desktop.printing.document import bind
from desktop.printing.paper import Paper
from desktop.printing.record import section
from desktop.printing.variant import NORMAL, Variant


def draw(title: str, dossiers: Sequence[Dossier], tr: Translate, today: date, variant: Variant = NORMAL) -> Paper:
    """All sections of each municipality on two pages at most; the longest are set in smaller type."""
    return bind(title, [section(dossier, tr, variant, pages=2) for dossier in dossiers], tr, today)
