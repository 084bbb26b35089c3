"""What a list was narrowed to, in words."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from desktop.domain.dossier import Dossier
from desktop.domain.errors import N_
from desktop.domain.search import UNSTATED, Question
from desktop.domain.translation import into
from desktop.domain.vocabulary import Level, LocationRole, MunicipalityKind, PartnerKind, Status, label
from desktop.i18n import Translate
from desktop.pages.words import day_text


class _Facet(NamedTuple):
    """The name of what can be filtered by, and the words of its values where they are a closed list."""

    name: str
    words: tuple[type[StrEnum], ...] = ()


_FACETS = {
    "target_group": _Facet(N_("Target group")),
    "subject": _Facet(N_("Topic")),
    "level": _Facet(N_("Level"), (Level,)),
    "role": _Facet(N_("Kind of place"), (LocationRole,)),
    "kind": _Facet(N_("Kind"), (PartnerKind, MunicipalityKind)),
    "place": _Facet(N_("Place")),
    "language": _Facet(N_("Language")),
    "anonymous": _Facet(N_("Anonymous advice")),
}
_ANSWERS = {"yes": N_("yes"), "no": N_("no"), UNSTATED: N_("no statement")}


def told(question: Question, dossiers: Iterable[Dossier], tr: Translate) -> tuple[str, ...]:
    """A text for the search and for each filter; none where all records were asked for."""
    found = list(_told(question, list(dossiers), tr))
    if found and question.filters and question.filters.takes_unstated:
        found.append(tr("also records that say nothing about it"))
    return tuple(found)


def _told(question: Question, dossiers: list[Dossier], tr: Translate) -> Iterator[str]:
    if question.text.strip():
        yield tr("Searched for: {text}", text=question.text.strip())
    for key, values in question.filters.facets.items():
        if values:
            named = tr(", ").join(_value(key, value, dossiers, tr) for value in values)
            yield f"{tr(_FACETS[key].name)}: {named}" if key in _FACETS else named
    if question.filters.only_archived:
        yield tr(label(Status.ARCHIVED))
    if question.filters.older_than:
        yield tr("As of: before {date}", date=day_text(question.filters.older_than, tr))


def _value(key: str, value: str, dossiers: Iterable[Dossier], tr: Translate) -> str:
    """What a person reads for a value; the names of terms stand in the records themselves."""
    if value in _ANSWERS:
        return tr(_ANSWERS[value])
    for words in _FACETS[key].words if key in _FACETS else ():
        if value in set(words):
            return tr(label(words(value)))
    terms = (term for found in dossiers for term in (*found.subjects, *found.target_groups))
    term = next((term for term in terms if term.id == value), None)
    if term is None:
        return value
    translation = into(tr.language, term.translations)
    return translation.text if translation else term.name
