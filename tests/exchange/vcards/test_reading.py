"""How cards are spelled: encodings, folds, quoting, escapes, groups, cards in cards."""

import codecs

import pytest

from desktop.domain.contact import Location, Person
from desktop.domain.incoming import Entry, Unreadable
from desktop.domain.vocabulary import AddressKind, PhoneKind
from tests.support.vcards import card, lost, only, read

UMLAUTS = "Büro Süd – „Straße“"


def _place(data: bytes | str) -> Location:
    found = only(data).record
    assert isinstance(found, Location), found
    return found


def _note(*lines: str, version: str = "3.0") -> str | None:
    return _place(card("ORG:Amt", *lines, version=version)).internal_note


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_of_a_file_is_found(codec: str) -> None:
    assert _place(card(f"ORG:{UMLAUTS}").encode(codec)).name == UMLAUTS


def test_each_line_may_have_its_own_encoding() -> None:
    old = card("ORG:Amt", "NOTE;CHARSET=ISO-8859-1:stra\udcdfe", version="2.1")
    assert _place(old.encode("utf-8", "surrogateescape")).internal_note == "straße"
    mixed = "BEGIN:VCARD\r\nVERSION:3.0\r\nORG:Büro\r\n".encode() + "NOTE:für\r\nEND:VCARD\r\n".encode("cp1252")
    assert (_place(mixed).name, _place(mixed).internal_note) == ("Büro", "für")


@pytest.mark.parametrize(
    ("charset", "quoted"),
    [
        ("utf-8", "M=C3=BCller"),
        ("UTF-8", "M=c3=bcller"),
        ("iso-8859-1", "M=FCller"),
        ("windows-1252", "M=FCller"),
        ("windows-1250", "M=FCller"),
        ("gibt-es-nicht", "M=C3=BCller"),
        ("", "M=FCller"),
        ("punycode", "M=C3=BCller"),
        ("zlib", "M=C3=BCller"),
    ],
)
def test_quoted_printable_in_every_character_set(charset: str, quoted: str) -> None:
    named = f";CHARSET={charset}" if charset else ""
    assert _place(card(f"ORG{named};ENCODING=QUOTED-PRINTABLE:{quoted}", version="2.1")).name == "Müller"
    assert _place(card(f"ORG;QUOTED-PRINTABLE{named}:{quoted}", version="2.1")).name == "Müller"


def test_soft_breaks_join_lines_only_where_lines_are_quoted() -> None:
    assert (
        _note("NOTE;ENCODING=QUOTED-PRINTABLE:eins =", "zwei=0D=0A=", "drei =3D", version="2.1") == "eins zwei\ndrei ="
    )
    assert _note("NOTE:a=", "TEL:0221 1234") == "a="
    assert _note("NOTE;ENCODING=QUOTED-PRINTABLE:zuletzt =", version="2.1") == "zuletzt"
    ended = "BEGIN:VCARD\nVERSION:2.1\nORG:A\nNOTE;QUOTED-PRINTABLE:Ende=\nEND:VCARD\n"
    assert _place(ended).internal_note == "Ende"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_lines_may_end_in_any_way(end: str) -> None:
    assert _note("NOTE:kurz") == "kurz"
    assert _place(card("ORG:Amt", "NOTE:lang", " er Text").replace("\r\n", end)).name == "Amt"


def test_folds_are_taken_out_also_within_a_letter() -> None:
    data = card("ORG:Büro Süd").encode()
    at = data.index("ü".encode()) + 1
    assert _place(data[:at] + b"\r\n " + data[at:]).name == "Büro Süd"
    assert _note("NOTE:lan", "\tg und", "  breit") == "lang und breit"


def test_version_two_folds_between_words() -> None:
    assert _note("NOTE:lang", " und", "   breit", version="2.1") == "lang und breit"


def test_escapes() -> None:
    assert _note(r"NOTE:a\, b\; c\\n\nneu\N\:") == "a, b; c\\n\nneu\n:"
    assert _note(r"NOTE:C:\neu\; ja", version="2.1") == r"C:\neu; ja"


