"""Workbooks are read as their cells show them; tricks are refused."""

import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop.domain.errors import ForeignFileError
from desktop.exchange.tables.opening import open_table
from desktop.exchange.tables.table import Row, Wanted

SHEET = "xl/worksheets/sheet1.xml"


def _workbook(folder: Path, *rows: Sequence[object]) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    path = folder / "mappe.xlsx"
    workbook.save(path)
    return path


def _rewritten(path: Path, name: str, content: bytes) -> Path:
    """The workbook with one part replaced or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, value in parts.items():
            archive.writestr(part, value)
    return path


def _rows(path: Path) -> list[Row]:
    return list(open_table(path).rows())


def test_values_are_read_as_people_write_them(tmp_path: Path) -> None:
    path = _workbook(
        tmp_path,
        ["Firma", "Tel.", "PLZ", "Stand", "Uhrzeit", "Geändert", "Aktiv", "Zahl"],
        ["JMD\nKöln", 2.31905e9, "01067", date(2026, 3, 1), time(8, 30), datetime(2026, 3, 1, 9, 5), True, 51.25],
    )
    (row,) = _rows(path)
    assert row == Row(2, ["JMD\nKöln", "2319050000", "01067", "2026-03-01", "08:30", "2026-03-01 09:05", "ja", "51.25"])


def test_no_formula_is_worked_out_and_one_without_a_value_is_told(tmp_path: Path) -> None:
    path = _workbook(tmp_path, ["Firma", "Summe", "Fehler"], ["JMD", '=HYPERLINK("http://x.de","x")', "#N/A"])
    (row,) = _rows(path)
    assert row == Row(2, ["JMD", "", ""], (1, 2))


def test_what_a_formula_showed_last_is_taken(tmp_path: Path) -> None:
    path = _workbook(tmp_path, ["Firma", "Summe"], ["JMD", "=1+1"])
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read(SHEET)
    (row,) = _rows(_rewritten(path, SHEET, sheet.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")))
    assert row == Row(2, ["JMD", "2"])


def test_the_first_sheet_that_holds_something_is_read_unless_another_is_wanted(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for title, name in (("Erste", "JMD"), ("Zweite", "AWO")):
        sheet = workbook.create_sheet(title)
        sheet.append(["Firma", "Ort"])
        sheet.append([name, "Moers"])
    path = tmp_path / "mappe.xlsx"
    workbook.save(path)
    table = open_table(path)
    assert table.detected.sheet == "Erste"
    assert table.detected.sheets == ("Sheet", "Erste", "Zweite")
    (row,) = open_table(path, Wanted(sheet="Zweite")).rows()
    assert row.cells == ["AWO", "Moers"]


def test_title_lines_and_gaps_are_passed_over(tmp_path: Path) -> None:
    path = _workbook(tmp_path, ["Liste der Stellen"], [], ["Firma", "Ort"], ["JMD", "Köln"], [], ["AWO", None])
    table = open_table(path)
    assert (table.header, table.detected.header_row) == (("Firma", "Ort"), 3)
    assert [row.place for row in table.rows()] == [4, 6]


def _hiding(path: Path, *places: int) -> Path:
    """The workbook with some rows of its first sheet hidden, as a filter does it."""
    workbook = openpyxl.load_workbook(path)
    for place in places:
        workbook.worksheets[0].row_dimensions[place].hidden = True
    workbook.save(path)
    return path


def test_hidden_rows_are_counted_and_read_like_the_others(tmp_path: Path) -> None:
    path = _workbook(tmp_path, ["Firma", "Summe"], ["JMD", 1], ["AWO", 2], ["Amt", 3], [None, "=1+1"])
    table = open_table(_hiding(path, 2, 4, 5))
    assert table.detected.hidden == 3
    assert [row.place for row in table.rows()] == [2, 3, 4, 5]


def test_hidden_rows_without_anything_in_them_and_those_above_the_header_do_not_count(tmp_path: Path) -> None:
    path = _hiding(
        _workbook(tmp_path, ["Liste"], ["Firma", "Ort"], ["JMD", "Moers"], [], ["AWO", "Köln"]), 1, 4, 5, 900
    )
    assert open_table(path).detected.hidden == 1
    assert open_table(path, Wanted(header_row=0)).detected.hidden == 2


def test_hidden_columns_and_the_rows_of_other_sheets_are_no_hidden_rows(tmp_path: Path) -> None:
    path = _workbook(tmp_path, ["Firma", "Ort"], ["JMD", "Moers"])
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0].column_dimensions["B"].hidden = True
    second = workbook.create_sheet("Zweite")
    for row in (["Firma", "Ort"], ["AWO", "Köln"]):
        second.append(row)
    second.row_dimensions[2].hidden = True
    workbook.save(path)
    assert open_table(path).detected.hidden == 0
    assert open_table(path, Wanted(sheet="Zweite")).detected.hidden == 1


def test_hidden_columns_are_named_and_read_like_the_others(tmp_path: Path) -> None:
    path = _workbook(tmp_path, ["Liste"], ["Firma", "Ort", "Privat", "Leer"], ["JMD", "Moers", "0170"], ["AWO", "=1+1"])
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0].column_dimensions.group("B", "D", hidden=True)
    workbook.save(path)
    table = open_table(path)
    assert (table.detected.hidden, table.detected.hidden_columns) == (0, ("Ort", "Privat"))
    assert [row.cells for row in table.rows()] == [["JMD", "Moers", "0170"], ["AWO", ""]]


def test_a_hidden_column_above_the_header_alone_or_without_a_name_is_told_by_its_letters(tmp_path: Path) -> None:
    rows = [["", "Stand 2026", *[""] * 25, "geheim"], ["Firma", "", "Ort"], ["JMD", "", "Moers", *[""] * 24, "x"]]
    workbook = openpyxl.load_workbook(_workbook(tmp_path, *rows))
    for letter in ("B", "AB"):
        workbook.worksheets[0].column_dimensions[letter].hidden = True
    workbook.save(tmp_path / "mappe.xlsx")
    assert open_table(tmp_path / "mappe.xlsx", Wanted(header_row=2)).detected.hidden_columns == ("AB",)


def test_cells_that_do_not_say_their_place_are_counted(tmp_path: Path) -> None:
    path = _workbook(tmp_path, ["Firma", "Privat"], ["JMD", "0170"])
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read(SHEET)
    sheet = re.sub(rb'<c r="[A-Z]+\d+"', b"<c", sheet)
    sheet = sheet.replace(b"<sheetData>", b'<cols><col min="2" max="16384" hidden="1"/></cols><sheetData>')
    assert open_table(_rewritten(path, SHEET, sheet)).detected.hidden_columns == ("Privat",)


def test_rows_that_libreoffice_hides_are_found_too(tmp_path: Path) -> None:
    path = _workbook(tmp_path, ["Firma"], ["JMD"], ["AWO"])
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read(SHEET)
    shown, hidden = b'<row hidden="false" r="2"', b'<row hidden="true" customFormat="false" r="3"'
    sheet = sheet.replace(b'<row r="2"', shown).replace(b'<row r="3"', hidden)
    assert open_table(_rewritten(path, SHEET, sheet)).detected.hidden == 1


def test_a_sheet_with_hidden_rows_that_breaks_off_is_refused(tmp_path: Path) -> None:
    path = _hiding(_workbook(tmp_path, ["Firma"], *[[f"JMD {number}"] for number in range(3_000)]), 2)
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read(SHEET)
    with pytest.raises(ForeignFileError, match="damaged"):
        open_table(_rewritten(path, SHEET, sheet[: len(sheet) // 2]))


def test_what_is_hidden_beyond_the_limits_is_not_looked_for_and_its_rows_are_refused(tmp_path: Path) -> None:
    row = '<row r="{0}" hidden="1"><c r="A{0}" t="inlineStr"><is><t>JMD {0}</t></is></c></row>'
    rows = "".join(row.format(number) for number in (1, 2, *range(250_001, 270_000)))
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:A2"/>'
        f"<sheetData>{rows}<damaged"
    )
    table = open_table(_rewritten(_workbook(tmp_path, ["Firma"]), SHEET, sheet.encode()), Wanted(header_row=1))
    assert table.detected.hidden == 1
    with pytest.raises(ForeignFileError, match="more than"):
        list(table.rows())


def test_a_row_of_more_cells_than_a_table_may_have_is_refused_and_not_searched(tmp_path: Path) -> None:
    rows = [["Firma"], *[["JMD"]] * 60, ["x"] * 2_001, ["AWO"]]
    path = _hiding(_workbook(tmp_path, *rows), 2)
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0].column_dimensions.group("BXY", "BYA", hidden=True)
    workbook.save(path)
    table = open_table(path)
    assert (table.detected.hidden, table.detected.hidden_columns) == (1, ())
    with pytest.raises(ForeignFileError, match="more than"):
        list(table.rows())


BILLION = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    b'<c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>'
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    b'<c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>'
)
FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>Firma</t></is></c></row>'
    b'<row r="999999999"><c r="A999999999" t="inlineStr"><is><t>JMD</t></is></c></row></sheetData></worksheet>'
)
WIDE = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="XFD1" t="inlineStr"><is><t>Firma</t></is></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    "sheet",
    [BILLION, OUTSIDE, FAR, WIDE, b"", b"<worksheet>", b"\xff\xfe\x00", b"<a/>"],
    ids=["entities", "outside", "far", "wide", "empty", "cut", "noise", "other"],
)
def test_tricks_and_damage_are_refused(tmp_path: Path, sheet: bytes) -> None:
    path = _rewritten(_workbook(tmp_path, ["Firma"], ["JMD"]), SHEET, sheet)
    with pytest.raises(ForeignFileError):
        _rows(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_tricks_in_other_parts_are_refused(tmp_path: Path, part: str) -> None:
    path = _workbook(tmp_path, ["Firma"], ["JMD"])
    with pytest.raises(ForeignFileError):
        _rows(_rewritten(path, part, BILLION))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = _rewritten(_workbook(tmp_path, ["Firma"], ["JMD"]), SHEET, b" " * 80_000_000)
    assert path.stat().st_size < 200_000
    with pytest.raises(ForeignFileError, match="far more room"):
        open_table(path)


@pytest.mark.parametrize("parts", [("urlaub.jpg",), ("liste.csv", "brief.txt"), ()])
def test_an_archive_of_other_files_is_called_one_and_is_to_be_unpacked(tmp_path: Path, parts: Sequence[str]) -> None:
    path = _archive(tmp_path / "Fotos.zip", *parts)
    with pytest.raises(ForeignFileError, match=r"archive, not a table.*Unpack it") as told:
        open_table(path)
    assert told.value.message.params["name"] == "Fotos.zip"


def test_a_workbook_of_libreoffice_itself_is_to_be_saved_as_another_kind(tmp_path: Path) -> None:
    path = _archive(tmp_path / "liste.ods", "mimetype", "content.xml", "styles.xml")
    with pytest.raises(ForeignFileError, match=r"no workbook.*LibreOffice"):
        open_table(path)


def _archive(path: Path, *parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for part in parts:
            archive.writestr(part, "Hallo")
    return path


def test_a_workbook_that_ends_too_early_is_refused(tmp_path: Path) -> None:
    path = _workbook(tmp_path, ["Firma", "Ort"], *[[f"JMD {number}", "Köln"] for number in range(500)])
    content = path.read_bytes()
    for length in range(4, len(content), len(content) // 25):
        path.write_bytes(content[:length])
        with pytest.raises(ForeignFileError):
            _rows(path)
