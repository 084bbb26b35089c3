"""What the desk asks the index for, from a folder without a database to the last answer."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from desktop.domain.errors import StoreError
from desktop.domain.search import Question, SearchCancelledError
from desktop.domain.vocabulary import Kind
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.search import LIMIT, Search
from tests.support.places import SHIPPED, TRANSLATIONS

CONTACTS = (frozenset({Kind.LOCATION}), frozenset({Kind.PERSON}))


def _search(database: Path) -> Search:
    return Search(Catalogue(database, SHIPPED, load(TRANSLATIONS, "de")))


@pytest.fixture
def search(database: Path) -> Iterator[Search]:
    search = _search(database)
    yield search
    search.close()


def test_the_first_question_makes_the_database(tmp_path: Path) -> None:
    search = _search(tmp_path / "neu" / "wegweiser.sqlite")
    assert search.ask(Question(text="bamf köln")).hits[0].id == "bamf-koeln"
    search.close()


def test_an_answer_has_so_many_hits_or_all(search: Search) -> None:
    every = Question()
    assert len(search.ask(every).hits) == LIMIT
    assert len(search.ask(every, 7).hits) == 7
    answer = search.ask(every, None)
    assert len(answer.hits) == answer.total == search.ask(every).total > LIMIT
    assert search.ids(every) == tuple(hit.id for hit in answer.hits)


def test_the_choices_know_the_words_of_the_closed_lists(search: Search) -> None:
    choices = search.choices()
    assert choices.subjects["asyl"] == "Asyl und Flucht"
    assert choices.totals[Kind.LOCATION] == search.ask(Question(groups=CONTACTS)).counts[0]


def test_a_question_that_nobody_waits_for_is_given_up(search: Search) -> None:
    outcomes: list[str] = []

    def ask_often() -> None:
        try:
            while True:
                search.ask(Question(text="integration beratung sprache"))
                search.choices()
                search.ids(Question(groups=CONTACTS))
        except SearchCancelledError:
            outcomes.append("cancelled")

    asking = Thread(target=ask_often)
    asking.start()
    while asking.is_alive():
        search.cancel()
    asking.join()
    assert outcomes == ["cancelled"]
    assert search.ids(Question(text="bamf köln"))[0] == "bamf-koeln"


def test_a_database_that_is_none_is_told(database: Path) -> None:
    database.write_bytes(b"garbage" * 1000)
    with pytest.raises(StoreError, match="damaged"):
        _search(database).choices()
