"""Opening hours: a line that takes a whole week as people write it, above the list of its slots."""

from __future__ import annotations

from typing import Any

from msgspec import to_builtins
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from desktop.domain.errors import InvalidRecordError
from desktop.domain.vocabulary import Weekday
from desktop.domain.week_text import slots_in
from desktop.i18n import Translate
from desktop.views.announcing import announce
from desktop.views.editing.fields import Parts
from desktop.views.editing.frame import problem_line
from desktop.views.editing.parts_input import MakesFrame, PartsInput


class WeekInput(PartsInput):
    """Slots, one by one or a week at once; what cannot be read stays in the line, and the form is not saved."""

    def __init__(self, field: Parts, name: str, make: MakesFrame, tr: Translate) -> None:
        super().__init__(field, name, make, tr)
        self._week = QLineEdit()
        self._week.setObjectName("week")
        self._said = ""
        self._problem = QWidget()
        self._problem.hide()
        said = tr("A whole week, for example: Mo–Th 8–12 and 14–16, Fr 8–12:30. Enter takes it.")
        self._week.setPlaceholderText(tr("Mo–Th 8–12 and 14–16, Fr 8–12:30"))
        self._week.setToolTip(said)
        self._week.setAccessibleName(tr("The week in one line"))
        self._week.setAccessibleDescription(said)
        self._week.textEdited.connect(self._hear)
        self._week.editingFinished.connect(self.tidy)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(0, self._week)
        layout.insertWidget(1, self._problem)
        self._week.lower()  # Tab comes to what stands in a form in the order of its parts

    @override
    def value(self) -> list[dict[str, Any]]:
        left = self._week.text().strip()
        return super().value() + ([_unread(left)] if left else [])

    @override
    def show_value(self, value: Any) -> None:
        self._week.clear()
        self._say("")
        super().show_value(value)

    @override
    def tidy(self) -> None:
        """Take the line into the list as soon as it is left or Enter is pressed."""
        text = self._week.text().strip()
        if not text:
            return
        try:
            slots = slots_in(text)
        except InvalidRecordError as error:
            self._say(error.message.in_words(self._tr))
        else:
            self._week.clear()
            self._say("")
            self.append([to_builtins(slot) for slot in slots])

    def _hear(self) -> None:
        self._say("")
        self.changed.emit()

    def _say(self, words: str) -> None:
        if words == self._said:
            return
        self._said = words
        line = problem_line(words, self) if words else QWidget()
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.replaceWidget(self._problem, line)
        self._problem.hide()
        self._problem.deleteLater()
        self._problem = line
        line.setVisible(bool(words))
        announce(self._week, words)


def _unread(text: str) -> dict[str, Any]:
    """A part with one fault: its beginning is no time, not even where the text is a number."""
    return {"weekday": Weekday.MONDAY, "opens": f"“{text}”", "closes": "24:00"}
