"""A file is told by what it holds, and its columns by what they meant the last time."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.domain.errors import ForeignFileError
from desktop.domain.incoming import Entry, Stamp
from desktop.services.importing.mappings import Mappings
from desktop.services.importing.opening import RecordsFile, TableFile, Wanted, open_file

_CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Beratung am Hafen\r\nORG:Diakonie\r\nEND:VCARD\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_cards_are_cards_whatever_the_file_is_called(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "kontakte.csv"
    path.write_bytes(_CARD.encode(encoding))
    assert isinstance(open_file(path), RecordsFile)


def test_a_table_is_a_table_and_its_columns_are_proposed(tmp_path: Path) -> None:
    path = tmp_path / "liste.vcf"
    path.write_text("Einrichtung;Telefon;Ort\nHafenberatung;02841 4711;Moers\n", encoding="cp1252")
    found = open_file(path)
    assert isinstance(found, TableFile)
    assert found.table.header == ("Einrichtung", "Telefon", "Ort")
    assert found.proposed[1] == "phone"
    (one,) = [entry for entry in found.entries(found.proposed, Stamp(None)) if isinstance(entry, Entry)]
    assert one.record.name == "Hafenberatung"
    assert [row.cells[0] for row in found.first] == ["Hafenberatung"]


def _workbook(folder: Path, sheets: dict[str, list[list[str]]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "mappe.xlsx"
    book.save(path)
    return path


_STATES = [["Einrichtung", "Telefon"], ["Hafenberatung", "02841 4711"]]


@pytest.mark.parametrize(
    "cover",
    [
        [],
        [["Adressen der Stadt Moers"], ["Stand: Mai 2026"]],
        [["Ansprechpartner", "Frau Beispiel"], ["Zimmer", "Nord"]],
    ],
)
def test_the_sheet_with_the_table_is_read_first_whatever_stands_before_it(
    tmp_path: Path, cover: list[list[str]]
) -> None:
    found = open_file(_workbook(tmp_path, {"Titel": cover, "Stellen": _STATES, "Archiv": _STATES}))
    assert isinstance(found, TableFile)
    assert (found.table.detected.sheet, found.proposed) == ("Stellen", ("organization", "phone"))
    assert found.table.detected.sheets == ("Titel", "Stellen", "Archiv")


def test_where_no_names_are_known_the_first_sheet_is_read_and_any_other_if_it_is_wanted(tmp_path: Path) -> None:
    strange = [["Wer da", "Was dort"], ["Hafenberatung", "ja"]]
    path = _workbook(tmp_path, {"Leer": [], "Erstes": strange, "Zweites": strange, "Stellen": _STATES[:1]})
    for wanted, sheet in ((None, "Stellen"), (Wanted(sheet="Zweites"), "Zweites")):
        found = open_file(path, wanted)
        assert isinstance(found, TableFile)
        assert found.table.detected.sheet == sheet
    found = open_file(_workbook(tmp_path, {"Leer": [], "Erstes": strange, "Zweites": strange}))
    assert isinstance(found, TableFile)
    assert found.table.detected.sheet == "Erstes"


def test_what_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    for path in (tmp_path / "fehlt.csv", tmp_path):
        with pytest.raises(ForeignFileError):
            open_file(path)


def test_columns_are_remembered_by_their_names(tmp_path: Path) -> None:
    mappings = Mappings(tmp_path / "columns.json")
    assert mappings.find(("A", "B")) is None
    mappings.remember(("A", "B"), ("phone", None))
    mappings.remember(("B", "A"), (None, "email"))
    assert Mappings(tmp_path / "columns.json").find(("A", "B")) == ("phone", None)


@pytest.mark.parametrize("spoilt", [b"", b"{", b'[{"header":["A"],"targets":[]}]', b"\xff\xfe"])
def test_a_spoilt_memory_of_columns_counts_as_empty(tmp_path: Path, spoilt: bytes) -> None:
    path = tmp_path / "columns.json"
    path.write_bytes(spoilt)
    mappings = Mappings(path)
    assert mappings.find(("A",)) is None
    mappings.remember(("A",), ("phone",))
    assert mappings.find(("A",)) == ("phone",)


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    mappings = Mappings(tmp_path / "fehlt" / "columns.json")
    mappings.remember(("A",), ("phone",))
    assert mappings.find(("A",)) is None


def test_what_was_exported_as_json_is_told_from_open_referral(tmp_path: Path) -> None:
    own, other = tmp_path / "katalog.txt", tmp_path / "hsds.txt"
    own.write_text('{"format":"wegweiser-catalogue","version":1,"records":[]}', encoding="utf-8")
    other.write_text('[{"id":"1","name":"Diakonie","description":"Hilft."}]', encoding="utf-8")
    ours, theirs = open_file(own), open_file(other)
    assert isinstance(ours, RecordsFile)
    assert isinstance(theirs, RecordsFile)
    assert list(ours.entries(Stamp(None))) == []
    assert [entry.record.name for entry in theirs.entries(Stamp(None)) if isinstance(entry, Entry)] == ["Diakonie"]
