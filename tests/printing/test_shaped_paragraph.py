"""Arabic and Persian on paper: joined letters, right to left, and copied as they were written."""

import shutil
import tomllib
from collections import Counter
from itertools import cycle, islice
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.printing.isolation import unbroken, with_addresses_isolated
from desktop.printing.shaped_paragraph import ShapedParagraph
from desktop.printing.shaped_wording import ShapedWording
from desktop.printing.styles import Role, style_sets
from desktop.printing.variant import NORMAL
from desktop.printing.wording import Span
from tests.support.accessibility import faults
from tests.support.places import SHIPPED, TRANSLATIONS
from tests.support.shaped import LEFT_TO_RIGHT, RIGHT_TO_LEFT, WIDTH, copied, on_one_line, paragraph, printed
from tests.support.sheet import Printed
from tests.support.tagged import Tagged
from tests.support.verapdf import verdicts, why_not

WITH_POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
WITH_JUDGE = pytest.mark.skipif(why_not() is not None, reason=why_not() or "")
SCRIPTS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىپچژگکیۀ٠١٢٣۰۱۲۳،؛؟ًٌٍَُِّْ\u200c"
STYLE = style_sets(NORMAL)[0][Role.BODY]
MARKED = "محمّد كتابٌ جميلٌ جدًّا، أيضًا مُدرِّسٌ في المدينةِ إلى الآن. لا إله إلا الله. خانهٔ ما؛ لطفاً می‌توانید بروید."


def _sentences(language: str) -> list[str]:
    """What the program says and what the data say about contacts, in a language."""
    with (TRANSLATIONS / language / "LC_MESSAGES" / "wegweiser.po").open("rb") as file:
        said = [str(message.string) for message in read_po(file) if message.id and isinstance(message.string, str)]
    data = tomllib.loads((SHIPPED / "summaries" / f"{language}.toml").read_text())
    return [sentence for sentence in (*said, *(item["text"] for item in data["translations"])) if len(sentence) > 25]


@WITH_POPPLER
@pytest.mark.parametrize("language", ["ar", "fa"])
def test_every_shipped_sentence_is_copied_as_it_was_written(language: str, tmp_path: Path) -> None:
    sentences = _sentences(language)
    assert len(sentences) > 40
    text = copied(printed(*(paragraph(sentence, language=language) for sentence in sentences)), tmp_path)
    assert [sentence for sentence in sentences if on_one_line(sentence) not in text] == []


@WITH_POPPLER
@pytest.mark.parametrize(("language", "call", "or_"), [("ar", "الهاتف", "أو"), ("fa", "تلفن", "یا")])
def test_numbers_mails_and_german_names_are_copied_in_the_midst_of_it(
    language: str, call: str, or_: str, tmp_path: Path
) -> None:
    # Poppler takes the direction of a page from most of its letters: here they are Arabic.
    sentences = [sentence for sentence in _sentences(language) if len(sentence) > 60]
    story, wanted = [], []
    for place, sentence in enumerate(islice(cycle(sentences), 60)):
        reach = f"{call}: 0231 9058-{place} {or_} +49 1234 567-{place}، info{place}@musterstadt.de (Müller). {sentence}"
        name = Span(text="Bundesamt für Migration und Flüchtlinge (BAMF), Köln", language="de-DE")
        rest = f"— {sentence} {sentence}"
        story.append(paragraph(with_addresses_isolated(reach), name, rest, language=language))
        wanted.append(on_one_line(f"{reach} {name.text} {rest}"))
    text = copied(printed(*story, language=language), tmp_path)
    assert [words for words in wanted if words not in text] == []


@WITH_POPPLER
def test_vowel_signs_and_ligatures_are_copied_within_their_words(tmp_path: Path) -> None:
    for role in (Role.BODY, Role.SECTION, Role.TITLE):
        assert copied(printed(paragraph(MARKED, role=role)), tmp_path) == on_one_line(MARKED)


@WITH_POPPLER
def test_lines_and_pages_part_no_word_from_the_next(tmp_path: Path) -> None:
    words = " ".join(f"كلمة{place}" for place in range(1500))
    pdf = printed(paragraph(words))
    assert len(Printed(pdf).pages) == 3
    assert copied(pdf, tmp_path) == words


