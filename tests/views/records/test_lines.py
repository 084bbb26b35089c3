"""What the lines of a list say about hits, and what they mark."""

import pytest

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


def found(liner: Liner, one: Hit) -> Line:
    (line,) = liner.found([one])
    return line


def marked(line: Line) -> tuple[str, str]:
    return line.title[slice(*line.title_mark)], line.subtitle[slice(*line.subtitle_mark)]


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
