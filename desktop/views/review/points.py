"""What there is to decide about a record: each doubt and each open note as a card with its buttons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.doubts import doubted
from desktop.domain.vocabulary import label
from desktop.i18n import Translate
from desktop.services.moments import moment_text
from desktop.services.wording import Names, field_text, place_name
from desktop.views.review.cards import Card, Cards

if TYPE_CHECKING:
    from desktop.domain.note import CounterNote
    from desktop.domain.provenance import Flag
    from desktop.domain.record import Record
    from desktop.services.review import Case

ACCEPT, REFUSE, SETTLE = "A", "V", "E"
"""The keys of the deeds."""


class Points(Cards):
    """The cards of one record; the signals hand over the doubt or the note that was decided."""

    accepted = Signal(object)
    refused = Signal(object)
    settled = Signal(object)

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr

    def show_case(self, case: Case | None, names: Names) -> None:
        """Show the points of a record, or none."""
        self.show_cards(list(self._cards_of(case, names)) if case else [])

    def _cards_of(self, case: Case, names: Names) -> Iterator[Card]:
        for note in case.notes:
            if note.is_open:
                yield self._card_of_note(note)
        if case.dossier is not None:
            record = case.dossier.record
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
            title = tr("{doubt} – {field}", doubt=title, field=place_name(record.KIND, flag.field or "", tr))
        card = Card(title)
        card.say("", flag.note)
        today = (tr("Today in the record"), field_text(*place, tr, names)) if place else None
        proposal = (tr("Proposal, not confirmed"), flag.proposal) if flag.proposal else None
        card.compare(*(side for side in (today, proposal) if side))
        if flag.proposal:
            card.offer(ACCEPT, tr("Take over the proposal (A)"), lambda: self.accepted.emit(flag))
        card.offer(REFUSE, tr("Dismiss the doubt (V)"), lambda: self.refused.emit(flag))
        return card