def test_a_page_is_tagged_and_read_run_by_run() -> None:
    link = Span(text=unbroken("+49 1234 567-0"), target="tel:+4912345670", description="Anrufen")
    pdf = printed(paragraph("الهاتف:", link, "في"), paragraph(MARKED))
    assert faults(pdf) == []
    file = Tagged(pdf)
    words = [[kid if isinstance(kid, str) else kid.text for kid in node.kids] for node in file.find("P")]
    assert [word.replace("\u200f", "").strip() for word in words[0]] == ["الهاتف:", "+49 1234 567-0", "في"]
    assert Printed(pdf).links == ["tel:+4912345670"]
    reversed_ones = [mark for content in file.contents for mark in content.marks if mark.tag == "ReversedChars"]
    assert len(reversed_ones) >= 3


@WITH_JUDGE
def test_vera_finds_nothing_to_object_to(tmp_path: Path) -> None:
    path = tmp_path / "arabic.pdf"
    german = Span(text="Bürgerbüro (Köln)", language="de-DE")
    path.write_bytes(printed(paragraph(MARKED, german, role=Role.TITLE), paragraph(f"{MARKED} " * 40)))
    assert not any(verdicts([path]).values())


def test_words_in_another_language_say_so() -> None:
    pdf = printed(paragraph("مكتب", Span(text="Bürgerbüro", language="de-DE"), "هنا"))
    (span,) = Tagged(pdf).find("Span")
    assert (span.text.strip(), str(span.source["/Lang"])) == ("Bürgerbüro", "de-DE")


def test_only_embedded_fonts_are_used() -> None:
    found = Printed(printed(paragraph("مكتب Müller"), paragraph("عنوان", role=Role.TITLE))).fonts
    assert {name.partition("+")[2] for name in found} <= {
        *("FiraSans-Regular", "FiraSans-Bold", "IBMPlexSansArabic-Regular", "IBMPlexSansArabic-Bold")
    }
    assert all(found.values())


def test_the_same_words_give_the_same_bytes_whatever_was_printed_before() -> None:
    first = printed(paragraph(MARKED))
    printed(paragraph("ظضذغ ؤئ ٱ ڤ (abc)، 12"))
    assert printed(paragraph(MARKED)) == first


def test_lines_begin_on_the_right_and_stay_within_their_width() -> None:
    wording = ShapedWording([Span(text=f"{MARKED} Müller, " * 9)], STYLE, "ar", RIGHT_TO_LEFT)
    lines = wording.lines(WIDTH, 0, len(wording.text))
    assert len(lines) > 5
    for line in lines:
        edges = [(run.left, run.left + run.width) for run in wording.runs(line)]
        assert max(right for _, right in edges) == pytest.approx(wording.width(line))
        assert wording.width(line) <= WIDTH
        assert [left for left, _ in sorted(edges)][1:] == pytest.approx([right for _, right in sorted(edges)][:-1])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(st.sampled_from(SCRIPTS), min_size=1, max_size=8), min_size=1, max_size=40))
def test_every_letter_is_on_the_paper(words: list[str]) -> None:
    text = on_one_line(" ".join([*words, "Müller-Wäßrig", "щука", "0231", "(x)"]))
    pdf = printed(paragraph(text))
    drawn = "".join(mark.text for content in Tagged(pdf).contents for mark in content.marks)
    assert Counter(on_one_line(drawn).replace(" ", "")) == Counter(text.replace(" ", ""))


@given(st.integers(1, 60), st.integers(20, 700))
def test_a_paragraph_is_parted_between_lines_and_nothing_is_lost(count: int, height: int) -> None:
    whole = paragraph("كلمة " * count)
    parts = whole.parted(WIDTH, height, is_fresh=False)
    if parts is None:
        assert whole.height(WIDTH) < height or whole.height(WIDTH) < 100 or height < 50
        return
    assert all(isinstance(part, ShapedParagraph) for part in parts)
    assert sum(part.height(WIDTH) for part in parts) == pytest.approx(whole.height(WIDTH))
    assert parts[0].height(WIDTH) <= height


@WITH_POPPLER
def test_a_german_paragraph_with_an_arabic_name_begins_on_the_left(tmp_path: Path) -> None:
    name = Span(text="محمّد رضا", language="fa")
    long = "Die Beratung ist frei und vertraulich. " * 3
    text = copied(printed(paragraph(long, "Es berät", name, "in Köln.", language="de", base=LEFT_TO_RIGHT)), tmp_path)
    assert text.startswith("Die Beratung ist frei")
    assert "Es berät محمّد رضا" in text
    assert text.endswith("in Köln.")
