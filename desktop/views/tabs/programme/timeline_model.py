"""The lines of the timeline under Qt's model."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.i18n import Translate
from desktop.pages.timeline import Moment

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.pages.timeline import Timeline

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class Mark(Enum):
    """What stands on the axis beside a line."""

    FACT = "fact"
    GAP = "gap"
    NOTHING = "nothing"


class Row(NamedTuple):
    """A line: its sign on the axis, when, what, and the record that it leads to."""

    mark: Mark
    when: str
    text: str
    record: Reference | None = None

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        said = ": ".join(part for part in (self.when, self.text) if part)
        return f"{said} ({self.record.name})" if self.record else said


class TimelineModel(QAbstractListModel):
    """Dated facts and gaps, then the municipalities without a date, then what is in doubt."""

    def __init__(self, tr: Translate, parent: QObject) -> None:
        super().__init__(parent)
        self._tr = tr
        self._rows: list[Row] = []

    def show(self, told: Timeline) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._rows = list(_rows(told))
        self.endResetModel()

    def row_at(self, index: Index) -> Row:
        """The line of an index."""
        return self._rows[index.row()]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row if role == ROW_ROLE else None


def _rows(told: Timeline) -> Iterator[Row]:
    for line in told.lines:
        if isinstance(line, Moment):
            yield Row(Mark.FACT, line.when, line.text, line.record)
        else:
            yield Row(Mark.GAP, line.when, line.text)
    if told.undated:
        yield Row(Mark.NOTHING, told.undated_text, ", ".join(record.name for record in told.undated))
    for note in told.notes:
        yield Row(Mark.NOTHING, note.title or "", note.text)
