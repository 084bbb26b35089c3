"""A quick look finds typed words in written text, and marks just these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.needles import bare, found_in, needles_of
from desktop.domain.query import understood


def _marked(typed: str, written: str, *, is_part: bool = False) -> str | None:
    """What is marked in a text for a single typed word."""
    [needles] = needles_of(understood(typed).groups)
    span = found_in(bare(written), needles, is_part=is_part)
    return written[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("typed", "written", "marked"),
    [
        ("müller", "Frau Müller, Amt 3", "Müller"),
        ("mueller", "Frau Müller, Amt 3", "Müller"),
        ("MULLER", "Frau Müller, Amt 3", "Müller"),
        ("müller", "Frau Mueller", "Mueller"),
        ("strasse", "Straße 7 – „hier“", "Straße"),
        ("straße", "Alte Strasse 7", "Strasse"),
        ("frankenstrasse", "Frankenstraße 210", "Frankenstraße"),
        ("cafe", "Im Café „Łódź“", "Café"),
        ("amt", "Sozialamt und Amtsgericht", "Amt"),
        ("kurs", "Ein Integrationskurs", None),
        ("köln", "Bonn", None),
    ],
)
def test_a_word_is_marked_as_it_is_written(typed: str, written: str, marked: str | None) -> None:
    assert _marked(typed, written) == marked


def test_parts_count_where_they_are_wanted() -> None:
    assert _marked("kurs", "Ein Integrationskurs", is_part=True) == "kurs"


@pytest.mark.parametrize("typed", ["0231 9058", "köln 44147", "مرحبا", "łódź 😀 мир", "?!"])
def test_a_closer_look_is_asked_for(typed: str) -> None:
    assert needles_of(understood(typed).groups) == ()


@given(st.text(), st.text())
def test_any_text_keeps_its_places(typed: str, written: str) -> None:
    letters = bare(written)
    assert len(letters) == len(written)
    for needles in needles_of(understood(typed).groups):
        for is_part in (True, False):
            span = found_in(letters, needles, is_part=is_part)
            assert span is None or letters[slice(*span)] in needles
