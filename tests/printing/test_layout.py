"""However much a record holds: nothing lies upon another, leaves the paper or is lost."""

from gettext import NullTranslations
from io import BytesIO
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.i18n import Translate
from desktop.pages.blocks import Block, Bullets, Field, Fields, Heading, Item, Note, Paragraph, Tone, Value
from desktop.printing import fonts
from desktop.printing.paper import Paper
from desktop.printing.record import page_section
from desktop.printing.variant import PageFormat, TypeSize, Variant
from tests.support.accessibility import faults
from tests.support.paper import ENGLISH, bound, paper, printed, sample
from tests.support.sheet import Printed
from tests.support.spoken import spoken
from tests.support.tagged import Tagged

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 8
SENTENCES = " ".join(f"Satz {number} nennt die Sache beim Namen." for number in range(1, 91))


def _phones(count: int) -> Fields:
    values = tuple(Value(text=f"0231 9058-{number}", target=f"tel:+492319058{number}") for number in range(count))
    return Fields((Field("Telephone", values),))


def _tidy(sheet: Printed) -> Printed:
    assert sheet.overlapping == []
    assert sheet.outside == []
    return sheet


def test_a_note_of_3000_characters_is_whole() -> None:
    assert len(SENTENCES) > 3000
    sheet = _tidy(printed(Heading("To be checked"), Note(SENTENCES, "Doubtful", Tone.CAUTION)))
    assert SENTENCES in sheet.text


def test_several_long_notes_run_over_pages_without_a_gap() -> None:
    notes = [Note(f"{SENTENCES} Ende {number}.", f"Doubtful {number}") for number in range(4)]
    sheet = _tidy(printed(Heading("To be checked"), *notes))
    assert len(sheet.pages) >= 3
    assert all(f"Ende {number}." in sheet.text for number in range(4))
    assert sheet.text.count("Satz 45 nennt") == 4


@pytest.mark.parametrize("count", [40, 400])
def test_forty_phone_numbers_and_more_are_all_there_and_can_be_pressed(count: int) -> None:
    sheet = _tidy(printed(_phones(count)))
    assert len(sheet.links) == count
    assert all(f"0231 9058-{number} " in f"{sheet.text} " for number in range(count))


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(LONG_WORD),
        Bullets((Item(LONG_WORD, LONG_WORD),)),
        Fields((Field(LONG_WORD, (Value(text=LONG_WORD, note=LONG_WORD),)),)),
        Fields((Field("Website", (Value(text=LONG_WORD, target=f"https://{LONG_WORD}"),)),)),
        Fields((Field("Telephone", (Value(text="1" * 200, target="tel:1"),)),)),
        Note(LONG_WORD, LONG_WORD),
        Heading(LONG_WORD),
        Heading(LONG_WORD, 3),
    ],
)
def test_very_long_words_break(block: Block) -> None:
    sheet = _tidy(printed(Heading("Section"), block, title=LONG_WORD[:300], lead=LONG_WORD))
    assert sheet.squeezed.count(LONG_WORD) >= 1
    sheet = _tidy(printed(block))
    assert len(sheet.pages) >= 1


def test_an_empty_record_prints_its_name_and_nothing_empty() -> None:
    sheet = _tidy(printed(Fields(()), Bullets(()), Fields((Field("Telephone", ()),))))
    assert sheet.text == (
        "Servicestelle Zuwanderung Source Landesportal Contact sheet Contact point "
        "As of 10/19/2022 · Source: Landesportal Printed on 2025-11-22 with Wegweiser Page 1 of 1"
    )


@pytest.mark.parametrize(
    "title", ["A\nB", "Beratung\nfür alle", "x " * 150, "Bundesamt für Migration, Außenstelle Köln " * 4]
)
def test_any_name_finds_its_place(title: str) -> None:
    sheet = _tidy(printed(Paragraph("Inhalt"), title=title))
    assert " ".join(title.split()) in sheet.text
    assert [words for _, words in sheet.outline] == [" ".join(title.split())]


def test_a_name_longer_than_a_page_goes_on_and_stands_once_in_the_outline() -> None:
    sheet = _tidy(printed(title="Servicestelle " * 400))
    assert len(sheet.pages) > 1
    assert sheet.text.count("Servicestelle") >= 400
    assert len(sheet.outline) == 1


def test_a_person_stands_on_one_page() -> None:
    filler = Paragraph(" ".join([SENTENCES, SENTENCES[:2200]]))
    fields = Fields(tuple(Field(f"Label {number}", (Value(text=f"value {number}"),)) for number in range(8)))
    sheet = _tidy(printed(Heading("About"), filler, Heading("Contact person"), Heading("Miriam Palazzi", 3), fields))
    page = next(page for page in sheet.pages if "Miriam Palazzi" in page)
    assert all(f"value {number}" in page for number in range(8))


@pytest.mark.parametrize("lines", range(30, 46))
def test_the_lines_of_an_address_stand_on_one_page(lines: int) -> None:
    reach = Fields(tuple(Field(f"Label {number}", (Value(text=f"value {number}"),)) for number in range(5)))
    content = sample(Heading("Text"), *[Paragraph("Zeile")] * lines, Heading("Moers"), reach)
    sheet = _tidy(Printed(bound("Sheet", [page_section(content, ENGLISH, pages=2)], ENGLISH).pdf))
    (page,) = [page for page in sheet.pages if "value" in page]
    assert "Moers Label 0 value 0" in page
    assert all(f"value {number}" in page for number in range(5))


