"""Tables for other programs open as those programs expect, and nothing in them is ever calculated."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.outgoing import Outgoing
from desktop.domain.record import Record
from desktop.exchange.columns.writing import write_excel_csv, write_plain_csv, write_xlsx
from desktop.i18n import load
from tests.support.places import TRANSLATIONS

GERMAN, ENGLISH = load(TRANSLATIONS, "de"), load(TRANSLATIONS, "en")


def _out(catalogue: Catalogue, *records: Record) -> Outgoing:
    beside = {record.id: record for record in catalogue.records}
    return Outgoing(
        records or catalogue.records, beside, catalogue.subjects, catalogue.target_groups, catalogue.sources
    )


@pytest.fixture
def koeln(catalogue: Catalogue) -> Location:
    found = next(record for record in catalogue.records if record.id == "bamf-koeln")
    assert isinstance(found, Location)
    return found


def _text(out: Outgoing, *, is_plain: bool = False) -> bytes:
    file = BytesIO()
    (write_plain_csv if is_plain else write_excel_csv)(out, file, GERMAN)
    assert not file.closed
    return file.getvalue()


def test_csv_for_excel_has_its_mark_semicolons_and_german_names(catalogue: Catalogue, koeln: Location) -> None:
    content = _text(_out(catalogue, koeln))
    assert content.startswith(b"\xef\xbb\xbfArt;Kennung;Name;")
    head, row = content.decode("utf-8-sig").splitlines()[:2]
    cells = dict(zip(head.split(";"), row.split(";"), strict=False))
    assert (cells["Art"], cells["Kennung"]) == ("Kontaktstelle", "bamf-koeln")
    assert cells["Gehört zu"] == "Bundesamt für Migration und Flüchtlinge"
    assert cells["Nummer 1"] == koeln.phones[0].raw
    assert cells["Adresse 1 PLZ"] == "51105"


def test_plain_csv_is_what_the_standard_says(catalogue: Catalogue, koeln: Location) -> None:
    content = _text(_out(catalogue, koeln), is_plain=True)
    assert content.startswith(b"Art,Kennung,Name,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == 2


def test_no_cell_of_csv_begins_a_formula(catalogue: Catalogue, koeln: Location) -> None:
    evil = replace(koeln, name='=HYPERLINK("http://x.de")', short_name="@SUM(A1)", cost="+49")
    content = _text(_out(catalogue, evil)).decode("utf-8-sig")
    assert "'=HYPERLINK" in content
    assert ";'@SUM(A1);" in content
    assert ";=" not in content


def _sheet(out: Outgoing) -> Worksheet:
    file = BytesIO()
    write_xlsx(out, file, GERMAN)
    assert not file.closed
    return openpyxl.load_workbook(file).worksheets[0]


def test_a_workbook_has_a_header_that_stays_in_sight_and_filters(catalogue: Catalogue) -> None:
    sheet = _sheet(_out(catalogue))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref
    assert sheet.max_row == len(catalogue.records) + 1
    assert [cell.value for cell in sheet[1]][:3] == ["Art", "Kennung", "Name"]
    assert all(cell.font.b for cell in sheet[1])
    widths = [dimension.width for dimension in sheet.column_dimensions.values()]
    assert min(widths) >= 9
    assert max(widths) <= 60


def test_a_workbook_has_days_and_numbers_as_such_and_numbers_to_call_as_text(catalogue: Catalogue) -> None:
    sheet = _sheet(_out(catalogue))
    columns = {str(cell.value): at for at, cell in enumerate(sheet[1], 1)}

    def values(name: str) -> set[type]:
        found = [sheet.cell(row, columns[name]).value for row in range(2, sheet.max_row + 1)]
        return {type(value) for value in found if value is not None}

    assert values("Nummer 1") == {str}
    assert values("Adresse 1 PLZ") == {str}
    assert values("Breitengrad") == {float}
    stands = [sheet.cell(row, columns["Stand"]).value for row in range(2, sheet.max_row + 1)]
    assert all(isinstance(value, date) for value in stands if value is not None)


def test_nothing_in_a_workbook_is_a_formula(catalogue: Catalogue, koeln: Location) -> None:
    evil = replace(koeln, name='=HYPERLINK("http://x.de")', short_name="@SUM(A1)", cost="+49", summary="#N/A")
    sheet = _sheet(_out(catalogue, evil))
    for cell in sheet[2]:
        assert cell.data_type != "f"
        if isinstance(cell.value, str) and cell.value.startswith(("=", "@", "+")):
            assert cell.quotePrefix
    assert sheet["C2"].value == '=HYPERLINK("http://x.de")'


def test_a_text_that_is_too_long_for_a_cell_goes_on_in_the_next_column(
    catalogue: Catalogue, koeln: Location, tmp_path: Path
) -> None:
    long = replace(koeln, alternate_names=tuple(f"Name {number} " + "x" * 280 for number in range(150)))
    sheet = _sheet(_out(catalogue, long))
    assert [cell.value for cell in sheet[1]][4:7] == ["Weitere Namen", "Weitere Namen (2)", "Weitere Namen (3)"]
    assert all(len(str(cell.value)) <= 32_767 for cell in sheet[2])


def test_names_and_words_are_english_where_the_window_is(catalogue: Catalogue, koeln: Location) -> None:
    file = BytesIO()
    write_plain_csv(_out(catalogue, koeln), file, ENGLISH)
    assert file.getvalue().startswith(b"Kind,Identifier,Name,")
    assert b"Contact point,bamf-koeln," in file.getvalue()
