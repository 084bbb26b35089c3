"""What a person does to records as wholes: archive, delete, undo; each deed says how it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.vocabulary import Status
from desktop.views.keeping_parts import KeepingParts
from desktop.views.past_steps import PastSteps
from desktop.views.tab import Tab

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet
    from desktop.domain.dossier import Reference
    from desktop.domain.editing import Referring
    from desktop.domain.record import Record, RecordId
    from desktop.services.editing import Editing

_MOST_NAMES = 8


class EditDesk(QObject):
    """`said` tells how a deed went, `changed` that the records are others than before."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, parts: KeepingParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._mode = parts.mode
        self._background = parts.background
        self._tr = parts.tr
        self._past = PastSteps(parts, self.words, self)
        self._past.said.connect(self.said)
        self._past.changed.connect(self.changed)

    def archive(self, tab: Tab) -> None:
        """Take the record in front out of the lists."""
        if (chosen := self._chosen(tab)) is not None:
            already = self._tr("“{name}” is archived already. Ctrl+Shift+R brings it back.", name=chosen.name)
            self._archive(chosen, self._editing.archive, already, is_archived=True)

    def reactivate(self, tab: Tab) -> None:
        """Bring the record in front back from the archive."""
        if (chosen := self._chosen(tab)) is not None:
            already = self._tr("“{name}” is not archived.", name=chosen.name)
            self._archive(chosen, self._editing.reactivate, already, is_archived=False)

    def delete(self, tab: Tab) -> None:
        """Delete the record in front, once a person has read what names it."""
        if (chosen := self._chosen(tab)) is not None:
            referring = self._editing.referring
            self._background.run(lambda: referring(chosen.id), lambda found: self._ask(chosen, found), self._parts.warn)

    def undo(self) -> None:
        """Take back the last deed."""
        self._past.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self._past.redo()

    def words(self, done: ChangeSet) -> str:
        """A deed in a few words: what was done, and to what."""
        from desktop.domain.change import DEED_LABELS, Deed

        changes = done.changes
        if done.deed is Deed.DELETE:  # what is gone comes before what lost its link to it
            changes = tuple(sorted(changes, key=lambda change: change.after is not None))
        names = list(dict.fromkeys(change.item.name for change in changes))
        deed = self._tr(DEED_LABELS[done.deed])
        if not names:
            return deed
        further = len(names) - 1 + done.further
        if not further:
            return self._tr("{deed} – {name}", deed=deed, name=names[0])
        return self._tr("{deed} – {name} and {count} more", deed=deed, name=names[0], count=further)

    def tell(self, done: ChangeSet) -> None:
        """Say that something was done, and how to take it back."""
        self.said.emit(self._tr("{what}. Ctrl+Z takes it back.", what=self.words(done)))
        self.changed.emit()

    @property
    def _editing(self) -> Editing:
        """Made when it is first needed."""
        return self._parts.services().editing

    def _chosen(self, tab: Tab) -> Reference | None:
        if not self._mode.allows():
            return None
        if (chosen := tab.chosen()) is None:
            self.said.emit(self._tr("Choose a record first."))
        return chosen

    def _archive(
        self, chosen: Reference, deed: Callable[[RecordId], ChangeSet], already: str, *, is_archived: bool
    ) -> None:
        """Do what is to be done, or say that it is so already."""
        editing = self._editing

        def work() -> ChangeSet | None:
            is_so = (editing.opened(chosen.id).status is Status.ARCHIVED) is is_archived
            return None if is_so else deed(chosen.id)

        def tell(done: ChangeSet | None) -> None:
            if done is None:
                self.said.emit(already)
            else:
                self.tell(done)

        self._background.run(work, tell, self._parts.warn, must_end=True)

    def _ask(self, chosen: Reference, referring: Referring) -> None:
        tr, notices, window = self._tr, self._parts.edges.notices, self._parts.window
        if not self._mode.allows():  # any more: somebody has locked them meanwhile
            return
        if referring.dependent:
            text = tr("“{name}” cannot be deleted because these records belong to it:", name=chosen.name)
            notices.warn(window, tr("Delete"), f"{text}\n\n{self._names(referring.dependent)}")
            return
        text = tr(
            "“{name}” will be deleted. Ctrl+Z brings it back. To only hide it, archive it instead.", name=chosen.name
        )
        if referring.pointing:
            text += "\n\n" + tr("These records lose their link to it:") + "\n" + self._names(referring.pointing)
        if notices.offers(window, tr("Delete"), text, tr("&Delete")):
            self._do(lambda: self._editing.delete(chosen.id))

    def _names(self, records: tuple[Record, ...]) -> str:
        names = [f"• {record.name}" for record in records]
        more = len(names) - _MOST_NAMES
        shown = names[:_MOST_NAMES] + ([self._tr("and {count} more", count=more)] if more > 0 else [])
        return "\n".join(shown)

    def _do(self, work: Callable[[], ChangeSet]) -> None:
        self._background.run(work, self.tell, self._parts.warn, must_end=True)
