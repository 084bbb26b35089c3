"""What a person does with the record in front: copy, open, print, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.errors import ExpectedError
from desktop.domain.vocabulary import Kind
from desktop.settings import SettingsKeeper
from desktop.views.copying import MISSING, first_of
from desktop.views.edges import Edges
from desktop.views.paper.desk import PrintDesk
from desktop.views.paper.options import Manner
from desktop.views.tab import Tab
from desktop.views.widgets.plain_label import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pages.blocks import Value
    from desktop.printing.order import Order
    from desktop.views.shortlist.shortlist import Shortlist


_CONTACTS = (Kind.LOCATION, Kind.ORGANIZATION, Kind.PERSON)


class Deeds(QObject):
    """Each deed says how it went with `said`."""

    said = Signal(str)

    def __init__(self, desk: PrintDesk, edges: Edges, settings: SettingsKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._desk = desk
        self._edges = edges
        self._tr = desk.tr
        self._window = window
        self._manner = self._usual()

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

    def preview(self, tab: Tab) -> None:
        """Show the sheet of the record in front, with the keyboard on printing."""
        self._preview(self._orders(tab))

    def read_preview(self, tab: Tab) -> None:
        """Show the sheet of the record in front, with the keyboard on the pages."""
        self._preview(self._orders(tab), is_to_be_read=True)

    def preview_handout(self, shortlist: Shortlist) -> None:
        """Show the handout of what was gathered for a client."""
        from desktop.printing.order import Order

        if shortlist.ids:
            handout = Order(sheet="handout", wanted=shortlist.ids, next_step=shortlist.next_step)
            contacts = tuple(found for kind in _CONTACTS for found in shortlist.ids_of(kind))
            hint = "" if self._settings.current.office.is_named else self._no_sender()
            self._preview([handout, *([Order(sheet="contact", wanted=contacts)] if contacts else [])], hint=hint)
        else:
            self.said.emit(self._tr("The shortlist is empty. Ctrl+M puts the record in front on it."))

    def preview_comparison(self, shortlist: Shortlist) -> None:
        """Show the municipalities that were gathered side by side."""
        from desktop.printing.order import Order

        municipalities = shortlist.ids_of(Kind.MUNICIPALITY)
        if len(municipalities) > 1:
            self._preview([Order(sheet="comparison", wanted=municipalities)], is_to_be_read=True)
        else:
            self.said.emit(self._tr("Put at least two municipalities on the shortlist with Ctrl+M, then compare them."))

    def preview_list(self, tab: Tab) -> None:
        """Show the list in front as it is filtered."""
        from desktop.printing.order import Order

        self._preview([Order(sheet="list", wanted=tab.question(tab.kinds))])

    def preview_directory(self) -> None:
        """Show everything there is, with contents and index."""
        from desktop.printing.order import Order

        self._preview([Order(sheet="directory", wanted=())], is_to_be_read=True)

    def start_anew(self) -> None:
        """Forget for whom sheets were made."""
        self._manner = self._usual()

    def follow_settings(self) -> None:
        """The settings say anew how sheets are wanted."""
        self._manner = self._usual()

    def _usual(self) -> Manner:
        """How sheets are wanted where nobody has chosen anything for a client."""
        settings = self._settings.current
        return Manner(language=settings.paper_language, is_large=settings.is_large_print)

    def _no_sender(self) -> str:
        """Where a clerk says who hands the sheet out, in the words of the menu."""
        menu, command = (self._tr(name).replace("&", "") for name in ("&File", "Own &office …"))
        return self._tr("Without a sender: menu {menu} → {command}", menu=menu, command=command)

    def _preview(self, orders: Sequence[Order], *, is_to_be_read: bool = False, hint: str = "") -> None:
        from desktop.views.paper.preview import Offer, Preview

        if orders:
            offers = [Offer(self._tr(self._desk.title_of(order.sheet)), order) for order in orders]
            dialog = Preview(offers, self._manner, self._desk, self._window, self.said.emit)
            dialog.manner_chosen.connect(self._keep_manner)
            dialog.finished.connect(dialog.deleteLater)
            if hint and (column := dialog.layout()) is not None:
                column.addWidget(_hint(hint))
            if is_to_be_read:
                dialog.focus_pages()
            dialog.open()

    def _keep_manner(self, manner: Manner) -> None:
        self._manner = manner

    def save_pdf(self, tab: Tab) -> None:
        """Save the usual sheet of the record in front without looking at it first."""
        for order in self._orders(tab)[:1]:
            self.said.emit(self._tr("The sheet is being made …"))
            self._desk.make(
                self._manner.applied_to(order),
                lambda paper: self._desk.save(self._window, paper, self.said.emit, self._warn),
                self._warn,
            )

    def _orders(self, tab: Tab) -> list[Order]:
        """The sheets for the record in front, each with the records on it: a list has all rows that are shown."""
        from desktop.printing.order import Order

        if (own := tab.order()) is not None:
            return [own]
        chosen = tab.chosen()
        if chosen is None:
            self.said.emit(self._tr("Choose a record first."))
            return []
        sheets = self._desk.sheets_for(chosen.kind)
        if not sheets:
            self.said.emit(self._tr("There is no sheet for this kind of record."))
        return [
            Order(sheet=sheet.key, wanted=tab.question(sheet.kinds) if sheet.takes_many else (chosen.id,))
            for sheet in sheets
        ]

    def _warn(self, error: ExpectedError) -> None:
        self._desk.warn(self._window, error.message.in_words(self._tr))


def _hint(text: str) -> QLabel:
    label = plain_label(text)
    label.setObjectName("hint")
    return label
