"""What there is to decide about a record: each doubt and each open note as a card with its buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QGroupBox, QPushButton, QVBoxLayout, QWidget

from desktop.domain.doubts import doubted
from desktop.domain.vocabulary import label
from desktop.i18n import Translate
from desktop.services.moments import moment_text
from desktop.views.editing.wording import Names, field_name, field_text
from desktop.views.review.words import words
from desktop.views.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from desktop.domain.note import CounterNote
    from desktop.domain.provenance import Flag
    from desktop.domain.record import Record
    from desktop.services.review import Case

ACCEPT, REFUSE, SETTLE = "A", "V", "E"
"""The keys of the deeds; each is meant for the card that has the keyboard, or else for the first that it fits."""


class Points(QWidget):
    """The cards of one record; the signals hand over the doubt or the note that was decided."""

    accepted = Signal(object)
    refused = Signal(object)
    settled = Signal(object)

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)

    @property
    def count(self) -> int:
        """How many points there are to decide."""
        return len(self._cards)

    def show_case(self, case: Case | None, names: Names) -> None:
        """Show the points of a record, or none."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = list(self._cards_of(case, names)) if case else []
        for at, card in enumerate(self._cards):
            self._column.insertWidget(at, card)
            card.show()
        self._column.activate()
        if had_focus and self._cards:
            self._cards[0].focus()

    def decide(self, key: str) -> bool:
        """Do what a key stands for; whether there was anything to do it with."""
        fitting = [card for card in self._cards if key in card.deeds]
        focused = [card for card in fitting if card.isAncestorOf(QApplication.focusWidget() or self)]
        if not fitting:
            return False
        (focused or fitting)[0].deeds[key].click()
        return True

    def _cards_of(self, case: Case, names: Names) -> Iterator[Card]:
        record = case.dossier.record
        for note in case.notes:
            if note.is_open:
                yield self._card_of_note(note)
        for flag in record.flags:
            yield self._card_of_flag(record, flag, names)

    def _card_of_note(self, note: CounterNote) -> Card:
        tr = self._tr
        when = moment_text(note.made_at, tr)
        card = Card(tr("Note from the counter, {who}, {when}", who=note.made_by, when=when))
        card.say("", note.text)
        card.offer(SETTLE, tr("Settled (E)"), lambda: self.settled.emit(note))
        return card

    def _card_of_flag(self, record: Record, flag: Flag, names: Names) -> Card:
        tr, place = self._tr, doubted(record, flag)
        title = tr("Doubt: {kind}", kind=tr(label(flag.kind)))
        if place is not None:
            title = tr("{doubt} – {field}", doubt=title, field=field_name(record.KIND, place[0], tr))
        card = Card(title)
        card.say("", flag.note)
        today = (tr("Today in the record"), field_text(*place, tr, names)) if place else None
        proposal = (tr("Proposal, not confirmed"), flag.proposal) if flag.proposal else None
        card.compare(*(side for side in (today, proposal) if side))
        if flag.proposal:
            card.offer(ACCEPT, tr("Take over the proposal (A)"), lambda: self.accepted.emit(flag))
        card.offer(REFUSE, tr("Dismiss the doubt (V)"), lambda: self.refused.emit(flag))
        return card


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
