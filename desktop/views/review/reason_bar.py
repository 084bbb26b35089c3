"""Why records are on the list: a button for each reason, with how many there are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop.domain.review import REASON_LABELS, Reason
from desktop.i18n import Translate
from desktop.pages.words import number_text
from desktop.views.widgets.edged_buttons import EdgedRadioButton
from desktop.views.widgets.flow import FlowLayout


class ReasonBar(QWidget):
    """One of the buttons is pressed; `changed` tells that it is another one."""

    changed = Signal()

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._group = QButtonGroup(self)
        self._buttons: dict[Reason | None, QRadioButton] = {}
        row = FlowLayout(self, gap=10)
        for at, reason in enumerate((None, *Reason)):
            button = EdgedRadioButton()
            button.setObjectName(f"reason-{reason or 'all'}")
            self._group.addButton(button, at)
            self._buttons[reason] = button
            row.addWidget(button)
        self._buttons[None].setChecked(True)
        self._group.idClicked.connect(lambda _: self.changed.emit())
        self.setAccessibleName(tr("Reasons"))
        self.show_counts({}, None)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reason that the list is limited to; nothing where any will do."""
        return tuple(reason for reason, button in self._buttons.items() if button.isChecked() and reason)

    def take_all(self) -> None:
        """Limit the list to no reason."""
        self._buttons[None].setChecked(True)

    def show_counts(self, counts: Mapping[Reason, int], whole: int | None) -> None:
        """Say how many records there are of each reason, and of any."""
        for reason, button in self._buttons.items():
            name = self._tr(REASON_LABELS[reason]) if reason else self._tr("All")
            count = counts.get(reason) if reason else whole
            shown = "" if count is None else f" ({number_text(count, self._tr)})"
            button.setText(f"{name}{shown}")
