"""Address books of other programs, in files as those programs write them, become records."""

from pathlib import Path

import pytest

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.incoming import Entry, Stamp
from desktop.domain.record import Record
from desktop.domain.vocabulary import Level, PhoneKind
from desktop.exchange.columns.entries import entries
from desktop.exchange.columns.proposing import propose
from desktop.exchange.tables.opening import open_table
from tests.exchange.columns import samples


def _read(folder: Path, content: bytes) -> list[Entry]:
    path = folder / "kontakte.csv"
    path.write_bytes(content)
    table = open_table(path)
    found = list(entries(table, propose(table.header), Stamp(None)))
    assert all(isinstance(entry, Entry) for entry in found), found
    return [entry for entry in found if isinstance(entry, Entry)]


def _lost(entry: Entry) -> list[str]:
    return [message.in_words(str) for message in entry.lost]


@pytest.mark.parametrize(
    "content",
    [
        samples.OUTLOOK_GERMAN.encode("cp1252"),
        samples.OUTLOOK_ENGLISH.encode("utf-8-sig"),
        samples.THUNDERBIRD_GERMAN.encode(),
        samples.THUNDERBIRD_ENGLISH.encode(),
        samples.GOOGLE_OLD.encode("utf-16"),
        samples.GOOGLE_NEW.encode(),
    ],
    ids=["outlook-de", "outlook-en", "thunderbird-de", "thunderbird-en", "google-old", "google-new"],
)
def test_a_person_of_an_address_book_belongs_to_the_firm(tmp_path: Path, content: bytes) -> None:
    person, firm = _read(tmp_path, content)
    record = person.record
    assert isinstance(record, Person)
    assert record.name == "Ayse Öztürk"
    assert record.organization_name == "Stadt Moers"
    assert (record.department, record.role) == ("Fachdienst Soziales", "Sachbearbeiterin")
    assert [(phone.e164, phone.kind) for phone in record.phones] == [
        ("+492841201123", PhoneKind.VOICE),
        ("+492841201888", PhoneKind.FAX),
        ("+491711234567", PhoneKind.MOBILE),
    ]
    assert [email.address for email in record.emails] == ["a.oeztuerk@moers.de", "soziales@moers.de"]
    (address,) = record.addresses
    assert address.lines()[-2:] == ("Rathausplatz 1", "47441 Moers")
    (organization,) = person.needs
    assert isinstance(organization, Organization)
    assert (organization.name, organization.level) == ("Stadt Moers", Level.MUNICIPAL)
    assert record.belongs_to == organization.id
    assert isinstance(firm.record, Location)
    assert firm.record.name == "Caritasverband Moers-Xanten"
    assert "Geheim" not in str(person)
    assert "999999" not in str(person)
    assert not _lost(person)


def test_a_list_of_an_office_becomes_contact_points_with_the_persons_to_ask(tmp_path: Path) -> None:
    jmd, asked, awo, rest = _read(tmp_path, samples.OFFICE_LIST.encode("cp1252"))
    record = jmd.record
    assert isinstance(record, Location)
    assert record.name == "Jugendmigrationsdienst Köln"
    assert [phone.text for phone in record.phones] == ["0221 9212640", "0221 9212641", "0221 92126499"]
    assert [slot.opens for slot in record.opening_hours] == ["09:00"] * 4
    assert record.links[0].raw == "www.jmd-koeln.de"
    assert isinstance(asked.record, Person)
    assert (asked.record.name, asked.record.belongs_to) == ("Frau Kaya", record.id)
    assert record in asked.needs
    assert isinstance(awo.record, Location)
    assert awo.record.hours_note == "nach Vereinbarung"
    assert _lost(awo) == [
        "Tel.: “2,31905E+09” was left out. Excel has shortened this number. Set the column to “Text” and type it anew.",
        "E-Mail: “info(at)awo” was left out. This is not a mail address.",
    ]
    assert isinstance(rest.record, Location)
    assert [address.postal_code for address in rest.record.addresses] == ["01067"]
    assert all(entry.given >= {"name"} for entry in (jmd, asked, awo, rest))
    assert "phones" not in rest.given


def test_titles_above_and_addresses_in_one_cell_are_understood(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, samples.CALC_LIST.encode())
    record = found.record
    assert isinstance(record, Location)
    assert record.name == "Flüchtlingsberatung"
    assert [need.name for need in found.needs] == ["Diakonie Kreis Unna"]
    assert record.addresses[0].lines() == ("Mozartstraße 18–20", "59423 Unna")
    assert (record.phones[0].text, record.phones[0].label) == ("02303 25024-0", "Zentrale")
    assert record.languages == ("Deutsch", "Arabisch", "Farsi")


def test_rows_of_the_same_firm_name_the_same_organisation(tmp_path: Path) -> None:
    text = "Firma;Abteilung;Ort;PLZ\nStadt Moers;Jugend;Moers;47441\nStadt  moers;Soziales;Moers;47441\n"
    first, second = _read(tmp_path, text.encode())
    assert (first.record.name, second.record.name) == ("Stadt Moers, Jugend", "Stadt moers, Soziales")
    assert [need.id for need in first.needs] == [need.id for need in second.needs]


def _names(records: list[Record]) -> list[str]:
    return [record.name for record in records]


def test_a_person_alone_is_kept_with_an_organisation_of_that_name(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, "Vorname;Nachname;Mobil\nAnna;Yılmaz;0171 1234567\n".encode())
    assert isinstance(found.record, Person)
    assert _names([found.record, *found.needs]) == ["Anna Yılmaz", "Anna Yılmaz"]


def test_the_other_address_of_outlook_stands_behind_the_business_one(tmp_path: Path) -> None:
    business = {
        "Straße geschäftlich": "Rathausplatz 1",
        "Postleitzahl geschäftlich": "47441",
        "Ort geschäftlich": "Moers",
    }
    other = {"Weitere Straße": "Hafenstraße 2", "Weitere Postleitzahl": "47119", "Weiterer Ort": "Duisburg"}
    for told, streets in (({**business, **other}, ["Rathausplatz 1", "Hafenstraße 2"]), (other, ["Hafenstraße 2"])):
        head, cells = ";".join(("Firma", *told)), ";".join(("Stadt Moers", *told.values()))
        (found,) = _read(tmp_path, f"{head}\r\n{cells}\r\n".encode("cp1252"))
        assert isinstance(found.record, Location)
        assert [one.street for one in found.record.addresses] == streets
        assert found.lost == ()
