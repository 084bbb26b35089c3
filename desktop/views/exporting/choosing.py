"""What goes out, in which format, and with what: the upper part of the dialog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGroupBox, QLabel, QVBoxLayout, QWidget

from desktop.domain.naming import file_name
from desktop.services.exporting import Order, Selection
from desktop.views.widgets.edged_buttons import EdgedCheckBox, EdgedRadioButton
from desktop.views.widgets.plain_label import plain_label
from desktop.views.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from desktop.domain.vocabulary import Kind
    from desktop.exchange.formats import Format
    from desktop.i18n import Translate
    from desktop.views.exporting.offers import Offer

_AROUND_IN_EMS = 8
"""What the dialog has beside the words of a button: edges, frames, the button's circle."""
Choice = tuple[int, bool]
"""Which of the offers, and whether with archived records."""
Counts = Mapping[Choice, "Mapping[Kind, int]"]


class Remembered(NamedTuple):
    """What the next export begins with."""

    format: str
    with_notes: bool


class Choices(NamedTuple):
    """The formats, how the last export was wanted, and how a file is called."""

    formats: Sequence[Format]
    remembered: Remembered
    file_name: str
    tr: Translate


class Choosing(QWidget):
    """`held` is how many records go out as it is chosen now; nothing before they have been counted."""

    changed = Signal()

    def __init__(self, offers: Sequence[Offer], choices: Choices) -> None:
        super().__init__()
        self._offers = offers
        self._choices = choices
        self._tr = tr = choices.tr
        self._counts: Counts = {}
        self._group = QButtonGroup(self)
        self._archived = EdgedCheckBox(tr("&Archived records too"))
        self._formats = QComboBox()
        self._purpose = plain_label()
        self._notes = EdgedCheckBox(tr("&Internal notes too"))
        self._count = plain_label()
        self._lay_out()
        self._group.idToggled.connect(lambda _: self._show())
        self._formats.currentIndexChanged.connect(self._show)
        for box in (self._archived, self._notes):
            box.toggled.connect(self._show)
        self._show()

    @property
    def selections(self) -> dict[Choice, Selection]:
        """Everything that may be chosen, to be counted."""
        return {
            (place, archived): self._selection(offer, archived=archived)
            for place, offer in enumerate(self._offers)
            for archived in ((False, True) if offer.is_everything else (False,))
        }

    @property
    def order(self) -> Order:
        """What is chosen."""
        selection = self._selection(self._offer, archived=self._archived.isChecked())
        return Order(selection, self._format, self._notes.isChecked())

    @property
    def remembered(self) -> Remembered:
        """What the next export begins with."""
        return Remembered(self._format.key, self._notes.isChecked())

    @property
    def file_name(self) -> str:
        """What the file is called unless a person calls it otherwise."""
        return file_name(self._choices.file_name, self._format.suffix)

    @property
    def file_words(self) -> tuple[str, str]:
        """The names of such files, and how they end."""
        return self._tr(self._format.file_words), self._format.suffix

    @property
    def held(self) -> int:
        """How many records go out."""
        counts = self._counts.get(self._choice, {})
        return sum(count for kind, count in counts.items() if kind in self._format.kinds)

    def show_counts(self, counts: Counts) -> None:
        """Say how many records there are."""
        self._counts = counts
        for place, offer in enumerate(self._offers):
            total = sum(counts[place, False].values())
            self._name(place, self._tr("{choice} ({count})", choice=offer.title, count=total))
        self._show()

    def focus_first(self) -> None:
        """Put the keyboard on what goes out."""
        self._group.button(0).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _offer(self) -> Offer:
        return self._offers[max(self._group.checkedId(), 0)]

    @property
    def _format(self) -> Format:
        return self._choices.formats[self._formats.currentIndex()]

    @property
    def _choice(self) -> Choice:
        return max(self._group.checkedId(), 0), self._offer.is_everything and self._archived.isChecked()

    def _selection(self, offer: Offer, *, archived: bool) -> Selection:
        return offer.selection._replace(with_archived=archived or not offer.is_everything)

    def _show(self) -> None:
        self._archived.setEnabled(self._offer.is_everything)
        self._purpose.setText(self._tr(self._format.purpose))
        self._notes.setEnabled(self._format.may_hold_notes)
        self._formats.setAccessibleDescription(self._purpose.text())
        self._count.setText(self._told())
        self.changed.emit()

    def _name(self, place: int, words: str) -> None:
        """Say what a button stands for, as much as a screen has room for; all of it in its tip."""
        button = self._group.button(place)
        room = self.screen().availableSize().width() - _AROUND_IN_EMS * self.fontMetrics().height()
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        button.setText(shown)
        button.setToolTip("" if shown == words else plain_tip(words.replace("&", "")))

    def _told(self) -> str:
        """How many of how many, and why not all."""
        counts = self._counts.get(self._choice)
        if counts is None:
            return ""
        held, total, tr = self.held, sum(counts.values()), self._tr
        if held == total:
            return tr.plural("{count} record goes into the file.", "{count} records go into the file.", total)
        words = {"held": held, "total": total}
        return tr("{held} of {total} records go into the file; the others have no place in this format.", **words)

    def _lay_out(self) -> None:
        tr, column = self._tr, QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        what, inside = QGroupBox(tr("What")), QVBoxLayout()
        for place, offer in enumerate(self._offers):
            button = EdgedRadioButton()
            self._group.addButton(button, place)
            inside.addWidget(button)
            self._name(place, offer.title)
        self._group.button(0).setChecked(True)
        inside.addWidget(self._archived)
        what.setLayout(inside)
        label = QLabel(tr("F&ormat"))
        label.setBuddy(self._formats)
        self._formats.setAccessibleName(tr("Format"))
        for one in self._choices.formats:
            self._formats.addItem(tr(one.title), one.key)
        self._formats.setCurrentIndex(max(self._formats.findData(self._choices.remembered.format), 0))
        self._notes.setChecked(self._choices.remembered.with_notes)
        for widget in (what, label, self._formats, self._purpose, self._notes, self._count):
            column.addWidget(widget)
