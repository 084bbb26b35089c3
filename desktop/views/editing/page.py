"""One page of a form: its fields one below the other, made when somebody looks at them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.vocabulary import Kind
from desktop.services.wording import field_name
from desktop.views.editing.fields import Problem, Section, Values
from desktop.views.editing.frame import FieldFrame
from desktop.views.editing.lookups import Supplies
from desktop.views.editing.making import frame_for
from desktop.views.editing.parts_input import PartsInput


class Page(QScrollArea):
    """The fields of a section; `field_changed` names the one that a person changed."""

    field_changed = Signal(str)

    def __init__(self, section: Section, kind: Kind, values: Values, supplies: Supplies) -> None:
        super().__init__()
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.frames = [
            frame_for(field, field_name(kind, field.name, supplies.tr), supplies) for field in section.fields
        ]
        for frame in self.frames:
            column.addWidget(frame)
            frame.changed.connect(lambda name=frame.field.name: self.field_changed.emit(name))
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_values(values)

    def show_values(self, values: Values) -> None:
        """Show what the fields hold."""
        for frame in self.frames:
            frame.entry.show_value(values.get(frame.field.name))
        parts = [frame.entry for frame in self.frames if isinstance(frame.entry, PartsInput)]
        if len(parts) == 1:
            parts[0].open_first()

    def show_problems(self, problems: Sequence[Problem], *, is_strict: bool) -> None:
        """Say beside each field what is wrong with it."""
        for frame in self.frames:
            frame.show_problems([one for one in problems if one.path[0] == frame.field.name], is_strict=is_strict)

    def frame(self, name: str) -> FieldFrame:
        """The frame of a field."""
        return next(frame for frame in self.frames if frame.field.name == name)
