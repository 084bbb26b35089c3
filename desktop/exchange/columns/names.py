"""How our own columns are called, in German and in English; the names are part of the format and stay as they are."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from desktop.domain.folding import plain
from desktop.exchange.columns.words import GERMAN

_NUMBERED = re.compile(r"(?P<field>[a-z]+)\.(?P<number>[0-9]+)\.(?P<part>[a-z_]+)")
_FURTHER = re.compile(r"(?P<key>.+)#(?P<piece>[0-9]+)")


class Name(NamedTuple):
    """A name in both languages; those of parts that a record may have several of have a gap for the number."""

    german: str
    english: str


def _reach(german: str, english: str, main: str) -> dict[str, Name]:
    """The columns of a number, an address or a link: itself, what it is for, and whether it still leads somewhere."""
    return {
        main: Name(f"{german} {{n}}", f"{english} {{n}}"),
        "label": Name(f"{german} {{n}} Bezeichnung", f"{english} {{n}} label"),
        "status": Name(f"{german} {{n}} Status", f"{english} {{n}} status"),
        "reason": Name(f"{german} {{n}} Grund", f"{english} {{n}} reason"),
    }


PARTS: dict[str, dict[str, Name]] = {
    "addresses": {
        "kind": Name("Adresse {n} Art", "Address {n} kind"),
        "care_of": Name("Adresse {n} bei", "Address {n} care of"),
        "street": Name("Adresse {n} Straße", "Address {n} street"),
        "postal_code": Name("Adresse {n} PLZ", "Address {n} postcode"),
        "town": Name("Adresse {n} Ort", "Address {n} town"),
        "district": Name("Adresse {n} Ortsteil", "Address {n} district"),
        "note": Name("Adresse {n} Hinweis", "Address {n} note"),
    },
    "phones": {
        "kind": Name("Nummer {n} Art", "Number {n} kind"),
        **_reach("Nummer", "Number", "raw"),
    },
    "emails": _reach("E-Mail", "E-mail", "address"),
    "links": {
        **_reach("Internet", "Website", "raw"),
        "proposal": Name("Internet {n} Vorschlag", "Website {n} proposal"),
    },
}
COLUMNS: dict[str, Name] = {
    "kind": Name("Art", "Kind"),
    "id": Name("Kennung", "Identifier"),
    "name": Name("Name", "Name"),
    "short_name": Name("Kurzname", "Short name"),
    "alternate_names": Name("Weitere Namen", "Also called"),
    "belongs": Name("Gehört zu (Kennung)", "Belongs to (identifier)"),
    "belongs_name": Name("Gehört zu", "Belongs to"),
    "status": Name("Status", "Status"),
    "level": Name("Ebene", "Level"),
    "place_role": Name("Art der Stelle", "Kind of place"),
    "legal_form": Name("Rechtsform", "Legal form"),
    "work_field": Name("Arbeitsfeld", "Field of work"),
    "organization_name": Name("Organisation der Person", "Organisation of the person"),
    "department": Name("Abteilung", "Department"),
    "person_role": Name("Funktion", "Position"),
    "ags": Name("Gemeindeschlüssel", "Official key"),
    "seat": Name("Sitz", "Seat"),
    "latitude": Name("Breitengrad", "Latitude"),
    "longitude": Name("Längengrad", "Longitude"),
    "inhabitants": Name("Einwohnerzahl", "Inhabitants"),
    "desk_name": Name("Name der Servicestelle", "Name of the desk"),
    "towns": Name("Städte", "Towns"),
    **{f"{field}.{{n}}.{part}": name for field, parts in PARTS.items() for part, name in parts.items()},
    "opening_hours": Name("Öffnungszeiten", "Opening hours"),
    "closures": Name("Schließtage", "Closed days"),
    "hours_note": Name("Hinweis zu den Öffnungszeiten", "About the opening hours"),
    "by_appointment": Name("Nur mit Termin", "By appointment"),
    "hours_of": Name("Öffnungszeiten wie (Kennung)", "Opening hours as (identifier)"),
    "languages": Name("Sprachen", "Languages"),
    "interpreter": Name("Sprachmittlung", "Interpreter"),
    "is_anonymous": Name("Anonym", "Anonymous"),
    "cost": Name("Kosten", "Cost"),
    "accessibility": Name("Barrierefreiheit", "Accessibility"),
    "required_documents": Name("Mitzubringen", "What to bring"),
    "summary": Name("Kurz gesagt", "In one sentence"),
    "subject_ids": Name("Themen (Kennungen)", "Topics (identifiers)"),
    "target_group_ids": Name("Zielgruppen (Kennungen)", "Target groups (identifiers)"),
    "related_ids": Name("Siehe auch (Kennungen)", "See also (identifiers)"),
    "translations": Name("Übersetzungen", "Translations"),
    "dates": Name("Daten", "Dates"),
    "description": Name("Worum es geht", "What it is about"),
    "context": Name("Hintergrund", "Background"),
    "tasks": Name("Aufgaben", "Tasks"),
    "aims": Name("Ziele", "Aims"),
    "target_groups": Name("Zielgruppen", "Target groups"),
    "offers": Name("Angebote", "Offers"),
    "legal_basis": Name("Rechtsgrundlage", "Legal basis"),
    "figures": Name("Zahlen", "Figures"),
    "fields_of_action": Name("Handlungsfelder", "Fields of action"),
    "approach": Name("Vorgehen", "Approach"),
    "working_groups": Name("Arbeitsgruppen", "Working groups"),
    "boards": Name("Gremien", "Boards"),
    "lead_units": Name("Federführung", "Lead units"),
    "partners": Name("Beteiligte Partner", "Partners involved"),
    "staff": Name("Personal", "Staff"),
    "measures": Name("Maßnahmen", "Measures"),
    "outlook": Name("Ergebnisse und Ausblick", "Results and outlook"),
    "method": Name("Methode", "Method"),
    "production_networks": Name("Integrationsketten", "Integration chains"),
    "eligibility": Name("Wer sich bewerben konnte", "Who could apply"),
    "selection": Name("Auswahl der Kommunen", "Choice of the municipalities"),
    "staffing": Name("Stellen je Kommune", "Posts for each municipality"),
    "scientific_support": Name("Wissenschaftliche Begleitung", "Scientific support"),
    "evaluation": Name("Evaluation", "Evaluation"),
    "toolbox": Name("Werkzeugkoffer", "Toolbox"),
    "training": Name("Fortbildungen", "Training"),
    "places": Name("Orte", "Places"),
    "carriers": Name("Träger", "Run by"),
    "funding": Name("Förderung", "Funding"),
    "people": Name("Personen", "People"),
    "voices": Name("Stimmen", "Voices"),
    "conditions": Name("Bedingungen", "Conditions"),
    "flags": Name("Zweifel", "Doubts"),
    "provenance.source": Name("Quelle (Kennung)", "Source (identifier)"),
    "provenance.lines": Name("Zeilen der Quelle", "Lines of the source"),
    "provenance.url": Name("Internetadresse der Quelle", "Web address of the source"),
    "provenance.as_of": Name("Stand", "As of"),
    "provenance.checked_on": Name("Geprüft am", "Checked on"),
    "provenance.checked_by": Name("Geprüft von", "Checked by"),
    "provenance.next_check": Name("Nächste Prüfung", "Next check"),
    "internal_note": Name("Interne Notiz", "Internal note"),
}
"""In the order of a table; a person reads what it is and how it is reached before all that is told of it."""


def header(key: str, language: str) -> str:
    """The name of a column; what is too long for one cell goes on in a column with a number behind its name."""
    if further := _FURTHER.fullmatch(key):
        return f"{header(further['key'], language)} ({further['piece']})"
    number = ""
    if part := _NUMBERED.fullmatch(key):
        key, number = f"{part['field']}.{{n}}.{part['part']}", part["number"]
    name = COLUMNS[key]
    return (name.german if language == GERMAN else name.english).replace("{n}", number)


def order(key: str) -> tuple[int, int, int, int]:
    """Where a column stands: parts by their number first, pieces of a text behind each other."""
    piece = 0
    if further := _FURTHER.fullmatch(key):
        key, piece = further["key"], int(further["piece"])
    part = _NUMBERED.fullmatch(key)
    if part is None:
        return _places()[key], 0, 0, piece
    first = _places()[f"{part['field']}.{{n}}.{next(iter(PARTS[part['field']]))}"]
    return first, int(part["number"]), list(PARTS[part["field"]]).index(part["part"]), piece


def key_of(name: str) -> str | None:
    """The column of ours that a header names, in either language."""
    spelled = plain(name)
    if (key := _by_name().get(spelled)) is not None:
        return key
    words = spelled.split()
    if words and words[-1].isdigit() and (key := _by_name().get(" ".join(words[:-1]))) and name.rstrip().endswith(")"):
        return f"{key}#{int(words[-1])}"
    for at, found in enumerate(words):
        if (
            found.isdigit()
            and len(found) < 4
            and (key := _by_name().get(" ".join([*words[:at], "n", *words[at + 1 :]])))
        ):
            return key.replace("{n}", str(int(found)))
    return None


@cache
def _by_name() -> dict[str, str]:
    return {plain(spelling): key for key, name in COLUMNS.items() for spelling in name}


@cache
def _places() -> dict[str, int]:
    return {key: place for place, key in enumerate(COLUMNS)}
