"""The pane that a person reads a record in; its links copy, open or lead to another record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.widgets.ringed_text import RING, RingedText
from desktop.views.widgets.typing import typed_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.pages.blocks import Drawn, Page, Value
    from desktop.views.widgets.remark import Remark

_LONGEST_LINE_IN_EMS = 52
_LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)


class ReadingPane(RingedText):
    """Shows a page, or a hint while there is none."""

    copy_requested = Signal(object)
    open_requested = Signal(str)
    record_requested = Signal(object)
    remark_followed = Signal()
    typed = Signal(str)
    left = Signal()

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._page: Page | None = None
        self._remark: Remark | None = None
        self._blocks: tuple[Drawn, ...] = ()
        self._values: list[Value] = []
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)
        self.setUndoRedoEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setObjectName("reading")
        self.setAccessibleName(tr("Record"))
        self.setAccessibleDescription(tr("Tab goes from link to link, Enter follows one, Esc goes back to the list."))
        self.anchorClicked.connect(self._follow)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def show_page(self, page: Page, remark: Remark | None = None) -> None:
        """Show a record from its beginning; one that is shown already stays where it was scrolled to."""
        if (page, remark) != (self._page, self._remark):
            self._page, self._remark, self._blocks = page, remark, ()
            self._draw()

    def show_hint(self, title: str, *texts: str) -> None:
        """Show what a person might do, or what went wrong, where no record is to be shown."""
        from desktop.pages.blocks import Heading, Paragraph

        self._show_words((Heading(title), *(Paragraph(text) for text in texts)))

    def show_aside(self, text: str) -> None:
        """Show nothing but a quiet line."""
        from desktop.pages.blocks import Paragraph

        self._show_words((Paragraph(text, is_quiet=True),))

    def show_blocks(self, blocks: Iterable[Drawn]) -> None:
        """Show something that is no record."""
        self._page, self._remark, self._blocks = None, None, tuple(blocks)
        self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS and (self._page or self._blocks):
            self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_width()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if text := typed_text(event):
            self.typed.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_words(self, words: tuple[Drawn, ...]) -> None:
        """A tab says its hint whenever it comes to the front; what stands there already is not written anew."""
        if self._page is not None or self._blocks != words:
            self.show_blocks(words)

    def _draw(self) -> None:
        """Write the document anew; the writer is imported with the first one, behind the first paint of the window."""
        from PySide6.QtGui import QTextCursor

        from desktop.views.widgets.ink import Inks
        from desktop.views.widgets.page_writer import PageWriter

        document = self.document()
        document.clear()
        document.setDefaultFont(self.font())
        document.setDocumentMargin(20)
        document.setIndentWidth(22)
        writer = PageWriter(document, Inks(self.palette()), self.font(), self._text_width(), self._tr)
        if self._page is not None:
            writer.write(self._page, self._remark)
        else:
            writer.blocks(self._blocks)
        self._values = writer.values
        self._set_width()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _set_width(self) -> None:
        """Keep lines short enough to read in a wide window."""
        if self._page or self._blocks:
            self.setLineWrapMode(self.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(self._text_width())

    def _text_width(self) -> int:
        """The room for text; the viewport is not asked, for that makes PySide look at every class of widgets first."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * RING
        return min(room, _LONGEST_LINE_IN_EMS * self.fontMetrics().height())

    def _follow(self, url: QUrl) -> None:
        from desktop.views.widgets.page_writer import COPY, OPEN, REMARK

        deed, _, number = url.toString().partition(":")
        if deed == REMARK:
            self.remark_followed.emit()
            return
        value = self._values[int(number)]
        if deed == COPY:
            self.copy_requested.emit(value)
        elif deed == OPEN:
            self.open_requested.emit(value.target)
        else:
            self.record_requested.emit(value.record)
