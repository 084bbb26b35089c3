"""Numbers are the same however they are punctuated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.numbers import digit_words, national, stems, typed_numbers


@pytest.mark.parametrize(
    "typed", ["0231 9058-0", "+49 (0)231 90580", "0049 231/90580", "(0231) 90580", "+49231 9058 0"]
)
def test_a_number_is_its_national_digits(typed: str) -> None:
    assert national(typed) == "23190580"


def test_a_stored_number_is_found_whole_by_its_local_part_and_by_its_stem() -> None:
    words = digit_words("0231 9058-199", "+492319058199")
    assert {"2319058199", "2319058", "9058199", "199"} <= words
    for typed in ("0231 9058-4711", "+49 231 9058 4711", "9058-4711"):
        assert words & set(stems(typed))


@pytest.mark.parametrize("stranger", ["0905 8199123", "0199 1234567", "02319 12345", "9059-4711", "0231 8058-1"])
def test_the_number_of_a_stranger_is_no_extension(stranger: str) -> None:
    assert not digit_words("0231 9058-199", "+492319058199") & {national(stranger), *stems(stranger)}


def test_fewer_than_three_digits_are_no_number() -> None:
    assert typed_numbers("1:0 für Integration") == ((), "1:0 für Integration")
    assert typed_numbers("51105 Köln")[0] == ("51105 ",) or typed_numbers("51105 Köln")[0] == ("51105",)


@given(st.text())
def test_any_text_is_accepted(text: str) -> None:
    for number in typed_numbers(text)[0]:
        assert national(number).isdigit() or not national(number)
