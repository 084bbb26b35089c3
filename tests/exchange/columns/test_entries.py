"""What a row tells becomes a record; what it cannot become is told, and nothing is made up."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.incoming import Entry, Stamp, Unreadable
from desktop.domain.plain import decoded, encoded
from desktop.domain.vocabulary import Kind, PhoneKind, ReachStatus
from desktop.exchange.columns.entries import entries
from desktop.exchange.columns.proposing import propose
from desktop.exchange.columns.targets import targets
from desktop.exchange.tables.opening import open_table

STAMP = Stamp(None, "eigene-angaben")


def _read(folder: Path, text: str) -> list[Entry | Unreadable]:
    path = folder / "tabelle.csv"
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    return list(entries(table, propose(table.header), STAMP))


def _entry(folder: Path, text: str) -> Entry:
    (found,) = _read(folder, text)
    assert isinstance(found, Entry), found
    return found


def _refusal(folder: Path, text: str) -> str:
    (found,) = _read(folder, text)
    assert isinstance(found, Unreadable), found
    return found.reason.in_words(str)


def _lost(entry: Entry) -> list[str]:
    return [message.in_words(str) for message in entry.lost]


def test_a_table_of_ours_speaks_of_all_its_columns_even_where_a_cell_is_empty(tmp_path: Path) -> None:
    text = (
        "Art;Kennung;Name;Gehört zu (Kennung);Nummer 1;Nummer 1 Art;Kosten;Ziele\nKontaktstelle;jmd-koeln;JMD;jmd;;;;\n"
    )
    found = _entry(tmp_path, text)
    assert found.has_id
    assert found.record.id == "jmd-koeln"
    assert found.given == {"name", "organization_id", "phones", "cost"}
    assert isinstance(found.record, Location)
    assert found.record.phones == ()


def test_a_row_that_was_added_to_a_table_of_ours_is_a_new_record(tmp_path: Path) -> None:
    text = "Art;Kennung;Name;Gehört zu;Nummer 1;Fax\nKontaktstelle;;JMD Unna;Diakonie;02303 1234;02303 1235\n"
    found = _entry(tmp_path, text)
    assert not found.has_id
    assert isinstance(found.record, Location)
    assert [(phone.text, phone.kind) for phone in found.record.phones] == [
        ("02303 1234", PhoneKind.VOICE),
        ("02303 1235", PhoneKind.FAX),
    ]
    assert [need.name for need in found.needs] == ["Diakonie"]
    assert found.record.provenance.source == "eigene-angaben"
    assert found.given == {"name", "phones"}


def test_what_a_person_wrote_wrongly_is_told_and_the_field_stays_as_it_was(tmp_path: Path) -> None:
    text = "Art;Kennung;Name;Ebene;Stand;Nächste Prüfung\nOrganisation;jmd;JMD;Bundesweit;gestern;1.3.2027\n"
    (found,) = _read(tmp_path, text)
    assert isinstance(found, Entry)
    assert isinstance(found.record, Organization)
    assert "level" not in found.given
    assert [line.partition(":")[0] for line in _lost(found)] == ["Ebene", "Stand"]
    assert str(found.record.provenance.next_check) == "2027-03-01"


@pytest.mark.parametrize("column", ["PLZ", "Adresse 2 PLZ"])
@pytest.mark.parametrize(
    ("code", "told"), [("4412", ["“4412” was completed to “04412”. Please check it."]), ("D-04412", [])]
)
def test_a_postcode_that_lost_its_zero_is_completed_and_that_is_told(
    tmp_path: Path, column: str, code: str, told: list[str]
) -> None:
    found = _entry(tmp_path, f"Einrichtung;{column};{column.replace('PLZ', 'Ort')}\nHafenberatung;{code};Leipzig\n")
    assert isinstance(found.record, Location)
    assert [one.postal_code for one in found.record.addresses] == ["04412"]
    assert _lost(found) == [f"{column}: {one}" for one in told]


def test_a_number_that_is_out_of_use_says_why(tmp_path: Path) -> None:
    head = "Art;Kennung;Name;Gehört zu (Kennung);Nummer 1;Nummer 1 Status;Nummer 1 Grund\n"
    found = _entry(tmp_path, f"{head}Ansprechperson;a;A;jmd;0231 123456;nicht mehr erreichbar;abgeschaltet\n")
    assert isinstance(found.record, Person)
    assert found.record.phones[0].status is ReachStatus.DEAD
    found = _entry(tmp_path, f"{head}Ansprechperson;a;A;jmd;0231 123456;nicht mehr erreichbar;\n")
    assert "must say why" in _lost(found)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Firma;Ort\n;Moers\n", "no name"),
        ("Firma;Ort\n\u200b;Moers\n", "no name"),
        ("Name;Ort\n\u2800;Moers\n", "shows nothing"),
        ("Art;Kennung;Name\nKaiser;a;A\n", "no kind of record"),
        ("Art;Kennung;Name\nPartner;a;A\n", "missing"),
        ("Art;Kennung;Name\nOrganisation;a;" + "x" * 301 + "\n", "cannot hold"),
        ("Art;Kennung;Name;Rechtsform\nModellkommune;a;A;Dorf\n", "missing"),
    ],
)
def test_a_row_that_no_record_can_be_made_from_is_told_with_the_reason(tmp_path: Path, text: str, words: str) -> None:
    assert words in _refusal(tmp_path, text)


def test_what_breaks_a_rule_is_left_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    text = "Firma;Straße;PLZ;Ort;Tel.;Internet\nJMD;Weg 1;123;Köln;12;keine Seite vorhanden\n"
    found = _entry(tmp_path, text)
    assert isinstance(found.record, Location)
    assert (found.record.addresses, found.record.phones, found.record.links) == ((), (), ())
    assert [line.partition(":")[0] for line in _lost(found)] == [
        "PLZ",
        "Tel.",
        "Internet",
        "Internet",
        "Internet",
        "Straße",
    ]


def test_cells_beyond_the_table_and_signs_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    path = tmp_path / "tabelle.csv"
    path.write_bytes(b"Firma;Ort;PLZ\n" + b"AWO;Moers;47441\n" * 50 + b"JMD;K\x81ln;50667;mehr\n")
    table = open_table(path)
    *_, found = entries(table, propose(table.header), STAMP)
    assert isinstance(found, Entry)
    assert [line.partition(":")[0] for line in _lost(found)] == ["Ort", "4"]


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("0231 123456, 0231 123457", ["0231 123456", "0231 123457"]),
        ("0231/123456 oder 0171/1234567", ["0231 123456", "0171 1234567"]),
        ("0231 123456 / 0231 123457", ["0231 123456", "0231 123457"]),
        ("0231 / 123456", ["0231 123456"]),
        ("Tel.: (0231) 9058-0 (Zentrale)", ["0231 9058-0"]),
        ("+49 (0) 231 9058-0", ["0231 9058-0"]),
        ("2319050000", ["0231 9050000"]),
        ("116117", ["116117"]),
    ],
)
def test_several_numbers_in_one_cell_are_taken_apart(tmp_path: Path, cell: str, numbers: list[str]) -> None:
    found = _entry(tmp_path, f"Firma;Telefon\nJMD;{cell}\n")
    assert isinstance(found.record, Location)
    assert [phone.text for phone in found.record.phones] == numbers
    assert not found.lost


def test_an_address_abroad_is_told_as_lost(tmp_path: Path) -> None:
    found = _entry(tmp_path, "Firma;Straße;PLZ;Ort;Land\nCaritas;Weg 1;1010;Wien;Österreich\n")
    assert isinstance(found.record, Location)
    assert not found.record.addresses
    assert "Only addresses in Germany" in _lost(found)[0]


@pytest.mark.parametrize("cell", ["info@jmd.de", "0221 123456"])
def test_nobody_is_called_like_a_number_or_a_mail_address(tmp_path: Path, cell: str) -> None:
    found = _entry(tmp_path, f"Firma;Kontakt\nJMD;{cell}\n")
    assert "not the name of a person" in _lost(found)[0]


def test_every_meaning_can_be_chosen_and_read(tmp_path: Path) -> None:
    path = tmp_path / "tabelle.csv"
    path.write_text("Spalte X;Name\nWert;JMD\n", encoding="utf-8")
    table = open_table(path)
    for language in ("de", "en"):
        labels = [target.label for target in targets(language)]
        assert all(labels)
    for target in targets("de"):
        if target.key not in {"name", "kind", "belongs"}:
            (found, *_) = entries(table, (target.key, "name"), STAMP)
            assert isinstance(found, Entry), target
            assert found.record.KIND in (Kind.LOCATION, Kind.PERSON)


def test_a_name_is_one_line_of_signs_that_can_be_seen(tmp_path: Path) -> None:
    found = _entry(tmp_path, 'Name;Telefon\n"Bera\u202etung\u200b\nam  Hafen";02841 4711\n')
    assert found.record.name == "Beratung am Hafen"


def test_what_was_taken_over_with_signs_that_cannot_be_read_is_not_called_left_out(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Name;Telefon\nB\ufffdro Nord;02841 4711\n", encoding="utf-8")
    table = open_table(path)
    (found,) = entries(table, propose(table.header), STAMP)
    assert isinstance(found, Entry)
    assert found.record.name == "B\ufffdro Nord"
    assert _lost(found) == ["Name: some signs of “B\ufffdro Nord” cannot be read. Please look at it afterwards."]


def test_a_row_whose_name_a_formula_should_make_says_that_the_formula_has_no_value(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Telefon"])
    sheet.append(['=A1&" Nord"', "02841 4711"])
    book.save(tmp_path / "mappe.xlsx")
    table = open_table(tmp_path / "mappe.xlsx")
    (found,) = entries(table, propose(table.header), STAMP)
    assert isinstance(found, Unreadable)
    assert "Save the workbook in Excel anew" in found.reason.in_words(str)


def test_what_is_called_valid_can_be_kept_as_it_is(tmp_path: Path) -> None:
    heads = "Art;Kennung;Name;Gehört zu;PLZ;Ort;Telefon;E-Mail;Zeilen der Quelle;Quelle"
    rows = "Kontaktstelle;;JMD;Diakonie;47441;Moers;02841 4711;jmd@moers.de;{};\n"
    kept, refused = _read(tmp_path, f"{heads}\n{rows.format('')}{rows.format('vorn')}")
    assert isinstance(kept, Entry)
    assert isinstance(refused, Entry)
    assert kept.is_valid
    assert decoded(encoded(kept.record)) == kept.record
    assert not refused.is_valid


def test_a_name_that_is_too_long_is_cut_and_that_is_told(tmp_path: Path) -> None:
    found, person = _read(tmp_path, f"Firma;Ansprechpartner\n{'Amt ' * 100};{'Anna ' * 100}\n")
    assert isinstance(found, Entry)
    assert isinstance(person, Entry)
    assert (len(found.record.name), len(person.record.name)) <= (300, 300)
    assert [text.partition(":")[0] for text in _lost(found)] == ["Firma", "Ansprechpartner"]
    assert all("only its first 300 characters" in text for text in _lost(found))
