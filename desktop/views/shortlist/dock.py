"""The dock that shows the shortlist: order it, take things off, write the next step, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QListView,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.shortlist.shortlist import Shortlist
from desktop.views.shortlist.step_field import StepField
from desktop.views.widgets.dock_title import DockTitle
from desktop.views.widgets.roomy_rows import make_roomy
from desktop.views.widgets.tool_button import tool_button
from desktop.views.widgets.typing import typed_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class _List(QListView):
    """Keys do what the buttons below do."""

    move_requested = Signal(int)
    remove_requested = Signal()
    typed = Signal(str)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_requested.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif text := typed_text(event):
            self.typed.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ShortlistDock(QDockWidget):
    """Stands at the right of the window; `said` tells what a key or button has done."""

    said = Signal(str)
    print_requested = Signal()
    record_requested = Signal(object)
    typed = Signal(str)
    left = Signal()

    def __init__(self, shortlist: Shortlist, tr: Translate, parent: QMainWindow) -> None:
        super().__init__(tr("Shortlist"), parent)
        self._shortlist = shortlist
        self._tr = tr
        self._list = _List()
        self._hint = QLabel(tr("Ctrl+M puts the record in front on this list."))
        self._step = StepField()
        self._print = QPushButton(tr("Print handout …"))
        self._buttons: list[QToolButton] = []
        self.setObjectName("shortlist-dock")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.setFeatures(self.DockWidgetFeature.DockWidgetClosable | self.DockWidgetFeature.DockWidgetMovable)
        self.setTitleBarWidget(DockTitle(self, tr("Close")))
        self._dress()
        self._lay_out()
        self._connect()
        self._follow()

    def focus(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._list.selectionModel().hasSelection():  # Qt makes the first row the current one and marks none
            self._list.setCurrentIndex(self._shortlist.index(max(self._list.currentIndex().row(), 0)))

    def _dress(self) -> None:
        tr = self._tr
        self._list.setModel(self._shortlist)
        self._list.setObjectName("shortlist")
        self._list.setAccessibleName(tr("Shortlist"))
        self._list.setAccessibleDescription(
            tr("Alt+Up and Alt+Down move a record, Del removes it, Ctrl+Z brings it back.")
        )
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setWordWrap(True)
        make_roomy(self._list)
        self._hint.setWordWrap(True)
        self._step.setObjectName("next-step")
        self._step.setPlaceholderText(tr("a line for this client"))
        self._step.setToolTip(tr("Printed on this handout and stored nowhere"))
        self._print.setToolTip(tr("Print handout (Ctrl+Shift+P)"))

    def _lay_out(self) -> None:
        tr, inside = self._tr, QWidget()
        label = QLabel(tr("Your next step (is not &stored):"))
        label.setWordWrap(True)
        label.setBuddy(self._step)
        row = QHBoxLayout()
        for sign, name, deed in (
            ("↑", tr("Up"), lambda: self._move(-1)),
            ("↓", tr("Down"), lambda: self._move(1)),
            ("−", tr("Remove"), self._remove),
        ):
            button = tool_button(sign, name, name, deed)
            button.setMinimumSize(28, 28)
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(inside)
        column.addWidget(self._hint)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        column.addWidget(label)
        column.addWidget(self._step)
        column.addWidget(self._print)
        self.setWidget(inside)

    def _connect(self) -> None:
        self._list.move_requested.connect(self._move)
        self._list.remove_requested.connect(self._remove)
        self._list.left.connect(self.left)
        self._list.typed.connect(self.typed)
        self._list.activated.connect(
            lambda index: self.record_requested.emit(self._shortlist.reference_at(index.row()))
        )
        self._step.textChanged.connect(self._keep_step)
        self._step.finished.connect(self.print_requested)
        self._print.clicked.connect(self.print_requested)
        for signal in (self._shortlist.rowsInserted, self._shortlist.rowsRemoved, self._shortlist.modelReset):
            signal.connect(self._follow)

    def _keep_step(self) -> None:
        self._shortlist.next_step = self._step.toPlainText()

    def _move(self, by: int) -> None:
        before = self._list.currentIndex().row()
        at = self._shortlist.move(before, by)
        self._list.setCurrentIndex(self._shortlist.index(at))
        moved = self._shortlist.reference_at(at)
        if moved is not None and at != before:
            self.said.emit(self._tr("{name} is number {number} now", name=moved.name, number=at + 1))

    def _remove(self) -> None:
        """Take the chosen record off; the buttons may go to sleep now, so the list takes the keyboard."""
        reference = self._shortlist.reference_at(self._list.currentIndex().row())
        if reference is not None:
            self._shortlist.remove(reference.id)
            if not self._shortlist.rowCount():
                self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.said.emit(self._tr("{name} removed. Ctrl+Z in the shortlist brings it back.", name=reference.name))

    def restore(self) -> None:
        """Put back what was taken off last."""
        at = self._shortlist.restore()
        restored = self._shortlist.reference_at(at) if at is not None else None
        if at is None or restored is None:
            self.said.emit(self._tr("There is nothing to bring back."))
        else:
            self._list.setCurrentIndex(self._shortlist.index(at))
            self.said.emit(self._tr("{name} is number {number} again", name=restored.name, number=at + 1))

    def _follow(self) -> None:
        """Allow only what can be done."""
        has_records = self._shortlist.rowCount() > 0
        self._print.setEnabled(has_records)
        for button in self._buttons:
            button.setEnabled(has_records)
        if self._step.toPlainText() != self._shortlist.next_step:
            self._step.setPlainText(self._shortlist.next_step)
