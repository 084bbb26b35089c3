"""The window of the manual: chapters on the left, the one that is read on the right, a search field above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.pages.manual.chapter import CHAPTER, Chapter
from desktop.pages.manual.finding import Finding, find
from desktop.views.announcing import announce
from desktop.views.manual.contents import Contents
from desktop.views.manual.pane import ManualPane
from desktop.views.panes import Pane, go_round
from desktop.views.widgets.quiet_button import QuietButton
from desktop.views.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

HELP, KEYS = "help", "keys"
"""The chapters about the manual itself, and about all keys."""
_START_SIZE = (980, 680)
_SHARES = (3, 7)
"""How list and chapter share the width, however little there is."""
_SMALLEST = (420, 300)


class ManualWindow(QWidget):
    """Stands beside the work and stops none of it; it keeps its size for as long as the program runs."""

    def __init__(self, chapters: Sequence[Chapter], tr: Translate, beside: QWidget) -> None:
        super().__init__()
        self._beside = beside
        self._chapters = tuple(chapters)
        self._tr = tr
        self._shown = self._chapters
        self._finding = Finding((), ())
        self._chapter = self._chapters[0]
        self._trail: list[Chapter] = []
        self._box = SearchBox(tr)
        self._back = QuietButton(tr("&Back"))
        self._count = QLabel()
        self._list = Contents(tr)
        self._pane = ManualPane(tr)
        self.setObjectName("manual")
        self.setWindowTitle(tr("Wegweiser: manual"))
        self.setWindowIcon(beside.windowIcon())
        self._dress()
        self._lay_out()
        self._connect()
        self._list_all()
        self._read(self._chapter)
        room = beside.screen().availableSize()
        self.setMinimumSize(*_SMALLEST)
        self.resize(min(_START_SIZE[0], room.width()), min(_START_SIZE[1], room.height()))

    def show_chapter(self, key: str) -> None:
        """Come to the front with this chapter; what was searched, and read on an earlier visit, is over."""
        wanted = next((chapter for chapter in self._chapters if chapter.key == key), self._chapters[0])
        self._box.setText("")
        for other in self._beside.findChildren(SearchBox):
            self._box.look_like(other)
        if not self.isVisible():
            self._trail.clear()
            self._chapter = wanted
        self._go_to(wanted)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Return to the chapter that was read before."""
        if self._trail:
            chapter = self._trail.pop()
            self._read(chapter)
            self._point()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Esc ends the search first, then the reading."""
        if self._box.text():
            self._box.clear()
            self._box.setFocus()
        else:
            self.close()

    def _go_to(self, chapter: Chapter) -> None:
        if chapter is not self._chapter:
            self._trail.append(self._chapter)
        self._read(chapter)
        self._point()

    def _read(self, chapter: Chapter) -> None:
        self._chapter = chapter
        self._pane.show_chapter(chapter, self._finding.spans)
        self._back.setEnabled(bool(self._trail))

    def _point(self) -> None:
        """Mark the chapter in the list, if it stands there."""
        self._list.point_to(self._shown.index(self._chapter) if self._chapter in self._shown else -1)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self._go_to(self._shown[row])

    def _look(self, text: str) -> None:
        """Show the chapters that fit what is typed, the best one opened; back leads to what was read before that."""
        if text and not self._finding.groups:
            self._trail.append(self._chapter)
        self._finding = find(self._chapters, text)
        if not self._finding.groups:
            self._list_all()
            self._read(self._chapter)
            return
        self._shown = tuple(one.chapter for one in self._finding.found)
        self._list.show_found(self._finding.found)
        shown, total = len(self._shown), len(self._chapters)
        self._tell(self._tr("{shown} of {total} chapters", shown=shown, total=total))
        if self._shown:
            self._read(self._shown[0])
            self._point()

    def _list_all(self) -> None:
        self._shown = self._chapters
        self._list.show_chapters(self._chapters)
        self._point()
        self._tell(self._tr.plural("{count} chapter", "{count} chapters", len(self._chapters)))

    def _tell(self, text: str) -> None:
        self._count.setText(text)
        announce(self._count, text)

    def _step(self, by: int) -> None:
        """The next chapter of the list, while one goes on typing."""
        row = min(max(self._list.currentRow() + by, 0), self._list.count() - 1)
        self._list.setCurrentRow(row)

    def _follow(self, target: str) -> None:
        key = target.removeprefix(CHAPTER)
        self._go_to(next(chapter for chapter in self._chapters if chapter.key == key))

    def _connect(self) -> None:
        read = self._pane.setFocus
        self._box.textChanged.connect(self._look)
        self._box.stepped.connect(self._step)
        self._box.opened.connect(lambda: read(Qt.FocusReason.OtherFocusReason))
        self._box.left.connect(self._leave)
        self._list.chosen.connect(self._choose)
        self._list.opened.connect(lambda: read(Qt.FocusReason.OtherFocusReason))
        for part in (self._list, self._pane):
            part.typed.connect(self._box.begin)
        self._pane.left.connect(self._leave)
        self._pane.open_requested.connect(self._follow)
        self._back.clicked.connect(self.go_back)
        panes = (
            Pane(self._box, self._box.focus),
            Pane(self._list, lambda: self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            Pane(self._pane, lambda: read(Qt.FocusReason.ShortcutFocusReason)),
        )
        for keys, deed in (
            ("Ctrl+F", self._box.focus),
            ("Ctrl+K", self._box.focus),
            ("Alt+Left", self.go_back),
            ("F6", lambda: go_round(panes, 1)),
            ("Shift+F6", lambda: go_round(panes, -1)),
            ("F1", lambda: self.show_chapter(HELP)),
            ("Shift+F1", lambda: self.show_chapter(KEYS)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _dress(self) -> None:
        tr = self._tr
        said = tr("Searches the manual. Enter goes to the chapter, Esc clears.")
        self._box.setObjectName("manual-search")
        self._box.setAccessibleName(tr("Search in the manual"))
        self._box.setAccessibleDescription(said)
        self._box.setToolTip(said)
        self._box.setPlaceholderText(tr("Search in the manual (Ctrl+F)"))
        self._back.setToolTip(tr("Back to the chapter before (Alt+Left)"))
        self._count.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        above, halves, left = QHBoxLayout(), QSplitter(), QWidget()
        above.addWidget(self._back)
        above.addWidget(self._box, 1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._count)
        column.addWidget(self._list, 1)
        halves.addWidget(left)
        halves.addWidget(self._pane)
        for number, share in enumerate(_SHARES):
            halves.setStretchFactor(number, share)
        halves.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.addLayout(above)
        whole.addWidget(halves, 1)