@pytest.mark.parametrize(
    ("line", "number", "kind"),
    [
        ("TEL:0221 / 92 42 6-0", "0221 92426-0", PhoneKind.VOICE),
        ('TEL;VALUE=uri;TYPE="work,voice":tel:+49-221-92426;ext=5', "0221 92426-5", PhoneKind.VOICE),
        ("TEL;VALUE=uri;TYPE=fax:tel:+49%20221%209", "0221 9", PhoneKind.FAX),
        ("TEL;TYPE=CELL,WORK:0171 1234567", "0171 1234567", PhoneKind.MOBILE),
        ("TEL;type=work;type=fax:+49 (0) 221 9", "0221 9", PhoneKind.FAX),
        ('TEL;TYPE="cell":Tel.: 0171 1234567', "0171 1234567", PhoneKind.MOBILE),
        ("tel;work;voice:0221 92426 App. 12", "0221 92426-12", PhoneKind.VOICE),
        ("ITEM1.TEL;TYPE=x-büro:116117", "116117", PhoneKind.VOICE),
        ("TEL:+41 44 668 18 00", "+41 44 6681800", PhoneKind.VOICE),
    ],
)
def test_numbers(line: str, number: str, kind: PhoneKind) -> None:
    [phone] = _place(card("ORG:Amt", line)).phones
    assert (phone.text, phone.kind) == (number, kind)


@pytest.mark.parametrize(
    "line",
    [
        "TEL:ruf an",
        "TEL:12",
        "TEL:01888 12",
        "TEL:0221 1234 / 0221 5678",
        "TEL;VALUE=uri:sip:a@b.de",
        "TEL:" + "0" * 70,
    ],
)
def test_what_is_no_number_is_left_out_and_said(line: str) -> None:
    found = only(card("ORG:Amt", line))
    assert isinstance(found.record, Location)
    assert found.record.phones == ()
    assert len(lost(found)) == 1


def test_mails_and_links_are_cleaned() -> None:
    place = _place(card("ORG:Amt", "EMAIL:mailto:a@b.de", "EMAIL;TYPE=pref:„Amt“ <c@b.de>", "URL:ww.moers.de"))
    assert [email.address for email in place.emails] == ["c@b.de", "a@b.de"]
    assert [link.raw for link in place.links] == ["www.moers.de"]
    found = only(card("ORG:Amt", "EMAIL:a@b", "EMAIL:..@b.de", "URL:nirgends"))
    assert len(lost(found)) == 3


@pytest.mark.parametrize(
    ("line", "lines", "kind"),
    [
        ("ADR:;;Am Markt 2;Bonn;NRW;53113;Deutschland", ("Am Markt 2", "53113 Bonn"), AddressKind.VISIT),
        ("ADR;TYPE=WORK,POSTAL,PARCEL:;;Weg 1;Bonn;;D-53113;", ("Weg 1", "53113 Bonn"), AddressKind.VISIT),
        ("ADR;TYPE=POSTAL:;;Weg 1;Bonn;;53113;", ("Weg 1", "53113 Bonn"), AddressKind.POSTAL),
        ("ADR:Postfach 12;;;Bonn;;53113;", ("Postfach 12", "53113 Bonn"), AddressKind.POSTAL),
        ("ADR:12 34;;;Bonn;;53113;", ("Postfach 12 34", "53113 Bonn"), AddressKind.POSTAL),
        ("ADR:;;c/o Amt\\, Weg 1;Bonn;;53113;", ("c/o Amt", "Weg 1", "53113 Bonn"), AddressKind.VISIT),
        ("ADR:;;Weg 1;53113 Bonn;;;", ("Weg 1", "53113 Bonn"), AddressKind.VISIT),
        ("ADR:;;Weg 1,Hof 2;Bonn;;53113", ("Weg 1, Hof 2", "53113 Bonn"), AddressKind.VISIT),
    ],
)
def test_addresses(line: str, lines: tuple[str, ...], kind: AddressKind) -> None:
    [address] = _place(card("ORG:Amt", line, version="4.0")).addresses
    assert (address.lines(), address.kind) == (lines, kind)


