"""The reading pane: what records say is text, and links do nothing before they are followed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.dossier import Reference
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.pages.blocks import Bullets, Field, Fields, Heading, Item, Note, Page, Paragraph, Tone, Value
from desktop.views.widgets.reading_pane import ReadingPane

BVA = Reference("bva", Kind.ORGANIZATION, "BVA")
PHONE = Value(text="0231 9058-0", copied="0231 9058-0", target="tel:+4923190580", note="Zentrale")
DEAD = Value(text="01888 555-0", copied="01888 555-0", target="tel:+491888", is_void=True)
MARKUP = '<b>fett</b> <img src="file:///etc/passwd"> <a href="javascript:alert(1)">hier</a> & &amp;'


def page_of(*values: Value, text: str = "Berät im Asylverfahren.") -> Page:
    return Page(
        kicker="Kontaktstelle",
        title="BAMF",
        lead=text,
        badges=("1 Punkt zu prüfen",),
        blocks=(
            Fields((Field("Telefon", values),)),
            Heading("Aufgaben"),
            Bullets((Item("Entscheidet.", "Asyl"), Item(text))),
            Paragraph(text, is_quiet=True),
            Note(text, "Zu prüfen", Tone.CAUTION),
        ),
        provenance=Fields((Field("Stand", (Value(text="19.10.2022"),)),)),
        as_of="Stand 19.10.2022",
        source="Quelle",
    )


@pytest.fixture
def pane(qtbot: QtBot, tr: Translate) -> Iterator[ReadingPane]:
    made = ReadingPane(tr)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    yield made
    made.close()


def test_everything_on_the_page_can_be_read(pane: ReadingPane) -> None:
    pane.show_page(page_of(PHONE))
    shown = pane.toPlainText()
    for text in ("Kontaktstelle", "BAMF", "1\N{NO-BREAK SPACE}Punkt", "Telefon", "0231 9058-0", "(Zentrale)", "Asyl: "):
        assert text in shown.replace("1 Punkt", "1\N{NO-BREAK SPACE}Punkt")
    assert shown.count("Berät im Asylverfahren.") == 4
    assert shown.rstrip().endswith("19.10.2022")


def test_markup_in_a_record_is_shown_as_it_was_written(pane: ReadingPane) -> None:
    pane.show_page(page_of(Value(text=MARKUP), text=MARKUP))
    assert pane.toPlainText().count(MARKUP) == 5
    assert 'href="javascript' not in pane.document().toHtml()
    assert "<img" not in pane.document().toHtml()


def test_headings_are_headings_for_a_screen_reader(pane: ReadingPane) -> None:
    pane.show_page(page_of(PHONE))
    block, levels = pane.document().begin(), []
    while block.isValid():
        levels.append(block.blockFormat().headingLevel())
        block = block.next()
    assert [level for level in levels if level] == [1, 2]


def test_tab_goes_from_link_to_link_and_enter_follows(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_page(page_of(PHONE, Value(text="BVA", record=BVA)))
    opened, copied, gone = list[str](), list[Value](), list[Reference]()
    pane.open_requested.connect(opened.append)
    pane.copy_requested.connect(copied.append)
    pane.record_requested.connect(gone.append)
    for _ in range(3):
        QTest.keyClick(pane, Qt.Key.Key_Tab)
        QTest.keyClick(pane, Qt.Key.Key_Return)
    assert (opened, copied, gone) == (["tel:+4923190580"], [PHONE], [BVA])


def test_a_click_on_copy_copies_and_opens_nothing(pane: ReadingPane, tr: Translate) -> None:
    pane.show_page(page_of(PHONE))
    opened, copied = list[str](), list[Value]()
    pane.open_requested.connect(opened.append)
    pane.copy_requested.connect(copied.append)
    found = pane.document().find(tr("copy"))
    found.setPosition(found.selectionStart() + 1)
    where = pane.cursorRect(found).center()
    assert pane.anchorAt(where)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(where).toPoint())
    assert (opened, copied) == ([], [PHONE])


def test_a_dead_number_is_told_but_neither_opened_nor_copied(pane: ReadingPane) -> None:
    pane.show_page(page_of(DEAD))
    assert "01888 555-0" in pane.toPlainText()
    assert "href" not in pane.document().toHtml()


def test_the_page_begins_at_its_top_and_is_drawn_anew_in_other_colours(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_page(page_of(*[PHONE] * 60))
    assert pane.verticalScrollBar().value() == 0
    before = pane.document().toHtml()
    palette = pane.palette()
    palette.setColor(palette.ColorRole.Text, Qt.GlobalColor.white)
    palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.black)
    pane.setPalette(palette)
    assert pane.document().toHtml() != before


def test_the_tip_of_a_link_says_what_the_record_says(pane: ReadingPane, tr: Translate) -> None:
    pane.show_page(page_of(Value(text=MARKUP, record=BVA)))
    found = pane.document().find("fett")
    tip = found.charFormat().toolTip()
    assert "&lt;b>fett&lt;/b>" in tip
    assert "<b>" not in tip
