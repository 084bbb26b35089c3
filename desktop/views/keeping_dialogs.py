"""The dialogs around the records: notes, history, backups, the closed lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.naming import file_name
from desktop.views.edit_desk import EditDesk
from desktop.views.importing.desk import ImportDesk
from desktop.views.keeping_parts import KeepingParts

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference


class KeepingDialogs(QObject):
    """Each is made when it is opened; `changed` tells that records or notes are others than before."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, parts: KeepingParts, desk: EditDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._desk = desk
        self._tr = parts.tr
        self.imports = ImportDesk(parts, lambda: parts.services().imports, self)
        self.imports.said.connect(self.said)
        self.imports.changed.connect(self.changed)

    def note(self, chosen: Reference) -> None:
        """Write down what was noticed about a record."""
        from desktop.views.review.note_dialog import NoteDialog

        parts = self._parts
        dialog = NoteDialog(chosen, parts.services().review, parts.background, parts.edges, parts.tr, parts.window)
        dialog.said.connect(self.said)
        dialog.kept.connect(lambda _: self.changed.emit())
        dialog.open()

    def export_notes(self) -> None:
        """Write all notes from the counter to a table."""
        parts, tr, services = self._parts, self._tr, self._parts.services()
        day = services.now().date()
        path = parts.edges.files.place_for_table(parts.window, file_name(f"{tr('Notes')} {day.isoformat()}", ".csv"))
        if path is None:
            return

        def tell(count: int) -> None:
            self.said.emit(
                tr.plural("{count} note written to {path}", "{count} notes written to {path}", count, path=path)
            )

        parts.background.run(lambda: services.review.export_notes(path, tr), tell, parts.warn, must_end=True)

    def show_history(self, chosen: Reference) -> None:
        """Show what was done to a record."""
        from desktop.views.review.history_dialog import HistoryDialog

        parts = self._parts
        needed = parts.services().editing, parts.background, parts.edges, parts.tr, parts.window
        dialog = HistoryDialog(chosen, *needed, may_restore=parts.mode.is_on)
        dialog.said.connect(self.said)
        dialog.changed.connect(self.changed)
        dialog.undo_requested.connect(self._desk.undo)
        dialog.redo_requested.connect(self._desk.redo)
        self._desk.changed.connect(dialog.refresh)
        dialog.open()

    def show_backups(self) -> None:
        """Show the backups, and restore one."""
        from desktop.views.backups_dialog import BackupsDialog

        def show() -> None:
            parts = self._parts
            dialog = BackupsDialog(parts.services().backups, parts.background, parts.edges, parts.tr, parts.window)
            dialog.restored.connect(lambda _: self.changed.emit())
            dialog.restored.connect(lambda _: self.said.emit(self._tr("The backup was restored.")))
            dialog.open()

        self._parts.mode.unlock(show)

    def edit_terms(self) -> None:
        """Edit topics and target groups."""
        from desktop.views.editing.terms_dialog import TermsDialog

        def show() -> None:
            parts = self._parts
            editing, notices = parts.services().editing, parts.edges.notices
            dialog = TermsDialog(editing, parts.background, notices, parts.tr, parts.window)
            dialog.kept.connect(self.changed)
            dialog.open()

        self._parts.mode.unlock(show)
