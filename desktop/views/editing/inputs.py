"""The widgets that single values are written into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.views.editing.fields import Problem

_PASTED = 2
"""So many letters at once come from a clipboard and not from a key."""


class Input(QWidget):
    """Holds a value; `changed` tells of what a person did, `cleaned` what was pasted before it was cleaned."""

    changed = Signal()
    cleaned = Signal(str)

    def __init__(self, target: QWidget) -> None:
        super().__init__()
        self.target = target
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)

    def value(self) -> Any:
        """What stands here, as JSON has it."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value; nobody is told."""
        raise NotImplementedError

    def tidy(self) -> None:
        """Write what stands here as it should be written, now that the person has left."""

    def show_problems(self, problems: Sequence[Problem], *, is_strict: bool) -> bool:  # noqa: ARG002
        """Show what is wrong inside; whether nothing of it is left to be told beside the field."""
        return False

    def go_to(self, path: Sequence[str | int]) -> None:  # noqa: ARG002
        """Put the keyboard on a place inside."""
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def stack(self, *widgets: QWidget) -> None:
        """Put widgets one below the other."""
        layout = self.layout()
        assert layout is not None
        for widget in widgets:
            layout.addWidget(widget)


class LineInput(Input):
    """One line of text."""

    def __init__(self, clean: Callable[[str], str] | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(self._line)
        self.can_clean = clean is not None
        self._clean = clean
        self._pasted = ""
        self._wanted_so = ""
        self._length = 0
        self.stack(self._line)
        self._line.textEdited.connect(self._edited)

    @override
    def value(self) -> str:
        return self._line.text()

    @override
    def show_value(self, value: Any) -> None:
        self._line.setText(str(value or ""))
        self._line.setCursorPosition(0)
        self._length = len(self._line.text())

    @override
    def tidy(self) -> None:
        text = self._line.text()
        if self._clean is None or text == self._wanted_so:
            return
        clean = self._clean(text)
        if clean == text:
            return
        self._pasted = text
        self._line.selectAll()
        self._line.insert(clean)
        self._length = len(clean)
        self.changed.emit()
        if clean != " ".join(text.split()):
            self.cleaned.emit(text)

    def take_back(self) -> None:
        """Show again what was pasted, and leave it so."""
        self._wanted_so = self._pasted
        self._line.selectAll()
        self._line.blockSignals(True)  # what is written here was not pasted anew
        self._line.insert(self._pasted)
        self._line.blockSignals(False)
        self._length = len(self._pasted)
        self.changed.emit()

    def _edited(self, text: str) -> None:
        grown, self._length = len(text) - self._length, len(text)
        if self._pasted and text == self._pasted:
            is_brought_back = self._line.isRedoAvailable()
            self._wanted_so = text if is_brought_back else ""
        self.changed.emit()
        if grown >= _PASTED:
            self.tidy()


class ProseInput(Input):
    """Text of several lines; Tab goes on to the next field."""

    def __init__(self, lines: int = 4) -> None:
        self._text = QPlainTextEdit()
        super().__init__(self._text)
        self._is_showing = False
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(int((lines + 0.8) * self._text.fontMetrics().lineSpacing()) + 8)
        self._text.textChanged.connect(self._tell)
        self.stack(self._text)

    @override
    def value(self) -> Any:
        raw = self._text.document().toRawText()  # the plain text would lose its no-break spaces
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    @override
    def show_value(self, value: Any) -> None:
        self._is_showing = True
        self._text.setPlainText(str(value or ""))
        self._is_showing = False

    def _tell(self) -> None:
        if not self._is_showing:
            self.changed.emit()


class NamesInput(ProseInput):
    """Several short texts, one a line."""

    @override
    def value(self) -> list[str]:
        return [line for line in str(super().value()).split("\n") if line.strip()]

    @override
    def show_value(self, value: Any) -> None:
        super().show_value("\n".join(value or []))


class ShownInput(Input):
    """What can be read and copied here, and not changed."""

    def __init__(self, told: Callable[[Any], str]) -> None:
        self._label = QLabel()
        super().__init__(self._label)
        self._told = told
        self._value: Any = None
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.stack(self._label)

    @override
    def value(self) -> Any:
        return self._value

    @override
    def show_value(self, value: Any) -> None:
        self._value = value
        self._label.setText(self._told(value))
