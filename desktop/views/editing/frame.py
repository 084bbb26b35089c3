"""A field with its name above and what is to be said about it below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.i18n import Translate
from desktop.views.announcing import announce
from desktop.views.editing.fields import Field, Problem
from desktop.views.editing.inputs import Input, LineInput
from desktop.views.widgets.plain_label import plain_label
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.roomy_rows import margins
from desktop.views.widgets.warning_sign import warning_sign


class FieldFrame(QWidget):
    """Shows one field; `changed` tells of what a person did to it."""

    changed = Signal()

    def __init__(self, field: Field, name: str, entry: Input, tr: Translate) -> None:
        super().__init__()
        self.field, self.entry = field, entry
        self.is_touched = False
        self._tr = tr
        self._said = ""
        self._hint = tr(field.hint) if field.hint else ""
        self._problem: QWidget | None = None
        self._cleaned = _Cleaned(entry, tr) if isinstance(entry, LineInput) and entry.can_clean else None
        self.name = name
        self.setObjectName(f"field-{field.name}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(2)
        self._lay_out()
        entry.changed.connect(self._tell)
        entry.cleaned.connect(self._show_cleaned)

    @property
    def said(self) -> str:
        """What is shown to be wrong; nothing where all is well."""
        return self._said

    def leave(self) -> None:
        """The person went on to something else."""
        self.is_touched = True
        self.entry.tidy()

    def show_problems(self, problems: Sequence[Problem], *, is_strict: bool) -> None:
        """Say what is wrong, unless the person has not been here yet."""
        is_inside = self.entry.show_problems(problems, is_strict=is_strict)
        told = [one.message.in_words(self._tr) for one in problems[:1] if not is_inside]
        self._say(told[0] if told and (self.is_touched or is_strict) else "")

    def _lay_out(self) -> None:
        name = self._tr("{field} (needed)", field=self.name) if self.field.is_required else self.name
        label = roomy_label(name)
        label.setBuddy(self.entry.target)
        self._column.addWidget(label)
        if self._hint:
            hint = roomy_label(self._hint)
            font = hint.font()
            font.setItalic(True)
            hint.setFont(font)
            self._column.addWidget(hint)
        self._column.addWidget(self.entry)
        if self._cleaned is not None:
            self._column.addWidget(self._cleaned)
        self.entry.target.setAccessibleName(name)
        self.entry.target.setAccessibleDescription(self._hint)

    def _tell(self) -> None:
        if self._cleaned is not None:
            self._cleaned.hide()
        self.changed.emit()

    def _say(self, words: str) -> None:
        if words == self._said:
            return
        self._said = words
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None
        if words:
            self._problem = problem_line(words, self)
            self._column.addWidget(self._problem)
            announce(self, f"{self.name}: {words}")
        self.entry.target.setAccessibleDescription(" ".join(one for one in (words, self._hint) if one))

    def _show_cleaned(self, pasted: str) -> None:
        assert self._cleaned is not None
        self._cleaned.tell(pasted)


class _Cleaned(QWidget):
    """Says what was pasted before it was cleaned, and undoes that with one press."""

    def __init__(self, entry: LineInput, tr: Translate) -> None:
        super().__init__()
        self._entry, self._tr = entry, tr
        self._label = roomy_label("")
        undo = quiet_button(tr("Undo"), self._undo)
        undo.setAccessibleName(tr("Undo the cleaning"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(undo)
        self.hide()

    def tell(self, pasted: str) -> None:
        """Say what was pasted."""
        words = self._tr("Cleaned from “{text}”", text=" ".join(pasted.split()))
        self._label.setText(words)
        self.show()
        announce(self, words)

    def _undo(self) -> None:
        self._entry.take_back()
        self.hide()
        self._entry.target.setFocus(Qt.FocusReason.OtherFocusReason)


def roomy_label(text: str) -> QLabel:
    """Words with room above and below their letters."""
    label = plain_label(text)
    label.setContentsMargins(margins())
    return label


def problem_line(words: str, parent: QWidget) -> QWidget:
    """What is wrong, with the sign for it."""
    line = QWidget(parent)
    side = parent.fontMetrics().height()
    sign = QLabel()
    sign.setPixmap(warning_sign().pixmap(side, side))
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    label = roomy_label(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return line
