"""A page drawn into a text document with cursor and formats: what a record says is never read as markup."""

from collections.abc import Iterable

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.i18n import Translate
from desktop.pages.blocks import (
    Bullets,
    Code,
    Drawn,
    Field,
    Fields,
    Heading,
    Note,
    Page,
    Paragraph,
    Picture,
    Steps,
    Tone,
    Value,
)
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.page_formats import (
    CELL_PADDING,
    block,
    bullets,
    columns,
    frame,
    gap,
    numbers,
    picture_line,
    rule,
)
from desktop.views.widgets.page_pictures import picture_form
from desktop.views.widgets.plain_tip import plain_tip
from desktop.views.widgets.remark import Remark

COPY, OPEN, RECORD, REMARK = "copy", "open", "record", "remark"
_LABEL_PERCENT, _MOST_LABEL_PERCENT = 30, 45
_GAP = 2
_BOLDER = 1.15
"""About how much wider bold letters are."""
_HEADING_SIZES = {1: 1.55, 2: 1.2, 3: 1.05}


class PageWriter:
    """Writes one page and collects the values that its links stand for (`copy:3` is the fourth)."""

    def __init__(self, document: QTextDocument, inks: Inks, font: QFont, width: int, tr: Translate) -> None:
        self._cursor = QTextCursor(document)
        self._inks = inks
        self._font = font
        self._metrics = QFontMetrics(font)
        self._width = width - 2 * int(document.documentMargin())
        self._tr = tr
        self._is_fresh = True
        self._is_behind_table = False
        self._value_width = self._width
        self.values: list[Value] = []

    def write(self, page: Page, remark: Remark | None = None) -> None:
        """The whole page, from the kicker to where it comes from, with what is said about it below its name."""
        self._cursor.beginEditBlock()
        self._line(page.kicker, self._ink(self._inks.quiet, 0.95))
        self._line(page.title, self._ink(self._inks.text, _HEADING_SIZES[1], is_bold=True), below=4, level=1)
        if page.badges:
            self._badges(page.badges)
        if page.lead:
            self._line(page.lead, self._ink(self._inks.text, 1.08), above=4, below=8)
        if remark is not None:
            self._remark(remark)
        self.blocks((*page.original, *page.blocks))
        self._rule()
        self._fields(page.provenance)
        self._cursor.endEditBlock()

    def blocks(self, blocks: Iterable[Drawn]) -> None:
        """Blocks one below the other."""
        for part in blocks:
            if isinstance(part, Heading):
                ink = self._ink(self._inks.title, _HEADING_SIZES[part.level], is_bold=True)
                self._line(part.text, ink, above=14 if part.level == 2 else 8, below=4, level=part.level)
            elif isinstance(part, Paragraph):
                self._line(part.text, self._ink(self._inks.quiet if part.is_quiet else self._inks.text), below=6)
            elif isinstance(part, Bullets):
                self._bullets(part)
            elif isinstance(part, Fields):
                self._fields(part)
            elif isinstance(part, Steps):
                self._steps(part)
            elif isinstance(part, Picture):
                self._picture(part)
            elif isinstance(part, Code):
                self._code(part)
            else:
                self._note(part)

    def _ink(self, colour: QColor, size: float = 1.0, *, is_bold: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QBrush(colour))
        form.setFontPointSize(max(self._font.pointSizeF(), 6) * size)
        form.setFontWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
        return form

    def _start(self, above: float = 0, below: float = 3, level: int = 0) -> None:
        """Begin a block, taking the empty one that a document or a table leaves behind."""
        form = block(above, below, level)
        ink = self._ink(self._inks.text)
        if self._is_fresh:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(ink)
        else:
            self._cursor.insertBlock(form, ink)
        self._is_fresh = self._is_behind_table = False

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

    def _bullets(self, listed: Bullets) -> None:
        made = None
        for item in listed.items:
            self._start(below=4)
            if made is None:
                made = self._cursor.createList(bullets())
            else:
                made.add(self._cursor.block())
            if item.title:
                self._cursor.insertText(item.title, self._ink(self._inks.text, is_bold=True))
                self._cursor.insertText(f"{_joint(item.title)} ", self._ink(self._inks.text))
            self._cursor.insertText(item.text, self._ink(self._inks.text))
        self._leave()

    def _code(self, code: Code) -> None:
        ink = self._ink(self._inks.text, 0.95)
        ink.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        ink.setFontFixedPitch(True)
        self._line(code.text.replace("\n", "\N{LINE SEPARATOR}"), ink, above=4, below=8)

    def _steps(self, steps: Steps) -> None:
        made = None
        for text in steps.items:
            self._start(below=4)
            if made is None:
                made = self._cursor.createList(numbers())
            else:
                made.add(self._cursor.block())
            self._cursor.insertText(text, self._ink(self._inks.text))
        self._leave()

    def _picture(self, picture: Picture) -> None:
        """A picture with its words below it."""
        form = picture_form(picture, self._cursor.document(), self._width)
        self._start(above=6, below=2)
        self._cursor.setBlockFormat(picture_line(self._cursor.blockFormat()))
        self._cursor.insertImage(form)
        self._line(picture.text, self._ink(self._inks.quiet, 0.95), below=12)

    def _fields(self, fields: Fields) -> None:
        if not fields.fields:
            return
        self._start(below=0)
        percent = self._label_percent(fields)
        self._value_width = self._width * (100 - percent) // 100 - 2 * CELL_PADDING
        table = self._cursor.insertTable(len(fields.fields), 2, columns(percent))
        for row, field in enumerate(fields.fields):
            self._cursor = table.cellAt(row, 0).firstCursorPosition()
            self._is_fresh = True
            self._line(field.label, self._ink(self._inks.quiet), below=0)
            self._cursor = table.cellAt(row, 1).firstCursorPosition()
            self._is_fresh = True
            self._values(field)
        self._leave()
        self._is_behind_table = True

    def _label_percent(self, fields: Fields) -> int:
        """The share of the labels; in a narrow pane they get what their longest word needs."""
        words = (word for field in fields.fields for word in field.label.split())
        longest = max((self._metrics.horizontalAdvance(word) for word in words), default=0) + 4 * CELL_PADDING
        return min(max(_LABEL_PERCENT, -(-100 * longest // max(self._width, 1))), _MOST_LABEL_PERCENT)

    def _values(self, field: Field) -> None:
        for value in field.values:
            self._start(below=1)
            self._value(value)

    def _value(self, value: Value) -> None:
        self.values.append(value)
        number = len(self.values) - 1
        if value.record:
            self._link(value.text, RECORD, number, self._tr("Go to “{name}”", name=value.text))
        elif value.target and not value.is_void:
            tip = self._tr("Open “{name}”", name=value.text)
            self._link(value.text, OPEN, number, tip, is_bold=value.is_essential)
        else:
            colour = self._inks.quiet if value.is_void else self._inks.text
            ink = self._ink(colour, is_bold=value.is_essential)
            ink.setFontStrikeOut(value.is_void)
            self._cursor.insertText(value.text, ink)
        if value.asides:
            self._cursor.insertText(f"  ({'; '.join(value.asides)})", self._ink(self._inks.quiet))
        if value.copied and not value.is_void:
            self._cursor.insertText(self._gap(value), self._ink(self._inks.text))
            self._link(self._tr("copy"), COPY, number, self._tr("Copy “{text}”", text=value.copied), 0.92)

    def _gap(self, value: Value) -> str:
        """Room before "copy", which goes to the next line together with the last word, if both fit into one."""
        last = (value.note or value.text).split(" ")[-1]
        width = self._metrics.horizontalAdvance(f"{last})   {self._tr('copy')}") * _BOLDER
        return "\N{NO-BREAK SPACE}" * 3 if width < self._value_width else "   "

    def _link(self, text: str, deed: str, number: int, tip: str, size: float = 1.0, *, is_bold: bool = False) -> None:
        form = self._ink(self._inks.link, size, is_bold=is_bold)
        form.setAnchor(True)
        form.setAnchorHref(f"{deed}:{number}")
        form.setFontUnderline(True)
        form.setToolTip(plain_tip(tip))
        self._cursor.insertText(text, form)

    def _note(self, note: Note) -> None:
        is_caution = note.tone is Tone.CAUTION
        ground = self._inks.caution_ground if is_caution else self._inks.note_ground
        if self._cursor.currentList() is not None:
            self._start(below=0)
        if self._is_fresh:
            self._cursor.setBlockFormat(gap(_GAP))
        self._cursor.insertFrame(frame(ground, self._inks.caution_edge if is_caution else self._inks.rule))
        self._is_fresh = True
        if note.title:
            self._line(note.title, self._ink(self._inks.text, is_bold=True))
        said = f"{note.text} {note.proposal}" if note.proposal else note.text
        self._line(said, self._ink(self._inks.text), below=0)
        self._leave()

    def _remark(self, remark: Remark) -> None:
        self._note(Note(remark.text))
        self._cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        self._cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._cursor.insertText("   ", self._ink(self._inks.text))
        self._link(remark.way, REMARK, 0, remark.way)
        self._leave()

    def _rule(self) -> None:
        """A line of its own: Qt puts the empty block right behind a table beside it."""
        self._is_fresh = self._is_fresh and not self._is_behind_table
        self._start(above=14, below=4)
        self._cursor.setBlockFormat(rule(self._cursor.blockFormat(), self._inks.rule))

    def _leave(self) -> None:
        """Go on behind a list, table or frame."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = self._cursor.block().text() == "" and self._cursor.currentList() is None
        if self._is_fresh:
            self._cursor.setBlockFormat(block(0, 0, 0))


def _joint(title: str) -> str:
    return "" if title.endswith((":", "?", "!", ".")) else ":"
