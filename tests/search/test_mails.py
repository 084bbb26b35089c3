"""An @ asks for mail addresses, and a text that stands nowhere may be found without one of its words."""

from desktop.domain.search import Answer, Question, Shorter
from desktop.store.search.engine import SearchEngine


def ask(engine: SearchEngine, text: str) -> Answer:
    return engine.ask(Question(text=text), 50)


def test_the_beginning_of_a_mail_address_finds_those_who_have_one(engine: SearchEngine) -> None:
    answer = ask(engine, "info@")
    assert {hit.id for hit in answer.hits} == {"bamf-zentrale", "jmd-zentrale"}
    for hit in answer.hits:
        assert hit.field == "email"
        assert hit.snippet.text[hit.snippet.start : hit.snippet.end] == "info"


def test_both_sides_of_the_sign_count(engine: SearchEngine) -> None:
    assert [hit.id for hit in ask(engine, "info@jugend").hits] == ["jmd-zentrale"]
    assert all("bamf" in hit.snippet.text for hit in ask(engine, "@bamf").hits)


def test_a_mail_address_may_stand_beside_other_words(engine: SearchEngine) -> None:
    assert [hit.id for hit in ask(engine, "nürnberg info@").hits] == ["bamf-zentrale"]


def test_without_the_sign_the_word_is_found_everywhere(engine: SearchEngine) -> None:
    assert ask(engine, "info").total > ask(engine, "info@").total


def test_a_sign_that_no_mail_address_has_parts_words(engine: SearchEngine) -> None:
    assert ask(engine, "moers@rathaus").shorter is None
    assert ask(engine, "integration@moers").total == ask(engine, "integration moers").total


def test_the_word_whose_absence_leaves_most_hits_is_the_one_to_leave_out(engine: SearchEngine) -> None:
    answer = ask(engine, "bamf köln telefon")
    assert (answer.total, answer.corrected) == (0, None)
    assert answer.shorter == Shorter("bamf köln", "telefon")
    assert ask(engine, answer.shorter.text).total > 0


def test_nothing_is_left_out_where_that_finds_nothing_either(engine: SearchEngine) -> None:
    assert ask(engine, "xylophon posaune").shorter is None
    assert ask(engine, "xylophon").shorter is None


def test_nothing_is_offered_where_there_are_hits(engine: SearchEngine) -> None:
    assert ask(engine, "bamf köln").shorter is None
    assert ask(engine, "bundesmat").shorter is None
