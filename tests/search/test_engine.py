"""The search engine: what it accepts, where it looks, what it offers, and how it is stopped."""

from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Person
from desktop.domain.folding import plain, spelled_out
from desktop.domain.numbers import national
from desktop.domain.search import Answer, Question, SearchCancelledError, Tier
from desktop.domain.vocabulary import Status
from desktop.store.search.engine import SearchEngine
from desktop.store.unit_of_work import Store
from tests.support.dossiers import shipped


def _ask(engine: SearchEngine, text: str, limit: int | None = 50) -> Answer:
    return engine.ask(Question(text=text), limit)


def _ids(answer: Answer) -> list[str]:
    return [hit.id for hit in answer.hits]


@pytest.mark.parametrize(
    "typed",
    ['"', "*", "-", "C++", "%", "' OR 1 --", "ww.aussiedlerbeauftragter.de", "a" * 10_000, "x " * 5_000, "😀", "مرحبا",
     "\0", "köln\0bamf", "NEAR(a b)", "AND", "names : x", "^x", "{", "(", "\ud800", "٠٢٣١", "²³¹", "a" * 60 + "*"],
)  # fmt: skip
def test_whatever_is_typed_is_answered(engine: SearchEngine, typed: str) -> None:
    assert len(_ask(engine, typed).hits) <= 50


@given(st.text())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_answered(engine: SearchEngine, text: str) -> None:
    answer = _ask(engine, text, 5)
    assert answer.total >= len(answer.hits)
    for hit in answer.hits:
        assert 0 <= hit.snippet.start <= hit.snippet.end <= len(hit.snippet.text)


def _numbers() -> list[tuple[str, str]]:
    return [
        (record.id, phone.e164)
        for record in shipped().records
        if isinstance(record, Location | Person)
        for phone in record.phones
        if phone.e164
    ]


@pytest.mark.parametrize(("record_id", "e164"), _numbers())
def test_each_number_is_found_in_five_notations(engine: SearchEngine, record_id: str, e164: str) -> None:
    digits = national(e164)
    for typed in (
        e164,
        f"0{digits}",
        f"0049 {digits[:3]} {digits[3:]}",
        f"+49 (0) {digits[:4]}/{digits[4:]}",
        f"0{digits[:3]}-{digits[3:6]} {digits[6:]}",
    ):
        assert record_id in _ids(_ask(engine, typed))[:3], typed


def test_a_number_with_an_unknown_extension_finds_the_house_it_belongs_to(engine: SearchEngine) -> None:
    assert _ids(_ask(engine, "0231 9058-4711"))[0] == "bamf-dortmund"
    assert _ids(_ask(engine, "+49 (0)911/943 77 12"))[0] == "bamf-zentrale"


@pytest.mark.parametrize(
    "stranger", ["02823 97630", "0441 4712345", "0511 0512345", "0451 2345678", "0340 2345678", "02540 12345"]
)
def test_the_number_of_a_stranger_is_nobodys(engine: SearchEngine, stranger: str) -> None:
    assert engine.ask(Question(text=stranger), 5).total == 0


def test_a_local_number_with_an_extension_finds_the_house(engine: SearchEngine) -> None:
    assert engine.ask(Question(text="9058-174"), 5).hits[0].id == "bamf-dortmund"


def test_signs_that_only_python_takes_for_letters_are_answered(engine: SearchEngine) -> None:
    for sign in ("\u19b5", "\u19c8", "\u1cf2"):
        assert engine.ask(Question(text=f"a{sign}b"), 5).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Partnre*innen", "Partner"),
        ("rheinisch-bergischr kreis", "Rheinisch-Bergischer kreis"),
        ("dortmnd 0231", "Dortmund 0231"),
    ],
)
def test_what_was_meant_is_written_as_people_write_it(engine: SearchEngine, typed: str, meant: str) -> None:
    assert engine.ask(Question(text=typed), 5).corrected == meant


def test_a_hit_says_where_it_matched(engine: SearchEngine) -> None:
    for typed, field, marked in (
        ("koeln bamf", "short_name", "Köln"),
        ("0221 92426", "phone", "0221 92426-0"),
        ("51105", "address", "51105"),
        ("ref324", "email", "Ref324"),
        ("frankenstrasse", "address", "Frankenstraße"),
        ("absentismus", "fields_of_action", "absentismus"),
    ):
        hit = _ask(engine, typed).hits[0]
        assert (hit.field, hit.snippet.text[hit.snippet.start : hit.snippet.end]) == (field, marked)
    assert _ask(engine, "bamf köln").hits[0].organisation == "Bundesamt für Migration und Flüchtlinge"


