"""Cards: what differs or has to be decided, a card each, with its texts side by side and its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QGroupBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.views.review.words import words
from desktop.views.widgets.flow import FlowLayout


class Cards(QWidget):
    """Cards one below the other; a key is meant for the card with the keyboard, or else for the first that it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
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
        self._column.activate()
        if had_focus and self._cards:
            self._cards[0].focus()

    def decide(self, key: str) -> bool:
        """Do what a key stands for; whether there was anything to do it with."""
        fitting = [card for card in self._cards if key in card.deeds]
        focused = [card for card in fitting if self._has_keyboard(card)]
        if not fitting:
            return False
        (focused or fitting)[0].deeds[key].click()
        return True

    @staticmethod
    def _has_keyboard(widget: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and widget.isAncestorOf(focus)


class Card(QGroupBox):
    """A point: what it is, what stands where, and what can be done."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.deeds: dict[str, QPushButton] = {}
        self._title = title
        self._spoken = [title]
        self._grid = QGridLayout(self)
        self._buttons = FlowLayout(gap=6)
        self._row = QWidget()
        self._row.setLayout(self._buttons)
        self._grid.addWidget(words(title, is_bold=True), 0, 0, 1, 2)
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
        button = QPushButton(name)
        button.setObjectName(key)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{name}. {'. '.join(self._spoken)}")
        button.clicked.connect(deed)
        self.deeds[key] = button
        self._buttons.addWidget(button)

    def focus(self) -> None:
        """Put the keyboard on the first button."""
        next(iter(self.deeds.values())).setFocus(Qt.FocusReason.OtherFocusReason)


def in_a_scroll_area(cards: QWidget) -> QScrollArea:
    """Room for more cards than can be seen."""
    area = QScrollArea()
    area.setWidget(cards)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
