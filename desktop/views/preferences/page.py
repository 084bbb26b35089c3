"""What all pages of the settings have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.announcing import announce
from desktop.views.background import Job
from desktop.views.preferences.miniature import Miniature
from desktop.views.preferences.parts import Surroundings
from desktop.views.widgets.low_area import LowArea

T = TypeVar("T")
_GAP = 10
_SHARE = 0.42
"""The miniature takes no more than this part of the height: the fields need the rest."""


class Page(QWidget):
    """A page takes the settings as they are and gives them back as a person wants them; `key` is its name in code.

    Nothing is kept by it. What it asked for in the background is forgotten when the dialog closes.
    """

    key = ""

    def __init__(self, title: str, around: Surroundings) -> None:
        super().__init__()
        self.title = title
        self.around = around
        self._tr = around.tr
        self._jobs: list[Job] = []
        self._miniature: Miniature | None = None

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what stands on this page."""
        return settings

    def find_fault(self) -> QWidget | None:
        """The field in which something is wrong, after saying beside it what that is; nothing where all is well."""
        return None

    def is_laid_down(self, key: str) -> bool:
        """Whether the policy sets what `section.key` names, so that nobody changes it here."""
        return self.around.parts.policy.sets(key)

    def add_setting(self, made: QFormLayout, key: str, name: str, field: QWidget, shown: str) -> None:
        """A field, or in its place what the policy sets: to be read and copied, and told as what it is."""
        if not self.is_laid_down(key):
            add_row(made, name, field)
            return
        field.setParent(self)
        field.hide()
        add_held(made, name, shown, self._tr)

    def begin(self) -> None:
        """Fetch what has to be fetched; called once, when the page is first shown."""

    def take_back(self) -> None:
        """Nothing is kept: what was only shown is as it was."""

    def end(self) -> None:
        """The dialog closes: nothing more is asked for or told."""
        for job in self._jobs:
            job.cancel()
        if self._miniature is not None:
            self._miniature.end()

    def run(self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[ExpectedError], object]) -> Job:
        """Do something in the background; nobody is told when the dialog has closed before it is done."""
        job = self.around.background.run(work, done, failed)
        self._jobs.append(job)
        return job

    def lay_out(self, content: QLayout, above: Miniature | None = None) -> None:
        """Put the fields into the page, which scrolls where it is too low, and a picture above them, which does not."""
        inside = QWidget()
        content.setContentsMargins(0, 0, 0, 0)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(content)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_GAP, 0, 0, 0)
        column.setSpacing(_GAP)
        if above is not None:
            self._miniature = above
            column.addWidget(above)
        area = LowArea(inside)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column.addWidget(area, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._miniature is not None:
            self._miniature.set_room(round(self.height() * _SHARE))


class _Name(QLabel):
    """The name of a field; Qt draws a word with a line below a letter wider than it measures it."""

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().grownBy(QMargins(0, 0, _GAP // 2, 0))

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().grownBy(QMargins(0, 0, _GAP // 2, 0))


class _Sentence(QLabel):
    """A short sentence that asks for one line; a wrapped label of Qt asks for two as soon as it is half as wide."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + _GAP
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


def form() -> QFormLayout:
    """Fields below each other, their names beside them, or above them where there is no room."""
    made = QFormLayout()
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    made.setVerticalSpacing(_GAP)
    made.setHorizontalSpacing(2 * _GAP)
    return made


def add_gap(made: QFormLayout) -> None:
    """Room between what does not belong together."""
    made.addItem(QSpacerItem(0, _GAP))


def add_row(made: QFormLayout, name: str, field: QWidget) -> None:
    """A field with its name, which screen readers say too."""
    field.setAccessibleName(name.replace("&", ""))
    label = _Name(name)
    label.setBuddy(field)
    made.addRow(label, field)


def add_below(made: QFormLayout, told: QWidget) -> None:
    """What is said about the field above it."""
    made.setWidget(made.rowCount(), QFormLayout.ItemRole.FieldRole, told)


def add_held(made: QFormLayout, name: str, shown: str, tr: Translate) -> None:
    """A value that the administration laid down, with the words that say so."""
    line = QLineEdit(shown)
    line.setReadOnly(True)
    line.setCursorPosition(0)
    add_row(made, name, line)
    say_held(made, line, tr)


def say_held(made: QFormLayout, field: QWidget, tr: Translate) -> None:
    """Say below a field, and to those who hear it, who laid it down."""
    told = tr("Set by your administration")
    field.setAccessibleDescription(told)
    add_below(made, _Sentence(told))


def words(text: str = "") -> QLabel:
    """A text that is read as it was written."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def say(label: QLabel, text: str) -> None:
    """Show another text, and let screen readers know."""
    if label.text() != text:
        label.setText(text)
        announce(label, text)
