"""What other programs find in the cards that go out."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.hours import Slot
from desktop.domain.phone import Phone, completed
from desktop.domain.provenance import Flag, Provenance
from desktop.domain.record import Email, Link, Term
from desktop.domain.vocabulary import AddressKind, FlagKind, Level, LocationRole, PhoneKind, ReachStatus, Weekday
from desktop.exchange.vcards.writing import folded
from tests.support.open_places import municipality
from tests.support.vcards import lines_of, written

ORIGIN = Provenance(source="test", as_of=date(2022, 10, 19))
AMT = Organization(id="amt", name="Amt; Ost, West", level=Level.MUNICIPAL, provenance=ORIGIN)
PLACE = Location(
    id="stelle",
    name="Beratung Nord",
    short_name="BN",
    organization_id="amt",
    role=LocationRole.OFFICE,
    summary="Berät zu Asyl, Duldung; kostenlos.",
    subject_ids=("asyl",),
    target_group_ids=("familien",),
    languages=("Deutsch", "Kurmandschi", "Platt"),
    required_documents="Ausweis",
    opening_hours=(
        Slot(weekday=Weekday.MONDAY, opens="08:00", closes="12:30"),
        Slot(weekday=Weekday.TUESDAY, opens="08:00", closes="12:30", note="nur Erstberatung"),
    ),
    by_appointment=True,
    phones=(
        completed(Phone(raw="0221 92426-0", label="Pforte, hinten")),
        completed(Phone(raw="0171 1234567", kind=PhoneKind.MOBILE)),
        completed(Phone(raw="0221 92426-199", kind=PhoneKind.FAX)),
        completed(Phone(raw="116117", kind=PhoneKind.HOTLINE)),
        completed(Phone(raw="01888 555-1", status=ReachStatus.DEAD, reason="abgeschaltet")),
        completed(Phone(raw="0221 777", status=ReachStatus.DOUBTFUL, reason="?")),
        completed(Phone(raw="0221 888")),
    ),
    emails=(Email(address="info@nord.de"), Email(address="alt@nord.de", status=ReachStatus.DEAD, reason="?")),
    addresses=(
        Address(kind=AddressKind.POSTAL, street="Postfach 1", postal_code="53111", town="Bonn"),
        Address(care_of="c/o Amt", street="Am Markt 2", postal_code="53113", town="Bonn", district="Beuel"),
    ),
    links=(Link(raw="www.nord.de/a,b;c?d=e"),),
    flags=(Flag(kind=FlagKind.OUTDATED, note="alt", field="phones[6]"),),
    provenance=ORIGIN,
)
TERMS = (Term(id="asyl", name="Asyl, Flucht"), Term(id="familien", name="Familien"))


def _told(place: Location | Person | Organization, version: str) -> list[str]:
    """The lines that other programs understand."""
    lines = lines_of(written(place, version=version, beside=(AMT,), subjects=TERMS))
    return [line for line in lines if line and not line.startswith(("X-WEGWEISER", "NOTE"))]


def test_a_contact_point_in_version_four() -> None:
    assert _told(PLACE, "4.0") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Wegweiser//Wegweiser//DE",
        "UID;VALUE=text:wegweiser-location-stelle",
        "REV:20221019T000000Z",
        "KIND:org",
        "FN:Beratung Nord",
        "NICKNAME:BN",
        r"ORG:Amt\; Ost\, West",
        "item1.TEL;TYPE=work,voice:+49221924260",
        r"item1.X-ABLabel:Pforte\, hinten",
        "TEL;TYPE=work,cell:+491711234567",
        "TEL;TYPE=work,fax:+4922192426199",
        "TEL;TYPE=work,voice:116117",
        "EMAIL;TYPE=work:info@nord.de",
        r"ADR;TYPE=work:;;c/o Amt\, Am Markt 2;Bonn-Beuel;;53113;",
        "ADR;TYPE=work,x-postal:;;Postfach 1;Bonn;;53111;",
        "URL:https://www.nord.de/a,b;c?d=e",
        "LANG:de",
        "LANG:kmr",
        r"CATEGORIES:Asyl\, Flucht,Familien",
        "END:VCARD",
    ]


def test_a_contact_point_in_version_three() -> None:
    assert _told(PLACE, "3.0") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Wegweiser//Wegweiser//DE",
        "UID:wegweiser-location-stelle",
        "REV:2022-10-19",
        "X-ABShowAs:COMPANY",
        "N:Beratung Nord;;;;",
        "FN:Beratung Nord",
        "NICKNAME:BN",
        r"ORG:Amt\; Ost\, West",
        "item1.TEL;TYPE=WORK,VOICE:+49221924260",
        r"item1.X-ABLabel:Pforte\, hinten",
        "TEL;TYPE=WORK,CELL:+491711234567",
        "TEL;TYPE=WORK,FAX:+4922192426199",
        "TEL;TYPE=WORK,VOICE:116117",
        "EMAIL;TYPE=INTERNET,WORK:info@nord.de",
        r"ADR;TYPE=WORK:;;c/o Amt\, Am Markt 2;Bonn-Beuel;;53113;",
        "ADR;TYPE=WORK,POSTAL:;;Postfach 1;Bonn;;53111;",
        "URL:https://www.nord.de/a,b;c?d=e",
        r"CATEGORIES:Asyl\, Flucht,Familien",
        "END:VCARD",
    ]


def test_a_person_has_a_family_name_a_post_and_a_department() -> None:
    person = Person(
        id="anna",
        name="Dr. Anna von der Heide",
        belongs_to="amt",
        department="Asyl",
        role="Leitung",
        provenance=ORIGIN,
    )
    told = _told(person, "4.0")
    assert "KIND:individual" in told
    assert "N:von der Heide;Anna;;Dr.;" in told
    assert r"ORG:Amt\; Ost\, West;Asyl" in told
    assert "TITLE:Leitung" in told


def test_an_organisation_and_the_desk_of_a_municipality_have_cards() -> None:
    assert [line for line in _told(AMT, "4.0") if line.startswith(("KIND", "FN", "ORG"))] == [
        "KIND:org",
        r"FN:Amt\; Ost\, West",
        r"ORG:Amt\; Ost\, West",
    ]
    town = lines_of(written(municipality()))
    assert {"FN:Servicestelle Zuwanderung", "ORG:Moers", "item1.TEL;TYPE=work,voice:+4928412010"} <= set(town)
    assert any(line.startswith("GEO:geo:51.") for line in town)


def test_the_note_says_in_words_what_address_books_have_no_field_for() -> None:
    [note] = [line for line in lines_of(written(PLACE, beside=(AMT,))) if line.startswith("NOTE:")]
    for part in (
        r"Berät zu Asyl\, Duldung\; kostenlos.",
        "Montag 8–12:30",
        "Dienstag 8–12:30",
        "(nur Erstberatung)",
        "nach Vereinbarung",
        r"Deutsch\, Kurmandschi\, Platt",
        "Ausweis",
        "19.10.2022",
    ):
        assert part in note
    assert r"\n" in note


def test_the_hours_of_another_place_are_told_as_the_own_ones() -> None:
    follower = replace(PLACE, id="neben", opening_hours=(), hours_of="stelle")
    [note] = [line for line in lines_of(written(follower, beside=(AMT, PLACE))) if line.startswith("NOTE:")]
    assert "Dienstag 8–12:30" in note


@given(st.text(max_size=400))
def test_a_folded_line_is_the_line_again_when_the_folds_are_taken_out(text: str) -> None:
    line = text.replace("\r", "").replace("\n", "")
    data = folded(line)
    assert all(len(part) <= 75 for part in data.split(b"\r\n"))
    assert data.replace(b"\r\n ", b"") == line.encode() + b"\r\n"
    for part in data.split(b"\r\n "):
        part.decode()
