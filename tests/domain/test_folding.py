"""What a person types finds what an office writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.folding import index_words, plain, sort_key, spelled_out
from desktop.domain.query import understood


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("muelheim", "Mülheim an der Ruhr"),
        ("mulheim", "Mülheim an der Ruhr"),
        ("MÜLHEIM", "Mülheim an der Ruhr"),
        ("strasse", "Frankenstraße 210"),
        ("straße", "Frankenstrasse 210"),
        ("rheinisch bergischer", "Rheinisch-Bergischer-Kreis"),
        ("bürger innen", "Bürger/innen"),
        ("behörde", "Ausländerbehörde"),
        ("9058", "0231 9058-0"),
    ],
)
def test_spelling_does_not_stand_in_the_way(typed: str, written: str) -> None:
    assert _is_found(typed, written)


def test_every_word_must_be_found() -> None:
    assert not _is_found("bamf hamm", "BAMF Köln")


def _is_found(typed: str, written: str) -> bool:
    """Whether a spelling of each thing that was typed stands in the words of the text, or within them."""
    known = index_words(written)
    return all(
        any(all(any(word in other for other in known) for word in words) for words in group.spellings)
        for group in understood(typed).groups
    )


@given(st.text())
def test_any_text_is_accepted_and_folding_twice_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert spelled_out(spelled_out(text)) == spelled_out(text)


@given(st.text())
def test_words_of_the_index_are_folded(text: str) -> None:
    for word in index_words(text):
        assert plain(word) == word


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Bürger*innen", {"burger", "buerger", "burgerinnen", "buergerinnen"}),
        ("Bürger/innen", {"burger", "burgerinnen"}),
        ("BürgerInnen", {"burger", "burgerinnen"}),
        ("Case-Management", {"case", "management", "casemanagement"}),
        ("Łódź", {"lodz"}),
    ],
)
def test_words_are_found_joined_and_apart(written: str, found: set[str]) -> None:
    assert found <= index_words(written)


def test_lists_are_sorted_as_germans_sort() -> None:
    names = ["Wuppertal", "Mülheim an der Ruhr", "Münster", "Moers", "Köln", "Kreis Lippe"]
    expected = ["Köln", "Kreis Lippe", "Moers", "Mülheim an der Ruhr", "Münster", "Wuppertal"]
    assert sorted(names, key=sort_key) == expected
