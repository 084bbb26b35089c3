"""Chapters are read as they are written."""

from pathlib import Path

import pytest

from desktop.pages.blocks import Bullets, Drawn, Fields, Heading, Item, Note, Paragraph, Picture, Steps, Tone
from desktop.pages.manual.chapter import CHAPTER, Chapter
from desktop.pages.manual.reading import Hand, chapter

MADE = (Heading("Alles", level=3),)


def read(*lines: str) -> Chapter:
    hand = Hand(Path("/bilder"), lambda keys: f"<{keys}>", {"finding": "Finden", "keys": "Tasten"}, {"all": MADE})
    return chapter("start", "\n".join(("# Erste Schritte", *lines)), hand)


def blocks(*lines: str) -> tuple[Drawn, ...]:
    """What follows the title."""
    return read(*lines).blocks[1:]


def test_the_first_line_is_the_title() -> None:
    found = read("Text.")
    assert (found.key, found.title) == ("start", "Erste Schritte")
    assert found.blocks[0] == Heading("Erste Schritte", level=1)


def test_lines_belong_together_until_one_is_empty() -> None:
    assert blocks("Ein Satz,", "der weitergeht.", "", "Ein anderer.") == (
        Paragraph("Ein Satz, der weitergeht."),
        Paragraph("Ein anderer."),
    )


def test_headings_lists_and_steps_are_told_by_their_marks() -> None:
    found = blocks(
        "## Oben", "### Unten", "- Liste: links", "- ohne Titel,", "der weitergeht", "", "1. erst", "2. dann"
    )
    assert found == (
        Heading("Oben", level=2),
        Heading("Unten", level=3),
        Bullets((Item("links", "Liste"), Item("ohne Titel, der weitergeht"))),
        Steps(("erst", "dann")),
    )


def test_remarks_tables_and_pictures_are_told_by_their_marks() -> None:
    remark, warning, table, picture = blocks(
        "> Gut zu wissen", "! Vorsicht", "| {F1} | Hilfe |", "![Ein Bild](a-b.png)"
    )
    assert remark == Note("Gut zu wissen")
    assert warning == Note("Vorsicht", tone=Tone.CAUTION)
    assert isinstance(table, Fields)
    assert table.fields[0].label == "<F1>"
    assert picture == Picture(Path("/bilder/a-b.png"), "Ein Bild")


def test_keys_are_spelled_as_the_system_does_and_what_is_typed_stands_between_marks() -> None:
    assert blocks("Drücken Sie {Ctrl+K}, tippen Sie `bamf`.") == (
        Paragraph("Drücken Sie <Ctrl+K>, tippen Sie „bamf“."),
    )


def test_links_lead_to_chapters_by_their_titles() -> None:
    (links,) = blocks("= Weiter: finding, keys")
    assert isinstance(links, Fields)
    assert [(value.text, value.target) for value in links.fields[0].values] == [
        ("Finden", f"{CHAPTER}finding"),
        ("Tasten", f"{CHAPTER}keys"),
    ]


def test_links_and_warnings_may_be_written_as_markdown_has_them() -> None:
    as_marks = blocks("! Vorsicht, sonst", "geht es schief", "", "= Siehe auch: finding, keys")
    as_markdown = blocks(
        "> **Achtung:** Vorsicht, sonst", "geht es schief", "", "Siehe auch: [Finden](finding.md),", "[Alle](keys.txt)"
    )
    assert as_markdown == as_marks


def test_a_part_that_the_program_makes_stands_where_it_is_called() -> None:
    assert blocks("Vorher.", "@all") == (Paragraph("Vorher."), *MADE)


def test_everyday_words_are_kept_apart_from_what_is_shown() -> None:
    found = read("words: Papier, ausdrucken", "", "Text.")
    assert found.words == "Papier, ausdrucken"
    assert "Papier" not in str(found.blocks)


def test_what_looks_like_markup_is_only_text() -> None:
    assert blocks("<b>fett</b> & *so*") == (Paragraph("<b>fett</b> & *so*"),)


def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="png"):
        blocks("![](a.png)")