@pytest.mark.parametrize(
    "typed", ["muenster", "MÜNSTER", "munster", "frankenstraße", "frankenstrasse", "koeln", "Köln"]
)
def test_what_is_marked_is_what_was_typed(engine: SearchEngine, typed: str) -> None:
    hits = _ask(engine, typed).hits
    assert hits
    for hit in hits:
        marked = hit.snippet.text[hit.snippet.start : hit.snippet.end]
        assert {plain(typed), spelled_out(typed)} & {plain(marked), spelled_out(marked)}, hit


def test_parts_of_words_rank_below_whole_ones(engine: SearchEngine) -> None:
    tiers = [hit.tier for hit in _ask(engine, "behörde").hits]
    assert Tier.PART in tiers
    assert tiers == sorted(tiers)
    assert "basissprachkurse" in _ids(_ask(engine, "kurs"))


def test_all_words_must_be_found(engine: SearchEngine) -> None:
    assert _ask(engine, "bamf hamm").total == 0
    assert _ids(_ask(engine, "poller bundesamt")) == ["bamf-koeln"]


def test_the_number_of_hits_is_not_cut_by_the_limit(engine: SearchEngine) -> None:
    few, many, every = _ask(engine, "jobcenter", 2), _ask(engine, "jobcenter", 100), _ask(engine, "jobcenter", None)
    assert (len(few.hits), few.total, few.is_more) == (2, many.total, False)
    assert len(many.hits) == many.total
    assert (every.hits, every.total) == (many.hits, many.total)


def test_a_longer_answer_begins_as_the_shorter_one(engine: SearchEngine) -> None:
    for text in ("b", "in", "integration", "beratung köln", "behörde", ""):
        every = _ask(engine, text, None)
        assert engine.ids(Question(text=text)) == tuple(hit.id for hit in every.hits)
        for limit in (1, 3, 10, 40):
            assert _ask(engine, text, limit).hits == every.hits[:limit], (text, limit)


def test_a_suggestion_is_offered_and_never_mixed_in(engine: SearchEngine) -> None:
    answer = _ask(engine, "bamf dortmnd")
    assert answer.corrected == "bamf Dortmund"
    assert answer.hits == _ask(engine, "bamf Dortmund").hits
    assert _ask(engine, "dortmund").corrected is None
    assert _ask(engine, "moars").corrected == "Moers"
    assert _ask(engine, "bamg").corrected is None  # four letters


def test_what_was_written_is_found_at_once_and_what_is_gone_is_not(
    own: SearchEngine, database: Path, catalogue: Catalogue
) -> None:
    old = next(record for record in catalogue.records if record.id == "moers")
    assert not _ask(own, "Quastenflosser").total
    store = Store(database)
    with store.writing() as unit:
        unit.records.put([replace(old, summary="Ein Quastenflosser zieht um.", alternate_names=("Grafschaft",))])
    assert _ids(_ask(own, "quastenflosser")) == ["moers"]
    assert _ids(_ask(own, "grafschaft")) == ["moers"]
    with store.writing() as unit:
        unit.records.put([old])
    assert not _ask(own, "quastenflosser").total
    store.close()


def test_active_records_stand_before_archived_ones(own: SearchEngine, database: Path, catalogue: Catalogue) -> None:
    old = next(record for record in catalogue.records if record.id == "jobcenter-dortmund")
    assert _ids(_ask(own, "jobcenter d"))[0] == "jobcenter-dortmund"
    store = Store(database)
    with store.writing() as unit:
        unit.records.put([replace(old, status=Status.ARCHIVED)])
    store.close()
    assert _ids(_ask(own, "jobcenter d"))[:2] == ["jobcenter-duisburg", "jobcenter-dortmund"]


def test_a_query_that_nobody_waits_for_is_given_up(own: SearchEngine) -> None:
    outcomes: list[str] = []

    def ask_often() -> None:
        try:
            while True:
                _ask(own, "integration beratung sprache")
        except SearchCancelledError:
            outcomes.append("cancelled")

    asking = Thread(target=ask_often)
    asking.start()
    while asking.is_alive():
        own.cancel()
    asking.join()
    assert outcomes == ["cancelled"]
    assert _ids(_ask(own, "moers"))[0] == "moers"
