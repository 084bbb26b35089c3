"""What the search box finds, and how well."""

from pathlib import Path

import pytest

from desktop.domain.listing import ListingRow
from desktop.store.listing import read_listing
from desktop.views.search import Matches, Search


@pytest.fixture(scope="module")
def rows(filled: Path) -> tuple[ListingRow, ...]:
    return read_listing(filled).rows


def found(rows: tuple[ListingRow, ...], text: str) -> Matches:
    search, answers = Search(), list[Matches]()
    search.found.connect(answers.append)
    search.use(rows)
    search.look_for(text)
    return answers[-1]


def test_nothing_asked_is_not_the_same_as_nothing_found(rows: tuple[ListingRow, ...]) -> None:
    assert found(rows, "   ").tiers is None
    assert found(rows, "xylophon").tiers == {}
    assert found(rows, "?!").tiers == {}


def test_every_word_must_stand_in_the_record(rows: tuple[ListingRow, ...]) -> None:
    assert set(found(rows, "bamf köln").tiers or {}) >= {"bamf-koeln"}
    assert "bamf-koeln" not in (found(rows, "bamf wuppertal xylophon").tiers or {})


@pytest.mark.parametrize("spelling", ["Köln", "koeln", "KOLN", "köln"])
def test_umlauts_are_found_in_any_spelling(rows: tuple[ListingRow, ...], spelling: str) -> None:
    assert "koeln" in (found(rows, spelling).tiers or {})


def test_a_name_is_a_better_hit_than_a_word_in_the_text(rows: tuple[ListingRow, ...]) -> None:
    tiers = found(rows, "moers").tiers or {}
    assert tiers["moers"] == 0
    assert set(tiers.values()) == {0, 1}


def test_what_was_typed_before_the_rows_were_there_is_found_when_they_come(rows: tuple[ListingRow, ...]) -> None:
    search, answers = Search(), list[Matches]()
    search.found.connect(answers.append)
    search.look_for("moers")
    search.use(rows)
    assert [bool(answer.tiers) for answer in answers] == [False, True]


@pytest.mark.parametrize("text", ['"', "*", "-", "C++", "%", "\x00", "🙂", "مرحبا", "a" * 10_000, "ww.aussiedler"])
def test_any_text_is_taken(rows: tuple[ListingRow, ...], text: str) -> None:
    assert found(rows, text).tiers is not None
