"""Which rows a list shows, and in what order."""

from desktop.domain.vocabulary import Kind
from desktop.views.records.arrange import NOT_STATED, lines, may_pass, ordered, passes, second_line, values_of
from desktop.views.records.shape import Group
from tests.support.rows import ARNSBERG, KOELN, OVERATH, ROWS, role, row


def test_names_are_ordered_as_in_a_german_phone_book() -> None:
    assert ordered(ROWS, "name", role) == [OVERATH, ARNSBERG, KOELN]


def test_places_are_ordered_and_rows_without_one_come_last() -> None:
    nowhere = row("Allererste")
    assert ordered((nowhere, *ROWS), "place", role) == [ARNSBERG, KOELN, OVERATH, nowhere]


def test_by_kind_the_rows_without_a_kind_come_last() -> None:
    assert ordered(ROWS, "kind", role)[0] == OVERATH


def test_after_a_search_the_better_hits_come_first() -> None:
    tiers = {OVERATH.id: 1, KOELN.id: 0, ARNSBERG.id: 1}
    assert ordered(ROWS, "name", role, tiers) == [KOELN, OVERATH, ARNSBERG]
    assert ordered(ROWS, "place", role, tiers) == [ARNSBERG, KOELN, OVERATH]


def test_a_row_passes_when_it_was_found_and_fits_every_filter() -> None:
    assert passes(OVERATH, {"role": "office"}, None)
    assert passes(OVERATH, {"role": "office"}, {OVERATH.id: 0})
    assert not passes(OVERATH, {"role": "office"}, {})
    assert not passes(OVERATH, {"role": "branch"}, None)


def test_not_stated_is_a_filter_of_its_own() -> None:
    assert passes(KOELN, {"role": NOT_STATED}, None)
    assert not passes(OVERATH, {"role": NOT_STATED}, None)
    assert values_of(ROWS, "role") == (frozenset({"office"}), True)
    assert values_of((OVERATH,), "role") == (frozenset({"office"}), False)


def test_a_row_that_says_nothing_may_pass_but_one_that_says_something_else_may_not() -> None:
    assert may_pass(KOELN, {"role": "office"}, None)
    assert not may_pass(OVERATH, {"role": "branch"}, None)
    assert not may_pass(OVERATH, {"role": "office"}, None)
    assert not may_pass(KOELN, {"role": NOT_STATED}, None)
    assert not may_pass(KOELN, {"role": "office"}, {})


def test_groups_stand_below_their_headings_and_an_empty_group_has_none() -> None:
    groups = (Group(frozenset({Kind.PROGRAMME})), Group(frozenset({Kind.LOCATION})), Group(frozenset({Kind.PERSON})))
    town = row("Überblick", kind=Kind.PROGRAMME)
    shown = list(lines((KOELN, town), groups, ("Programm", "Stellen", "Personen"), role))
    assert [line.title for line in shown] == ["Programm (1)", "Überblick", "Stellen (1)", "Zentrale"]
    assert [line.row for line in shown] == [None, town, None, KOELN]


def test_the_second_line_names_the_place_unless_the_title_does() -> None:
    assert second_line(row("Büro", "Köln")) == "Köln · Berät"
    assert second_line(row("BAMF Köln", "Köln")) == "Berät"
