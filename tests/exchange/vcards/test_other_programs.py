"""What the address books of other programs export is taken over, and what is left out is said."""

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.incoming import Entry, Unreadable
from desktop.domain.vocabulary import Level, PhoneKind
from tests.support import vcard_samples
from tests.support.vcards import STAMP, lost, only, read


def test_outlook() -> None:
    found = only(vcard_samples.OUTLOOK)
    person = found.record
    assert isinstance(person, Person)
    assert (person.name, person.department, person.role) == ("Jörg Müller", "Ausländeramt", "Sachbearbeiter")
    assert [phone.text for phone in person.phones] == ["0221 221-0", "0171 1234567", "0221 221-99"]
    assert [phone.kind for phone in person.phones] == [PhoneKind.VOICE, PhoneKind.MOBILE, PhoneKind.FAX]
    assert [email.address for email in person.emails] == ["joerg.mueller@stadt-koeln.de"]
    assert person.addresses[0].lines() == ("EG, Ottmar-Pohl-Platz 1, Gebäude B", "51103 Köln")
    assert person.internal_note == "Erreichbar Mo–Do\nZimmer 12 im 2. Stock, bitte klopfen = laut"
    [body] = found.needs
    assert isinstance(body, Organization)
    assert (body.name, body.level, body.id) == ("Stadt Köln", Level.MUNICIPAL, person.belongs_to)
    assert lost(found) == [
        "A private entry was left out, for private contact data are never held here: 0221 9998887",
        "Personal data was left out, which is never held here: birthday",
        "An address for messages was left out: joerg@im.example",
        "“X-MS-MANAGER” has no field here and was left out: Frau Chefin",
        "A picture was left out.",
    ]


def test_apple_contacts() -> None:
    found, group = read(vcard_samples.APPLE)
    assert isinstance(found, Entry)
    place = found.record
    assert isinstance(place, Location)
    assert place.name == "Diakonie Köln, Flüchtlingsberatung"
    assert [(phone.text, phone.label) for phone in place.phones] == [
        ("0221 160386-75", "Anmeldung"),
        ("0221 160386-0", None),
    ]
    assert place.links[0].target == "https://www.diakonie-koeln.de"
    assert place.addresses[0].lines() == ("Kartäusergasse 9, Hinterhaus", "50678 Köln")
    assert place.internal_note == "Offene Sprechstunde: Di 9–12, Do 14–16\nTermine telefonisch."
    assert [need.name for need in found.needs] == ["Diakonie Köln"]
    assert lost(found) == [
        "Personal data was left out, which is never held here: personal dates",
        "An address for messages was left out: http://twitter.com/diakonie",
        "An address for messages was left out: skype:diakonie",
        "A picture was left out.",
    ]
    assert isinstance(group, Unreadable)
    assert group.reason.in_words(str) == "This card is a list of other cards and no contact."


def test_google_contacts() -> None:
    found, private = read(vcard_samples.GOOGLE)
    assert isinstance(found, Entry)
    person = found.record
    assert isinstance(person, Person)
    assert (person.name, person.role) == ("Dr. Ayşe Yılmaz", "Leitung Integration")
    assert [(phone.text, phone.label) for phone in person.phones] == [
        ("02841 88765-12", None),
        ("0151 23456789", None),
        ("02841 88765-0", "Zentrale"),
    ]
    assert [email.address for email in person.emails] == ["ayse.yilmaz@caritas.example.de"]
    assert person.links[0].raw == "https://www.caritas-moers-xanten.de"
    assert lost(found) == [
        "A private entry was left out, for private contact data are never held here: ayse@privat.example.de",
        "Personal data was left out, which is never held here: birthday",
        "Personal data was left out, which is never held here: relatives and acquaintances",
        "A picture was left out.",
        "The category “Beratung” was left out; topics are chosen from the list of the program.",
    ]
    assert isinstance(private, Unreadable)
    assert private.text == "Erika Mustermann"
    assert "without an organisation" in private.reason.in_words(str)


def test_thunderbird() -> None:
    found = only(vcard_samples.THUNDERBIRD)
    person = found.record
    assert isinstance(person, Person)
    assert (person.department, person.role) == ("Migrationsdienst", "Beraterin, Asylverfahren")
    assert [(phone.text, phone.kind) for phone in person.phones] == [
        ("0203 3095-0", PhoneKind.VOICE),
        ("0160 1234567", PhoneKind.MOBILE),
        ("0203 3095-99", PhoneKind.FAX),
    ]
    assert [email.address.partition("@")[0] for email in person.emails] == ["kontakt", "migration"]
    assert person.internal_note == "spricht Russisch; kommt mit ins Amt"
    assert lost(found) == [
        "“TEL” has no field here and was left out: 0203 1",
        "“SPECIAL-DATE” has no field here and was left out: 20100612",
        "Personal data was left out, which is never held here: wedding day",
        "An address for messages was left out: matrix:u/olga",
        "“X-CUSTOM1” has no field here and was left out: Zimmer 4",
        "A picture was left out.",
        "“Russisch” was left out; there is no field for it here.",
        "“Ukrainisch” was left out; there is no field for it here.",
    ]


def test_android() -> None:
    found, police = read(vcard_samples.ANDROID)
    assert isinstance(found, Entry)
    place = found.record
    assert isinstance(place, Location)
    assert (place.name, place.alternate_names) == ("Servicestelle Moers (Büro)", ("Service",))
    assert [(phone.text, phone.label) for phone in place.phones] == [("02841 201123", None), ("02841 201-0", "Pforte")]
    assert place.addresses[0].lines() == ("Rathausplatz 1", "47441 Moers")
    assert lost(found) == [
        "Personal data was left out, which is never held here: personal dates",
        "Personal data was left out, which is never held here: birthday",
        "A picture was left out.",
    ]
    assert isinstance(police, Entry)
    assert isinstance(police.record, Location)
    assert [phone.text for phone in police.record.phones] == ["110"]


def test_nextcloud_contacts() -> None:
    found = only(vcard_samples.NEXTCLOUD)
    place = found.record
    assert isinstance(place, Location)
    assert place.name == "Jugendmigrationsdienst Dortmund"
    assert [phone.kind for phone in place.phones] == [PhoneKind.VOICE, PhoneKind.FAX]
    assert place.links[0].target == "https://jugendmigrationsdienste.de"
    assert place.provenance.as_of == STAMP.as_of
    assert lost(found) == [
        "An address for messages was left out: https://instagram.com/jmd",
        "“CLOUD” has no field here and was left out: jmd@cloud.example.de",
        "Personal data was left out, which is never held here: gender",
        "“X-GROUP-MEMBERSHIP” has no field here and was left out: Partner",
        "The category “Jugend” was left out; topics are chosen from the list of the program.",
        "The category “Beratung” was left out; topics are chosen from the list of the program.",
    ]


def test_evolution() -> None:
    found = only(vcard_samples.EVOLUTION)
    place = found.record
    assert isinstance(place, Location)
    assert place.name == "Kreisverwaltung Wesel"
    assert (place.addresses[0].lines()[0], place.addresses[0].note) == ("Reeser Landstraße 31", "Postfach 10 10 60")
    assert [need.name for need in found.needs] == ["Kreis Wesel"]
    assert lost(found) == [
        "Personal data was left out, which is never held here: wedding day",
        "“Fachdienst 32, Ausländerwesen” was left out; there is no field for it here.",
        "The category “Behörde” was left out; topics are chosen from the list of the program.",
    ]
