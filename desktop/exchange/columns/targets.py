"""What the columns of a table may mean, named so that a person can choose."""

from __future__ import annotations

from typing import NamedTuple

from desktop.exchange.columns.names import COLUMNS, Name, header
from desktop.exchange.columns.words import GERMAN

_NUMBERS = 3
"""So many numbers, addresses and links have choices of their own."""
FOREIGN: dict[str, Name] = {
    "organization": Name("Name der Organisation", "Name of the organisation"),
    "contact": Name("Ansprechperson der Organisation", "Person to ask for"),
    "person": Name("Name der Person", "Name of the person"),
    "name_prefix": Name("Titel der Person", "Title of the person"),
    "given_name": Name("Vorname", "Given name"),
    "middle_name": Name("Weiterer Vorname", "Middle name"),
    "family_name": Name("Nachname", "Family name"),
    "name_suffix": Name("Namenszusatz", "Name suffix"),
    "phone": Name("Telefon", "Telephone"),
    "mobile": Name("Mobil", "Mobile"),
    "fax": Name("Fax", "Fax"),
    "hotline": Name("Hotline", "Hotline"),
    "email": Name("E-Mail", "E-mail"),
    "link": Name("Internet", "Website"),
    "street": Name("Straße und Hausnummer", "Street and house number"),
    "care_of": Name("Adresszusatz", "Further line of the address"),
    "po_box": Name("Postfach", "PO box"),
    "postal_code": Name("PLZ", "Postcode"),
    "town": Name("Ort", "Town"),
    "district": Name("Ortsteil", "District"),
    "postal_town": Name("Anschrift in einer Zelle", "Address in one cell"),
    "spoken": Name("Sprachen, durch Kommas getrennt", "Languages, separated by commas"),
    "country": Name("Staat", "Country"),
}


class Target(NamedTuple):
    """A meaning and its name."""

    key: str
    label: str


def targets(language: str) -> tuple[Target, ...]:
    """All that a column may mean: what lists of offices have first, then all columns of our own."""
    foreign = [Target(key, label(key, language)) for key in FOREIGN]
    own = [
        Target(key.replace("{n}", str(number)), label(key.replace("{n}", str(number)), language))
        for key in COLUMNS
        if key != "belongs_name"
        for number in range(1, _NUMBERS + 1 if "{n}" in key else 2)
    ]
    return (*foreign, *own)


def label(key: str, language: str) -> str:
    """The name of a meaning."""
    if key in FOREIGN:
        return FOREIGN[key].german if language == GERMAN else FOREIGN[key].english
    if key.startswith("addresses.") and key.endswith(".country"):
        return label("country", language)
    return header(key, language)
