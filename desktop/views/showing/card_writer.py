"""What is shown across the desk, written into a text document in large type."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.i18n import is_right_to_left
from desktop.pages.blocks import DATA_LANGUAGE, Block, Bullets, Fields, Heading, Note, Page, Paragraph, Value
from desktop.views.widgets.ink import Inks

_LINE_PERCENT = 115
_TITLE, _LEAD, _LABEL, _ASIDE = 1.3, 1.05, 0.72, 0.8
"""Sizes as multiples of the type of the card."""


class Hand(NamedTuple):
    """How it is written: in which colours, in which type, `points` large, and in which language."""

    inks: Inks
    font: QFont
    points: float
    language: str


class CardWriter:
    """Writes one page, each label above its values; what is in German runs its own way in an Arabic card."""

    def __init__(self, document: QTextDocument, hand: Hand) -> None:
        self._hand = hand
        self._is_mirrored = is_right_to_left(hand.language)
        document.clear()
        document.setDefaultFont(hand.font)
        document.setDocumentMargin(0)
        self._cursor = QTextCursor(document)
        self._is_fresh = True

    def write(self, page: Page) -> None:
        """Name, purpose, how to reach it, the purpose in German for whoever helps, and how old all this is."""
        inks = self._hand.inks
        self._cursor.beginEditBlock()
        self._line(page.title, self._ink(inks.text, _TITLE, is_bold=True), page.language or DATA_LANGUAGE, level=1)
        for badge in page.badges:
            self._line(badge, self._ink(inks.text, _ASIDE, ground=inks.caution_ground), above=0.2)
        if page.lead:
            self._line(page.lead, self._ink(inks.text, _LEAD), page.lead_language, above=0.3)
        warnings = [block for block in page.original if isinstance(block, Note)]
        german = [block for block in page.original if not isinstance(block, Note)]
        for block in (*warnings, *page.blocks, *german):
            self._block(block)
        self._line(page.as_of, self._ink(inks.quiet, _LABEL), above=0.8)
        self._cursor.endEditBlock()

    def _block(self, block: Block) -> None:
        inks = self._hand.inks
        match block:
            case Heading():
                self._line(
                    block.text, self._ink(inks.title, is_bold=True), block.language, above=0.8, level=block.level
                )
            case Paragraph():
                self._line(block.text, self._ink(inks.text), block.language, above=0.3)
            case Bullets():
                for item in block.items:
                    words = f"{item.title}: {item.text}" if item.title else item.text
                    self._line(words, self._ink(inks.text), item.language, above=0.2)
            case Fields():
                for field in block.fields:
                    self._line(field.label, self._ink(inks.quiet, _LABEL), field.language, above=0.55)
                    self._values(field.values)
            case Note():
                ink = self._ink(inks.text, _ASIDE, ground=inks.caution_ground)
                if block.title:
                    self._line(block.title, ink, above=0.5)
                self._line(block.text, ink, block.language)

    def _values(self, values: Iterable[Value]) -> None:
        inks = self._hand.inks
        for value in values:
            ink = self._ink(inks.quiet if value.is_void else inks.text, is_bold=value.is_essential)
            ink.setFontStrikeOut(value.is_void)
            is_data = value.copied or value.target or value.record
            self._line(value.text, ink, DATA_LANGUAGE if is_data else value.language)
            for aside, language in ((value.note, value.note_language), (value.remark, None)):
                if aside:
                    self._line(aside, self._ink(inks.quiet, _ASIDE), language)

    def _ink(
        self, colour: QColor, size: float = 1.0, *, is_bold: bool = False, ground: QColor | None = None
    ) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QBrush(colour))
        form.setFontPointSize(self._hand.points * size)
        form.setFontWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
        if ground is not None:
            form.setBackground(QBrush(ground))
        return form

    def _line(
        self, text: str, ink: QTextCharFormat, language: str | None = None, above: float = 0.05, level: int = 0
    ) -> None:
        """A block that runs the way of its language, flush with the card; `above` is a multiple of the type."""
        form = QTextBlockFormat()
        form.setTopMargin(0 if self._is_fresh else above * self._hand.points)
        form.setHeadingLevel(level)
        form.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        runs_left = is_right_to_left(language) if language else self._is_mirrored
        form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if runs_left else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        form.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        if self._is_fresh:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._is_fresh = False
        self._cursor.insertText(text, ink)
