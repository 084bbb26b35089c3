"""Every letter is set in a font that has it, in the form that its neighbours ask for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.printing import fonts
from desktop.printing.bidi import Direction
from desktop.printing.font_stack import font, is_unseen, missing_characters, settable
from desktop.printing.shaped_words import marks, words
from desktop.printing.typesetting import Part, ShapedRun, Typesetting

RTL, LTR = Direction.RIGHT_TO_LEFT, Direction.LEFT_TO_RIGHT
ARABIC = "IBMPlexSansArabic-Regular"
ORDER_MARKS = "\u200e\u200f"
JOINERS = dict.fromkeys(map(ord, "\u200c\u200d\u00ad"))
directions = st.sampled_from(Direction)


def _set(text: str, base: Direction = RTL, cut: str = fonts.REGULAR) -> Typesetting:
    return Typesetting([Part(text, cut)], base)


def _runs(text: str, base: Direction = RTL, cut: str = fonts.REGULAR) -> list[ShapedRun]:
    typesetting = _set(text, base, cut)
    return typesetting.runs(0, len(typesetting.text))


def _letters(run: ShapedRun) -> str:
    """What is copied of a run, in the order of reading."""
    copied = [font(run.font).letter(code).strip(ORDER_MARKS) for code in words(run)]
    return "".join(reversed(copied) if run.is_right_to_left else copied)


@settings(max_examples=300)
@given(st.text(), directions)
def test_any_text_is_either_set_letter_by_letter_or_its_missing_letters_are_named(text: str, base: Direction) -> None:
    if missing := missing_characters(text):
        assert set(missing) <= set(settable(text))
        with pytest.raises(ValueError, match=f"U\\+{ord(missing[0]):04X}"):
            _set(text, base)
        return
    copied = "".join(_letters(run) for run in _runs(text, base))
    shown = "".join(char for char in settable(text) if not is_unseen(char))
    assert copied.translate(JOINERS) == shown.replace("\n", " ").replace("\u00a0", " ")


@given(st.text("اأبتجدرسعفقكلمنهويیکگپ لا abcü12۱۲(),.:\u064b\u0651\u200c\u2066\u2069"), directions, st.data())
def test_lines_cut_anywhere_show_each_letter_once(text: str, base: Direction, data: st.DataObject) -> None:
    typesetting = _set(text, base)
    cut = data.draw(st.integers(0, len(typesetting.text)))
    lines = [typesetting.runs(0, cut), typesetting.runs(cut, len(typesetting.text))]
    read = "".join(run.text for line in lines for run in line)
    assert [char for char in read if not is_unseen(char)] == [char for char in typesetting.text if not is_unseen(char)]
    for line in lines:
        edges = sorted((run.left, run.left + run.width) for run in line)
        assert [left for left, _ in edges[1:]] == pytest.approx([right for _, right in edges[:-1]])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("مكتب Köln", [ARABIC, "FiraSans-Regular"]),
        ("مكتب (Köln) 12", [ARABIC, "FiraSans-Regular", ARABIC, "FiraSans-Regular"]),
        ("щука", ["FiraSans-Regular"]),
        ("۱۲۳", [ARABIC]),
        ("(مكتب)", [ARABIC]),
    ],
)
def test_each_script_is_set_in_its_font_and_signs_go_with_the_words_around_them(text: str, wanted: list[str]) -> None:
    found = [run.font for run in _runs(text)]
    assert [name for place, name in enumerate(found) if place == 0 or found[place - 1] != name] == wanted


@pytest.mark.parametrize(
    ("cut", "arabic"),
    [(fonts.SEMIBOLD, "SemiBold"), (fonts.BOLD, "Bold"), (fonts.ITALIC, "Regular")],
)
def test_arabic_letters_are_as_heavy_as_the_words_around_them(cut: str, arabic: str) -> None:
    assert [run.font for run in _runs("كتاب", cut=cut)] == [f"IBMPlexSansArabic-{arabic}"]


def test_letters_join_also_where_a_link_begins_in_the_midst_of_a_word() -> None:
    whole = Typesetting([Part("كتاب", fonts.REGULAR)], RTL)
    parted = Typesetting([Part("كت", fonts.REGULAR), Part("اب", fonts.REGULAR)], RTL)
    assert whole.edges == parted.edges
    (word,) = whole.runs(0, 4)
    assert {glyph.glyph for run in parted.runs(0, 4) for glyph in run.glyphs} == {glyph.glyph for glyph in word.glyphs}


def test_a_joiner_parts_two_letters_and_is_copied() -> None:
    assert "\u200c" in _letters(_runs("می\u200cتوانید")[0])
    assert _set("می\u200cتوانید").edges[-1] != _set("میتوانید").edges[-1]


def test_vowel_signs_are_drawn_at_their_letter_and_copied_behind_it() -> None:
    (run,) = _runs("مُدرِسًا")
    assert _letters(run) == "مُدرِسًا"
    drawn = list(marks(run))
    assert len(drawn) == 3
    assert all(mark.path.endswith("h") and 0 <= mark.right <= run.width for mark in drawn)


def test_brackets_turn_with_the_direction() -> None:
    (run,) = _runs("(ب)")
    glyph_of = font(ARABIC).face.charToGlyph
    assert _letters(run) == "(ب)"
    assert (run.glyphs[0].glyph, run.glyphs[-1].glyph) == (glyph_of[ord("(")], glyph_of[ord(")")])


def test_a_soft_hyphen_shows_only_where_a_line_ends_with_it() -> None:
    text = "Ausländer\u00adbehörde"
    typesetting = _set(text, LTR)
    (whole,) = typesetting.runs(0, len(text))
    (first,) = typesetting.runs(0, text.index("b"))
    assert whole.width == pytest.approx(typesetting.edges[-1])
    assert len(words(first)) == len("Ausländer-")
    assert "\u00ad" not in words(whole)


def test_the_blank_at_the_end_of_a_line_hangs_over_outside_its_words() -> None:
    typesetting = _set("كلمة أخرى")
    run = typesetting.runs(0, 5)[0]
    assert run.left < 0
    assert run.left + run.width == pytest.approx(typesetting.edges[4])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Größe · مكتب · دفترِ · ۱۲ · Київ · ğ", ""),
        ("\u2066a\u2069\u200e\u200f\u200b\u200c\ufeff\u00ad", ""),
        ("a\tb\u2009c\u202fd\r\ne\u2028f", ""),
        ("😀 你好 😀 ትግርኛ", "😀你好ትግርኛ"),
        ("a\x00b\x07", "\x00\x07"),
        ("\ue000", "\ue000"),
        ("שלום", "שלום"),
    ],
)
def test_letters_that_no_font_has_are_named_once_in_order(text: str, missing: str) -> None:
    assert missing_characters(text) == tuple(missing)


def test_every_letter_of_arabic_and_persian_is_there() -> None:
    codes = (*range(0x0621, 0x063B), *range(0x0640, 0x0653), *range(0x0660, 0x066D), *range(0x06F0, 0x06FA))
    assert missing_characters("".join(map(chr, codes)) + "پچژگکیۀٔٱ،؛؟«»") == ()
