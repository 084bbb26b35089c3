"""The records gathered for one client, in the order in which they shall be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.domain.vocabulary import Kind, label
from desktop.i18n import Translate

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MOST = 50
"""A handout of more records helps nobody."""


class Shortlist(QAbstractListModel):
    """References under Qt's model; they live as long as the window and are written nowhere.

    `next_step` is the line "Ihr nächster Schritt" of the handout.
    """

    def __init__(self, tr: Translate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._references: list[Reference] = []
        self._removed: tuple[int, Reference] | None = None
        self.next_step = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The records in their order."""
        return tuple(reference.id for reference in self._references)

    def ids_of(self, kind: Kind) -> tuple[str, ...]:
        """The records of a kind in their order."""
        return tuple(reference.id for reference in self._references if reference.kind is kind)

    @property
    def is_full(self) -> bool:
        """Whether no further record fits."""
        return len(self._references) >= MOST

    def add(self, reference: Reference) -> None:
        """Put a record at the end."""
        self._insert(len(self._references), reference)

    def remove(self, record_id: str) -> None:
        """Take a record off, if it is there."""
        if record_id in self.ids:
            at = self.ids.index(record_id)
            self.beginRemoveRows(QModelIndex(), at, at)
            self._removed = at, self._references.pop(at)
            self.endRemoveRows()

    def restore(self) -> int | None:
        """Put back what was taken off last; where it is then, or nothing if it cannot be."""
        removed, self._removed = self._removed, None
        if removed is None or removed[1].id in self.ids or self.is_full:
            return None
        at = min(removed[0], len(self._references))
        self._insert(at, removed[1])
        return at

    def move(self, at: int, by: int) -> int:
        """Move a record up or down by one; where it is then."""
        target = at + by
        if not (0 <= at < len(self._references) and 0 <= target < len(self._references)):
            return at
        self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), target + (by > 0))
        self._references.insert(target, self._references.pop(at))
        self.endMoveRows()
        return target

    def clear(self) -> None:
        """Forget everything of this client."""
        self.beginResetModel()
        self._references.clear()
        self._removed = None
        self.next_step = ""
        self.endResetModel()

    def reference_at(self, at: int) -> Reference | None:
        """The record in a place."""
        return self._references[at] if 0 <= at < len(self._references) else None

    def _insert(self, at: int, reference: Reference) -> None:
        self.beginInsertRows(QModelIndex(), at, at)
        self._references.insert(at, reference)
        self.endInsertRows()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._references)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        reference = self._references[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{index.row() + 1}. {reference.name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1}. {reference.name}, {self._tr(label(reference.kind))}"
        return None
