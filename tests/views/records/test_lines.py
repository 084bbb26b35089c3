"""What the lines of a list say about hits, and what they mark."""

import pytest

from desktop.domain.query import understood
from desktop.domain.search import Hit
from desktop.domain.vocabulary import Kind, LocationRole, Status
from desktop.i18n import Translate
from desktop.views.records.lines import Line, Liner
from desktop.views.records.shape import Group, Shape
from tests.support.rows import HITS, KOELN, OVERATH, answer, hit

SHAPE = Shape(
    key="contacts",
    title="&Contacts",
    description="",
    groups=(
        Group(frozenset({Kind.LOCATION}), "Contact points"),
        Group(frozenset({Kind.PERSON}), "Contact persons"),
    ),
    facets=(),
    sorts=(),
    badge=LocationRole,
)


@pytest.fixture
def liner(tr: Translate) -> Liner:
    return Liner(SHAPE, {"office": "Büro"}, tr)


def found(liner: Liner, one: Hit, typed: str = "") -> Line:
    (line,) = liner.found([one], understood(typed).groups)
    return line


def marked(line: Line) -> tuple[str, str]:
    in_title = "|".join(line.title[slice(*mark)] for mark in line.title_marks)
    return in_title, "|".join(line.subtitle[slice(*mark)] for mark in line.subtitle_marks)


def test_without_a_text_groups_stand_below_their_headings_with_their_counts(liner: Liner) -> None:
    shown = liner.lines(answer(), is_search=False)
    assert [line.title for line in shown] == [
        "Kontaktstellen (2)",
        "Ämter",
        "Zentrale",
        "Ansprechpersonen (1)",
        "Frau Büro",
    ]
    assert [line.hit for line in shown if line.hit] == list(HITS)


def test_a_group_without_records_leaves_no_heading_behind(liner: Liner) -> None:
    assert [line.title for line in liner.lines(answer([KOELN]), is_search=False)] == ["Kontaktstellen (1)", "Zentrale"]


def test_hits_stand_as_they_come_and_say_what_they_are(liner: Liner) -> None:
    shown = liner.lines(answer([HITS[2], KOELN, OVERATH], text="x"), is_search=True)
    assert [(line.title, line.badge) for line in shown] == [
        ("Frau Büro", "Ansprechperson"),
        ("Zentrale", "Kontaktstelle"),
        ("Ämter", "Büro"),
    ]


def test_the_second_line_names_the_place_unless_the_title_does(liner: Liner) -> None:
    assert found(liner, hit("Büro", "Köln")).subtitle == "Köln · Berät Neuzugewanderte"
    assert found(liner, hit("BAMF Köln", "Köln")).subtitle == "Berät Neuzugewanderte"


def test_what_matched_in_the_title_is_marked_there(liner: Liner) -> None:
    line = found(liner, hit("BAMF Dortmund", found=("name", "BAMF Dortmund", 5, 9)))
    assert marked(line) == ("Dort", "")


def test_what_matched_in_the_sentence_is_marked_behind_the_place(liner: Liner) -> None:
    line = found(liner, hit("Zentrale", "Köln", found=("summary", "Berät Neuzugewanderte", 6, 9)))
    assert line.subtitle == "Köln · Berät Neuzugewanderte"
    assert marked(line) == ("", "Neu")


def test_what_matched_elsewhere_is_shown_with_the_name_of_its_field(liner: Liner) -> None:
    line = found(liner, hit("Mülheim", found=("alternate_name", "Mühlheim an der Ruhr", 0, 4)))
    assert line.subtitle == "Auch genannt: Mühlheim an der Ruhr"
    assert marked(line) == ("", "Mühl")
    in_tasks = found(liner, hit("BVA", found=("tasks", "nimmt Spätaussiedler auf", 6, 12)))
    assert in_tasks.subtitle == "Aufgaben: nimmt Spätaussiedler auf"
    assert marked(in_tasks) == ("", "Spätau")


def test_a_record_out_of_use_says_so(liner: Liner) -> None:
    assert found(liner, hit("Alt", badge="office", status=Status.ARCHIVED)).badge == "Büro, archiviert"


def test_every_word_that_was_typed_is_marked_in_title_and_second_line(liner: Liner) -> None:
    in_title = hit("BAMF Dortmund", "Dortmund", found=("name", "BAMF Dortmund", 0, 4))
    assert marked(found(liner, in_title, "bamf dort")) == ("BAMF|Dort", "")
    in_both = hit("BAMF", "Dortmund", found=("name", "BAMF", 0, 4))
    assert marked(found(liner, in_both, "bamf dort")) == ("BAMF", "Dort")
    assert found(liner, in_both, "bamf dort").subtitle == "Dortmund · Berät Neuzugewanderte"


def test_a_word_that_neither_title_nor_second_line_has_brings_its_field_into_sight(liner: Liner) -> None:
    one = hit("BVA", "Köln", found=("tasks", "nimmt Spätaussiedler auf", 6, 12))
    line = found(liner, one, "bva spätau")
    assert line.subtitle == "Aufgaben: nimmt Spätaussiedler auf"
    assert marked(line) == ("BVA", "Spätau")
    assert line.subtitle[slice(*line.sight)] == "Spätau"


def test_a_field_that_tells_nothing_new_does_not_push_the_sentence_aside(liner: Liner) -> None:
    one = hit("BAMF Köln", found=("tasks", "Das BAMF berät Neue", 4, 8))
    line = found(liner, one, "bamf neu")
    assert line.subtitle == "Berät Neuzugewanderte"
    assert marked(line) == ("BAMF", "Neu")


def test_words_that_lie_over_each_other_are_marked_as_one(liner: Liner) -> None:
    one = hit("Dortmund", found=("name", "Dortmund", 0, 4))
    assert marked(found(liner, one, "dort dortmund")) == ("Dortmund", "")


def test_two_records_named_alike_say_what_they_are(liner: Liner) -> None:
    alike = [hit("Amt", badge="office"), hit("Amt", kind=Kind.PERSON), hit("Anders", kind=Kind.PERSON)]
    shown = [line for line in liner.lines(answer(alike), is_search=False) if line.hit]
    assert [(line.title, line.badge) for line in shown] == [("Amt", "Büro"), ("Amt", "Ansprechperson"), ("Anders", "")]
