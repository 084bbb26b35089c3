"""The last steps: what would be done, in numbers, and what was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.importing import CHANGING, Decision, Found
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

    def show_plan(self, plan: Plan, beside: int, name: str) -> None:
        """What would be done; so many records that they name would come `beside` the rows."""
        tr = self._tr
        say(self._title, tr("Import of {name}", name=name))
        say(self._text, "\n".join(_ahead(plan, beside, tr)))
        hint = tr("A backup is made first. Everything happens at once, and Ctrl+Z takes all of it back.")
        if plan.decided()[Decision.OPEN]:
            hint += "\n" + tr("What is not decided is left out.")
        if not plan.changes:
            hint = tr("Nothing of this file would change anything here. Go back to decide otherwise, or cancel.")
        if noted := sum(plan.decision(at) in CHANGING for at in plan.noted()):
            hint += "\n" + tr.plural(
                "Something was guessed or left out in {count} row. Go back and show “To be checked” to see what.",
                "Something was guessed or left out in {count} rows. Go back and show “To be checked” to see what.",
                noted,
            )
        say(self._hint, hint)

    def show_outcome(self, outcome: Outcome) -> None:
        """What was done."""
        tr = self._tr
        say(self._title, tr("The import is done."))
        say(self._text, "\n".join(counted(outcome, tr)))
        hint = tr("Ctrl+Z takes all of it back.")
        if outcome.to_check:
            hint += "\n" + tr.plural(
                "Something was guessed or left out in {count} row. The report says what.",
                "Something was guessed or left out in {count} rows. The report says what.",
                outcome.to_check,
            )
        say(self._hint, hint)


def done_words(outcome: Outcome, tr: Translate) -> str:
    """What was done, in a sentence for the window."""
    return tr.plural(
        "{count} record imported. Ctrl+Z takes it back.",
        "{count} records imported. Ctrl+Z takes them back.",
        outcome.added + outcome.updated,
    )


def _ahead(plan: Plan, beside: int, tr: Translate) -> Iterator[str]:
    """What becomes of how many rows; one that cannot be read is told once, though it is left out too."""
    count, unreadable = plan.decided(), plan.counts()[Found.UNREADABLE]
    new, updated, filled = count[Decision.NEW], count[Decision.UPDATE], count[Decision.FILL]
    same, left, waiting = count[Decision.SAME], count[Decision.SKIP] - unreadable, count[Decision.OPEN]
    told = (
        (new, tr.plural("{count} row is added", "{count} rows are added", new)),
        (beside, tr.plural("with {count} record that is named", "with {count} records that are named", beside)),
        (updated, tr.plural("{count} row updates a record", "{count} rows update a record each", updated)),
        (filled, tr.plural("{count} row only fills gaps", "{count} rows only fill gaps", filled)),
        (same, tr.plural("{count} row changes nothing", "{count} rows change nothing", same)),
        (left, tr.plural("{count} row is left out", "{count} rows are left out", left)),
        (unreadable, tr.plural("{count} row cannot be read", "{count} rows cannot be read", unreadable)),
        (waiting, tr.plural("{count} row is not decided", "{count} rows are not decided", waiting)),
    )
    return (line for number, line in told if number)
