"""Questions within limits: groups of kinds, filters and orders, with a text and without one."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.filing import title_of
from desktop.domain.folding import sort_key
from desktop.domain.record import Record
from desktop.domain.search import UNSTATED, Answer, Filters, Order, Question
from desktop.domain.vocabulary import Kind, Status
from desktop.store.search.engine import SearchEngine
from desktop.store.unit_of_work import Store

CONTACTS = (frozenset({Kind.LOCATION}), frozenset({Kind.PERSON}))
PROGRAMME = (frozenset({Kind.PROGRAMME}), frozenset({Kind.MUNICIPALITY}), frozenset({Kind.TOPIC}))
ROLES = ("branch", "head_office", "online")
ALL = Filters()
STAND = date(2022, 10, 19)
"""The day that every shipped contact is of."""


def _put(store: Store, *records: Record) -> None:
    with store.writing() as unit:
        unit.records.put(records)


def _record(catalogue: Catalogue, record_id: str) -> Record:
    return next(record for record in catalogue.records if record.id == record_id)


def _ask(
    engine: SearchEngine,
    text: str = "",
    limit: int | None = 500,
    groups: tuple[frozenset[Kind], ...] = (),
    filters: Filters = ALL,
    order: Order = Order.BEST,
    badges: tuple[str, ...] = (),
) -> Answer:
    return engine.ask(Question(text=text, groups=groups, filters=filters, order=order, badges=badges), limit)


def _by(facets: Mapping[str, tuple[str, ...]], older_than: date | None = None, *, widely: bool = False) -> Filters:
    return Filters(facets=facets, older_than=older_than, takes_unstated=widely)


def _ids(answer: Answer) -> list[str]:
    return [hit.id for hit in answer.hits]


def test_without_a_text_all_records_stand_in_german_order(engine: SearchEngine, catalogue: Catalogue) -> None:
    answer = _ask(engine, "  ")
    expected = sorted((sort_key(title_of(record)), record.id) for record in catalogue.records)
    assert _ids(answer) == [record_id for _, record_id in expected]
    assert (answer.total, answer.counts) == (len(catalogue.records), ())


def test_groups_stand_one_after_the_other_with_their_counts(engine: SearchEngine) -> None:
    answer = _ask(engine, groups=PROGRAMME)
    assert answer.counts == (1, 12, 2)
    assert [hit.kind for hit in answer.hits] == [Kind.PROGRAMME] + [Kind.MUNICIPALITY] * 12 + [Kind.TOPIC] * 2
    titles = [hit.title for hit in answer.hits[1:13]]
    assert titles[:2] == ["Bielefeld", "Dormagen"]
    assert titles.index("Mülheim an der Ruhr") < titles.index("Münster")


def test_a_group_without_kinds_is_empty(engine: SearchEngine) -> None:
    nothing: frozenset[Kind] = frozenset()
    for order in Order:
        answer = _ask(engine, groups=(nothing, *PROGRAMME), order=order)
        assert (len(answer.hits), answer.counts) == (15, (0, 1, 12, 2))
    for text in ("", "moers"):
        assert _ask(engine, text, groups=(nothing,)).total == 0
        assert engine.ids(Question(text=text, groups=(nothing,))) == ()
    assert _ask(engine, groups=(nothing,), filters=_by({"place": ("Moers",)})).total == 0


def test_a_page_ends_within_a_group_and_knows_how_many_there_are(engine: SearchEngine) -> None:
    page = _ask(engine, limit=5, groups=PROGRAMME)
    assert (len(page.hits), page.counts, page.total, page.is_more) == (5, (1, 12, 2), 15, False)
    assert page.hits == _ask(engine, groups=PROGRAMME).hits[:5]


def test_a_row_says_what_a_list_shows(engine: SearchEngine) -> None:
    hit = _ask(engine, "bamf köln", groups=CONTACTS).hits[0]
    assert (hit.title, hit.place, hit.badge, hit.status) == ("BAMF Köln", "Köln", "branch", Status.ACTIVE)
    assert hit.subtitle.startswith("Entscheidet über Anträge auf Asyl")
    town = _ask(engine, groups=PROGRAMME).hits[2]
    assert (town.title, town.place, town.badge) == ("Dormagen", "Dormagen", "county_town")


def test_a_practice_in_several_towns_has_no_place(engine: SearchEngine, catalogue: Catalogue) -> None:
    shown = {hit.id: hit.place for hit in _ask(engine, groups=(frozenset({Kind.PRACTICE}),)).hits}
    for record in catalogue.records:
        if record.id in shown:
            towns = getattr(record, "towns")  # noqa: B009 - of practices alone
            assert shown[record.id] == (towns[0] if len(towns) == 1 else "")


def test_by_place_those_without_one_come_last_in_each_group(engine: SearchEngine) -> None:
    answer = _ask(engine, groups=CONTACTS, order=Order.PLACE)
    for kind, count in ((Kind.LOCATION, 16), (Kind.PERSON, 4)):
        places = [(not hit.place, sort_key(hit.place), sort_key(hit.title)) for hit in answer.hits if hit.kind is kind]
        assert len(places) == count
        assert places == sorted(places)
    assert [hit.kind for hit in answer.hits] == [Kind.LOCATION] * 16 + [Kind.PERSON] * 4


def test_by_badge_the_order_is_the_one_asked_for(engine: SearchEngine) -> None:
    for badges in (ROLES, ROLES[::-1]):
        answer = _ask(engine, groups=CONTACTS, order=Order.BADGE, badges=badges)
        ranks = {badge: at for at, badge in enumerate(badges)}
        places = [(ranks.get(hit.badge, 9), sort_key(hit.title)) for hit in answer.hits if hit.kind is Kind.LOCATION]
        assert len(places) == 16
        assert places == sorted(places)
        assert len({rank for rank, _ in places}) == 4


@pytest.mark.parametrize("order", [Order.PLACE, Order.BADGE])
@pytest.mark.parametrize("facets", [{}, {"level": ("federal",)}])
@pytest.mark.parametrize("text", ["", "beratung", "b"])
def test_a_page_in_any_order_is_the_beginning_of_all(
    engine: SearchEngine, order: Order, facets: dict[str, tuple[str, ...]], text: str
) -> None:
    filters = Filters(facets=facets)
    question = Question(text=text, groups=CONTACTS, order=order, badges=ROLES, filters=filters)
    every = engine.ask(question, None).hits
    by_name = engine.ask(replace(question, order=Order.BEST), None).hits
    assert {hit.id for hit in every} == {hit.id for hit in by_name}
    assert engine.ids(question) == tuple(hit.id for hit in every)
    for limit in (1, 4, 9):
        assert engine.ask(question, limit).hits == every[:limit]


def test_orders_hold_for_all_that_a_text_finds(engine: SearchEngine) -> None:
    answer = _ask(engine, "beratung", order=Order.PLACE)
    places = [(not hit.place, sort_key(hit.place), sort_key(hit.title)) for hit in answer.hits]
    assert len(places) == answer.total > 10
    assert places == sorted(places)


def test_how_good_a_hit_is_can_be_told_in_every_order(engine: SearchEngine) -> None:
    best = {hit.id: hit.tier for hit in _ask(engine, "moers").hits}
    placed = {hit.id: hit.tier for hit in _ask(engine, "moers", order=Order.PLACE).hits}
    assert best.keys() == placed.keys()
    assert (best["moers"], min(best.values())) == (placed["moers"], min(placed.values()))


def test_with_a_text_the_groups_are_mixed_and_nothing_else_is_found(engine: SearchEngine) -> None:
    every = _ask(engine, "köln")
    found = _ask(engine, "köln", groups=CONTACTS)
    kinds = {Kind.LOCATION, Kind.PERSON}
    assert _ids(found) == [hit.id for hit in every.hits if hit.kind in kinds]
    assert (found.counts, found.total) == ((), len(found.hits))
    assert 0 < found.total < every.total


@pytest.mark.parametrize("kinds", [{kind} for kind in Kind] + [set(Kind) - {kind} for kind in Kind])
def test_any_choice_of_kinds_finds_what_all_find_of_these_kinds(engine: SearchEngine, kinds: set[Kind]) -> None:
    for text in ("", "in", "integration", "moers"):
        every = _ask(engine, text)
        assert _ids(_ask(engine, text, groups=(frozenset(kinds),))) == [
            hit.id for hit in every.hits if hit.kind in kinds
        ]


def test_filters_narrow_with_a_text_and_without_one(engine: SearchEngine) -> None:
    listed = _ask(engine, groups=CONTACTS, filters=_by({"place": ("Köln",)}))
    assert (_ids(listed), listed.counts, listed.total) == (["bamf-koeln", "bva-zentrale"], (2, 0), 2)
    assert _ids(_ask(engine, "bamf", groups=CONTACTS, filters=_by({"place": ("Köln",)}))) == ["bamf-koeln"]
    two = _ask(engine, groups=CONTACTS, filters=_by({"place": ("Köln", "Bonn"), "role": ("branch",)}))
    assert _ids(two) == ["bamf-koeln", "bva-bonn"]
    assert two.counts == (2, 0)
    assert _ids(_ask(engine, "bva", groups=CONTACTS, filters=_by({"role": ("head_office",)}))) == ["bva-zentrale"]


def test_those_that_say_nothing_are_counted_and_can_be_taken_in(engine: SearchEngine) -> None:
    for text in ("", "beratung"):
        for facets in ({"anonymous": ("yes",)}, {"anonymous": ("yes",), "level": ("independent",)}):
            strict = _ask(engine, text, groups=CONTACTS, filters=_by(facets))
            widened = _ask(engine, text, groups=CONTACTS, filters=_by(facets, widely=True))
            assert strict.unstated > 0
            assert widened.total == strict.total + strict.unstated
            assert len(widened.hits) == widened.total
            assert set(_ids(strict)) < set(_ids(widened))
            assert widened.unstated == 0


def test_keine_angabe_can_be_filtered_by(engine: SearchEngine) -> None:
    silent = _ask(engine, groups=CONTACTS, filters=_by({"place": (UNSTATED,)}))
    assert {hit.place for hit in silent.hits} == {""}
    assert len(silent.hits) == silent.total == sum(silent.counts) == 6
    placed = _ask(engine, "beratung", filters=_by({"place": ("Köln",)}))
    assert _ask(engine, "beratung", filters=_by({"place": ("Köln", UNSTATED)})).total == placed.total + placed.unstated


def test_a_stand_older_than_a_day(engine: SearchEngine, store: Store, own: SearchEngine, catalogue: Catalogue) -> None:
    for text in ("", "bamf"):
        assert _ask(engine, text, groups=CONTACTS, filters=_by({}, STAND)).total == 0
        every = _ask(engine, text, groups=CONTACTS)
        assert _ids(_ask(engine, text, groups=CONTACTS, filters=_by({}, date(2022, 10, 20)))) == _ids(every)
    old, undated = (_record(catalogue, record_id) for record_id in ("bamf-koeln", "bamf-dortmund"))
    _put(
        store,
        replace(old, provenance=replace(old.provenance, as_of=date(2019, 1, 1))),
        replace(undated, provenance=replace(undated.provenance, as_of=None)),
    )
    for text in ("", "bamf"):
        strict = _ask(own, text, groups=CONTACTS, filters=_by({}, STAND))
        assert (_ids(strict), strict.unstated) == (["bamf-koeln"], 1)
        taken = _ask(own, text, groups=CONTACTS, filters=_by({}, STAND, widely=True))
        assert set(_ids(taken)) == {"bamf-koeln", "bamf-dortmund"}
        placed = _ask(own, text, groups=CONTACTS, filters=_by({"place": ("Dortmund",)}, STAND))
        assert (placed.total, placed.unstated) == (0, 1)
    assert own.choices().uses[Kind.LOCATION]["as_of"] == {UNSTATED: 1}


def test_what_only_the_filters_keep_away_is_counted_when_nothing_is_left(engine: SearchEngine) -> None:
    hidden = _ask(engine, "moers", groups=PROGRAMME, filters=_by({"place": ("Köln",)}))
    assert (hidden.total, hidden.corrected) == (0, None)
    assert hidden.hidden == _ask(engine, "moers", groups=PROGRAMME).total > 0
    assert _ask(engine, "moers", groups=PROGRAMME, filters=_by({"place": ("Moers",)})).hidden == 0
    assert _ask(engine, groups=PROGRAMME, filters=_by({"place": ("Nirgends",)})).hidden == 15


def test_what_stands_elsewhere_is_not_corrected(engine: SearchEngine) -> None:
    answer = _ask(engine, "quartier", groups=(frozenset({Kind.NETWORK}),))
    assert _ask(engine, "quartier").total > 0
    assert (answer.total, answer.hidden, answer.corrected) == (0, 0, None)


def test_a_correction_is_told_wherever_it_stands_and_its_hits_keep_the_limits(engine: SearchEngine) -> None:
    for groups in ((), PROGRAMME, CONTACTS):
        answer = _ask(engine, "Wupertal", groups=groups)
        assert (answer.text, answer.corrected) == ("Wupertal", "Wuppertal")
        assert answer.hits == _ask(engine, "Wuppertal", groups=groups).hits
    filtered = _ask(engine, "Wupertal", groups=PROGRAMME, filters=_by({"place": ("Köln",)}))
    assert (filtered.corrected, filtered.hidden) == ("Wuppertal", _ask(engine, "Wuppertal", groups=PROGRAMME).total)


def test_archived_records_are_not_listed_and_found_last(store: Store, own: SearchEngine, catalogue: Catalogue) -> None:
    _put(store, replace(_record(catalogue, "bamf-bielefeld"), status=Status.ARCHIVED))
    for order in Order:
        listed = _ask(own, groups=CONTACTS, order=order, badges=ROLES)
        assert listed.counts == (15, 4)
        assert "bamf-bielefeld" not in _ids(listed)
    assert "bamf-bielefeld" not in _ids(_ask(own, groups=CONTACTS, filters=_by({"level": ("federal",)})))
    hits = _ask(own, "bamf", groups=CONTACTS).hits
    assert (hits[-1].id, hits[-1].status) == ("bamf-bielefeld", Status.ARCHIVED)
    assert _ids(_ask(own, "bamf", groups=CONTACTS, order=Order.PLACE))[-1] == "bamf-bielefeld"
    assert own.choices().totals[Kind.LOCATION] == 15
    assert "Bielefeld" not in own.choices().uses[Kind.LOCATION]["place"]


def test_the_archive_is_listed_and_searched_by_itself(store: Store, own: SearchEngine, catalogue: Catalogue) -> None:
    _put(store, replace(_record(catalogue, "bamf-bielefeld"), status=Status.ARCHIVED))
    archive = Filters(only_archived=True)
    for question in (
        Question(filters=archive),
        Question(filters=archive, order=Order.PLACE, groups=(frozenset({Kind.LOCATION}),)),
        Question(text="bamf", filters=archive),
        Question(text="bamf bielefeld", filters=archive, groups=(frozenset({Kind.LOCATION, Kind.ORGANIZATION}),)),
    ):
        answer = own.ask(question, 50)
        assert [hit.id for hit in answer.hits] == ["bamf-bielefeld"]
        assert (answer.total, answer.unstated) == (1, 0)
        assert own.ids(question) == ("bamf-bielefeld",)
    assert own.ask(Question(text="moers", filters=archive), 50).hidden > 0


def test_the_choices_count_what_is_listed(engine: SearchEngine, catalogue: Catalogue) -> None:
    choices = engine.choices()
    assert sum(choices.totals.values()) == len(catalogue.records)
    assert list(choices.subjects) == [term.id for term in catalogue.subjects]
    assert choices.target_groups == {term.id: term.name for term in catalogue.target_groups}
    for kind in Kind:
        groups = (frozenset({kind}),)
        assert choices.totals[kind] == _ask(engine, groups=groups).total
        for facet, uses in choices.uses[kind].items():
            for value, count in uses.items():
                assert count == len(_ask(engine, groups=groups, filters=_by({facet: (value,)})).hits), (
                    kind,
                    facet,
                    value,
                )


def test_many_records_at_one_place_in_the_order_stay_in_order(
    store: Store, own: SearchEngine, database: Path, catalogue: Catalogue
) -> None:
    old = _record(catalogue, "ihk-nrw")
    for number in range(40):  # each before the one that came last: no room is left between two numbers
        name = f"IHK {chr(ord('z') - number // 26)}{chr(ord('z') - number % 26)}"
        _put(store, replace(old, id=f"ihk-{number}", name=name, alternate_names=()))
    names = [hit.title for hit in _ask(own, groups=(frozenset({Kind.PARTNER}),)).hits]
    assert [sort_key(name) for name in names] == sorted(sort_key(name) for name in names)
    assert len(names) == 78
    connection = sqlite3.connect(database)
    numbers = [number for (number,) in connection.execute("SELECT number FROM search_entry ORDER BY number")]
    connection.close()
    assert all(first < second for first, second in pairwise(numbers))
    assert _ids(_ask(own, "IHK zm"))[0] == "ihk-13"
