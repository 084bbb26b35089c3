"""The overview sheet: programme, further topics of the Land, the partner network, a single partner."""

from collections.abc import Sequence
from datetime import date

from desktop.domain.dossier import Dossier
from desktop.i18n import Translate
from desktop.printing.document import bind
from desktop.printing.paper import Paper
from desktop.printing.record import section
from desktop.printing.variant import NORMAL, Variant


def draw(title: str, dossiers: Sequence[Dossier], tr: Translate, today: date, variant: Variant = NORMAL) -> Paper:
    """Pages for each record."""
    return bind(title, [section(dossier, tr, variant, pages=4) for dossier in dossiers], tr, today)
