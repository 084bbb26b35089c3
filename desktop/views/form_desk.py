"""Opens forms from wherever they are wanted, and goes on from there when they have gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.vocabulary import Kind
from desktop.views.edit_desk import EditDesk
from desktop.views.keeping_parts import KeepingParts

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.domain.record import Record
    from desktop.services.drafts import Draft
    from desktop.views.record_form import RecordForms
    from desktop.views.review.desk import ReviewDialog
    from desktop.views.review.duplicates_dialog import DuplicateCheck


class FormDesk(QObject):
    """Forms, the list of what is to be checked, and the look for duplicates after a form.

    Whoever edits a record from the list comes back to it.
    """

    said = Signal(str)
    changed = Signal()
    record_requested = Signal(object)

    def __init__(self, parts: KeepingParts, desk: EditDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._desk = desk
        self._come_back: Callable[[], object] | None = None

    def edit(self, chosen: Reference) -> None:
        """Open the form of a record; where editing is locked, unlock it first."""
        self._come_back = None
        self._parts.mode.unlock(lambda: self._forms.open(chosen.id))

    def add(self, kind: Kind, beside: Reference | None) -> None:
        """Open an empty form; what belongs to an organisation begins with the record that is in front."""
        from desktop.views.editing.form import Fresh

        self._come_back = None
        parts, beside_id = self._parts, beside.id if beside else None

        def work() -> Mapping[str, Any]:
            return parts.services().editing.beginning(kind, beside_id)

        show = partial(parts.background.run, work, lambda values: self._forms.add(Fresh(kind, values)), parts.warn)
        parts.mode.unlock(show)

    def resume(self, draft: Draft) -> None:
        """Go on with a draft."""
        self._come_back = None
        self._forms.resume(draft)

    def review(self, first: Reference | None = None) -> None:
        """Show the records that somebody should look at; one that is named is the chosen one."""

        def show() -> None:
            if first is not None:
                self._review.look_for(first.id)
            self._review.open()

        self._parts.mode.unlock(show)

    def _edit_and_come_back(self, chosen: Reference) -> None:
        self.edit(chosen)
        self._come_back = self._review.open

    def _go_on(self) -> None:
        """A form has gone."""
        come_back, self._come_back = self._come_back, None
        if come_back is not None:
            come_back()

    @cached_property
    def _forms(self) -> RecordForms:
        from desktop.views.record_form import FormSupplies, RecordForms

        parts, services = self._parts, self._parts.services()
        supplies = FormSupplies(
            services.editing,
            services.drafts,
            services.lookups,
            parts.background,
            parts.edges,
            services.now,
            parts.tr,
            may_edit=parts.mode.allows,
        )
        forms = RecordForms(supplies, parts.window)
        forms.kept.connect(self._desk.tell)
        forms.ended.connect(self._duplicates.look)
        forms.ended.connect(self._show_new)
        forms.closed.connect(self._go_on)
        return forms

    def _show_new(self, record: Record, first: Record | None) -> None:
        """Who adds a record wants to see it."""
        from desktop.domain.dossier import reference_to

        if first is None:
            self.record_requested.emit(reference_to(record))

    @cached_property
    def _duplicates(self) -> DuplicateCheck:
        from desktop.views.review.duplicates_dialog import DuplicateCheck

        parts = self._parts
        check = DuplicateCheck(parts.services().editing, parts.background, parts.edges, parts.tr, parts.window)
        check.said.connect(self.said)
        check.changed.connect(self.changed)
        check.edit_requested.connect(self.edit)
        check.record_requested.connect(self.record_requested)
        return check

    @cached_property
    def _review(self) -> ReviewDialog:
        from desktop.views.review.desk import ReviewDialog

        parts, services = self._parts, self._parts.services()
        dialog = ReviewDialog(services.review, services.editing, parts.background, parts.edges, parts.tr, parts.window)
        dialog.said.connect(self.said)
        dialog.changed.connect(self.changed)
        dialog.record_requested.connect(self.record_requested)
        dialog.edit_requested.connect(self._edit_and_come_back)
        dialog.undo_requested.connect(self._desk.undo)
        dialog.redo_requested.connect(self._desk.redo)
        self._desk.changed.connect(lambda: dialog.refresh() if dialog.isVisible() else None)
        self._desk.said.connect(dialog.tell)
        return dialog
