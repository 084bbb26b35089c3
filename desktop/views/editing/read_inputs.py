"""The widgets for what is read as it is typed: days, times and numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

from typing_extensions import override

from desktop.i18n import Translate
from desktop.pages.words import day_text
from desktop.views.editing import reading
from desktop.views.editing.inputs import LineInput

_FULL_DATE = 10


class DayInput(LineInput):
    """A date, shown as the language writes it and told as it was typed where nobody can read it."""

    def __init__(self, tr: Translate, *, is_partial: bool) -> None:
        super().__init__()
        self._tr = tr
        self._is_partial = is_partial

    @override
    def value(self) -> str:
        text = super().value()
        return reading.day(text, is_partial=self._is_partial) or text

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(self._shown(str(value or "")))

    @override
    def tidy(self) -> None:
        self.show_value(self.value())

    def _shown(self, text: str) -> str:
        if reading.day(text, is_partial=True) != text:
            return text
        if len(text) == _FULL_DATE:
            return day_text(date.fromisoformat(text), self._tr)
        return ".".join(reversed(text.split("-"))) if self._tr.language == "de" else text


class TimeInput(LineInput):
    """A time of day, shown as pages write it: `8:00`."""

    @override
    def value(self) -> str:
        return reading.time(super().value()) or super().value()

    @override
    def show_value(self, value: Any) -> None:
        text = str(value or "")
        super().show_value(text.removeprefix("0") if reading.time(text) == text else text)

    @override
    def tidy(self) -> None:
        self.show_value(self.value())


class NumberInput(LineInput):
    """A number, with the sign before its decimals that the language has."""

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._point = tr(".")

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(str(value if value is not None else "").replace(".", self._point))
