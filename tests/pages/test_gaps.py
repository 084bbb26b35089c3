"""What a record does not say is told on one line, if it is more than one thing."""

from desktop.i18n import load
from desktop.pages.blocks import Block, Heading, Paragraph
from desktop.pages.gaps import gathered
from tests.support.places import TRANSLATIONS

GERMAN = load(TRANSLATIONS, "de")
QUIET = Paragraph("nicht genannt", is_quiet=True)


def test_several_empty_sections_become_one_line_behind_what_is_said() -> None:
    said: tuple[Block, ...] = (Heading("Ziele"), Paragraph("Ankommen."))
    blocks = (Heading("Gremien"), QUIET, *said, Heading("Termine"), QUIET, Heading("Zu prüfen"), Paragraph("x"))
    assert gathered(blocks, GERMAN) == (
        *said,
        Heading("Nicht genannt"),
        Paragraph("Gremien, Termine", is_quiet=True),
        Heading("Zu prüfen"),
        Paragraph("x"),
    )


def test_a_single_one_keeps_its_heading() -> None:
    blocks = (Paragraph("a"), Heading("Gremien"), QUIET, Heading("Ziele"), Paragraph("b"))
    assert gathered(blocks, GERMAN) == blocks


def test_nothing_is_made_of_nothing() -> None:
    assert gathered((), GERMAN) == ()
