"""The record that is looked at: what there is to decide about it, and below the record as a reader meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.i18n import Translate
from desktop.pages.record import page
from desktop.views.review.cards import in_a_scroll_area
from desktop.views.review.points import Points
from desktop.views.review.wording import gone_text
from desktop.views.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from desktop.domain.errors import ExpectedError
    from desktop.domain.record import RecordId
    from desktop.services.review import Case
    from desktop.services.wording import Names

_SPARE = 8


class CaseView(QWidget):
    """Cards above, page below; `typed` hands on letters that are pressed on the page."""

    typed = Signal(str)
    record_requested = Signal(object)
    left = Signal()

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._shown: RecordId | None = None
        self.points = Points(tr)
        self._page = ReadingPane(tr)
        self._page.typed.connect(self.typed)
        self._page.left.connect(self.left)
        self._page.record_requested.connect(self.record_requested)
        self._area = in_a_scroll_area(self.points)
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.addWidget(self._area)
        self._halves.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._halves)

    def show_case(self, case: Case, names: Names) -> None:
        """Show a record; without anything to decide its page has all the room. One that was shown keeps its place."""
        shown = case.dossier.record.id if case.dossier else None
        is_same, place = shown is not None and shown == self._shown, self.points.place
        self._shown = shown
        self.points.show_case(case, names)
        self._area.setVisible(self.points.count > 0)
        self._area.verticalScrollBar().setValue(0)
        if case.dossier is None:
            self._page.show_hint(gone_text(case.was_here, self._tr))
        else:
            self._page.show_page(page(case.dossier, self._tr))
        self._share()
        if is_same:
            self.points.resume(place)

    def show_nothing(self, title: str, text: str = "") -> None:
        """Say why no record is shown."""
        self._shown = None
        self.points.show_case(None, {})
        self._area.hide()
        self._page.show_hint(title, *((text,) if text else ()))

    def show_trouble(self, error: ExpectedError) -> None:
        """Say why a record cannot be shown."""
        self.show_nothing(self._tr("That did not work"), error.message.in_words(self._tr))

    def _share(self) -> None:
        """The cards get what they need, but not more than two thirds."""
        whole, room = self._halves.height(), self.width() - self._area.verticalScrollBar().sizeHint().width()
        self.points.updateGeometry()
        wanted = self.points.heightForWidth(room) + 2 * self._area.frameWidth() + _SPARE
        upper = min(wanted, 2 * whole // 3) if self.points.count else 0
        self._halves.setSizes([upper, whole - upper])