def test_what_many_blocks_say_comes_in_their_order() -> None:
    blocks = [
        block
        for number in range(30)
        for block in (Heading(f"Heading {number}"), Paragraph(f"Text {number}. {SENTENCES[:400]}"))
    ]
    text = _tidy(printed(*blocks)).text
    places = [text.index(f"{word} {number} ") for number in range(30) for word in ("Heading",)]
    assert places == sorted(places)
    assert all(text.index(f"Heading {number} ") < text.index(f"Text {number}.") for number in range(30))


def test_a_section_that_goes_on_says_so_to_the_eye_and_is_read_once() -> None:
    made = paper(sample(Heading("Tasks"), Paragraph(" ".join([SENTENCES] * 4)), title="Moers"))
    assert made.page_count == 3
    file = Tagged(made.pdf)
    assert file.artifacts.count("Tasks (continued)") == 2
    assert [node.text for node in file.find("H2")] == ["Tasks"]
    assert file.text.count("Satz 45 nennt") == 4
    assert "continued" not in file.text


def test_the_last_word_of_a_line_is_parted_from_the_first_of_the_next() -> None:
    blocks = (Paragraph(SENTENCES), Fields((Field("Address", (Value(text="Rathausplatz 1\nMoers"),)),)))
    text = Tagged(paper(sample(*blocks)).pdf).text
    assert SENTENCES in text
    assert "Rathausplatz 1 Moers" in text


def test_a_long_web_address_breaks_at_its_joints_and_is_one_link() -> None:
    address = "https://www.paritaetische-akademie-nrw.de/themen-projekte/case-management-einwanderung-gestalten/"
    made = paper(sample(Fields((Field("Website", (Value(text=address, target=address),)),))))
    (link,) = Tagged(made.pdf).find("Link")
    assert link.text == address
    lines = _tidy(Printed(made.pdf)).lines
    parts = [line for line in lines if line and line in address]
    assert "".join(parts) == address
    assert all(part[-1] in "/" or rest[0] in ".-" for part, rest in pairwise(parts))


def _in(variant: Variant, title: str = "Moers", tr: Translate = ENGLISH) -> Paper:
    """A sheet with a bit of everything."""
    blocks = (
        _phones(3),
        Heading("Tasks"),
        Bullets((Item("Text", "Title"), Item(SENTENCES[:400]))),
        Heading("To be checked"),
        Note("Doubt", "Title", Tone.CAUTION),
    )
    return bound("Contact sheet", [page_section(sample(*blocks, title=title), tr, variant, pages=1)], tr)


@pytest.mark.parametrize("page_format", PageFormat)
@pytest.mark.parametrize("type_size", TypeSize)
@pytest.mark.parametrize(
    "block",
    [
        Fields((Field(SENTENCES * 3, (Value(text="value"),)),)),
        Fields((Field(SENTENCES * 3, (Value(text=SENTENCES * 3),)),)),
        Heading(SENTENCES * 3),
        Heading(SENTENCES * 3, 3),
        Note(SENTENCES * 3, SENTENCES * 3),
    ],
)
def test_what_is_taller_than_a_page_goes_on_and_is_whole(
    block: Block, type_size: TypeSize, page_format: PageFormat
) -> None:
    content = sample(Heading("Section"), block, Paragraph(SENTENCES * 3))
    variant = Variant(type_size=type_size, page_format=page_format)
    made = bound("Sheet", [page_section(content, ENGLISH, variant, pages=1)], ENGLISH)
    assert faults(made.pdf) == []
    assert Tagged(made.pdf).read_aloud() == spoken(content)


def test_a_name_too_long_for_the_top_of_a_page_is_cut_there_and_nowhere_else() -> None:
    name = "Servicestelle Zuwanderung " * 12
    file = Tagged(paper(sample(Paragraph(SENTENCES * 3), title=name)).pdf)
    assert "Servicestelle Zuwanderung…" in file.artifacts
    assert file.find("H1")[0].text == name.strip()


def test_large_print_sets_what_a_reader_needs_in_16_points_and_more() -> None:
    sheet = _tidy(Printed(_in(Variant(type_size=TypeSize.LARGE)).pdf))
    for words in ("0231 9058-1", "Satz 1 nennt", "Tasks", "Doubt", "Telephone"):
        assert sheet.size_of(words) >= 16, words


def test_landscape_is_landscape() -> None:
    sheet = _tidy(Printed(_in(Variant(page_format=PageFormat.LANDSCAPE)).pdf))
    assert sheet.page_size == pytest.approx((841.89, 595.28), abs=0.01)


def test_in_a_language_from_right_to_left_every_column_changes_sides() -> None:
    left, right = Printed(_in(Variant()).pdf), Printed(_in(Variant(), tr=Translate("ar", NullTranslations())).pdf)
    assert left.place_of("Telephone") < left.place_of("0231 9058-1")
    assert _tidy(right).place_of("Telephone") > right.place_of("0231 9058-1")
    assert right.place_of("Tasks") > right.place_of("Text")
    assert right.place_of("Contact sheet") > right.place_of("Page 1 of 1")


def test_the_measure_itself_sees_text_upon_text_and_beyond_the_edge() -> None:
    fonts.register()
    target = BytesIO()
    canvas = Canvas(target)
    canvas.setFont(fonts.REGULAR, 10)
    canvas.drawString(100, 400, "unten und noch weiter")
    canvas.drawString(120, 404, "darüber")
    canvas.drawString(560, 200, "am Rand")
    canvas.save()
    sheet = Printed(target.getvalue())
    assert sheet.overlapping == [("unten und noch weiter", "darüber")]
    assert sheet.outside == ["am Rand"]
