"""The words of a table for values of closed lists; they are part of the format and stay as they are."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from desktop.domain.folding import plain
from desktop.domain.vocabulary import (
    LABELS,
    AddressKind,
    DateRelation,
    FlagKind,
    Kind,
    Level,
    LocationRole,
    MunicipalityKind,
    PartnerKind,
    PhoneKind,
    ReachStatus,
    Status,
    Weekday,
)

GERMAN = "de"
_GERMAN: dict[type[StrEnum], tuple[str, ...]] = {
    Kind: (
        *("Programm", "Modellkommune", "Weiteres Landesthema", "Organisation", "Kontaktstelle", "Ansprechperson"),
        *("Gute Praxis", "Partnernetzwerk", "Partner"),
    ),
    Status: ("aktiv", "beendet", "archiviert"),
    Level: ("Bund", "Land", "Kreis", "Kommune", "Freier Träger"),
    MunicipalityKind: ("Kreis", "Kreisfreie Stadt", "Kreisangehörige Stadt"),
    LocationRole: ("Zentrale", "Außenstelle", "Büro", "Nur im Netz"),
    PartnerKind: (
        *("Stadt oder Gemeinde", "Kreis", "Bezirksregierung", "Landschaftsverband", "Jobcenter", "Wohlfahrtsverband"),
        *("Bildung", "Kultur und Medien", "Sport", "Polizei", "Wirtschaft", "Verkehr", "Zivilgesellschaft"),
        "Kooperation von Kommunen",
    ),
    PhoneKind: ("Telefon", "Mobil", "Fax", "Hotline"),
    ReachStatus: ("in Gebrauch", "zweifelhaft", "nicht mehr erreichbar"),
    AddressKind: ("Besuchsanschrift", "Postanschrift"),
    FlagKind: (
        *("Tote Nummer", "Linkziel fehlt", "Zweifelhaft", "Möglicherweise veraltet", "Beendet"),
        *("Fehlt in der Quelle", "Schreibfehler in der Quelle", "Abweichende Schreibweise", "In der Quelle mehrdeutig"),
    ),
    Weekday: ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    DateRelation: ("am", "ab", "bis"),
}
"""In the order of the lists."""


def word(value: StrEnum, language: str) -> str:
    """The word for a value, in German or in English."""
    return _words(type(value), language)[value]


def meant(values: type[StrEnum], text: str) -> StrEnum:
    """The value that a cell names in German, in English or by its own word; raises `ValueError`."""
    found = _meanings(values).get(plain(text))
    if found is None:
        raise ValueError(text)
    return found


@cache
def _words(values: type[StrEnum], language: str) -> dict[StrEnum, str]:
    if language == GERMAN:
        return dict(zip(values, _GERMAN[values], strict=True))
    return {value: LABELS.get(values, {}).get(value, value.value) for value in values}


@cache
def _meanings(values: type[StrEnum]) -> dict[str, StrEnum]:
    """The value by every spelling that names it; what two values share names the first."""
    found: dict[str, StrEnum] = {}
    for value in values:
        for spelling in (_words(values, GERMAN)[value], _words(values, "en")[value], value.value):
            found.setdefault(plain(spelling), value)
    return found
