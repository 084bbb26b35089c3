"""A record goes out, somebody changes its card in another program, and it comes back."""

import re

import pytest
from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.municipality import Municipality
from desktop.domain.phone import Phone, completed
from desktop.domain.provenance import Flag, Provenance
from desktop.domain.record import Email, Link, Record, Term
from desktop.domain.vocabulary import AddressKind, FlagKind, Level, LocationRole, PhoneKind, ReachStatus
from tests.support.open_places import municipality
from tests.support.vcards import card, lines_of, lost, only, written

ORIGIN = Provenance(source="test")
PLACE = Location(
    id="stelle",
    name="Beratungsstelle Nord",
    short_name="BSt",
    alternate_names=("Nordberatung",),
    organization_id="amt",
    role=LocationRole.OFFICE,
    summary="Hilft bei allem.",
    internal_note="intern",
    languages=("Deutsch", "Türkisch", "Platt"),
    phones=(
        completed(Phone(raw="01888 555-1", status=ReachStatus.DEAD, reason="abgeschaltet")),
        completed(Phone(raw="0221 92426-0", label="Pforte", kind=PhoneKind.HOTLINE)),
        completed(Phone(raw="0221 92426-199", kind=PhoneKind.FAX)),
    ),
    emails=(Email(address="Info@Nord.de", label="allgemein"),),
    addresses=(
        Address(care_of="c/o Amt", street="Am Markt 2", postal_code="53113", town="Bonn", district="Beuel", note="Hof"),
        Address(kind=AddressKind.POSTAL, street="Postfach 1", postal_code="53111", town="Bonn"),
    ),
    links=(Link(raw="www.nord.de", label="Termine"),),
    flags=(
        Flag(kind=FlagKind.TYPO, note="Ziffern vertauscht?", field="phones[2].raw"),
        Flag(kind=FlagKind.MISSING, note="Wer leitet?", field="summary"),
    ),
    subject_ids=("asyl",),
    provenance=ORIGIN,
)
AMT = Organization(id="amt", name="Amt", level=Level.MUNICIPAL, provenance=ORIGIN)
PERSON = Person(id="anna", name="Anna Weber", belongs_to="amt", department="Asyl", role="Leitung", provenance=ORIGIN)


def _out(record: Record) -> str:
    """The card as another program has it before somebody changes something: one line a property."""
    asyl = Term(id="asyl", name="Asyl und Flucht")
    return "\r\n".join(lines_of(written(record, beside=(AMT,), subjects=(asyl,))))


def _changed(record: Record, old: str, new: str) -> tuple[Record, list[str]]:
    text = _out(record)
    assert old in text
    found = only(text.replace(old, new, 1))
    assert found.has_id
    return found.record, lost(found)


KEPT = replace(PLACE, internal_note=None)


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("FN:Beratungsstelle Nord", "FN:Beratungsstelle Süd", {"name": "Beratungsstelle Süd"}),
        ("NICKNAME:BSt,Nordberatung", "NICKNAME:BSt,Nordhilfe", {"alternate_names": ("Nordhilfe",)}),
        ("NICKNAME:BSt,Nordberatung", "NICKNAME:Nordberatung", {"short_name": None}),
        ("LANG:tr", "LANG:ar", {"languages": ("Deutsch", "Platt", "Arabisch")}),
        (
            "EMAIL;TYPE=work:Info@",
            "EMAIL;TYPE=work:Neu@",
            {"emails": (Email(address="Neu@Nord.de", label="allgemein"),)},
        ),
        ("X-ABLabel:allgemein", "X-ABLabel:Post", {"emails": (Email(address="Info@Nord.de", label="Post"),)}),
        ("https://www.nord.de", "https://nord.de/neu", {"links": (Link(raw="https://nord.de/neu", label="Termine"),)}),
    ],
)
def test_what_was_changed_is_taken_over_and_all_else_stays(old: str, new: str, fields: dict[str, object]) -> None:
    found, missed = _changed(PLACE, old, new)
    assert found == replace(KEPT, **fields)
    assert missed == []


def test_a_number_that_was_corrected_keeps_its_label_and_its_kind_and_the_dead_one_stays() -> None:
    found, missed = _changed(PLACE, ":+49221924260", ":0221 92426-5")
    new = completed(Phone(raw="0221 92426-5", label="Pforte", kind=PhoneKind.HOTLINE))
    assert found == replace(KEPT, phones=(PLACE.phones[0], new, PLACE.phones[2]))
    assert missed == []


