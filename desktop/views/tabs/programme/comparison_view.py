"""The comparison on the screen: municipalities are ticked and stand side by side at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.tabs.programme.asking import Asking, Sources
from desktop.views.tabs.programme.view import View
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.reading_pane import ReadingPane
from desktop.views.widgets.tab_order import put_in_place

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.domain.errors import ExpectedError
    from desktop.pages.comparing import Comparison
    from desktop.printing.order import Order

_DRAWN_ANEW_AFTER_MS = 120
FEWEST = 2


class ComparisonView(View):
    """Begins with what was gathered for the client, as long as nobody has ticked anything here."""

    def __init__(
        self, sources: Sources, gathered: Callable[[], Sequence[str]], tr: Translate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self._sources = sources
        self._gathered = gathered
        self._names, self._told = Asking(sources.background), Asking(sources.background)
        self._is_ticked_by_hand = self._is_wanted = False
        self._boxes: dict[str, QCheckBox] = {}
        self._choice = QWidget()
        self._row = FlowLayout(self._choice, gap=10)
        self._hint = QLabel(tr("Tick at least two municipalities to see them side by side."))
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._pane = ComparisonPane(tr)
        self._pane.left.connect(self.left)
        self._pane.typed.connect(self.typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._choice)
        column.addWidget(self._hint)
        column.addWidget(self._pane, 1)

    @override
    def order(self) -> Order | None:
        from desktop.printing.order import Order

        return Order(sheet="comparison", wanted=self._ids) if len(self._ids) >= FEWEST else None

    @property
    def _ids(self) -> tuple[str, ...]:
        """The municipalities that are ticked, in the order of the boxes."""
        return tuple(record_id for record_id, box in self._boxes.items() if box.isChecked())

    @override
    def enter(self) -> None:
        """Put the keyboard on the comparison or, as long as there is none, on the first box."""
        first = next(iter(self._boxes.values()), None)
        self._is_wanted = first is None
        if first is not None:
            target = self._pane if len(self._ids) >= FEWEST else first
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def refresh(self) -> None:
        self._names.ask(self._sources.overviews.municipalities, self._offer, self._tell)

    @override
    def forget(self) -> None:
        self._is_ticked_by_hand = False
        self._tick_what_is_gathered()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick_what_is_gathered()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self, municipalities: Sequence[Reference]) -> None:
        known = {each.id: each.name for each in municipalities}
        for gone in [record_id for record_id in self._boxes if record_id not in known]:
            self._boxes.pop(gone).deleteLater()
        for record_id, name in known.items():
            box = self._boxes.get(record_id) or self._box(record_id)
            box.setText(name.replace("&", "&&"))
        put_in_place(self._pane, (*self._boxes.values(), self._pane))
        self._tick_what_is_gathered()
        self._compare()
        if self._is_wanted:
            self.enter()

    def _tick_what_is_gathered(self) -> None:
        if not self._is_ticked_by_hand:
            gathered = self._gathered()
            for record_id, box in self._boxes.items():
                box.setChecked(record_id in gathered)

    def _box(self, record_id: str) -> QCheckBox:
        box = QCheckBox()
        box.setObjectName(f"compare-{record_id}")
        box.clicked.connect(self._tick)
        box.toggled.connect(self._compare)
        self._boxes[record_id] = box
        self._row.addWidget(box)
        return box

    def _tick(self) -> None:
        self._is_ticked_by_hand = True

    def _compare(self) -> None:
        ids, overviews = self._ids, self._sources.overviews
        self._hint.setVisible(len(ids) < FEWEST)
        self._pane.setVisible(len(ids) >= FEWEST)
        if len(ids) >= FEWEST:
            self._told.ask(lambda: overviews.comparison(ids), self._pane.show_comparison, self._tell)

    def _tell(self, error: ExpectedError) -> None:
        self._hint.setText(error.message.in_words(self._tr))
        self._hint.show()


class ComparisonPane(ReadingPane):
    """A reading pane whose columns take the whole width, and are set anew when that changes."""

    def __init__(self, tr: Translate) -> None:
        super().__init__(tr)
        self._told: Comparison | None = None
        self._drawn_width = 0
        self.setObjectName("comparison")
        self.setAccessibleName(tr("Comparison"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DRAWN_ANEW_AFTER_MS)
        self._later.timeout.connect(self._draw)

    def show_comparison(self, told: Comparison) -> None:
        """Show this, from its beginning."""
        from desktop.pages.blocks import Heading

        self._told = told
        self.show_blocks((Heading(""),))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._told is not None and self._drawn_width != self._text_width():
            self._later.start()

    @override
    def _draw(self) -> None:
        from PySide6.QtGui import QTextCursor

        from desktop.views.tabs.programme.comparison_writer import ComparisonWriter
        from desktop.views.widgets.ink import Inks

        if self._told is None:
            return
        document = self.document()
        document.clear()
        document.setDefaultFont(self.font())
        document.setDocumentMargin(12)
        document.setIndentWidth(18)
        self._drawn_width = self._text_width()
        writer = ComparisonWriter(document, Inks(self.palette()), self.font(), self._drawn_width, self._tr)
        writer.write_comparison(self._told)
        self._values = writer.values
        self._set_width()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    def _text_width(self) -> int:
        return self.width() - self.verticalScrollBar().sizeHint().width() - 4
