"""What lands in the address book of a telephone."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Person
from desktop.domain.municipality import Municipality
from desktop.domain.phone import Phone
from desktop.domain.provenance import Flag, Provenance
from desktop.domain.record import Email, Link
from desktop.domain.vcard import Card, card, forms
from desktop.domain.vocabulary import AddressKind, FlagKind, PhoneKind, ReachStatus
from tests.support.dossiers import dossier
from tests.support.open_places import municipality

PERSON = Person(
    id="anna",
    name="Dr. Anna Maria von der Heide",
    belongs_to="ense",
    organization_name="Amt; Ost, West",
    department="Asyl",
    role="Leitung",
    phones=(Phone(raw="0231 9058-0", e164="+4923190580", display="0231 9058-0"),),
    provenance=Provenance(source="test", as_of=date(2025, 1, 1)),
)


def _read(text: str) -> dict[str, list[str]]:
    """The values of each property, as an address book takes them apart."""
    assert text.endswith("\r\n")
    found: dict[str, list[str]] = {}
    for line in text.split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        found.setdefault(name, []).append(value)
    return found


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], value)


def _full(record: Location | Person | Municipality) -> dict[str, list[str]]:
    found = card(record)
    assert found
    return _read(forms(found)[0])


def test_a_contact_point_is_there_with_all_that_is_needed_to_reach_it() -> None:
    record = dossier("bamf-koeln")
    assert isinstance(record.record, Location)
    found = card(record.record, record.organization)
    assert found
    assert _read(forms(found)[0]) == {
        "BEGIN": ["VCARD"],
        "VERSION": ["3.0"],
        "N": [r"Bundesamt für Migration und Flüchtlinge\, Außenstelle Köln;;;;"],
        "FN": [r"Bundesamt für Migration und Flüchtlinge\, Außenstelle Köln"],
        "ORG": ["Bundesamt für Migration und Flüchtlinge"],
        "TEL;TYPE=WORK,VOICE": ["+49221924260"],
        "TEL;TYPE=WORK,FAX": ["+4922192426199"],
        "EMAIL;TYPE=INTERNET": ["Ref324Posteingang@bamf.bund.de"],
        "ADR;TYPE=WORK": [";;Poller Kirchweg 101;Köln;;51105;"],
        "URL": ["https://www.bamf.de"],
        "END": ["VCARD"],
    }


def test_a_person_is_there_with_family_name_department_and_position() -> None:
    found = _full(PERSON)
    assert found["N"] == ["von der Heide;Anna Maria;;Dr.;"]
    assert found["FN"] == ["Dr. Anna Maria von der Heide"]
    assert found["ORG"] == [r"Amt\; Ost\, West;Asyl"]
    assert found["TITLE"] == ["Leitung"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Miriam Palazzi", "Palazzi;Miriam;;;"),
        ("Prof. Dr. Ali Öz", "Öz;Ali;;Prof. Dr.;"),
        ("Madonna", "Madonna;;;;"),
        ("Dr.", "Dr.;;;;"),
    ],
)
def test_names_are_taken_apart(name: str, parts: str) -> None:
    assert _full(replace(PERSON, name=name))["N"] == [parts]


def test_no_dead_or_doubtful_number_mail_or_link_is_in_any_card(catalogue: Catalogue) -> None:
    records = [record for record in catalogue.records if isinstance(record, Location | Person)]
    dead = {phone.e164 for record in records for phone in record.phones if phone.status is ReachStatus.DEAD}
    assert len(dead) > 5
    flagged = 0
    for record in records:
        found = card(record)
        doubted = {flag.field for flag in record.flags if flag.kind in (FlagKind.OUTDATED, FlagKind.DOUBTFUL)}
        unsure = [phone.e164 for at, phone in enumerate(record.phones) if {"phones", f"phones[{at}].raw"} & doubted]
        unsure += [email.address for at, email in enumerate(record.emails) if f"emails[{at}].address" in doubted]
        flagged += len(unsure)
        for text in forms(found) if found else ():
            assert not [way for way in (*dead, *unsure) if way and way in text]
            assert "1888" not in text
    assert flagged >= 3


def test_what_is_in_doubt_stays_on_the_sheet_where_the_doubt_stands_beside_it() -> None:
    record = replace(
        PERSON,
        emails=(Email(address="a@x.de"), Email(address="b@x.de", status=ReachStatus.DOUBTFUL, reason="?")),
        links=(Link(raw="ww.x.de", status=ReachStatus.DOUBTFUL, reason="?"), Link(raw="x.de")),
        addresses=(Address(postal_code="10559", town="Berlin"), Address(postal_code="44147", town="Dortmund")),
        flags=(Flag(kind=FlagKind.OUTDATED, note="umgezogen", field="addresses[0].street"),),
    )
    found = _full(record)
    assert found["EMAIL;TYPE=INTERNET"] == ["a@x.de"]
    assert found["URL"] == ["https://x.de"]
    assert found["ADR;TYPE=WORK"] == [";;;Dortmund;;44147;"]


@pytest.mark.parametrize(
    ("field", "lost"),
    [
        ("addresses", {"ADR;TYPE=WORK"}),
        ("phones", {"TEL;TYPE=WORK,VOICE"}),
        ("phones[0].raw", {"TEL;TYPE=WORK,VOICE"}),
        ("emails[0].address", {"EMAIL;TYPE=INTERNET"}),
        ("emails", {"EMAIL;TYPE=INTERNET"}),
        ("links[0].raw", {"URL"}),
        ("phones[1].raw", set()),
        ("phones[0", set()),
        ("department", set()),
    ],
)
def test_what_a_flag_calls_outdated_is_in_no_card(field: str, lost: set[str]) -> None:
    record = replace(
        PERSON,
        emails=(Email(address="a@x.de"),),
        links=(Link(raw="x.de"),),
        addresses=(Address(postal_code="10559", town="Berlin"),),
    )
    flagged = replace(record, flags=(Flag(kind=FlagKind.OUTDATED, note="alt", field=field),))
    assert set(_full(record)) - set(_full(flagged)) == lost


def test_a_spelling_that_differs_is_no_doubt_and_a_website_that_the_organisation_doubts_is_not_taken() -> None:
    spelled = replace(PERSON, flags=(Flag(kind=FlagKind.TYPO, note="?", field="phones"),))
    assert _full(spelled) == _full(PERSON)
    here = dossier("bamf-koeln")
    assert isinstance(here.record, Location)
    assert here.organization
    doubted = replace(here.organization, flags=(Flag(kind=FlagKind.DOUBTFUL, note="?", field="links"),))
    found = card(here.record, doubted)
    assert found
    assert found.url is None


def test_who_cannot_be_reached_has_no_card() -> None:
    assert card(replace(PERSON, phones=())) is None
    dead = Phone(raw="01888 1", e164="+4918881", status=ReachStatus.DEAD, reason="abgeschaltet")
    assert card(replace(PERSON, phones=(dead,))) is None


def test_a_number_without_an_area_code_is_dialled_as_it_is() -> None:
    emergency = Phone(raw="116117", e164="+49116117", display="116117", kind=PhoneKind.HOTLINE)
    assert _full(replace(PERSON, phones=(emergency,)))["TEL;TYPE=WORK,VOICE"] == ["116117"]


def test_an_address_to_go_to_stands_before_one_for_letters() -> None:
    letters = Address(kind=AddressKind.POSTAL, care_of="c/o Amt", street="Postfach 1", postal_code="53111", town="Bonn")
    visit = Address(street="Am Markt 2", postal_code="53113", town="Bonn", district="Beuel")
    text = forms(Card(name="Amt", addresses=(letters,)))[0]
    assert "ADR;TYPE=WORK,POSTAL:;;c/o Amt\\, Postfach 1;Bonn;;53111;" in text
    found = card(replace(PERSON, addresses=(letters, visit)))
    assert found
    assert found.addresses == (visit, letters)


def test_each_form_says_less_than_the_one_before_and_the_last_one_still_reaches_the_contact() -> None:
    second = Phone(raw="0231 1", e164="+492311", display="0231 1")
    fax = Phone(raw="0231 2", e164="+492312", display="0231 2", kind=PhoneKind.FAX)
    record = replace(
        PERSON,
        phones=(*PERSON.phones, second, fax),
        emails=(Email(address="a@x.de"), Email(address="b@x.de")),
        links=(Link(raw="x.de"),),
        addresses=(Address(postal_code="10559", town="Berlin"), Address(postal_code="44147", town="Dortmund")),
    )
    found = card(record)
    assert found
    lines = [set(form.split("\r\n")) for form in forms(found)]
    assert len(lines) == 8
    sizes = [len(form) for form in forms(found)]
    assert sizes == sorted(sizes, reverse=True)
    assert {line.partition(":")[0] for line in lines[-1] if line} == {
        *("BEGIN", "VERSION", "N", "FN", "TEL;TYPE=WORK,VOICE", "EMAIL;TYPE=INTERNET", "END")
    }


@pytest.mark.parametrize(
    "only", [{"url": "https://x.de"}, {"addresses": (Address(postal_code="10559", town="Berlin"),)}]
)
def test_the_only_way_to_reach_a_contact_is_in_every_form(only: dict[str, object]) -> None:
    full = Card(name="Amt", organization=("Amt", "Ost"), **only)  # type: ignore[arg-type]  # one field of the right type
    assert all("https://x.de" in form or "Berlin" in form for form in forms(full))


@given(st.text(min_size=1), st.text(min_size=1))
def test_whatever_a_name_holds_it_is_one_value_on_one_line(name: str, organization: str) -> None:
    found = _read(forms(Card(name=name, organization=(organization,), emails=("a@x.de",)))[0])
    assert set(found) == {"BEGIN", "VERSION", "N", "FN", "ORG", "EMAIL;TYPE=INTERNET", "END"}
    assert _visible(_plain(found["FN"][0])) == _visible(name)
    assert _visible(_plain(found["ORG"][0])) == _visible(organization)


def _visible(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) != "Cc")


def test_the_desk_of_a_municipality_is_saved_under_its_own_name() -> None:
    found = _full(municipality())
    assert found["FN"] == ["Servicestelle Zuwanderung"]
    assert found["ORG"] == ["Moers"]
    assert found["TEL;TYPE=WORK,VOICE"] == ["+4928412010"]
    assert found["ADR;TYPE=WORK"] == [";;Rathausplatz 1;Moers;;47441;"]
    assert _full(replace(municipality(), desk_name=None))["FN"] == ["Moers"]


def test_a_municipality_without_a_desk_has_no_card() -> None:
    moers = dossier("moers").record
    assert isinstance(moers, Municipality)
    assert card(replace(moers, links=(Link(raw="www.moers.de"),), desk_name="Servicestelle")) is None
