"""The reading pane: what records say is text, and links do nothing before they are followed."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QTextBlock
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


def line_of(pane: ReadingPane) -> tuple[int, int]:
    """Where the line above the Stand begins and ends: the widest row of pixels that is neither ground nor text."""
    image = pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixelColor(2, 2)
    best = (0, 0)
    for y in range(image.height()):
        inked = [x for x in range(image.width()) if image.pixelColor(x, y) != ground]
        is_line = inked and inked[-1] - inked[0] + 1 == len(inked)
        if is_line and len(inked) > best[1] - best[0]:
            best = inked[0], inked[-1] + 1
    return best


@pytest.mark.parametrize("ends_with_table", [True, False])
def test_the_line_above_the_stand_is_as_wide_as_the_text(pane: ReadingPane, ends_with_table: bool) -> None:
    pane.resize(1100, 500)
    shown = page_of(PHONE)
    pane.show_page(replace(shown, blocks=shown.blocks[:1] if ends_with_table else shown.blocks[:4]))
    margin = int(pane.document().documentMargin())
    begin, end = line_of(pane)
    assert abs(begin - margin) <= 1
    assert abs(end - (pane.lineWrapColumnOrWidth() - margin)) <= 1


def blocks_of(pane: ReadingPane) -> list[QTextBlock]:
    found, block = [], pane.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def test_a_box_stands_close_below_its_heading_and_the_next_box_close_below_it(pane: ReadingPane) -> None:
    notes = [Note(text, "Zweifel", Tone.CAUTION) for text in ("eins", "zwei")]
    pane.show_blocks((Heading("Zu prüfen"), *notes))
    layout = pane.document().documentLayout()
    place = {block.text(): layout.blockBoundingRect(block) for block in blocks_of(pane)}
    titles = [layout.blockBoundingRect(block).top() for block in blocks_of(pane) if block.text() == "Zweifel"]
    line = pane.fontMetrics().lineSpacing()
    assert titles[0] - place["Zu prüfen"].bottom() < 1.5 * line
    assert titles[1] - place["eins"].bottom() < 2.5 * line


@pytest.mark.parametrize("letters", range(40, 60))
def test_copy_never_stands_alone_on_a_line(pane: ReadingPane, tr: Translate, letters: int) -> None:
    value = Value(text="Wort " * (letters // 5) + "w" * (letters % 5), copied="x", note="gut zu wissen und zu merken")
    pane.show_page(page_of(value))
    found = pane.document().find(tr("copy"))
    block, at = found.block(), found.selectionStart() - found.block().position()
    line = block.layout().lineForTextPosition(at)
    assert block.text()[line.textStart() : at].strip()


def test_a_hint_that_stands_there_already_is_not_written_anew(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_hint("Kontakte", "Wählen Sie einen Eintrag.")
    with qtbot.assertNotEmitted(pane.document().contentsChanged):
        pane.show_hint("Kontakte", "Wählen Sie einen Eintrag.")
    with qtbot.waitSignal(pane.document().contentsChanged):
        pane.show_hint("Partner", "Wählen Sie einen Eintrag.")
    assert pane.toPlainText().startswith("Partner")
