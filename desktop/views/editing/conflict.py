"""What a person decides when somebody else has changed the same record meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import InvalidRecordError
from desktop.domain.record import Record
from desktop.i18n import Translate
from desktop.services.wording import Names
from desktop.views.announcing import announce
from desktop.views.editing.frame import roomy_label
from desktop.views.editing.side_by_side import Side, SideBySide
from desktop.views.widgets.quiet_button import quiet_button


class ConflictPage(QWidget):
    """Shows the own version beside the other one; `decided` gives the record that shall take the place of theirs."""

    decided = Signal(object)
    left = Signal()

    def __init__(self, opened: Record, mine: Record, theirs: Record, names: Names, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        sides = Side(tr("Your version"), mine), Side(tr("The other version"), theirs)
        self._view = SideBySide(*sides, tr, names=names, opened=opened)
        self._word = roomy_label("")
        self._view.changed.connect(self._word.clear)
        said = tr(
            "Somebody else changed this record while you had it open. Nothing of it is overwritten before you choose, "
            "field by field, what shall hold."
        )
        column = QVBoxLayout(self)
        column.addWidget(roomy_label(said))
        column.addWidget(self._view, 1)
        column.addWidget(self._word)
        column.addLayout(self._buttons())

    def begin(self) -> None:
        """Put the keyboard on the first field that waits for a choice."""
        self._view.focus_next()

    def decide(self) -> None:
        """Give the chosen record, or say what is missing."""
        if count := self._view.undecided:
            words = self._tr.plural(
                "{count} field still waits for your choice.", "{count} fields still wait for your choice.", count
            )
            self._say(words)
            self._view.focus_next()
            return
        try:
            record = self._view.result()
        except InvalidRecordError as error:
            self._say(error.message.in_words(self._tr))
        else:
            self.decided.emit(record)

    def _say(self, words: str) -> None:
        self._word.setText(words)
        announce(self._word, words)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for words, deed in (
            (self._tr("Save what was chosen"), self.decide),
            (self._tr("Back to the form"), self.left.emit),
        ):
            row.addWidget(quiet_button(words, deed))
        return row
