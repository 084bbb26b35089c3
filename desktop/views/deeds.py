"""What a person does with the record in front: copy, open, print, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import ExpectedError
from desktop.views.copying import MISSING, first_of
from desktop.views.edges import Edges
from desktop.views.paper.desk import PrintDesk
from desktop.views.tab import Tab

if TYPE_CHECKING:
    from desktop.pages.blocks import Value
    from desktop.printing.sheets import Sheet


class Deeds(QObject):
    """Each deed says how it went with `said`."""

    said = Signal(str)

    def __init__(self, desk: PrintDesk, edges: Edges, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._edges = edges
        self._tr = desk.tr
        self._window = window

    def copy_first(self, what: str, tab: Tab) -> None:
        """Copy the first number or address of a sort."""
        page = tab.page()
        if page is None:
            is_coming, tr = tab.chosen() is not None, self._tr
            not_yet = tr("The record is not there yet; nothing was copied.")
            self.said.emit(not_yet if is_coming else tr("Choose a record first."))
        elif (value := first_of(what, page.blocks)) is None:
            self.said.emit(self._tr(MISSING[what]))
        else:
            self.copy(value)

    def copy(self, value: Value) -> None:
        """Put a value on the clipboard."""
        text = value.copied or value.text
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self._tr("Copied: {text}", text=text.replace("\n", ", ")))

    def open(self, address: str) -> None:
        """Open an address with the program that the system has for it."""
        if self._edges.opener.open(address):
            self.said.emit(self._tr("Opened: {address}", address=address))
        else:
            self._edges.notices.warn(
                self._window,
                self._tr("That did not work"),
                self._tr("This computer has no program for {address}. Copy it instead.", address=address),
            )

    def preview(self, tab: Tab, *, is_to_be_read: bool = False) -> None:
        """Show the sheet of the record in front, with the keyboard on printing or on the pages."""
        from desktop.views.paper.preview import Order, Preview

        orders = [Order(sheet, ids) for sheet, ids in self._orders(tab)]
        if orders:
            dialog = Preview(orders, self._desk, self._window, self.said.emit)
            dialog.finished.connect(dialog.deleteLater)
            if is_to_be_read:
                dialog.focus_pages()
            dialog.open()

    def save_pdf(self, tab: Tab) -> None:
        """Save the usual sheet of the record in front without looking at it first."""
        for sheet, ids in self._orders(tab)[:1]:
            self.said.emit(self._tr("The sheet is being made …"))
            self._desk.make(
                sheet.key,
                ids,
                lambda paper: self._desk.save(self._window, paper, self.said.emit, self._warn),
                self._warn,
            )

    def _orders(self, tab: Tab) -> list[tuple[Sheet, tuple[str, ...]]]:
        """The sheets for the record in front, each with the records on it: a list has all rows that are shown."""
        chosen = tab.chosen()
        if chosen is None:
            self.said.emit(self._tr("Choose a record first."))
            return []
        sheets = self._desk.sheets_for(chosen.kind)
        if not sheets:
            self.said.emit(self._tr("There is no sheet for this kind of record."))
        return [(sheet, tab.shown_ids(sheet.kinds) if sheet.takes_many else (chosen.id,)) for sheet in sheets]

    def _warn(self, error: ExpectedError) -> None:
        self._desk.warn(self._window, error.message.in_words(self._tr))
