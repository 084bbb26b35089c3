"""Where there are more records than anybody counts: pages, totals and orders still fit together."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from msgspec.structs import replace

from desktop.domain.search import Filters, Order, Question
from desktop.domain.vocabulary import Kind
from desktop.store.search.engine import SearchEngine
from desktop.store.search.index import Index
from tests.bench.search_data import batches, titles

COUNT, COUNTED = 1300, 1000
GROUPS = (frozenset({Kind.PERSON}), frozenset({Kind.LOCATION, Kind.PARTNER}), frozenset({Kind.PRACTICE}))
ROLES = ("head_office", "branch", "office")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    path = tmp_path_factory.mktemp("many") / "many.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        Index(connection).rebuild([f"eintrag-{number}" for number in range(COUNT)], batches(titles(COUNT)))
        connection.commit()
    engine = SearchEngine(path)
    yield engine
    engine.close()


@pytest.mark.parametrize("question", [Question(text="b"), Question(filters=Filters(older_than=date.max))])
def test_counting_stops_somewhere_and_says_so(engine: SearchEngine, question: Question) -> None:
    page = engine.ask(question, 40)
    every = engine.ask(question, None)
    assert (len(page.hits), page.is_more) == (40, True)
    assert page.total == COUNTED < len(every.hits) == every.total
    assert not every.is_more


def test_without_filters_every_group_is_counted_exactly(engine: SearchEngine) -> None:
    page = engine.ask(Question(groups=GROUPS), 40)
    assert (sum(page.counts), page.total, page.is_more) == (COUNT, COUNT, False)
    assert page.counts == engine.ask(Question(groups=GROUPS), None).counts
    assert [hit.kind for hit in page.hits[: page.counts[0]]] == [Kind.PERSON] * page.counts[0]
    federal = replace(Question(groups=GROUPS), filters=Filters(facets={"level": ("federal",)}))
    assert engine.ask(federal, 40).counts == engine.ask(federal, None).counts


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("text", ["", "b", "ber", "beratung", "köln amt", "kurs", "0221"])
@pytest.mark.parametrize("groups", [(), GROUPS[:1], GROUPS])
def test_every_page_is_the_beginning_of_all(
    engine: SearchEngine, order: Order, text: str, groups: tuple[frozenset[Kind], ...]
) -> None:
    question = Question(text=text, groups=groups, order=order, badges=ROLES)
    ids = engine.ids(question)
    assert len(set(ids)) == len(ids)
    for limit in (1, 40, 500, 1100):
        assert tuple(hit.id for hit in engine.ask(question, limit).hits) == ids[:limit]
