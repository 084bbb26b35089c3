"""The last steps: what would be done, in numbers, and what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.importing import DECISION_LABELS, Decision, Found
from desktop.services.importing.report import counted
from desktop.views.review.words import say, words

if TYPE_CHECKING:
    from desktop.i18n import Translate
    from desktop.services.importing.outcome import Outcome
    from desktop.services.importing.plan import Plan


class EndPage(QWidget):
    """A few lines of text; the same before and afterwards, so that a person can compare."""

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._title = words(is_bold=True)
        self._text = words()
        self._hint = words()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self._title, self._text, self._hint):
            column.addWidget(label)
        column.addStretch(1)

    @property
    def text(self) -> str:
        """What is said."""
        return "\n".join(label.accessibleName() for label in (self._title, self._text, self._hint))

    def show_plan(self, plan: Plan, name: str) -> None:
        """What would be done."""
        tr, decided = self._tr, plan.decided()
        say(self._title, tr("Import of {name}", name=name))
        lines = [f"{tr(DECISION_LABELS[one])}: {count}" for one, count in decided.items() if count]
        if unreadable := plan.counts()[Found.UNREADABLE]:
            lines.append(tr.plural("{count} row cannot be read", "{count} rows cannot be read", unreadable))
        say(self._text, "\n".join(lines))
        hint = tr("A backup is made first. Everything happens at once, and Ctrl+Z takes all of it back.")
        if decided[Decision.OPEN]:
            hint += "\n" + tr("What is not decided is left out.")
        if not plan.changes:
            hint = tr("Nothing of this file would change anything here. Nothing was imported.")
        say(self._hint, hint)

    def show_outcome(self, outcome: Outcome) -> None:
        """What was done."""
        say(self._title, self._tr("The import is done."))
        say(self._text, "\n".join(counted(outcome, self._tr)))
        say(self._hint, self._tr("Ctrl+Z takes all of it back."))
