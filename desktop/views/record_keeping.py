"""Everything by which an office looks after its records, gathered for the menus; dialogs are made when needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.background import Background
from desktop.views.edges import Edges
from desktop.views.edit_desk import EditDesk, EditSupplies
from desktop.views.editing_mode import EditingMode
from desktop.views.tab import Tab

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.dossier import Reference
    from desktop.domain.record import Record
    from desktop.services.backups import Backups
    from desktop.services.drafts import Draft, Drafts
    from desktop.services.editing import Editing
    from desktop.services.review import Review
    from desktop.settings import Settings
    from desktop.views.editing.lookups import Lookups
    from desktop.views.record_form import RecordForms
    from desktop.views.review.desk import ReviewDialog
    from desktop.views.review.duplicates_dialog import DuplicateCheck


_IN_USE_FOR_S = 90
"""So long after it was written a draft may belong to an open form, which writes it twice a minute."""


class KeepingServices(NamedTuple):
    """What changes the records, and what knows about them."""

    editing: Editing
    review: Review
    drafts: Drafts
    backups: Backups
    lookups: Lookups
    now: Callable[[], datetime]
    account: Callable[[], str]


class RecordKeeping(QObject):
    """`said` tells how something went, `changed` that records are others than before."""

    said = Signal(str)
    changed = Signal()
    switched = Signal(bool)
    record_requested = Signal(object)
    drafts_found = Signal(object)

    def __init__(
        self,
        services: Callable[[], KeepingServices],
        settings: SettingsKeeper,
        background: Background,
        edges: Edges,
        tr: Translate,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._make_services = services
        self._settings = settings
        self._background = background
        self._edges = edges
        self._tr = tr
        self._window = window
        self._mode = EditingMode(settings, background, edges, tr, window)
        self._desk = EditDesk(EditSupplies(lambda: self._services.editing, self._mode, background, edges, tr), window)
        self._look_again = QTimer(self)
        self._look_again.setSingleShot(True)
        self._look_again.setInterval(_IN_USE_FOR_S * 1000)
        self._look_again.timeout.connect(self.look_for_drafts)
        self._connect()

    def switch_mode(self) -> None:
        """Unlock editing, or lock it again."""
        self._mode.switch()

    def start_anew(self) -> None:
        """The next client begins: where a PIN guards the records they are locked again."""
        self._mode.lock()

    def edit(self, tab: Tab) -> None:
        """Open the form of the record in front; where editing is locked, unlock it first."""
        if (chosen := tab.chosen()) is None:
            self.said.emit(self._tr("Choose a record first."))
        else:
            self._edit(chosen)

    def add(self, kind: Kind, tab: Tab) -> None:
        """Open an empty form; what belongs to an organisation begins with the one in front."""
        from desktop.views.editing.form import Fresh

        chosen = tab.chosen()

        def fill() -> None:
            work = partial(self._beginning, kind, chosen.id if chosen else None)
            self._background.run(work, lambda values: self._forms.add(Fresh(kind, values)), self._desk.warn)

        self._mode.unlock(fill)

    def archive(self, tab: Tab) -> None:
        """Archive the record in front."""
        self._desk.archive(tab)

    def reactivate(self, tab: Tab) -> None:
        """Bring the record in front back from the archive."""
        self._desk.reactivate(tab)

    def delete(self, tab: Tab) -> None:
        """Delete the record in front."""
        self._desk.delete(tab)

    def undo(self) -> None:
        """Take back the last deed."""
        self._desk.undo()

    def redo(self) -> None:
        """Do again what was undone."""
        self._desk.redo()

    def note(self, tab: Tab) -> None:
        """Write down what was noticed about the record in front; nobody has to unlock anything for that."""
        from desktop.views.review.note_dialog import NoteDialog

        if (chosen := tab.chosen()) is None:
            self.said.emit(self._tr("Choose a record first."))
            return
        services = self._services
        dialog = NoteDialog(chosen, services.review, self._background, self._edges, self._tr, self._window)
        dialog.said.connect(self.said)
        dialog.kept.connect(lambda _: self.changed.emit())
        dialog.open()

    def export_notes(self) -> None:
        """Write all notes from the counter to a table."""
        day = self._services.now().date()
        path = self._edges.files.place_for_table(self._window, f"{self._tr('Notes')} {day.isoformat()}.csv")
        if path is None:
            return
        review, tr = self._services.review, self._tr

        def tell(count: int) -> None:
            self.said.emit(
                tr.plural("{count} note written to {path}", "{count} notes written to {path}", count, path=path)
            )

        self._background.run(lambda: review.export_notes(path, tr), tell, self._desk.warn, must_end=True)

    def show_history(self, tab: Tab) -> None:
        """Show what was done to the record in front."""
        from desktop.views.review.history_dialog import HistoryDialog

        if (chosen := tab.chosen()) is None:
            self.said.emit(self._tr("Choose a record first."))
            return
        parts = self._services.editing, self._background, self._edges, self._tr, self._window
        dialog = HistoryDialog(chosen, *parts, may_restore=self._mode.is_on)
        dialog.said.connect(self.said)
        dialog.changed.connect(self.changed)
        dialog.undo_requested.connect(self._desk.undo)
        dialog.redo_requested.connect(self._desk.redo)
        self._desk.changed.connect(dialog.refresh)
        dialog.open()

    def review(self) -> None:
        """Show the records that somebody should look at."""
        self._mode.unlock(lambda: self._review.open())

    def show_backups(self) -> None:
        """Show the backups, and restore one."""
        from desktop.views.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self._services.backups, self._background, self._edges, self._tr, self._window)
        dialog.restored.connect(self.changed)
        dialog.restored.connect(lambda *_: self.said.emit(self._tr("The backup was restored.")))
        self._mode.unlock(dialog.open)

    def edit_terms(self) -> None:
        """Edit topics and target groups."""
        from desktop.views.editing.terms_dialog import TermsDialog

        dialog = TermsDialog(self._services.editing, self._background, self._edges.notices, self._tr, self._window)
        dialog.kept.connect(lambda *_: self.changed.emit())
        self._mode.unlock(dialog.open)

    def edit_settings(self) -> None:
        """Change what this office decides; a PIN guards its own settings."""

        def show() -> None:
            from desktop.views.settings_dialog import SettingsDialog

            dialog = SettingsDialog(self._settings.current, self._services.account(), self._tr, self._window)
            dialog.kept.connect(self._keep_settings)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        if self._settings.current.pin:
            self._mode.unlock(show)
        else:
            show()

    def look_for_drafts(self) -> None:
        """Tell with `drafts_found` if forms were left open when the program ended."""
        self._background.run(lambda: self._services.drafts.all(), self._offer, lambda _: None)

    def stop_looking(self) -> None:
        """Look for drafts no more."""
        self._look_again.stop()

    def resume(self, draft: Draft) -> None:
        """Go on with a draft, unless somebody else does."""
        self._mode.unlock(lambda: self._with_unused(draft, lambda: self._forms.resume(draft)))

    def discard(self, draft: Draft) -> None:
        """Give up a draft once a person has said so; `drafts_found` offers it anew if not, nothing if it is used."""
        tr = self._tr
        text = tr("“{name}” will be thrown away. This cannot be undone.", name=draft.name)
        if self._edges.notices.offers(self._window, tr("Throw the draft away"), text, tr("&Throw away")):
            drafts = self._services.drafts

            def throw() -> None:
                self._background.run(
                    lambda: drafts.discard(draft.key),
                    lambda _: self.said.emit(tr("The draft was thrown away.")),
                    self._desk.warn,
                )

            self._with_unused(draft, throw)
        else:
            self.drafts_found.emit((draft,))

    def _with_unused(self, draft: Draft, deed: Callable[[], object]) -> None:
        """Do something with a draft that is still as it was found."""
        drafts, tr = self._services.drafts, self._tr

        def go_on(found: tuple[Draft, ...]) -> None:
            if draft in found:
                deed()
            else:
                self.said.emit(tr("Somebody is working on this draft in another window, or it is gone."))

        self._background.run(drafts.all, go_on, self._desk.warn)

    @cached_property
    def _services(self) -> KeepingServices:
        return self._make_services()

    @cached_property
    def _forms(self) -> RecordForms:
        from desktop.views.record_form import FormSupplies, RecordForms

        services = self._services
        supplies = FormSupplies(
            services.editing,
            services.drafts,
            services.lookups,
            self._background,
            self._edges,
            services.now,
            self._tr,
        )
        forms = RecordForms(supplies, self._window)
        forms.kept.connect(self._desk.tell)
        forms.ended.connect(self._duplicates.look)
        forms.ended.connect(self._show_new)
        return forms

    def _show_new(self, record: Record, first: Record | None) -> None:
        """Who adds a record wants to see it."""
        from desktop.domain.dossier import reference_to

        if first is None:
            self.record_requested.emit(reference_to(record))

    @cached_property
    def _duplicates(self) -> DuplicateCheck:
        from desktop.views.review.duplicates_dialog import DuplicateCheck

        check = DuplicateCheck(self._services.editing, self._background, self._edges, self._tr, self._window)
        check.said.connect(self.said)
        check.changed.connect(self.changed)
        check.edit_requested.connect(self._edit)
        check.record_requested.connect(self.record_requested)
        return check

    @cached_property
    def _review(self) -> ReviewDialog:
        from desktop.views.review.desk import ReviewDialog

        services = self._services
        dialog = ReviewDialog(services.review, services.editing, self._background, self._edges, self._tr, self._window)
        dialog.said.connect(self.said)
        dialog.changed.connect(self.changed)
        dialog.record_requested.connect(self.record_requested)
        dialog.edit_requested.connect(self._edit)
        dialog.undo_requested.connect(self._desk.undo)
        dialog.redo_requested.connect(self._desk.redo)
        self._desk.changed.connect(lambda: dialog.refresh() if dialog.isVisible() else None)
        self._desk.said.connect(dialog.tell)
        return dialog

    def _edit(self, chosen: Reference) -> None:
        self._mode.unlock(lambda: self._forms.open(chosen.id))

    def _beginning(self, kind: Kind, chosen: str | None) -> Mapping[str, Any]:
        return self._services.editing.beginning(kind, chosen)

    def _offer(self, drafts: tuple[Draft, ...]) -> None:
        """A draft that was written a moment ago may belong to a form that is open: look again later."""
        now = self._services.now()
        young = [draft for draft in drafts if abs((now - draft.kept_at).total_seconds()) < _IN_USE_FOR_S]
        if left := tuple(draft for draft in drafts if draft not in young):
            self.drafts_found.emit(left)
        elif young:
            self._look_again.start()

    def _keep_settings(self, settings: Settings, pin: str) -> None:
        from msgspec.structs import replace

        from desktop.domain.pin import kept

        def done(remembered: str) -> None:
            self._settings.keep(replace(settings, pin=remembered))
            self.said.emit(self._tr("The settings were kept."))

        self._background.run(lambda: kept(pin) if pin else settings.pin, done, self._desk.warn)

    def _connect(self) -> None:
        self._mode.switched.connect(self.switched)
        self._mode.said.connect(self.said)
        self._desk.said.connect(self.said)
        self._desk.changed.connect(self.changed)
