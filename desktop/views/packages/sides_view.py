"""Both sides of a record, a card a field: what is here, what is there, and what a person decided."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.applying import Finding, Outcome, Point
from desktop.domain.merging import WHOLE, Side
from desktop.services.applying.row_words import row_title, value_text
from desktop.views.review.cards import Card, Cards, in_a_scroll_area
from desktop.views.review.wording import note_text
from desktop.views.review.words import say, words

if TYPE_CHECKING:
    from desktop.i18n import Translate
    from desktop.services.applying.sides import BothSides, Row

OURS, THEIRS = "1", "2"
_BY_KEY = {OURS: Side.OURS, THEIRS: Side.THEIRS}


class Titles(NamedTuple):
    """What the two sides are called, and what taking each is."""

    ours: str
    theirs: str


class SidesView(QWidget):
    """Shows one finding; `decided` hands over a point and the side that was chosen."""

    decided = Signal(object, object)

    def __init__(self, titles: Titles, decisions: Mapping[Point, Side], tr: Translate) -> None:
        super().__init__()
        self._titles = titles
        self._decisions = decisions
        self._tr = tr
        self._cards = Cards()
        self._heading, self._hint = words(is_bold=True), words()
        self._shown: tuple[Finding, BothSides] | None = None
        self._is_expecting = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._heading, self._hint):
            column.addWidget(part)
        area = in_a_scroll_area(self._cards)
        area.setMinimumHeight(2 * self.fontMetrics().height())
        column.addWidget(area, 1)
        self._hint.hide()

    def expect(self) -> None:
        """Another finding comes; until then no key is meant for the one that is still shown."""
        self._is_expecting = True

    def show_sides(self, finding: Finding, sides: BothSides) -> None:
        """Show the fields of a finding, those that have to be decided first."""
        self._is_expecting = False
        self._shown = finding, sides
        say(self._heading, finding.name)
        self._heading.show()
        note = "" if sides.note is None else note_text(sides.note, self._tr)
        self._hint_at(note or ("" if sides.rows else self._tr("There is nothing to compare.")))
        self._cards.show_cards([self._card(finding, row, sides) for row in sides.rows])
        self._go_to_undecided(sides)

    def show_nothing(self, text: str) -> None:
        """Show that there is nothing, or not yet."""
        self._shown = None
        self._heading.hide()
        self._hint_at(text)
        self._cards.show_cards([])

    def refresh(self) -> None:
        """Something was decided."""
        if self._shown is not None:
            place = self._cards.place
            finding, sides = self._shown
            self._cards.show_cards([self._card(finding, row, sides) for row in sides.rows])
            self._cards.resume(place)
            self._go_to_undecided(sides)

    def decide(self, key: str) -> bool:
        """Choose a side for the marked field, or for the first that has one; whether there is any."""
        if self._is_expecting:
            return key in _BY_KEY
        return self._cards.decide(key) or (self._cards.seek(key) and self._cards.decide(key))

    def _go_to_undecided(self, sides: BothSides) -> None:
        """Mark the first field that waits; where none does the marked one stays."""
        for row in sides.rows:
            if row.point is not None and row.point not in self._decisions:
                assert self._shown is not None
                self._cards.choose(row_title(self._shown[0].kind, row, self._tr))
                return

    def _card(self, finding: Finding, row: Row, sides: BothSides) -> Card:
        tr, titles = self._tr, self._titles
        card = Card(row_title(finding.kind, row, tr))
        if sides.ours is None and row.point is None:  # nothing stands beside what is new
            card.say("", value_text(row, row.theirs, sides, tr))
            return card
        card.say("", self._fate(finding, row))
        texts = (value_text(row, value, sides, tr) for value in (row.ours, row.theirs))
        card.compare(*zip(titles, texts, strict=True))
        if row.point is not None:
            for key, name in zip((OURS, THEIRS), self._names(row, sides), strict=True):
                card.offer(key, f"{name} ({key})", partial(self.decided.emit, row.point, _BY_KEY[key]))
        return card

    def _names(self, row: Row, sides: BothSides) -> tuple[str, str]:
        """What the two buttons say."""
        tr = self._tr
        if row.field == WHOLE and sides.theirs is None:
            return tr("Keep it"), tr("Archive it")
        if row.field == WHOLE and sides.ours is None:
            return tr("Leave it deleted"), tr("Bring it back")
        return tr("As it is here"), tr("As it is there")

    def _fate(self, finding: Finding, row: Row) -> str:
        """What becomes of a field."""
        tr = self._tr
        if row.point is not None:
            side = self._decisions.get(row.point)
            if side is None:
                return tr("Changed on both sides. Please choose.")
            return tr("Decided: as it is here") if side is Side.OURS else tr("Decided: as it is there")
        if finding.outcome is Outcome.LEFT_OUT or row.result == row.ours:
            return tr("Stays as it is here")
        return tr("Is taken from there") if row.result == row.theirs else tr("Both are put together")

    def _hint_at(self, text: str) -> None:
        say(self._hint, text)
        self._hint.setVisible(bool(text))
