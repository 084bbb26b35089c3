"""Everything by which an office looks after its records, gathered for the menus; dialogs are made when needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.vocabulary import Kind
from desktop.views.draft_desk import DraftDesk
from desktop.views.edit_desk import EditDesk
from desktop.views.editing_mode import EditingMode
from desktop.views.form_desk import FormDesk
from desktop.views.keeping_dialogs import KeepingDialogs
from desktop.views.keeping_parts import KeepingParts, KeepingServices
from desktop.views.packages.apply_desk import ApplyDesk
from desktop.views.pin_gate import PinGate
from desktop.views.tab import Tab

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.dossier import Reference


class RecordKeeping(QObject):
    """`said` tells how something went, `changed` that records are others than before.

    `drafts` are the forms that were left, `dialogs` what is not about one record, `packages` what comes from elsewhere.
    """

    said = Signal(str)
    changed = Signal()
    switched = Signal(bool)
    record_requested = Signal(object)

    def __init__(
        self,
        services: Callable[[], KeepingServices],
        gate: PinGate,
    ) -> None:
        super().__init__(gate.window)
        self._tr = gate.tr
        self._mode = EditingMode(gate)
        parts = KeepingParts(cache(services), self._mode, gate.background, gate.edges, gate.tr, gate.window)
        self._desk = EditDesk(parts, self)
        self._forms = FormDesk(parts, self._desk, self)
        self.drafts = DraftDesk(parts, self)
        self.dialogs = KeepingDialogs(parts, self._desk, self)
        self.packages = ApplyDesk(parts, self._desk, self)
        self._connect()

    def switch_mode(self) -> None:
        """Unlock editing, or lock it again."""
        self._mode.switch()

    @property
    def is_barred(self) -> bool:
        """Whether nobody can unlock editing either."""
        return self._mode.is_barred

    def bar(self, *, is_barred: bool) -> None:
        """Let nobody change anything until that ends."""
        self._mode.bar(is_barred=is_barred)

    def admit(self, then: Callable[[], object]) -> None:
        """Let somebody look who may change records."""
        self._mode.admit(then)

    def start_anew(self) -> None:
        """The next client begins: where a PIN guards the records they are locked again."""
        self._mode.lock()

    def edit(self, tab: Tab) -> None:
        """Open the form of the record in front; where editing is locked, unlock it first."""
        self._with_chosen(tab, self._forms.edit)

    def add(self, kind: Kind, tab: Tab) -> None:
        """Open an empty form; what belongs to an organisation begins with the one in front."""
        self._forms.add(kind, tab.chosen())

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
        self._with_chosen(tab, self.dialogs.note)

    def show_history(self, tab: Tab) -> None:
        """Show what was done to the record in front."""
        self._with_chosen(tab, self.dialogs.show_history)

    def review(self, first: Reference | None = None) -> None:
        """Show the records that somebody should look at; one that is named is the chosen one."""
        self._forms.review(first)

    def open_file(self, path: Path) -> None:
        """Look at a package, or import a file of another program; a package that is called otherwise is told there."""
        from desktop.domain.package import SUFFIX

        if path.suffix.lower() == SUFFIX:
            self.packages.take(path)
        else:
            self.dialogs.imports.take(path)

    def _with_chosen(self, tab: Tab, deed: Callable[[Reference], object]) -> None:
        if (chosen := tab.chosen()) is None:
            self.said.emit(self._tr("Choose a record first."))
        else:
            deed(chosen)

    def _connect(self) -> None:
        self._mode.switched.connect(self.switched)
        for part in (self._mode, self._desk, self._forms, self.drafts, self.dialogs, self.packages):
            part.said.connect(self.said)
        for changing in (self._desk, self._forms, self.dialogs, self.packages):
            changing.changed.connect(self.changed)
        self._forms.record_requested.connect(self.record_requested)
        self.drafts.resumed.connect(self._forms.resume)
        self.dialogs.imports.package_found.connect(self.packages.look)
