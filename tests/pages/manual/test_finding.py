"""The manual is searched as the records are."""

import pytest

from desktop.pages.blocks import Bullets, Heading, Item, Paragraph
from desktop.pages.manual.chapter import Chapter
from desktop.pages.manual.finding import find

UNDO = Chapter(
    "undo",
    "Rückgängig machen",
    (Heading("Rückgängig machen", 1), Heading("Verlauf"), Paragraph("Strg+Z nimmt zurück. Rückgängig geht vieles.")),
    "zurücknehmen, Fehler gemacht",
)
PRINT = Chapter(
    "print",
    "Drucken",
    (Heading("Drucken", 1), Bullets((Item("16 Punkt", "Großdruck"), Item("macht nichts rückgängig")))),
)
CHAPTERS = (PRINT, UNDO)


def keys(text: str) -> list[str]:
    return [found.chapter.key for found in find(CHAPTERS, text).found]


@pytest.mark.parametrize("typed", ["rückgängig", "rueckgaengig", "ruckgangig", "RÜCKG"])
def test_umlauts_may_be_written_in_any_way_and_a_title_comes_first(typed: str) -> None:
    assert keys(typed) == ["undo", "print"]


def test_all_words_must_stand_somewhere_in_the_chapter() -> None:
    assert keys("punkt rückgängig") == ["print"]
    assert keys("punkt verlauf") == []


def test_everyday_words_lead_to_a_chapter_and_are_not_shown() -> None:
    (found,) = find(CHAPTERS, "fehler").found
    assert found.chapter is UNDO
    assert "Fehler" not in found.snippet.text


def test_parts_of_words_count_where_no_word_begins_so() -> None:
    assert keys("druck") == ["print"]
    assert keys("gängig") == ["undo", "print"]


def test_nothing_typed_finds_nothing() -> None:
    assert keys("") == []
    assert keys("  ") == []


def test_numbers_are_words_here() -> None:
    assert keys("16") == ["print"]


def test_a_hit_tells_the_heading_and_the_text_around() -> None:
    (found,) = find(CHAPTERS, "strg").found
    assert found.heading == "Verlauf"
    assert found.snippet.text[found.snippet.start : found.snippet.end] == "Strg"


def test_every_place_of_a_text_is_marked() -> None:
    text = "Rückgängig, nicht vorrückgängig, aber rückgängig."
    finding = find(CHAPTERS, "rueckg")
    assert [text[start:end].lower() for start, end in finding.spans(text)] == ["rückg", "rückg"]
