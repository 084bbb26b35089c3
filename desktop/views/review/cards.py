"""Cards: what differs or has to be decided, a card each, with its texts side by side and its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QGridLayout, QGroupBox, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.views.review.words import say, words
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.tab_order import put_in_place

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

_FRAME = 2


class Cards(QWidget):
    """Cards one below the other; one of them is the current one, marked and in sight, and every key is meant for it.

    `current_changed` hands it over; Tab and the arrow keys lead to the others.
    """

    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._current: Card | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self._cards)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards in the place of others; the keyboard stays among them."""
        had_focus = self._has_keyboard(self)
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = list(cards)
        for at, card in enumerate(self._cards):
            self._column.insertWidget(at, card)
            card.show()
            card.entered.connect(partial(self._choose, card))
        put_in_place(self)
        self._column.activate()
        self._current = None
        if self._cards:
            self._choose(self._cards[0])
            if had_focus:
                self._cards[0].focus()

    def decide(self, key: str) -> bool:
        """Do what a key stands for with the current card; whether that can be done with it."""
        current = self._current
        if current is None or key not in current.deeds:
            return False
        current.deeds[key].click()
        return True

    def seek(self, key: str) -> bool:
        """Make the first card that a key fits the current one; whether there is one."""
        found = next((card for card in self._cards if key in card.deeds), None)
        if found is not None:
            self._choose(found)
        return found is not None

    def choose(self, title: str) -> None:
        """Make the card with a title the current one; where it has gone none is, until somebody goes to one."""
        found = next((card for card in self._cards if card.heading == title), None)
        if found is not None:
            self._choose(found)
        elif self._current is not None:
            self._current.mark(is_current=False)
            self._current = None

    @property
    def place(self) -> tuple[int, str]:
        """Where the current card stands and what its title is, to be found again by `resume`."""
        row = self._cards.index(self._current) if self._current is not None else -1
        return row, self.current_title

    def resume(self, place: tuple[int, str]) -> None:
        """Make a card the current one again that was before, if it is still there; the keyboard follows."""
        row, title = place
        alike = [card for card in self._cards if card.heading == title]
        if not alike:
            return
        found = next((card for card in alike if self._cards.index(card) == row), alike[0])
        self._choose(found)
        if self._has_keyboard(self):
            found.focus()

    @property
    def current_title(self) -> str:
        """The title of the current card."""
        return self._current.heading if self._current is not None else ""

    def _choose(self, card: Card) -> None:
        if card is not self._current:
            if self._current is not None:
                self._current.mark(is_current=False)
            self._current = card
            card.mark(is_current=len(self._cards) > 1)
        self.current_changed.emit(card)

    @staticmethod
    def _has_keyboard(widget: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and widget.isAncestorOf(focus)


class Card(QGroupBox):
    """A point: what it is, what stands where, and what can be done; `entered` tells that the keyboard came."""

    entered = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.deeds: dict[str, QPushButton] = {}
        self.heading = title
        self._spoken = [title]
        self._is_current = False
        self._grid = QGridLayout(self)
        self._buttons = FlowLayout(gap=6)
        self._row = QWidget()
        self._row.setLayout(self._buttons)
        self._heading = words(title, is_bold=True)
        self._grid.addWidget(self._heading, 0, 0, 1, 2)
        self._grid.addWidget(self._row, 9, 0, 1, 2)
        self.setAccessibleName(title)

    def say(self, heading: str, text: str, column: int = 0, span: int = 2) -> None:
        """Show a text, below a heading if it has one."""
        row = 1 if span > 1 else 3
        if heading:
            self._grid.addWidget(words(heading, is_bold=True), row - 1, column, 1, span)
        self._grid.addWidget(words(text), row, column, 1, span)
        self._spoken.append(f"{heading}: {text}" if heading else text)
        self.setAccessibleDescription(". ".join(self._spoken[1:]))

    def compare(self, *sides: tuple[str, str]) -> None:
        """Show texts side by side, each below its heading."""
        for column, (heading, text) in enumerate(sides):
            self.say(heading, text, column, 1)
            self._grid.setColumnStretch(column, 1)

    def offer(self, key: str, name: str, deed: Callable[[], object]) -> None:
        """Put a button on the card."""
        button = quiet_button(name, deed)
        button.setObjectName(key)
        button.setAccessibleName(f"{name}. {'. '.join(self._spoken)}")
        button.installEventFilter(self)
        self.deeds[key] = button
        self._buttons.addWidget(button)

    def focus(self) -> None:
        """Put the keyboard on the first button."""
        if self.deeds:
            next(iter(self.deeds.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, *, is_current: bool) -> None:
        """Show, with a sign before the title and a frame, whether the keys are meant for this card."""
        say(self._heading, f"▶ {self.heading}" if is_current else self.heading)
        self._is_current = is_current
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.entered.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_current:
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().highlight().color(), _FRAME))
            painter.drawRect(self.rect().adjusted(1, 1, -_FRAME, -_FRAME))


def in_a_scroll_area(cards: QWidget) -> QScrollArea:
    """Room for more cards than can be seen."""
    area = QScrollArea()
    area.setWidget(cards)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    cards.setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if isinstance(cards, Cards):
        cards.current_changed.connect(area.ensureWidgetVisible)
    return area