@pytest.mark.parametrize(
    "line", ["ADR:;;Weg 7;Leipzig;;4109;", "ADR:;;Weg 7;4109 Leipzig;;;", "ADR:;;Weg 7;Leipzig;;D-4109"]
)
def test_a_postcode_that_lost_its_zero_is_completed_as_in_tables_and_that_is_told(line: str) -> None:
    found = only(card("ORG:Amt", line))
    assert isinstance(found.record, Location)
    assert [address.lines() for address in found.record.addresses] == [("Weg 7", "04109 Leipzig")]
    assert lost(found) == ["The postcode “4109” was completed to “04109”. Please check it."]


@pytest.mark.parametrize("line", ["ADR:;;Gasse 1;Wien;;1010;Österreich", "ADR:;;Gasse 1;Wien;;A-1010;"])
def test_a_postcode_of_another_country_is_not_completed(line: str) -> None:
    found = only(card("ORG:Amt", line))
    assert "German postcode" in lost(found)[0]
    assert "addresses" not in found.given


@pytest.mark.parametrize("line", ["ADR:;;Rue 1;Paris;;75001;France", "ADR:;;Weg 1;Bonn;;;", "ADR:;;Weg 1;;;53113;"])
def test_an_address_that_has_no_field_is_said(line: str) -> None:
    found = only(card("ORG:Amt", line))
    assert "German postcode" in lost(found)[0]
    assert "addresses" not in found.given


def test_a_card_within_a_card_is_passed_over() -> None:
    inner = card("FN:Sekretärin", "TEL:0221 999", "AGENT:", *card("FN:Noch eine").strip().split("\r\n"), version="2.1")
    found = only(card("ORG:Amt", "AGENT:", *inner.strip().split("\r\n"), "TEL:0221 1234", version="2.1"))
    assert isinstance(found.record, Location)
    assert [phone.text for phone in found.record.phones] == ["0221 1234"]
    assert lost(found) == []
    text = only(card("ORG:Amt", r"AGENT:BEGIN:VCARD\nFN:Susan\nEND:VCARD\n"))
    assert lost(text) == ["A card within the card was left out."]


def test_pictures_sounds_and_keys_are_said_once_whatever_they_are_cut_into() -> None:
    piece = "A" * 60
    lines = ["PHOTO;ENCODING=b:" + piece, " " + piece, "PHOTO;BASE64;JPEG:", piece, piece + "==", "", "LOGO:data:x"]
    found = only(card("ORG:Amt", *lines, "SOUND;ENCODING=b:AA", "KEY;ENCODING=B:AA", "KEY:http://a.de", "TEL:0221 12"))
    assert lost(found) == [
        "A picture was left out.",
        "A sound was left out.",
        "A key or certificate was left out.",
    ]
    assert "phones" in found.given


def test_lines_that_are_no_properties_are_said() -> None:
    found = only(card("ORG:Amt", "ohne Punkt und Komma", ":leer", "NOTE:gut"))
    assert lost(found) == [
        "A line could not be read and was left out: ohne Punkt und Komma",
        "A line could not be read and was left out: :leer",
    ]
    assert found.record.internal_note == "gut"


def test_quotation_marks_hold_colons_and_may_be_forgotten() -> None:
    place = _place(card("ORG:Amt", 'TEL;LABEL="Büro: Süd; West":0221 1234', 'NOTE;X="offen:gut', version="4.0"))
    assert [phone.text for phone in place.phones] == ["0221 1234"]
    assert place.internal_note == "gut"


def test_what_is_preferred_comes_first() -> None:
    numbers = ("TEL;PREF=3:0221 333", "TEL:0221 444", "TEL;PREF=1:0221 111", "TEL;TYPE=pref:0221 000")
    place = _place(card("ORG:Amt", *numbers, version="4.0"))
    assert [phone.text[-3:] for phone in place.phones] == ["000", "111", "333", "444"]


