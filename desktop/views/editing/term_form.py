"""The small form of an entry of a closed list."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import N_, Message
from desktop.domain.record import Term
from desktop.i18n import Translate
from desktop.views.editing.fields import Line, Names, Problem
from desktop.views.editing.frame import FieldFrame
from desktop.views.editing.inputs import LineInput, NamesInput
from desktop.views.editing.judging import alone
from desktop.views.editing.values import read

_NAME = Line(name="name", is_required=True)
_OTHERS = Names(name="alternate_names", hint=N_("other words that people look for; one a line"))


class TermForm(QWidget):
    """Name and other names; `changed` tells of what a person did."""

    changed = Signal()

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._taken: Collection[str] = ()
        self._kept: tuple[str, tuple[str, ...]] = ("", ())
        self._name = FieldFrame(_NAME, tr("Name"), LineInput(), tr)
        self._others = FieldFrame(_OTHERS, tr("Also called"), NamesInput(5), tr)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for frame in (self._name, self._others):
            frame.changed.connect(self._take)
            column.addWidget(frame)
        column.addStretch(1)

    @property
    def is_changed(self) -> bool:
        """Whether another text stands here than is kept."""
        return self.typed() != self._kept

    def typed(self) -> tuple[str, tuple[str, ...]]:
        """The name and the other names."""
        name, others = read(_NAME, self._name.entry.value()), read(_OTHERS, self._others.entry.value())
        return name or "", tuple(others or ())

    def show_term(self, term: Term | None, taken: Collection[str]) -> None:
        """Show an entry, or nothing for a new one; `taken` are the names that it must not have."""
        self._taken = {name.casefold() for name in taken}
        self._name.entry.show_value(term.name if term else "")
        self._others.entry.show_value(list(term.alternate_names) if term else [])
        self._kept = self.typed()
        self._name.is_touched = self._others.is_touched = False
        self._check(is_strict=False)

    def begin(self) -> None:
        """Put the keyboard on the name."""
        self._name.entry.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refused(self) -> tuple[str, str] | None:
        """The first field that is wrong and why; the keyboard is there then."""
        problems = self._check(is_strict=True)
        if not problems:
            return None
        frame = self._name if problems[0].path[0] == _NAME.name else self._others
        frame.entry.target.setFocus(Qt.FocusReason.OtherFocusReason)
        return frame.name, frame.said

    def _take(self) -> None:
        self._name.is_touched = self._others.is_touched = True
        self._check(is_strict=False)
        self.changed.emit()

    def _check(self, *, is_strict: bool) -> list[Problem]:
        """What is wrong, said beside the fields; two entries of one name could not be told apart."""
        found = [*alone(_NAME, self._name.entry.value()), *alone(_OTHERS, self._others.entry.value())]
        if self.typed()[0].casefold() in self._taken:
            found.append(Problem((_NAME.name,), Message(N_("There is an entry of this name already."))))
        for frame in (self._name, self._others):
            frame.show_problems([one for one in found if one.path[0] == frame.field.name], is_strict=is_strict)
        return found
