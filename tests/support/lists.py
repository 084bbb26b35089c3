"""Lists of offices, as Excel keeps them."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from desktop.domain.reach import Reachable
from desktop.domain.record import Record

HEADER = ("Einrichtung", "Straße", "PLZ", "Ort", "Telefon", "E-Mail", "Notiz")


def fifty_rows(path: Path, here: Sequence[Record]) -> Path:
    """Fifty rows, eight of which have the number of a contact point that is here."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    reached = [record for record in here if isinstance(record, Reachable) and record.phones][:8]
    for record in reached:
        town = record.addresses[0].town if record.addresses else None
        sheet.append((f"Beratung {town or record.name}", None, None, None, record.phones[0].raw, None, "aus der Liste"))
    for at in range(50 - len(reached)):
        street, phone = f"Hafenweg {at + 1}", f"02841 88{at:04}"
        sheet.append((f"Beratungsstelle {at}", street, 47441, "Moers", phone, f"stelle{at}@beratung.example", None))
    book.save(path)
    return path
