"""The pane that a chapter of the manual is read in, with what was searched for marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent

    from desktop.pages.manual.chapter import Chapter

    Spans = Callable[[str], list[tuple[int, int]]]


class ManualPane(ReadingPane):
    """Shows a chapter; pictures follow the width of the pane."""

    _chapter: Chapter | None = None  # Qt tells of a change of looks before anything of ours is there
    _drawn_width = 0

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(tr, parent)
        self._spans: Spans = lambda _: []
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit)
        self.setAccessibleName(tr("Chapter"))
        self.setAccessibleDescription(tr("Tab goes from link to link, Enter follows one, F6 leaves the chapter."))

    def show_chapter(self, chapter: Chapter, spans: Spans) -> None:
        """Show a chapter, from the first place that is marked, or from its beginning."""
        self._chapter, self._spans = chapter, spans
        self.show_blocks(chapter.blocks)
        if (marks := self._mark()) and marks[0].cursor.blockNumber():
            self._go_to(marks[0].cursor)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._chapter is not None:
            self._mark()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chapter is not None and self._text_width() != self._drawn_width:  # to draw makes Qt resize it as well
            self._fitting.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._fitting.stop()

    @override
    def _draw(self) -> None:
        self._drawn_width = self._text_width()
        super()._draw()

    def _fit(self) -> None:
        """Draw the chapter for the new width, at the place where it was read."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self.show_blocks(self._chapter.blocks if self._chapter else ())
        self._mark()
        bar.setValue(round(share * bar.maximum()))

    def _go_to(self, cursor: QTextCursor) -> None:
        """Scroll so that a place stands in the upper part of the pane."""
        place = QTextCursor(cursor)
        place.clearSelection()
        self.setTextCursor(place)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.height() // 4)

    def _mark(self) -> list[QTextEdit.ExtraSelection]:
        """Mark what was searched for; the line below says it where colours cannot be told apart."""
        form = QTextCharFormat()
        inks = Inks(self.palette())
        form.setBackground(inks.mark_ground)
        form.setForeground(inks.text)
        form.setProperty(QTextFormat.Property.FontUnderline, True)
        found = []
        block = self.document().begin()
        while block.isValid():
            for start, end in self._spans(block.text()):
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(block)
                mark.cursor.setPosition(block.position() + start)
                mark.cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                mark.format = form
                found.append(mark)
            block = block.next()
        self.setExtraSelections(found)
        return found
