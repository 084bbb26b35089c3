"""What a person typed stands on the paper as they typed it, whatever it looks like to a machine."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab import rl_config

from desktop.i18n import load
from desktop.pages.blocks import Bullets as Bulleted
from desktop.pages.blocks import Field, Fields, Heading, Item, Note, Paragraph, Value
from desktop.printing.fonts import missing_characters
from desktop.printing.text import UnprintableError
from tests.support.accessibility import faults
from tests.support.paper import paper, printed, sample
from tests.support.places import TRANSLATIONS

ODD = 'Müller & Söhne <mueller@x.de> "Haus" <b>fett</b> <img src="/etc/passwd"/> &amp; <a href="javascript:x">y</a>'


def test_markup_in_a_record_is_only_text() -> None:
    sheet = printed(
        Paragraph(ODD),
        Bulleted((Item(ODD, ODD),)),
        Fields((Field(ODD, (Value(text=ODD, note=ODD, target="tel:+49231"),)),)),
        Note(ODD, ODD),
        title=ODD,
        lead=ODD,
    )
    assert sheet.squeezed.count("".join(ODD.split())) >= 9
    assert sheet.links == ["tel:+49231"]


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="latin-1", exclude_categories=["Cc", "Cf"]), min_size=1, max_size=60))
def test_any_western_text_is_printed_letter_by_letter(text: str) -> None:
    assert "".join(unicodedata.normalize("NFC", text).split()) in printed(Paragraph(f"x{text}x")).squeezed


@pytest.mark.parametrize(
    ("target", "opened"),
    [
        ("tel:+4923190580", "tel:+4923190580"),
        ("mailto:M22Posteingang@bamf.bund.de", "mailto:M22Posteingang@bamf.bund.de"),
        ("https://www.bamf.de/a?b=c&d=e#f", "https://www.bamf.de/a?b=c&d=e#f"),
        ('http://x.de/"><b>', "http://x.de/%22%3E%3Cb%3E"),
        ("https://köln.de/straße", "https://k%C3%B6ln.de/stra%C3%9Fe"),
    ],
)
def test_numbers_mails_and_web_addresses_can_be_pressed(target: str, opened: str) -> None:
    sheet = printed(Fields((Field("Label", (Value(text="shown", target=target),)),)))
    assert sheet.links == [opened]
    assert "shown" in sheet.text


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "#heading-1", "data:text/html,x", "/x"]
)
def test_nothing_else_can_be_pressed(target: str) -> None:
    sheet = printed(Fields((Field("Label", (Value(text="shown", target=target),)),)))
    assert sheet.links == []
    assert "shown" in sheet.text


def test_a_void_value_is_told_but_cannot_be_pressed() -> None:
    value = Value(text="01888 555-1835", note="reaches nobody", target="tel:+491888", is_void=True)
    sheet = printed(Fields((Field("Telephone", (value,)),)))
    assert "01888 555-1835 · reaches nobody" in sheet.text
    assert sheet.links == []


def test_characters_that_the_font_lacks_are_named_with_the_record() -> None:
    with pytest.raises(UnprintableError) as caught:
        printed(Paragraph("Guten Tag 😀, 你好, Guten Tag 😀"), title="Beratung Moers")
    message = caught.value.message.in_words(load(TRANSLATIONS, "en"))
    assert "Beratung Moers" in message
    assert "😀 (U+1F600), 你 (U+4F60), 好 (U+597D)" in message


@pytest.mark.parametrize("char", ["\uffff", "\ufffe", "\ufdd0", "\U0001ffff"])
def test_what_is_no_character_at_all_is_refused_though_fonts_have_a_glyph_for_it(char: str) -> None:
    with pytest.raises(UnprintableError):
        printed(Paragraph(f"a{char}b"))


def test_control_characters_in_a_name_break_no_file() -> None:
    made = paper(sample(title="Haus\x01 am\r\nMarkt\x0b1"))
    assert made.title == "Contact sheet: Haus am Markt 1"
    assert faults(made.pdf) == []


def test_every_language_of_the_desk_in_latin_and_cyrillic_can_be_printed() -> None:
    languages = "Größe · été · İğneışçöü · zażółć gęślą · ștefănuț · Їжак, ґанок, щука · съешь ещё этих булок · ѝ"
    assert missing_characters(languages) == ""
    assert "".join(languages.split()) in printed(Paragraph(languages)).squeezed


def test_what_nobody_sees_does_not_stop_the_printing() -> None:
    sheet = printed(Paragraph("8\u202fWochen\u200b, 0211\u2011837\ufeff, a\x00b, Mu\u0308ller\u2060"))
    assert "8 Wochen, 0211-837, ab, Müller" in sheet.text


@pytest.mark.parametrize("blank", "\t\u2000\u2002\u2003\u2006\u2009\u200a\u205f\u3000")
def test_a_blank_of_any_width_is_a_blank(blank: str) -> None:
    assert "am Markt 1" in printed(Paragraph(f"am{blank}Markt 1")).text


@pytest.mark.parametrize("mark", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_whatever_ends_a_line_ends_it_on_paper_in_every_script(mark: str) -> None:
    german, arabic = printed(Paragraph(f"oben{mark}unten")), printed(Paragraph(f"oben{mark}unten باب"))
    for sheet in (german, arabic):
        assert sheet.lines[sheet.lines.index("oben") + 1] == "unten"


def test_a_line_break_stays_one_and_a_soft_hyphen_shows_only_at_the_end_of_a_line() -> None:
    assert "Straße 1 Moers" in printed(Fields((Field("Address", (Value(text="Straße 1\nMoers"),)),))).text
    assert "Modellprojektes" in printed(Paragraph("Modellprojek\u00adtes")).text.replace("\u00ad", "")


def test_a_word_without_room_is_divided_with_a_hyphen_that_shows_and_whole_when_copied() -> None:
    long = Fields((Field("Bundesverwaltungsamtsaußenstellenleitung" * 2, (Value(text="x"),)),))
    for word in ("", "باب "):
        sheet = printed(long, Heading(f"{word}Bundesverwaltungsamtsaußenstellenleitung"))
        assert any(line.rstrip().endswith("\u00ad") for line in sheet.lines)
    assert "Bundesverwaltungsamtsaußenstellenleitung" in sheet.squeezed.replace("\u00ad", "")


def test_no_colour_is_ever_worked_out_from_text() -> None:
    assert rl_config.toColorCanUse is None
