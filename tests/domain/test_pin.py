"""A PIN opens what it locked, and nobody reads it."""

import pytest

from desktop.domain.errors import ExpectedError
from desktop.domain.pin import fits, kept


def test_only_the_pin_itself_fits() -> None:
    remembered = kept("Grün 4711")
    assert fits("Grün 4711", remembered)
    assert not fits("Grün 4712", remembered)
    assert "4711" not in remembered


def test_two_who_choose_the_same_pin_do_not_see_it_of_each_other() -> None:
    assert kept("4711") != kept("4711")


@pytest.mark.parametrize("broken", ["", "4711", "scrypt$x$y", "scrypt$$", "md5$AAAA$AAAA"])
def test_nothing_fits_what_nobody_can_read(broken: str) -> None:
    assert not fits("4711", broken)


@pytest.mark.parametrize("pin", ["", "123", "9" * 65])
def test_a_pin_that_is_too_short_or_too_long_is_refused(pin: str) -> None:
    with pytest.raises(ExpectedError):
        kept(pin)


def test_half_a_character_makes_no_pin() -> None:
    with pytest.raises(ExpectedError):
        kept("\ud800abc")
