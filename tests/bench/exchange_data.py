"""A list such as offices keep: contact points of carriers with address, number and mail address."""

import csv
from pathlib import Path

from tests.bench.search_data import titles

HEADER = ("Träger", "Einrichtung", "Straße", "PLZ", "Ort", "Telefon", "E-Mail")
_OF_ONE_BODY = 20
_TWICE, _HERE = 50, 1_000
_TOWNS = ("Moers", "Köln", "Dortmund", "Essen", "Herne", "Münster", "Paderborn", "Wuppertal", "Bonn", "Rheine")
_AREAS = ("02841", "0221", "0231", "0201", "02323", "0251", "05251", "0202", "0228", "05971")


def write_list(path: Path, count: int) -> None:
    """So many rows; every fiftieth has the number of the one before it, every thousandth one that is here."""
    names = titles(count)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(HEADER)
        writer.writerows(_row(number, name) for number, name in enumerate(names))


def _row(number: int, name: str) -> tuple[str, ...]:
    body, at = number - number % _OF_ONE_BODY, number % len(_TOWNS)
    reached = number - 1 if number % _TWICE == 1 else number
    phone = "0231 9058-0" if number % _HERE == 999 else f"{_AREAS[at]} {400_000 + reached}"
    street = f"Hauptstraße {number % 300 + 1}"
    return f"Träger {body}", name, street, f"{40_000 + at}", _TOWNS[at], phone, f"stelle{number}@traeger{body}.example"
