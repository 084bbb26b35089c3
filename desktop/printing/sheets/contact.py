"""The contact sheet: how to reach someone and what they are responsible for, to be put into a client's hand."""

from collections.abc import Sequence
from datetime import date

from desktop.domain.dossier import Dossier
from desktop.i18n import Translate
from desktop.printing.document import bind
from desktop.printing.paper import Paper
from desktop.printing.record import section
from desktop.printing.variant import NORMAL, Variant


def draw(title: str, dossiers: Sequence[Dossier], tr: Translate, today: date, variant: Variant = NORMAL) -> Paper:
    """A page for each contact; an organisation with many locations may take a second one."""
    return bind(title, [section(dossier, tr, variant, pages=1) for dossier in dossiers], tr, today)