def test_a_number_that_was_only_spelled_otherwise_is_no_change() -> None:
    assert _changed(PLACE, ":+49221924260", ":(0221) 924 260") == (KEPT, [])
    assert _changed(PLACE, "TEL;TYPE=work,voice:+49221924260", "TEL;VALUE=uri:tel:+49-221-92426-0") == (KEPT, [])


def test_a_number_that_was_deleted_is_gone_and_with_it_the_doubt_about_it() -> None:
    text = re.sub(r"TEL[^\r]*199\r\n", "", _out(PLACE))
    found = only(text).record
    assert found == replace(KEPT, phones=PLACE.phones[:2], flags=PLACE.flags[1:])


def test_a_doubt_goes_where_its_number_goes() -> None:
    text = re.sub(r"item1\.[^\r]*\r\n", "", _out(PLACE))
    found = only(text).record
    doubt = replace(PLACE.flags[0], field="phones[1].raw")
    assert found == replace(KEPT, phones=(PLACE.phones[0], PLACE.phones[2]), flags=(doubt, PLACE.flags[1]))


def test_new_numbers_come_behind_those_that_are_there() -> None:
    found, missed = _changed(PLACE, "LANG:de", "TEL;TYPE=cell:0171 1234567\r\nTEL:unbekannt 0\r\nLANG:de")
    assert isinstance(found, Location)
    assert found.phones[:3] == PLACE.phones
    assert found.phones[3:] == (completed(Phone(raw="0171 1234567", kind=PhoneKind.MOBILE)),)
    assert len(missed) == 1
    assert "unbekannt 0" in missed[0]


def test_a_street_that_was_corrected_keeps_district_building_and_remark() -> None:
    found, missed = _changed(PLACE, "c/o Amt\\, Am Markt 2", "c/o Amt\\, Am Markt 4")
    assert found == replace(KEPT, addresses=(replace(PLACE.addresses[0], street="Am Markt 4"), PLACE.addresses[1]))
    assert missed == []


def test_a_new_town_takes_the_place_of_town_and_district() -> None:
    found, _ = _changed(PLACE, "Bonn-Beuel;;53113", "Köln;;50667")
    assert isinstance(found, Location)
    assert found.addresses[0] == replace(PLACE.addresses[0], town="Köln", district=None, postal_code="50667")


def test_a_new_postcode_that_lost_its_zero_is_completed_and_that_is_told() -> None:
    found, missed = _changed(PLACE, "Bonn-Beuel;;53113", "Leipzig;;4109")
    assert isinstance(found, Location)
    assert (found.addresses[0].postal_code, found.addresses[0].town) == ("04109", "Leipzig")
    assert missed == ["The postcode “4109” was completed to “04109”. Please check it."]


def test_a_value_that_became_useless_is_said_and_the_old_one_stays() -> None:
    assert _changed(PLACE, "Info@Nord.de", "Info.Nord.de") == (
        KEPT,
        ["“Info.Nord.de” was left out: it is no mail address."],
    )


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        ("NOTE:[^\r]*", "NOTE:Am besten vormittags"),
        ("CATEGORIES:[^\r]*", "CATEGORIES:Asyl,Beratung"),
        ("ORG:Amt", "ORG:Oberamt"),
    ],
)
def test_what_cannot_be_taken_over_is_said(pattern: str, new: str) -> None:
    found = only(re.sub(pattern, new, _out(PLACE)))
    assert found.record == KEPT
    assert len(lost(found)) == 1
    assert "was changed in another program" in lost(found)[0]


def test_what_a_program_drops_nobody_has_deleted() -> None:
    text = re.sub(r"(NOTE|LANG|CATEGORIES|NICKNAME|ORG|GEO|REV|PRODID):[^\r]*\r\n", "", _out(PLACE))
    found = only(text)
    assert (found.record, lost(found)) == (KEPT, [])


def test_version_and_order_may_change_on_the_way() -> None:
    first, *others, last = _out(PLACE).strip().split("\r\n")
    others = [
        line.replace("VERSION:4.0", "VERSION:3.0").replace("TYPE=work,voice", "type=WORK;type=VOICE") for line in others
    ]
    found = only("\r\n".join([first, *sorted(others), last, ""]))
    assert (found.record, lost(found)) == (KEPT, [])


