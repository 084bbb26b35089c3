"""The judged queries: what clerks type finds first what they mean."""

import tomllib
from pathlib import Path
from typing import Any

from desktop.domain.catalogue import Catalogue
from desktop.domain.folding import plain
from desktop.domain.search import Answer, Question, Tier
from desktop.domain.vocabulary import Kind
from desktop.store.search.engine import SearchEngine

JUDGED: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "judged.toml").read_text(encoding="utf-8"))[
    "queries"
]
GOAL = 0.95
COMMISSIONER = "Beauftragter der Bundesregierung für Aussiedlerfragen und nationale Minderheiten"


def _ask(engine: SearchEngine, text: str) -> Answer:
    return engine.ask(Question(text=text), 50)


def _score(engine: SearchEngine, judged: dict[str, Any]) -> float:
    """One divided by the rank of what was expected; where nothing was, one for nothing."""
    answer = _ask(engine, judged["typed"])
    ids = [hit.id for hit in answer.hits]
    if answer.corrected != judged.get("corrected"):
        return 0.0
    if not judged["first"]:
        return 0.0 if ids else 1.0
    right = {judged["first"], *judged.get("or", ())}
    return max((1 / rank for rank, record_id in enumerate(ids, 1) if record_id in right), default=0.0)


def test_what_is_meant_comes_first(engine: SearchEngine) -> None:
    assert len(JUDGED) >= 150
    scores = {judged["typed"]: _score(engine, judged) for judged in JUDGED}
    worse = {typed: round(score, 2) for typed, score in scores.items() if score < 1}
    assert sum(scores.values()) / len(scores) >= GOAL, worse


def test_who_admits_late_resettlers_is_answered_by_the_first_three(engine: SearchEngine) -> None:
    for groups in ((), (frozenset({Kind.LOCATION}), frozenset({Kind.PERSON}))):
        hits = engine.ask(Question(text="spätaus", groups=groups), 50).hits[:3]
        bodies = {hit.organisation or hit.title for hit in hits}
        assert {"Bundesverwaltungsamt", COMMISSIONER} <= bodies, groups
        admits = [hit.subtitle for hit in hits if "Bundesverwaltungsamt" in (hit.organisation, hit.title)]
        assert all(summary.startswith("Entscheidet über die Aufnahme") for summary in admits)


def test_who_asks_for_a_course_meets_courses_not_guides(engine: SearchEngine) -> None:
    for typed in ("Deutschkurs", "Sprachkurs"):
        ids = [hit.id for hit in _ask(engine, typed).hits]
        assert set(ids[:2]) == {"basissprachkurse", "deutsch-lernen-mit-musik"}, typed
        assert not {"admir-bulic", "bedia-torun"} & set(ids), typed


def test_every_judged_id_is_one_of_the_catalogue(catalogue: Catalogue) -> None:
    known = {record.id for record in catalogue.records}
    named = {one for judged in JUDGED for one in (judged["first"], *judged.get("or", ())) if one}
    assert named <= known


def test_each_record_is_found_first_by_its_own_name(engine: SearchEngine, catalogue: Catalogue) -> None:
    for record in catalogue.records:
        for name in filter(None, (record.name, record.short_name)):
            answer = _ask(engine, name)
            same = [other for other in catalogue.records if plain(name) in _names(other)]
            assert answer.hits[0].tier is Tier.EXACT_NAME, name
            assert record.id in {hit.id for hit in answer.hits[: len(same)]}, name


def _names(record: Any) -> set[str]:
    return {plain(name) for name in (record.name, record.short_name, *record.alternate_names, record.id) if name}


def test_each_record_is_found_first_by_its_id(engine: SearchEngine, catalogue: Catalogue) -> None:
    for record in catalogue.records:
        hits = _ask(engine, record.id).hits
        assert record.id in {hit.id for hit in hits if hit.tier is Tier.EXACT_NAME}, record.id
