"""No cell of a table is ever calculated, and its text is the same when it is read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.tables.harmless import harmless, original


@pytest.mark.parametrize(
    "cell", ["=1+1", "+49 231", "-5", "@x", "\tx", "\rx", "\nx", "＝1+1", "＠x", "  =HYPERLINK(1)", "'=1", "''+1"]
)
def test_what_begins_a_formula_begins_with_an_apostrophe_instead(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert original(harmless(cell)) == cell


@pytest.mark.parametrize("cell", ["", "Amt", "0231 9058-0", "'s Heerenberg", "a=b", "x@y.de"])
def test_all_other_texts_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell
    assert original(cell) == cell


@given(st.text("'= +-@\t\r\n＝a"))
def test_whatever_the_text_it_comes_back(cell: str) -> None:
    found = harmless(cell)
    assert original(found) == cell
    assert not found.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
