"""The words that pages use for sections, answers and dates."""

from datetime import date

from desktop.domain.errors import N_
from desktop.domain.record import DatedFact
from desktop.domain.vocabulary import DateRelation, Kind
from desktop.i18n import Translate

SECTION_LABELS = {
    "context": N_("Background"),
    "target_groups": N_("Target groups"),
    "aims": N_("Aims"),
    "fields_of_action": N_("Fields of action"),
    "approach": N_("Approach"),
    "working_groups": N_("Working groups"),
    "boards": N_("Boards"),
    "lead_units": N_("Lead units"),
    "partners": N_("Partners involved"),
    "staff": N_("Staff"),
    "measures": N_("Measures"),
    "outlook": N_("Results and outlook"),
    "method": N_("Method: case management"),
    "production_networks": N_("Integration chains and production networks"),
    "eligibility": N_("Who could apply"),
    "selection": N_("How the municipalities were chosen"),
    "staffing": N_("Posts for each municipality"),
    "scientific_support": N_("Scientific support"),
    "evaluation": N_("Evaluation"),
    "toolbox": N_("Toolbox"),
    "training": N_("Training"),
    "tasks": N_("Tasks"),
    "offers": N_("Offers"),
    "legal_basis": N_("Legal basis"),
    "figures": N_("Figures"),
    "description": N_("What it is about"),
    "places": N_("Places"),
    "carriers": N_("Run by"),
    "funding": N_("Funding"),
    "people": N_("People"),
    "voices": N_("Voices"),
    "conditions": N_("Conditions"),
}
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_WHEN = {
    (DateRelation.ON, "year"): N_("{date}"),
    (DateRelation.ON, "month"): N_("{date}"),
    (DateRelation.ON, "day"): N_("{date}"),
    (DateRelation.FROM, "year"): N_("from {date}"),
    (DateRelation.FROM, "month"): N_("from {date}"),
    (DateRelation.FROM, "day"): N_("from {date}"),
    (DateRelation.UNTIL, "year"): N_("until the end of {date}"),
    (DateRelation.UNTIL, "month"): N_("until {date}"),
    (DateRelation.UNTIL, "day"): N_("until {date}"),
}
_PRECISIONS = ("year", "month", "day")
_SPECIAL_SECTION_LABELS = {
    (Kind.PRACTICE, "offers"): N_("What is done"),
    (Kind.PRACTICE, "aims"): N_("What it wants to achieve"),
    (Kind.PROGRAMME, "boards"): N_("Steering"),
    (Kind.NETWORK, "context"): N_("Why the network exists"),
}


def section_label(kind: Kind, section: str, tr: Translate) -> str:
    """The heading of a section, which may differ with the kind of record."""
    return tr(_SPECIAL_SECTION_LABELS.get((kind, section), SECTION_LABELS[section]))


def number_text(number: int, tr: Translate) -> str:
    """A whole number with the mark that the language sets between thousands: `12.000`."""
    return tr.number(number)


def day_text(day: date, tr: Translate) -> str:
    """A full date as the language writes it: `19.10.2022`."""
    return tr("{year}-{month:02d}-{day:02d}", day=day.day, month=day.month, year=day.year)


def when_text(fact: DatedFact, tr: Translate) -> str:
    """The date of a fact, as exact as it is known: `01.06.2018`, `from March 2018`, `until the end of 2019`."""
    return tr(_WHEN[fact.relation, _PRECISIONS[fact.date.count("-")]], date=date_text(fact, tr))


def date_text(fact: DatedFact, tr: Translate) -> str:
    """The date alone, whatever happened on it, from it or until it."""
    year, *rest = (int(part) for part in fact.date.split("-"))
    if len(rest) == 2:
        return day_text(date(year, *rest), tr)
    return f"{tr(_MONTHS[rest[0] - 1])}\u00a0{year}" if rest else str(year)


def answer(value: bool, tr: Translate, *, is_limited: bool = False) -> str:
    """Yes or no, or a yes that does not hold for everything; unknown never comes this far."""
    if value and is_limited:
        return tr("yes, with limits")
    return tr("yes") if value else tr("no")