def test_a_person_who_changed_post_and_department() -> None:
    text = _out(PERSON).replace("TITLE:Leitung", "TITLE:Vertretung").replace("ORG:Amt;Asyl", "ORG:Amt;Einbürgerung")
    assert only(text).record == replace(PERSON, role="Vertretung", department="Einbürgerung")
    moved = only(_out(PERSON).replace("ORG:Amt;", "ORG:Oberamt;")).record
    assert moved == replace(PERSON, organization_name="Oberamt")


def test_private_numbers_that_somebody_added_stay_out() -> None:
    found, missed = _changed(PERSON, "TITLE:", "TEL;TYPE=home:0221 5554443\r\nTITLE:")
    assert found == PERSON
    assert missed == ["A private entry was left out, for private contact data are never held here: 0221 5554443"]


def test_the_card_of_a_municipality_is_that_of_its_desk() -> None:
    town = municipality()
    found, _ = _changed(town, "FN:Servicestelle Zuwanderung", "FN:Servicestelle Ankommen")
    assert isinstance(found, Municipality)
    assert (found.name, found.desk_name) == ("Moers", "Servicestelle Ankommen")


def test_an_organisation_has_no_numbers_of_its_own() -> None:
    found, missed = _changed(AMT, "ORG:Amt", "ORG:Amt\r\nTEL:0221 1\r\nEMAIL:a@b.de\r\nADR:;;Weg 1;Köln;;50667;")
    assert found == AMT
    assert len(missed) == 3


def test_a_program_that_hands_on_values_unescaped_does_no_harm() -> None:
    text = _out(replace(PLACE, summary='Sagt „ja“, "nein"; oder \\ nichts'))
    plain = re.sub(r"(?<=X-WEGWEISER-RECORD:)[^\r]*", lambda found: re.sub(r"\\(.)", r"\1", found[0]), text)
    assert plain != text
    assert only(plain).record == only(text).record == replace(KEPT, summary='Sagt „ja“, "nein"; oder \\ nichts')


def test_a_program_that_forgets_our_property_leaves_the_record_to_be_found_by_its_id() -> None:
    found = only(re.sub(r"X-WEGWEISER-RECORD:[^\r]*\r\n", "", _out(PLACE)))
    assert (found.record.id, found.has_id) == ("stelle", True)
    assert not {"internal_note", "organization_id", "role", "provenance", "summary"} & found.given
    assert {"name", "phones", "emails", "addresses", "links"} <= found.given
    person = only(re.sub(r"X-WEGWEISER-RECORD:[^\r]*\r\n", "", _out(PERSON)))
    assert isinstance(person.record, Person)
    assert (person.record.id, person.has_id) == ("anna", True)
    body = only(re.sub(r"X-WEGWEISER-RECORD:[^\r]*\r\n", "", _out(AMT)))
    assert isinstance(body.record, Organization)
    assert (body.record.id, body.given, lost(body)) == ("amt", frozenset({"name"}), [])
    told = only(
        card("KIND:org", "UID:wegweiser-organization-amt", "FN:Amt", "TEL:0221 1234", "NOTE:neu", version="4.0")
    )
    assert len(lost(told)) == 2


@pytest.mark.parametrize(
    "value",
    [
        "{}",
        "kaputt",
        '{"format":1,"record":{"record_kind":"location"},"written":{},"beside":[]}',
        '{"format":1,"record":{"record_kind":"topic","id":"a","name":"b","provenance":{"source":"c"}}}',
        '{"format":1,"record":{"record_kind":"hexe"}}',
        "[" * 5000,
        '{"format":1,"record":' + '{"a":' * 3000 + "1" + "}" * 3001,
    ],
)
def test_a_property_of_ours_that_is_broken_is_said_and_the_rest_is_taken(value: str) -> None:
    found = only(card("FN:Amt Nord", "TEL:0221 1234", f"X-WEGWEISER-RECORD:{value}"))
    assert isinstance(found.record, Location)
    assert found.record.phones[0].text == "0221 1234"
    assert not found.has_id
    assert "can no longer be read" in lost(found)[-1]


def test_a_card_of_a_newer_version_is_read_as_far_as_it_is_known() -> None:
    text = _out(PLACE).replace('"record_kind":"location"', '"record_kind":"location"\\,"later":"mehr"')
    found = only(text)
    assert found.record == KEPT
    assert "newer version" in lost(found)[-1]
