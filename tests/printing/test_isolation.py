"""Numbers and addresses stay as they are written, whatever runs around them."""

import pytest

from desktop.printing.bidi import Direction, levels, visual_order
from desktop.printing.isolation import isolated, unbroken, with_addresses_isolated

NO_BREAK = "\u00a0"


def _shown(text: str) -> str:
    """A line that runs from right to left, as it stands on paper."""
    order = visual_order(levels(text, Direction.RIGHT_TO_LEFT))
    return "".join(text[place] for place in order if text[place] not in "\u2066\u2067\u2069")


@pytest.mark.parametrize(
    "address",
    [
        "+49 1234 567-0",
        "0231 9058-0",
        "(0231) 9058 - 0",
        "0211/837-2775",
        "M22Posteingang@bamf.bund.de",
        "https://www.bamf.de/a?b=c#d",
        "www.bund.de",
        "8:30–12:00",
        "10.15",
    ],
)
def test_an_address_in_a_sentence_is_found_and_kept_together(address: str) -> None:
    sentence = with_addresses_isolated(f"الهاتف: {address}، ثم {address}.")
    assert _shown(sentence).count(address.replace(" ", NO_BREAK)) == 2


@pytest.mark.parametrize("words", ["في 12.5.2024", "70 متطوعًا", "ص 8-12", "(الأصل)", "", "Köln 51105"])
def test_nothing_else_is_touched(words: str) -> None:
    assert with_addresses_isolated(words) == words


def test_an_address_that_is_isolated_already_stays_as_it_is() -> None:
    assert with_addresses_isolated(unbroken("0231 9058-0")) == unbroken("0231 9058-0")


def test_a_full_stop_after_an_address_is_not_part_of_it() -> None:
    assert with_addresses_isolated("www.bamf.de.") == f"{unbroken('www.bamf.de')}."


def test_words_are_isolated_either_way_and_nothing_is_made_of_nothing() -> None:
    assert _shown(f"א {isolated('a, b')} ב") == "ב a, b א"
    assert _shown(f"א {isolated('ב ג', is_right_to_left=True)}") == "ג ב א"
    assert isolated("") == ""
