"""Which sections of municipalities a comparison has; cheap to read, for windows offer them."""

from collections.abc import Sequence

from desktop.domain.municipality import Municipality
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.pages.words import section_label

FACTS, DATES, DOUBTS = "facts", "dates", "doubts"
USUAL = ("target_groups", "aims", "fields_of_action", "boards", "lead_units", "partners", DATES)
"""What coordinators compare first."""


def sections(tr: Translate) -> tuple[tuple[str, str], ...]:
    """The word in orders and the heading of everything that can be compared, in the order of the page."""
    named = tuple((name, section_label(Kind.MUNICIPALITY, name, tr)) for name in Municipality.SECTIONS)
    return (
        (FACTS, tr("Facts at a glance")),
        *named,
        (DATES, tr("Dates")),
        (DOUBTS, tr("To be checked")),
    )


def headings(chosen: Sequence[str], tr: Translate) -> frozenset[str]:
    """The headings of the chosen sections, or of the usual ones."""
    wanted = chosen or USUAL
    return frozenset(heading for key, heading in sections(tr) if key in wanted)
