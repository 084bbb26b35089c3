"""Every letter runs the way its script does, and every line shows its words in the order that readers expect."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.bidi import Direction, levels, line_levels, visual_order

LTR, RTL = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT
TO_RIGHT, TO_LEFT, EITHER, END = "\u2066", "\u2067", "\u2068", "\u2069"
EMBED_LEFT, FORCE_LEFT, FORCE_RIGHT, POP = "\u202b", "\u202e", "\u202d", "\u202c"
STEERING = "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u200b"
# In the cases below capitals stand for Arabic letters, as in the annex itself.
ARABIC = {ord("A") + place: chr(0x0628 + place) for place in range(26)}
UNICODE_TESTS = Path("/usr/share/unicode/BidiCharacterTest.txt")  # Debian: unicode-data

text = st.text(
    st.one_of(st.sampled_from("אבגدهو abc 123 ١٢٣ ()[]<>.,:;+-/%$\u0301\u064b\t"), st.sampled_from(STEERING))
)


def _shown(words: str, base: Direction) -> str:
    """A line as it stands on paper, the unseen characters left out."""
    arabic = words.translate(ARABIC)
    found = line_levels(arabic, levels(arabic, base), base)
    order = [place for place in visual_order(found) if words[place] not in STEERING]
    return "".join(words[place] for place in order)


@pytest.mark.parametrize(
    ("words", "base", "shown"),
    [
        ("car means CAR.", LTR, "car means RAC."),
        ("CAR MEANS car.", RTL, ".car SNAEM RAC"),
        ("ON 12.5.2024 AND 13", RTL, "13 DNA 12.5.2024 NO"),
        ("TEL +49 1234 567-0 NOW", RTL, "WON 0-567 1234 49+ LET"),
        (f"TEL {TO_RIGHT}+49 1234 567-0{END} NOW", RTL, "WON +49 1234 567-0 LET"),
        (f"MAIL {TO_RIGHT}a.b@c.de{END}, NOW", RTL, "WON ,a.b@c.de LIAM"),
        ("MR müller (köln).", RTL, ".müller (köln) RM"),
        ("OFFICE (FIRST) x", RTL, "x )TSRIF( ECIFFO"),
        ("a (B) c", LTR, "a (B) c"),
        (f"a {TO_LEFT}B 1{END} 2", LTR, "a 1 B 2"),
        (f"A {EITHER}b c{END} D", RTL, "D b c A"),
        (f"x {EMBED_LEFT}y AB{POP} z", LTR, "x BA y z"),
        (f"a{FORCE_LEFT}bc{POP}d", LTR, "acbd"),
        (f"A{FORCE_RIGHT}BC{POP}D", RTL, "DBCA"),
        ("100% OF 5$", RTL, "$5 FO 100%"),
        ("", RTL, ""),
    ],
)
def test_words_stand_where_the_annex_wants_them(words: str, base: Direction, shown: str) -> None:
    assert _shown(words, base) == shown


def test_the_blank_at_the_end_of_a_line_stands_where_the_line_ends() -> None:
    assert _shown("A b ", RTL) == " b A"
    assert _shown("a B ", LTR) == "a B "


def test_a_line_break_ends_what_was_opened_before_it() -> None:
    assert levels(f"a{FORCE_LEFT}b\nc", LTR) == [0, 0, 1, 0, 0]


@given(text, st.sampled_from(Direction))
def test_no_letter_is_lost_or_shown_twice(words: str, base: Direction) -> None:
    found = line_levels(words, levels(words, base), base)
    assert sorted(visual_order(found)) == list(range(len(words)))


@given(text, st.sampled_from(Direction))
def test_letters_of_a_script_run_its_way_unless_they_are_forced(words: str, base: Direction) -> None:
    plain = "".join(char for char in words if char not in (FORCE_LEFT, FORCE_RIGHT))
    for char, level in zip(plain, levels(plain, base), strict=True):
        if unicodedata.bidirectional(char) in ("R", "AL"):
            assert level % 2 == 1
        elif unicodedata.bidirectional(char) in ("L", "EN", "AN"):
            assert level % 2 == 0
        assert level >= base


@given(text, text, text, st.sampled_from(Direction))
def test_what_is_isolated_changes_nothing_around_it(before: str, inner: str, after: str, base: Direction) -> None:
    inside = "".join(char for char in inner if char not in STEERING)
    short, long = (f"{before}{TO_RIGHT}{middle}{END}{after}" for middle in ("", inside))
    place = len(before) + 1
    around = levels(long, base)
    del around[place : place + len(inside)]
    assert around == levels(short, base)


@pytest.mark.skipif(not UNICODE_TESTS.exists(), reason="the tests of Unicode are not installed (Debian: unicode-data)")
def test_unicodes_own_tests_pass() -> None:
    lines = [line for line in UNICODE_TESTS.read_text().splitlines() if line and not line.startswith("#")]
    wrong = [line for line in lines[::4] if not _is_as_wanted(*line.split(";"))]
    assert len(lines) > 90_000
    assert wrong == []


def _is_as_wanted(codes: str, mode: str, base: str, wanted: str, order: str) -> bool:
    del mode
    words = "".join(chr(int(code, 16)) for code in codes.split())
    direction = Direction(int(base))
    found = line_levels(words, levels(words, direction), direction)
    seen = [place for place, level in enumerate(wanted.split()) if level != "x"]
    as_wanted = all(found[place] == int(wanted.split()[place]) for place in seen)
    return as_wanted and [place for place in visual_order(found) if place in seen] == list(map(int, order.split()))
