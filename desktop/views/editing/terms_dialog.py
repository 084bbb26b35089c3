"""The dialog for the two closed lists: topics and target groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desktop.domain.change import PlacedTerm
from desktop.domain.errors import ExpectedError
from desktop.domain.naming import new_id
from desktop.domain.record import Term
from desktop.domain.vocabulary import Taxonomy
from desktop.i18n import Translate
from desktop.views.background import Background
from desktop.views.edges import Tells
from desktop.views.editing.saving_dialog import SavingDialog, row_of
from desktop.views.editing.term_form import TermForm
from desktop.views.widgets.box_name import name_box
from desktop.views.widgets.roomy_rows import make_roomy
from desktop.views.widgets.sizes import fit

_SIZE_IN_EMS = (54, 40)


class KeepsTerms(Protocol):
    """Where the lists are kept; both may take a while."""

    def all_terms(self) -> Sequence[PlacedTerm]:
        """The entries of both lists in their order."""

    def save_term(self, before: PlacedTerm | None, after: PlacedTerm | None, /) -> object:
        """Add, change or remove an entry; raises `ExpectedError` where that must not be."""


class TermsDialog(SavingDialog):
    """Shows one list at a time, with the form of the chosen entry; `kept` tells that a list has changed."""

    kept = Signal()

    def __init__(
        self, keeper: KeepsTerms, background: Background, notices: Tells, tr: Translate, parent: QWidget
    ) -> None:
        super().__init__(notices, tr, parent)
        self._keeper, self._background = keeper, background
        self._all: Sequence[PlacedTerm] = ()
        self._shown: PlacedTerm | None = None
        self._which, self._list = QComboBox(), QListWidget()
        self._form = TermForm(tr)
        self._closes = False
        self._wanted = ""
        self._lay_out()
        self._connect()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._load()

    @property
    def is_changed(self) -> bool:
        """Whether something is not saved yet."""
        return self._form.is_changed

    @override
    def save(self, *, closes: bool = False) -> None:
        self._closes = closes
        if not self.is_changed:
            if closes:
                self.accept()
            return
        if (wrong := self._form.refused()) is not None:
            self._say(self._tr("Not saved. {field}: {problem}", field=wrong[0], problem=wrong[1]))
            return
        name, others = self._form.typed()
        if self._shown is None:
            after = self._placed_last(name, others)
        else:
            after = replace(self._shown, term=replace(self._shown.term, name=name, alternate_names=others))
        self._wanted = after.term.id
        self._keep(self._shown, after)

    @override
    def reject(self) -> None:
        if self._may_leave(closes=True):
            super().reject()

    def _load(self) -> None:
        self._background.run(self._keeper.all_terms, self._show, self._refused)

    def _show(self, terms: Sequence[PlacedTerm]) -> None:
        if isValid(self):
            self._all = terms
            self._fill()

    def _fill(self) -> None:
        """Show the chosen list, on the entry that was wanted or on the first."""
        self._list.blockSignals(True)
        self._list.clear()
        for placed in self._here():
            self._list.addItem(placed.term.name)
        ids = [placed.term.id for placed in self._here()]
        self._list.setCurrentRow(ids.index(self._wanted) if self._wanted in ids else 0)
        self._list.blockSignals(False)
        self._show_entry(self._list.currentRow())

    def _here(self) -> list[PlacedTerm]:
        return [placed for placed in self._all if placed.taxonomy is self._taxonomy()]

    def _taxonomy(self) -> Taxonomy:
        return list(Taxonomy)[self._which.currentIndex()]

    def _show_entry(self, row: int) -> None:
        entries = self._here()
        self._shown = entries[row] if 0 <= row < len(entries) else None
        taken = [placed.term.name for placed in entries if placed != self._shown]
        self._form.show_term(self._shown.term if self._shown else None, taken)

    def _row_changed(self, row: int) -> None:
        if self._shown is not None and self._here()[row : row + 1] == [self._shown]:
            return
        if self._may_leave():
            self._say("")
            self._show_entry(row)
        else:
            self._back()

    def _which_changed(self) -> None:
        if self._may_leave():
            self._wanted = ""
            self._fill()
        else:
            self._back()

    def _back(self) -> None:
        """Stay with the entry that is being edited."""
        if self._shown is not None:
            self._which.setCurrentIndex(list(Taxonomy).index(self._shown.taxonomy))
            self._list.blockSignals(True)
            self._list.setCurrentRow(self._here().index(self._shown) if self._shown in self._here() else -1)
            self._list.blockSignals(False)

    def _add(self) -> None:
        if self._may_leave():
            self._list.blockSignals(True)
            self._list.setCurrentRow(-1)
            self._list.blockSignals(False)
            self._show_entry(-1)
            self._say(self._tr("Write the name of the new entry and save it."))
            self._form.begin()

    def _remove(self) -> None:
        if self._shown is None:
            return
        shown, remove, cancel = self._shown, self._tr("&Remove"), self._tr("Cancel")
        text = self._tr("Remove “{name}” from the list?", name=shown.term.name)
        if self._notices.asks(self, self._tr("Remove"), text, (remove, cancel)) == remove:
            self._closes = False
            self._keep(shown, None)

    def _keep(self, before: PlacedTerm | None, after: PlacedTerm | None) -> None:
        self._background.run(
            lambda: self._keeper.save_term(before, after),
            lambda _: self._kept(after),
            self._refused,
            must_end=True,
        )

    def _kept(self, after: PlacedTerm | None) -> None:
        if not isValid(self):
            return
        self.kept.emit()
        self._say(self._tr("Saved: “{name}”", name=after.term.name) if after else self._tr("Removed."))
        if self._closes:
            self.accept()
        else:
            self._load()

    def _refused(self, error: ExpectedError) -> None:
        if isValid(self):
            self._say(error.message.in_words(self._tr))

    def _placed_last(self, name: str, others: tuple[str, ...]) -> PlacedTerm:
        here = self._here()
        term = Term(id=new_id(name, {placed.term.id for placed in here}), name=name, alternate_names=others)
        return PlacedTerm(max((placed.position for placed in here), default=-1) + 1, self._taxonomy(), term)

    def _may_leave(self, *, closes: bool = False) -> bool:
        """Whether nothing is lost, or the person wants it so; who wants to save stays until that is done."""
        name = self._form.typed()[0] or self._tr("New")
        return not self.is_changed or self._gives_up(name, closes=closes)

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self._which_changed)
        self._list.currentRowChanged.connect(self._row_changed)
        self._form.changed.connect(lambda: self._say(""))
        for keys, act in (("Ins", self._add), ("Del", self._remove)):
            shortcut = QShortcut(QKeySequence(keys), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        tr = self._tr
        self.setWindowTitle(tr("Topics and target groups"))
        self._which.addItems([tr("Topics"), tr("Target groups")])
        self._which.setToolTip(tr("List"))
        self._list.setAccessibleName(tr("Entries"))
        self._list.setWordWrap(True)
        make_roomy(self._list)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left, both = QVBoxLayout(), QHBoxLayout()
        left.addWidget(self._which)
        left.addWidget(self._list, 1)
        left.addLayout(row_of(((tr("New"), "Ins", self._add), (tr("Remove"), "Del", self._remove)), tr))
        both.addLayout(left, 1)
        both.addWidget(self._form, 1)
        column = QVBoxLayout(self)
        column.addLayout(both, 1)
        column.addWidget(self._word)
        column.addLayout(row_of(((tr("Save"), "Ctrl+S", self.save), (tr("Close"), "Esc", self.reject)), tr))
        name_box(self._which, tr("List"))
        fit(self, *_SIZE_IN_EMS)
