"""The dialog that shows a sheet before it is printed or saved."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.printing.order import Order
from desktop.printing.paper import Paper
from desktop.views.background import Job
from desktop.views.paper.desk import Making, PrintDesk
from desktop.views.paper.options import Manner, Options
from desktop.views.paper.pages_view import PagesView
from desktop.views.paper.progress_line import ProgressLine
from desktop.views.widgets.box_name import name_box
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.reading_pane import ReadingPane
from desktop.views.widgets.shortened_label import ShortenedLabel
from desktop.views.widgets.tool_button import tool_button

_GAP = 6


class Offer(NamedTuple):
    """A sheet that may be made: its name and what is ordered with it."""

    title: str
    order: Order


class Preview(QDialog):
    """Shows the pages as soon as they are made; what is pressed before that is done as soon as they are there.

    What was begun goes on when the dialog is closed: how it ended is said with `say`, which must outlive the dialog.
    """

    manner_chosen = Signal(object)

    def __init__(
        self,
        offers: Sequence[Offer],
        manner: Manner,
        desk: PrintDesk,
        parent: QWidget,
        say: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._offers = tuple(offers)
        self._desk = desk
        self._tr = desk.tr
        self._window = parent
        self._say_outside = say
        self._paper: Paper | None = None
        self._wish: Callable[[], None] | None = None
        self._making: Making | None = None
        self._is_closed = False
        self._had_focus: QWidget | None = None
        self._pages = PagesView(self._tr)
        self._state, self._place = ShortenedLabel(), ShortenedLabel()
        self._trouble = ReadingPane(self._tr)
        self._stack = QStackedWidget()
        self._sheets = QComboBox()
        self._options = Options(manner, self._tr)
        self._progress = ProgressLine(self._tr)
        self._print = quiet_button(self._tr("&Print …"), self.print_sheet)
        self._save = quiet_button(self._tr("&Save as PDF …"), self.save_sheet)
        self._folder = quiet_button(self._tr("Open &folder"), lambda: desk.open_folder(self))
        for part in (self._place, self._folder):
            part.hide()
        self._lay_out()
        self._connect()
        self._change_sheet()

    @property
    def paper(self) -> Paper | None:
        """The sheet, once it is made."""
        return self._paper

    def focus_pages(self) -> None:
        """Put the keyboard on the pages, to read them first."""
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_sheet(self) -> None:
        """Print; closes once the sheet is on its way."""
        if not self._print.isEnabled():
            return
        if self._paper is None:
            self._wish = self.print_sheet
        elif self._desk.has_printer():
            self._await(self._desk.print(self, self._paper, self._close_after, self._say_trouble))
        elif self._desk.offers_saving(self):
            self.save_sheet()

    def save_sheet(self) -> None:
        """Save as a file; stays open, so that the sheet may be printed as well."""
        if not self._save.isEnabled():
            return
        if self._paper is None:
            self._wish = self.save_sheet
        else:
            self._await(self._desk.save(self, self._paper, self._stay_after, self._say_trouble))

    @override
    def done(self, result: int) -> None:
        self._is_closed = True
        self._forget()
        super().done(result)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard and prints from anywhere else; no button is the default.

        Qt would press the default button from a tool button too, and draw it as if it had the focus.
        """
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QAbstractButton):
            focused.click()
        else:
            self.print_sheet()

    def _make(self) -> None:
        self._forget()
        offer = self._offers[max(self._sheets.currentIndex(), 0)]
        self._paper = self._wish = None
        self._place.hide()
        self._allow(may_act=True)
        self.setWindowTitle(offer.title)
        self._state.setText(self._tr("The sheet is being made …"))
        order = self._options.manner.applied_to(offer.order)
        self._making = self._desk.make(order, self._show, self._say_trouble)
        self._progress.follow(self._making.progress)

    def _change_sheet(self) -> None:
        self._options.fit(self._offers[max(self._sheets.currentIndex(), 0)].order)
        self._make()

    def _choose_manner(self) -> None:
        self.manner_chosen.emit(self._options.manner)
        self._make()

    def _show(self, paper: Paper) -> None:
        self._paper = paper
        self._progress.stop()
        self.setWindowTitle(paper.title)
        self._tell_page(0, paper.page_count)
        if self._pages.show_pdf(paper.pdf):
            self._stack.setCurrentWidget(self._pages)
        else:
            self._explain(self._tr("The pages cannot be shown here."), self._tr("Save the sheet as a PDF instead."))
        if self._wish is not None:
            wish, self._wish = self._wish, None
            wish()

    def _tell_page(self, page: int, count: int) -> None:
        """Say how many pages there are and, where there are several, which one is in front."""
        pages = self._tr.plural("{count} page", "{count} pages", count)
        where = self._tr("Page {page} of {total}", page=page + 1, total=count)
        self._state.setText(where if count > 1 else pages)

    def _await(self, job: Job | None) -> None:
        """Let nothing else begin until the job ends; the pages keep the keyboard meanwhile."""
        if job is not None:
            self._had_focus = self.focusWidget()
            self.focus_pages()
            self._allow(may_act=False)

    def _end(self) -> bool:
        """Everything may be done again, if anybody is still here; whether somebody is."""
        if not self._is_closed:
            self._allow(may_act=True)
            if self._had_focus is not None:
                self._had_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return not self._is_closed

    def _close_after(self, said: str) -> None:
        if self._end():
            self.accept()
        self._say_outside(said)

    def _stay_after(self, said: str) -> None:
        if self._end():
            self._place.set_texts(said, self._desk.saved_briefly())
            self._place.show()
            self._folder.show()
        self._say_outside(said)

    def _say_trouble(self, error: ExpectedError) -> None:
        text = error.message.in_words(self._tr)
        if self._paper is not None:
            self._desk.warn(self if self._end() else self._window, text)
            return
        self._wish = None
        self._progress.stop()
        self._state.setText(self._tr("The sheet could not be made."))
        self._explain(self._tr("The sheet could not be made."), text)
        if self.focusWidget() in (self._print, self._save):
            self._trouble.setFocus(Qt.FocusReason.OtherFocusReason)
        self._allow_acting(may_act=False)

    def _explain(self, title: str, text: str) -> None:
        self._trouble.show_hint(title, text)
        self._stack.setCurrentWidget(self._trouble)

    def _allow(self, *, may_act: bool) -> None:
        self._sheets.setEnabled(may_act)
        self._options.setEnabled(may_act)
        self._allow_acting(may_act=may_act)

    def _allow_acting(self, *, may_act: bool) -> None:
        self._print.setEnabled(may_act)
        self._save.setEnabled(may_act)

    def _forget(self) -> None:
        if self._making is not None:
            self._making.give_up()

    def _connect(self) -> None:
        self._sheets.currentIndexChanged.connect(self._change_sheet)
        self._pages.page_changed.connect(self._tell_page)
        self._options.changed.connect(self._choose_manner)
        self._progress.cancelled.connect(self.reject)
        self._trouble.left.connect(self.reject)
        for keys, deed in (
            (QKeySequence.StandardKey.Save, self.save_sheet),
            (QKeySequence.StandardKey.Print, self.print_sheet),
            (QKeySequence.StandardKey.ZoomIn, self._pages.zoom_in),
            (QKeySequence("Ctrl+="), self._pages.zoom_in),
            (QKeySequence.StandardKey.ZoomOut, self._pages.zoom_out),
            (QKeySequence("Ctrl+0"), self._pages.fit_width),
        ):
            QShortcut(keys, self, deed)

    def _lay_out(self) -> None:
        for offer in self._offers:
            self._sheets.addItem(offer.title)
        self._sheets.setVisible(len(self._offers) > 1)
        self._sheets.setObjectName("sheet")
        self._sheets.setToolTip(self._tr("Sheet"))
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._trouble)
        close = quiet_button(self._tr("Close"), self.reject)
        column = QVBoxLayout(self)
        above = _row(self._sheets, self._options, *self._zoom_buttons())
        above.setStretchFactor(self._options, 1)
        column.addLayout(above)
        name_box(self._sheets, self._tr("Sheet"))
        column.addWidget(self._stack, 1)
        below, buttons = _row(self._state, self._progress), FlowLayout(gap=_GAP, at_end=True, wants_row=True)
        for button in (self._folder, self._save, self._print, close):
            buttons.addWidget(button)
        below.setStretchFactor(self._state, 1)
        below.addLayout(buttons)
        column.addWidget(self._place)
        column.addLayout(below)
        parent = self.parentWidget()
        room = parent.size() if parent else QSize(900, 700)
        self.resize(min(room.width(), 900), room.height())
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zoom_buttons(self) -> tuple[QToolButton, ...]:
        pages, tr = self._pages, self._tr
        return (
            tool_button("−", tr("Smaller"), tr("Smaller (Ctrl+−)"), pages.zoom_out),
            tool_button("+", tr("Larger"), tr("Larger (Ctrl++)"), pages.zoom_in),
            tool_button("↔", tr("Fit width"), tr("Fit width (Ctrl+0)"), pages.fit_width),
        )


def _row(*widgets: QWidget) -> QHBoxLayout:
    """Widgets in a row."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
