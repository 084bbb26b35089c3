"""The buttons below the steps of an import: back, on, the report, and out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.widgets.quiet_button import quiet_button

if TYPE_CHECKING:
    from desktop.i18n import Translate


class Deeds(NamedTuple):
    """What the buttons do."""

    go_back: Callable[[], object]
    go_on: Callable[[], object]
    save_report: Callable[[], object]
    leave: Callable[[], object]


class Where(NamedTuple):
    """How far a person is, and what may be pressed there."""

    is_last: bool
    is_done: bool
    may_go_back: bool
    may_go_on: bool


class StepButtons(QWidget):
    """The next step is called what it does: the last one writes, and after it there is only the report."""

    def __init__(self, deeds: Deeds, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._back = quiet_button(tr("&Back"), deeds.go_back)
        self._save = quiet_button(tr("Save the &report …"), deeds.save_report)
        self._next = quiet_button("", deeds.go_on)
        self._close = quiet_button(tr("Cancel"), deeds.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.order():
            row.addWidget(button)

    def order(self) -> list[QWidget]:
        """The order in which Tab goes through them."""
        return [self._back, self._save, self._next, self._close]

    def come_after(self, stops: Sequence[QWidget]) -> None:
        """Let Tab go through these first, then to the buttons."""
        for one, following in pairwise([*stops, *self.order()]):
            QWidget.setTabOrder(one, following)

    @property
    def may_go_on(self) -> bool:
        """Whether there is a next step now."""
        return self._next.isEnabled()

    def take_focus(self) -> None:
        """Put the keyboard on the next step, or on the way out where there is none."""
        (self._next if self.may_go_on else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus_out(self) -> None:
        """Put the keyboard on the way out."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, where: Where) -> None:
        """Say what may be pressed now, and what the next step is called."""
        tr = self._tr
        name = tr("&Close (Ctrl+Enter)") if where.is_done else tr("&Next (Ctrl+Enter)")
        if where.is_last and not where.is_done:
            name = tr("&Import (Ctrl+Enter)")
        self._next.setText(name)
        self._next.setEnabled(where.may_go_on)
        self._back.setEnabled(where.may_go_back)
        self._save.setVisible(where.is_done)
        self._close.setVisible(not where.is_done)
