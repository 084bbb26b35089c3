"""The dialog that shows a sheet before it is printed or saved."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.printing.paper import Paper
from desktop.printing.sheets import Sheet
from desktop.views.background import Job
from desktop.views.paper.desk import PrintDesk
from desktop.views.paper.pages_view import PagesView
from desktop.views.widgets.reading_pane import ReadingPane


class Order(NamedTuple):
    """A sheet that may be made, and the records on it."""

    sheet: Sheet
    ids: tuple[str, ...]


class Preview(QDialog):
    """Shows the pages as soon as they are made; what is pressed before that is done as soon as they are there."""

    def __init__(self, orders: Sequence[Order], desk: PrintDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._orders = tuple(orders)
        self._desk = desk
        self._tr = desk.tr
        self._paper: Paper | None = None
        self._wish: Callable[[], None] | None = None
        self._job: Job | None = None
        self._pages = PagesView(self._tr)
        self._state = QLabel()
        self._trouble = ReadingPane(self._tr)
        self._stack = QStackedWidget()
        self._sheets = QComboBox()
        self._print = QPushButton(self._tr("&Print …"))
        self._save = QPushButton(self._tr("&Save as PDF …"))
        self._lay_out()
        self._connect()
        self._make()

    @property
    def paper(self) -> Paper | None:
        """The sheet, once it is made."""
        return self._paper

    def focus_pages(self) -> None:
        """Put the keyboard on the pages, to read them first."""
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_sheet(self) -> None:
        """Print; closes once the sheet is on its way."""
        if self._paper is None:
            self._wish = self.print_sheet
        elif self._desk.has_printer():
            self._desk.print(self, self._paper, self.accept, self._say_trouble)
        elif self._desk.offers_saving(self):
            self.save_sheet()

    def save_sheet(self) -> None:
        """Save as a file; stays open, so that the sheet may be printed as well."""
        if self._paper is None:
            self._wish = self.save_sheet
        else:
            self._desk.save(self, self._paper, self._say, self._say_trouble)

    @override
    def done(self, result: int) -> None:
        self._forget()
        super().done(result)

    def _make(self) -> None:
        self._forget()
        order = self._orders[max(self._sheets.currentIndex(), 0)]
        self._paper = None
        self.setWindowTitle(self._tr(order.sheet.title))
        self._say(self._tr("The sheet is being made …"))
        self._job = self._desk.make(order.sheet.key, order.ids, self._show, self._say_trouble)

    def _show(self, paper: Paper) -> None:
        self._paper = paper
        self.setWindowTitle(paper.title)
        self._pages.show_pdf(paper.pdf)
        self._stack.setCurrentWidget(self._pages)
        self._say(self._tr.plural("{count} page", "{count} pages", paper.page_count))
        if self._wish is not None:
            wish, self._wish = self._wish, None
            wish()

    def _say(self, text: str) -> None:
        self._state.setText(text)

    def _say_trouble(self, error: ExpectedError) -> None:
        self._wish = None
        text = error.message.in_words(self._tr)
        if self._paper is None:
            self._say(self._tr("The sheet could not be made."))
            self._trouble.show_hint(self._tr("The sheet could not be made."), text)
            self._stack.setCurrentWidget(self._trouble)
        else:
            self._desk.warn(self, text)

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_sheet)
        self._save.clicked.connect(self.save_sheet)
        self._sheets.currentIndexChanged.connect(self._make)
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
        for order in self._orders:
            self._sheets.addItem(self._tr(order.sheet.title))
        self._sheets.setVisible(len(self._orders) > 1)
        self._sheets.setAccessibleName(self._tr("Sheet"))
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._trouble)
        self._print.setDefault(True)
        self._save.setAutoDefault(False)
        close = QPushButton(self._tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(_row(self._sheets, self._state, None, *self._zoom_buttons()))
        column.addWidget(self._stack, 1)
        column.addLayout(_row(None, close, self._save, self._print))
        parent = self.parentWidget()
        room = parent.size() if parent else QSize(900, 700)
        self.resize(min(room.width(), 900), room.height())
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zoom_buttons(self) -> tuple[QToolButton, ...]:
        pages, tr = self._pages, self._tr
        return (
            _tool("−", tr("Smaller"), tr("Smaller (Ctrl+−)"), pages.zoom_out),
            _tool("+", tr("Larger"), tr("Larger (Ctrl++)"), pages.zoom_in),
            _tool("↔", tr("Fit width"), tr("Fit width (Ctrl+0)"), pages.fit_width),
        )


def _tool(sign: str, name: str, tip: str, deed: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(deed)
    return button


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets in a row; `None` is room that grows."""
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