@pytest.mark.parametrize(
    ("lines", "kind", "name"),
    [
        (("FN:Anna Weber", "N:Weber;Anna;;;", "ORG:Amt"), Person, "Anna Weber"),
        (("N:Weber;Anna;Maria;Dr.;MA", "ORG:Amt"), Person, "Dr. Anna Maria Weber MA"),
        (("FN:Weber, Anna", "N:Weber;Anna;;;", "ORG:Amt"), Person, "Anna Weber"),
        (("KIND:individual", "FN:Anna", "ORG:Amt"), Person, "Anna"),
        (("FN:Amt", "ORG:Amt"), Location, "Amt"),
        (("FN:Amt", "ORG:Amt;Asyl"), Location, "Amt, Asyl"),
        (("FN:Amt Nord", "ORG:Amt"), Location, "Amt Nord"),
        (("KIND:org", "FN:Anna Weber", "N:Weber;Anna;;;"), Location, "Anna Weber"),
        (("KIND:location", "FN:Turnhalle"), Location, "Turnhalle"),
        (("FN:Stadt Moers", "N:Moers;Stadt;;;"), Location, "Stadt Moers"),
        (("FN:ADAC", "N:ADAC;;;;"), Location, "ADAC"),
        (("FN:Frau Weber, Beratungsstelle", "N:Weber;;;Frau;", "ORG:Amt"), Person, "Frau Weber, Beratungsstelle"),
        (("FN:Amt 32", "N:32;Amt;;;", "ORG:Amt 32"), Location, "Amt 32"),
    ],
)
def test_what_a_card_is_of(lines: tuple[str, ...], kind: type, name: str) -> None:
    found = only(card(*lines, version="4.0")).record
    assert (type(found), found.name) == (kind, name)


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:Erika Mustermann", "N:Mustermann;Erika;;;"),
        ("KIND:individual", "FN:Erika"),
        ("FN:Anna Neuhaus", "N:Neuhaus;Anna;;;", "TEL:0221 1234"),
        ("FN:Mama", "N:Mama;;;;", "TEL:0221 1234"),
        ("FN:Anna", "N:;Anna;;;", "ORG:;;"),
        ("FN:Herr Müller (Jobcenter)", "N:Müller;;;Herr;"),
        ("KIND:group", "FN:Alle"),
        ("EMAIL:a@b.de",),
        ("FN:\u200b", "ORG:;;"),
    ],
)
def test_no_record_is_made_of_private_persons_of_groups_and_of_nobody(lines: tuple[str, ...]) -> None:
    [found] = read(card(*lines, version="4.0"))
    assert isinstance(found, Unreadable)


def test_cards_of_one_organisation_belong_to_the_same() -> None:
    found = read(card("FN:Nord", "ORG:Amt") + card("FN:Süd", "ORG:AMT ") + card("FN:West", "ORG:Werk"))
    bodies = [one.needs[0].id for one in found if isinstance(one, Entry)]
    assert bodies[0] == bodies[1] != bodies[2]
    assert [one.place for one in found] == [1, 2, 3]
    assert len({one.record.id for one in found if isinstance(one, Entry)}) == 3


def test_a_card_that_is_cut_off_is_told_and_the_others_are_read() -> None:
    cut = card("FN:Nord", "ORG:Amt").replace("END:VCARD\r\n", "")
    first, second, third = read(cut + card("ORG:Mitte") + cut)
    assert isinstance(first, Unreadable)
    assert first.text == "Nord"
    assert isinstance(second, Entry)
    assert isinstance(third, Unreadable)
    assert "no end" in third.reason.in_words(str)


def test_long_texts_are_cut_to_what_fits() -> None:
    place = _place(card(f"FN:{'a' * 400}", f"ORG:{'b' * 400}", f"NOTE:{'c' * 20_000}"))
    assert (len(place.name), len(place.internal_note or "")) == (300, 10_000)


def test_a_mark_of_the_byte_order_is_no_letter() -> None:
    assert _place(codecs.BOM_UTF8 + card("ORG:Amt").encode()).name == "Amt"


def test_a_note_that_is_too_long_is_cut_and_that_is_told() -> None:
    data = card("ORG:Amt", f"NOTE:{'a' * 12_000}")
    assert len(_place(data).internal_note or "") == 10_000
    assert "The note is too long; only its first 10000 characters were taken over." in lost(only(data))
