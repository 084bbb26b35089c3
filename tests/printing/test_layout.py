"""However much a record holds: nothing lies upon another, leaves the paper or is lost."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.pages.blocks import Block, Bullets, Field, Fields, Heading, Item, Note, Paragraph, Tone, Value
from desktop.printing import fonts
from tests.support.paper import printed
from tests.support.sheet import Printed

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
