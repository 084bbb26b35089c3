"""A comparison drawn into a text document: a heading for each section, below it a column for each municipality."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from PySide6.QtGui import QTextCursor, QTextLength, QTextTableFormat

from desktop.pages.blocks import Field, Fields, Heading
from desktop.pages.comparing import Comparison, Content, Section
from desktop.views.widgets.page_writer import PageWriter

_COLUMN_IN_EMS = 13
_PADDING = 6
T = TypeVar("T")


class ComparisonWriter(PageWriter):
    """Says before every cell whose it is: heads that scroll away, or that a screen reader passes over, help nobody."""

    def write_comparison(self, told: Comparison) -> None:
        """All sections; as many columns beside each other as can be read, the others below."""
        self._cursor.beginEditBlock()
        names = [column.name for column in told.columns]
        at_once = max(self._width // (_COLUMN_IN_EMS * self._metrics.height()), 1)
        for section in told.sections:
            self._section(section, names, at_once)
        self._cursor.endEditBlock()

    def _section(self, section: Section, names: Sequence[str], at_once: int) -> None:
        self.blocks((Heading(section.label),))
        for some in _batches(list(zip(names, section.cells, strict=True)), at_once):
            self._start(below=0)
            table = self._cursor.insertTable(1, len(some), _columns(min(at_once, len(names))))
            whole = self._width
            self._width = whole // len(some) - 2 * _PADDING
            for number, (name, content) in enumerate(some):
                self._cursor = table.cellAt(0, number).firstCursorPosition()
                self._is_fresh = True
                self._cell(name, content)
            self._width = whole
            self._cursor.movePosition(QTextCursor.MoveOperation.End)
            self._is_fresh = self._is_behind_table = True

    def _cell(self, name: str, content: Content) -> None:
        self.blocks((Heading(name, 3),))
        blocks = (Fields((content,)),) if isinstance(content, Field) else content
        for block in blocks:
            if isinstance(block, Fields):
                for field in block.fields:
                    self._line(field.label, self._ink(self._inks.quiet), below=0)
                    self._values(field)
            else:
                self.blocks((block,))

    def _leave(self) -> None:
        """A list in a cell ends there; the document goes on only behind the last cell."""
        self._is_fresh = False


def _columns(count: int) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(_PADDING)
    form.setCellSpacing(0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 / count)] * count)
    return form


def _batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
