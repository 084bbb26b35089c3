"""A page drawn into a text document with cursor and formats: what a record says is never read as markup."""

from collections.abc import Iterable

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from desktop.i18n import Translate
from desktop.pages.blocks import Block, Bullets, Field, Fields, Heading, Note, Page, Paragraph, Tone, Value
from desktop.views.widgets.ink import Inks

COPY, OPEN, RECORD = "copy", "open", "record"
_LABEL_PERCENT = 30
_HEADING_SIZES = {1: 1.55, 2: 1.2, 3: 1.05}


class PageWriter:
    """Writes one page and collects the values that its links stand for (`copy:3` is the fourth)."""

    def __init__(self, document: QTextDocument, inks: Inks, font: QFont, tr: Translate) -> None:
        self._cursor = QTextCursor(document)
        self._inks = inks
        self._font = font
        self._tr = tr
        self._is_fresh = True
        self.values: list[Value] = []

    def write(self, page: Page) -> None:
        """The whole page, from the kicker to where it comes from."""
        self._cursor.beginEditBlock()
        self._line(page.kicker, self._ink(self._inks.quiet, 0.95))
        self._line(page.title, self._ink(self._inks.text, _HEADING_SIZES[1], is_bold=True), below=4, level=1)
        if page.badges:
            self._badges(page.badges)
        if page.lead:
            self._line(page.lead, self._ink(self._inks.text, 1.08), above=4, below=8)
        self.blocks(page.blocks)
        self._rule()
        self._fields(page.provenance)
        self._cursor.endEditBlock()

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Blocks one below the other."""
        for block in blocks:
            if isinstance(block, Heading):
                ink = self._ink(self._inks.title, _HEADING_SIZES[block.level], is_bold=True)
                self._line(block.text, ink, above=14 if block.level == 2 else 8, below=4, level=block.level)
            elif isinstance(block, Paragraph):
                self._line(block.text, self._ink(self._inks.quiet if block.is_quiet else self._inks.text), below=6)
            elif isinstance(block, Bullets):
                self._bullets(block)
            elif isinstance(block, Fields):
                self._fields(block)
            else:
                self._note(block)

    def _ink(self, colour: QColor, size: float = 1.0, *, is_bold: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QBrush(colour))
        form.setFontPointSize(max(self._font.pointSizeF(), 6) * size)
        form.setFontWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
        return form

    def _start(self, above: float = 0, below: float = 3, level: int = 0) -> None:
        """Begin a block, taking the empty one that a document or a table leaves behind."""
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        form.setHeadingLevel(level)
        form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        ink = self._ink(self._inks.text)
        if self._is_fresh:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(ink)
        else:
            self._cursor.insertBlock(form, ink)
        self._is_fresh = False

    def _line(self, text: str, ink: QTextCharFormat, above: float = 0, below: float = 3, level: int = 0) -> None:
        self._start(above, below, level)
        self._cursor.insertText(text, ink)

    def _badges(self, badges: tuple[str, ...]) -> None:
        self._start(below=6)
        ink = self._ink(self._inks.text, 0.95)
        ink.setBackground(QBrush(self._inks.caution_ground))
        for badge in badges:
            self._cursor.insertText(f"\N{NO-BREAK SPACE}{badge}\N{NO-BREAK SPACE}", ink)
            self._cursor.insertText("  ", self._ink(self._inks.text))

    def _bullets(self, bullets: Bullets) -> None:
        style = QTextListFormat()
        style.setStyle(QTextListFormat.Style.ListDisc)
        style.setIndent(1)
        made = None
        for item in bullets.items:
            self._start(below=4)
            if made is None:
                made = self._cursor.createList(style)
            else:
                made.add(self._cursor.block())
            if item.title:
                self._cursor.insertText(item.title, self._ink(self._inks.text, is_bold=True))
                self._cursor.insertText(f"{_joint(item.title)} ", self._ink(self._inks.text))
            self._cursor.insertText(item.text, self._ink(self._inks.text))
        self._leave()

    def _fields(self, fields: Fields) -> None:
        if not fields.fields:
            return
        self._start(below=0)
        table = self._cursor.insertTable(len(fields.fields), 2, _columns())
        for row, field in enumerate(fields.fields):
            self._cursor = table.cellAt(row, 0).firstCursorPosition()
            self._is_fresh = True
            self._line(field.label, self._ink(self._inks.quiet), below=0)
            self._cursor = table.cellAt(row, 1).firstCursorPosition()
            self._is_fresh = True
            self._values(field)
        self._leave()

    def _values(self, field: Field) -> None:
        for value in field.values:
            self._start(below=1)
            self._value(value)

    def _value(self, value: Value) -> None:
        self.values.append(value)
        number = len(self.values) - 1
        if value.record_id:
            self._link(value.text, RECORD, number, self._tr("Go to “{name}”", name=value.text))
        elif value.target and not value.is_void:
            self._link(value.text, OPEN, number, self._tr("Open “{name}”", name=value.text))
        else:
            ink = self._ink(self._inks.quiet if value.is_void else self._inks.text)
            ink.setFontStrikeOut(value.is_void)
            self._cursor.insertText(value.text, ink)
        if value.note:
            self._cursor.insertText(f"  ({value.note})", self._ink(self._inks.quiet))
        if value.copied and not value.is_void:
            self._cursor.insertText("   ", self._ink(self._inks.text))
            self._link(self._tr("copy"), COPY, number, self._tr("Copy “{text}”", text=value.copied), 0.92)

    def _link(self, text: str, deed: str, number: int, tip: str, size: float = 1.0) -> None:
        form = self._ink(self._inks.link, size)
        form.setAnchor(True)
        form.setAnchorHref(f"{deed}:{number}")
        form.setFontUnderline(True)
        form.setToolTip(tip)
        self._cursor.insertText(text, form)

    def _note(self, note: Note) -> None:
        is_caution = note.tone is Tone.CAUTION
        form = QTextFrameFormat()
        form.setBackground(QBrush(self._inks.caution_ground if is_caution else self._inks.note_ground))
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QBrush(self._inks.caution_edge if is_caution else self._inks.rule))
        form.setPadding(8)
        form.setBottomMargin(8)
        self._start(below=0)
        self._cursor.insertFrame(form)
        self._is_fresh = True
        if note.title:
            self._line(note.title, self._ink(self._inks.text, is_bold=True))
        self._line(note.text, self._ink(self._inks.text), below=0)
        self._leave()

    def _rule(self) -> None:
        self._start(above=14, below=4)
        form = self._cursor.blockFormat()
        form.setProperty(QTextBlockFormat.Property.BlockTrailingHorizontalRulerWidth.value, _whole_width())
        self._cursor.setBlockFormat(form)

    def _leave(self) -> None:
        """Go on behind a list, table or frame."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = self._cursor.block().text() == "" and self._cursor.currentList() is None


def _joint(title: str) -> str:
    return "" if title.endswith((":", "?", "!", ".")) else ":"


def _whole_width() -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, 100)


def _columns() -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(3)
    form.setCellSpacing(0)
    form.setWidth(_whole_width())
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in (_LABEL_PERCENT, 100 - _LABEL_PERCENT)]
    )
    form.setBottomMargin(10)
    return form
