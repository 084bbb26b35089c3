"""The widgets in which one of several values is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from desktop.views.editing.inputs import Input


class ChoiceInput(Input):
    """One of several values, each with its words; `empty` are the words for none of them."""

    def __init__(self, choices: Sequence[tuple[Any, str]], empty: str | None) -> None:
        self._box = _Box()
        super().__init__(self._box)
        self._values: list[Any] = [*([None] if empty else []), *(value for value, _ in choices)]
        self._box.addItems([empty, *(words for _, words in choices)] if empty else [words for _, words in choices])
        self._box.activated.connect(lambda _: self.changed.emit())
        self.stack(self._box)

    @override
    def value(self) -> Any:
        return self._values[self._box.currentIndex()]

    @override
    def show_value(self, value: Any) -> None:
        self._box.setCurrentIndex(self._values.index(value) if value in self._values else 0)


class PlaceInput(ChoiceInput):
    """A field of the record by its name; one that only an older record names is offered for as long as it is shown."""

    def __init__(self, names: Sequence[str], told: Callable[[str], str], empty: str) -> None:
        super().__init__([(name, told(name)) for name in names], empty)
        self._told = told
        self._usual = len(self._values)

    @override
    def show_value(self, value: Any) -> None:
        del self._values[self._usual :]
        while self._box.count() > self._usual:
            self._box.removeItem(self._usual)
        if value and value not in self._values:
            self._values.append(value)
            self._box.addItem(self._told(value))
        super().show_value(value)


class _Box(QComboBox):
    """A choice that turning the wheel over it does not change: a form is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
