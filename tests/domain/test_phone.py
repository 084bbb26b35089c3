"""Numbers as a clerk reads, dials and writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InvalidRecordError
from desktop.domain.phone import Phone, completed
from desktop.domain.vocabulary import PhoneKind, ReachStatus

IN_THE_SOURCE = [
    ("0911 / 943 –0", "+499119430", "0911 943-0"),
    ("0521 / 9316 – 0", "+4952193160", "0521 9316-0"),
    ("0221 / 92426- 0", "+49221924260", "0221 92426-0"),
    ("030 / 18681 - 1120", "+4930186811120", "030 18681-1120"),
    ("030 / 20655- 1835", "+4930206551835", "030 20655-1835"),
    ("02381 / 898-150.", "+492381898150", "02381 898-150"),
    ("0228- 95968 -30", "+4922895968" + "30", "0228 95968-30"),
    ("03018-17-3402", "+493018173402", "030 1817-3402"),
    ("0211 837 2775", "+492118372775", "0211 8372775"),
    ("0209 / 40 94-205", "+492094094205", "0209 4094-205"),
    ("+49 (0) 151 - 59787478", "+4915159787478", "0151 59787478"),
    ("+49 (0) 3212 - 102 78 59", "+4932121027859", "03212 1027859"),
]


@pytest.mark.parametrize(("raw", "dialled", "written"), IN_THE_SOURCE)
def test_a_number_of_the_source_can_be_dialled_and_is_written_as_din_5008_wants(
    raw: str, dialled: str, written: str
) -> None:
    phone = completed(Phone(raw=raw))
    assert (phone.e164, phone.display) == (dialled, written)
    assert phone.raw == raw


@pytest.mark.parametrize("raw", ["0231 9058-0", "0231/9058-0", "(0231) 9058-0", "+49 231 9058-0", "0049 231 9058-0"])
def test_every_way_to_write_a_number_dials_the_same(raw: str) -> None:
    assert completed(Phone(raw=raw)).e164 == "+4923190580"


@pytest.mark.parametrize("raw", ["110", "116117"])
def test_a_short_number_gets_no_area_code(raw: str) -> None:
    assert completed(Phone(raw=raw)).display == raw


def test_a_number_abroad_keeps_its_country() -> None:
    assert completed(Phone(raw="+41 44 668 18 00")).display == "+41 44 6681800"


def test_a_number_of_the_shut_network_must_be_marked_as_dead() -> None:
    with pytest.raises(InvalidRecordError):
        completed(Phone(raw="01888 / 555-1835"))
    dead = completed(Phone(raw="01888 / 555-1835", status=ReachStatus.DEAD, reason="abgeschaltet"))
    assert dead.display == "01888 555-1835"
    assert not dead.is_callable


@pytest.mark.parametrize("raw", ["", "Telefon", "0" * 61])
def test_what_is_no_number_is_refused(raw: str) -> None:
    with pytest.raises(InvalidRecordError):
        Phone(raw=raw)


def test_a_dead_number_without_a_reason_is_refused() -> None:
    with pytest.raises(InvalidRecordError):
        Phone(raw="0231 90580", kind=PhoneKind.FAX, status=ReachStatus.DEAD)


@pytest.mark.parametrize(
    ("raw", "display"),
    [
        ("(0221) 92426-0", "0221 92426-0"),
        ("(02 31) 9058-0", "0231 9058-0"),
        ("(+49 231) 9058-0", "0231 9058-0"),
        ("(+49) 231 9058-0", "0231 9058-0"),
        ("[0231] 9058-0", "0231 9058-0"),
        ("Tel.: 0231 9058-0", "0231 9058-0"),
        ("Telefax 0231/9058-0", "0231 9058-0"),
        ("\u200e0231 9058-0", "0231 9058-0"),
        ("\uff10\uff12\uff13\uff11 9058", "0231 9058"),
        ("\u0660\u0662\u0663\u0661 \u0669\u0660\u0665\u0668", "0231 9058"),
        ("231 9058-0", "0231 9058-0"),
        ("115", "115"),
        ("+39 06 69821", "+39 06 69821"),
    ],
)
def test_a_number_is_shown_as_din_5008_wants_it_however_it_was_pasted(raw: str, display: str) -> None:
    assert completed(Phone(raw=raw)).display == display


@pytest.mark.parametrize("raw", ["0231 9058-0 oder -1", "0231 9058-0 DW 12", "0211 KREFELD"])
def test_letters_are_not_dialled_by_accident(raw: str) -> None:
    with pytest.raises(InvalidRecordError):
        completed(Phone(raw=raw))


@pytest.mark.parametrize("raw", ["12", "0", "+49 1", "0231 12345678901234567"])
def test_what_nobody_can_call_is_refused(raw: str) -> None:
    with pytest.raises(InvalidRecordError):
        completed(Phone(raw=raw))


@pytest.mark.parametrize("raw", ["110", "112", "115", "116117"])
def test_short_numbers_that_everybody_knows_are_kept(raw: str) -> None:
    assert completed(Phone(raw=raw)).display == raw


def test_words_behind_a_number_are_told_where_they_belong() -> None:
    with pytest.raises(InvalidRecordError, match="What it is for"):
        completed(Phone(raw="02841/201-0 App. 12"))


@given(
    st.from_regex(r"0[1-9][0-9]{1,4}[ /-]?[0-9]{3,7}([ -][0-9]{1,4})?", fullmatch=True).filter(str.isascii),
)
def test_the_short_way_of_reading_ordinary_numbers_leads_to_the_same(raw: str) -> None:
    def read(text: str) -> tuple[str | None, str | None] | str:
        try:
            found = completed(Phone(raw=text))
        except InvalidRecordError as error:
            return str(error)
        return found.e164, found.display

    assert read(raw) == read(f"Tel.: {raw}")
