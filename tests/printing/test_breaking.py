"""Where lines end: at blanks and hyphens, in an address at its joints, and nowhere that a reader would stumble."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing import fonts
from desktop.printing.breaking import Measured


def _measured(text: str) -> Measured:
    advances = fonts.advances(fonts.REGULAR)
    return Measured(text, list(accumulate(map(advances.__getitem__, text), initial=0.0)), advances["-"])


def _lines(text: str, like: str) -> list[str]:
    """The lines of a text in a column as wide as some words."""
    room = _measured(like).edges[-1]
    return [text[line.start : line.end] for line in _measured(text).lines(room, 0, len(text))]


def test_words_stay_whole_and_the_blank_stays_at_the_end_of_its_line() -> None:
    assert _lines("Beratung für neu Zugewanderte", "Zugewanderte.") == ["Beratung für ", "neu ", "Zugewanderte"]


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        (
            "https://www.chancen.nrw/servicestelle/zuwanderung",
            ["https://www", ".chancen.nrw/", "servicestelle/", "zuwanderung"],
        ),
        ("https://www.nrw.de/haus-der-integration", ["https://www", ".nrw.de/haus", "-der-integration"]),
        ("servicestelle.zuwanderung@moers.de", ["servicestelle", ".zuwanderung", "@moers.de"]),
    ],
)
def test_a_long_address_is_broken_at_its_joints(address: str, parts: list[str]) -> None:
    assert _lines(address, "zuwanderung.an") == parts


def test_an_address_that_has_room_on_a_line_of_its_own_is_not_broken() -> None:
    lines = _lines("Näheres steht unter www.chancen.nrw/haus-eins im Netz", "www.chancen.nrw/haus-eins.")
    assert "www.chancen.nrw/haus-eins " in lines


def test_compound_words_break_at_their_hyphen_but_numbers_and_short_words_do_not() -> None:
    assert _lines("Der Rheinisch-Bergische Kreis", "Der Rheinisch-Berg")[0] == "Der Rheinisch-"
    assert _lines("Telefon 0231-90580", "Telefon 0231-90")[0] == "Telefon "
    assert _lines("Am Haus E-Mail", "Am Haus E-Ma")[0] == "Am Haus "


def test_a_soft_hyphen_counts_only_where_a_line_ends() -> None:
    assert _lines("Modellprojek\u00adtes", "Modellprojektes") == ["Modellprojek\u00adtes"]
    assert _lines("Modellprojek\u00adtes", "Modellprojek-") == ["Modellprojek\u00ad", "tes"]
    assert _lines("Das Modellprojek\u00adtes", "Das Modellprojek") == ["Das ", "Modellprojek\u00adtes"]


def test_a_word_that_has_no_room_at_all_is_broken_where_it_must_be() -> None:
    lines = _lines("x" * 40, "x" * 15)
    assert lines == ["x" * 15, "x" * 15, "x" * 10]


def test_a_german_word_that_has_no_room_at_all_is_divided_with_a_hyphen() -> None:
    measured = _measured("Bundesverwaltungsamt, Köln")
    lines = measured.lines(_measured("Bundesverwaltun").edges[-1], 0, len(measured.text))
    assert [measured.text[line.start : line.end] for line in lines] == ["Bundesverwal", "tungsamt, Köln"]
    assert [measured.is_hyphenated(line) for line in lines] == [True, False]


@pytest.mark.parametrize(
    ("text", "like", "first"),
    [
        ("Netz 0228 99358-0", "Netz 0228 9935", "Netz "),
        ("Nummer 01888 / 681", "Nummer 01888 / 6", "Nummer "),
        ("wurde am 1. Januar 2010", "wurde am 1. Jan", "wurde am "),
        ("Quelle, Zeilen 298–302", "Quelle, Zeilen 29", "Quelle, "),
        ("Beratung – mit Termin", "Beratung –", "Beratung – "),
        ("Beratung – mit Termin", "Beratung ", "Beratung "),
        ("Köln · Bonn", "Köln · Bo", "Köln "),
    ],
)
def test_what_is_read_in_one_breath_stays_on_one_line(text: str, like: str, first: str) -> None:
    assert _lines(text, like)[0] == first


def test_numbers_longer_than_a_line_are_broken_at_their_blanks() -> None:
    assert _lines("0228 99358 0 12345", "0228 99358") == ["0228 99358 ", "0 12345"]


def test_a_line_break_stays_one() -> None:
    assert _lines("Rathausplatz 1\n47441 Moers", "Rathausplatz 1 in Moers") == ["Rathausplatz 1\n", "47441 Moers"]


@given(
    st.text(st.sampled_from("abcä ABC-./@:\n\u00ad\u00a0 12"), min_size=1, max_size=120),
    st.floats(min_value=600, max_value=9000),
)
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, room: float) -> None:
    measured = _measured(text)
    lines = measured.lines(room, 0, len(text))
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        assert measured.width(line) <= room + 0.01 or len(text[line.start : line.end].strip()) <= 2
