"""The page that shows where the data lie, and lets them be moved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desktop.domain.data_folder import FolderFacts, Origin
from desktop.domain.errors import N_, ExpectedError
from desktop.domain.shared_folder import RULE
from desktop.views.preferences.page import Page, add_below, add_gap, add_held, add_row, form, say, words
from desktop.views.preferences.parts import Surroundings
from desktop.views.widgets.flow import FlowLayout

_WHY = {
    Origin.ASKED: N_(
        "This folder was chosen with --data-dir when Wegweiser was started; that goes before any setting."
    ),
    Origin.PORTABLE: N_(
        "This folder lies beside the program, which may be carried on a stick; that goes before any setting."
    ),
    Origin.MOVED: N_("This folder was chosen here."),
    Origin.USUAL: N_("This is the usual folder of your account on this computer."),
}


class DataPage(Page):
    """`move_requested` names the folder that is wanted; nothing is copied before a person has agreed."""

    key = "data"
    move_requested = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        tr = around.tr
        super().__init__(tr("Data"), around)
        folder = around.parts.folder
        self._path = QLineEdit(str(folder.path))
        self._path.setReadOnly(True)
        self._path.setCursorPosition(0)
        self._size, self._backups = words(tr("is being read …")), words(tr("is being read …"))
        self._trouble = words()
        self._trouble.setObjectName("folder-trouble")
        self._copy = QPushButton(tr("&Copy path"))
        self._open = QPushButton(tr("&Open folder"))
        self._move = QPushButton(tr("&Move the data …"))
        self._move.setVisible(folder.origin.may_change)
        self._lay_out(tr(RULE, share=folder.share) if folder.share else tr(_WHY[folder.origin]))
        self._copy.clicked.connect(self._copy_path)
        self._open.clicked.connect(self._open_folder)
        self._move.clicked.connect(self._choose)

    @override
    def begin(self) -> None:
        self.run(self.around.parts.folder.facts, self._show, self.tell_trouble)

    def tell_trouble(self, error: ExpectedError) -> None:
        """Say beside the path what did not work; the data are where they were."""
        self.set_busy(is_busy=False)
        say(self._trouble, error.message.in_words(self._tr))
        self._trouble.show()

    def set_busy(self, *, is_busy: bool) -> None:
        """While the data are copied nothing else can be done with them."""
        self._move.setDisabled(is_busy)
        say(self._trouble, self._tr("The data are being copied and compared …") if is_busy else "")
        self._trouble.setVisible(is_busy)

    def _show(self, facts: FolderFacts) -> None:
        tr = self._tr
        size = QLocale(tr.language).formattedDataSize(facts.database_size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        self._size.setText(size.replace(" ", "\N{NO-BREAK SPACE}"))
        self._backups.setText(str(facts.backups))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self._path.text())
        self._note(self._tr("Copied: {text}", text=self._path.text()))

    def _open_folder(self) -> None:
        folder = self.around.parts.folder.path
        if not self.around.edges.opener.open_folder(folder):
            self._note(self._tr("The folder {folder} cannot be shown here.", folder=folder))

    def _note(self, text: str) -> None:
        say(self._trouble, text)
        self._trouble.show()

    def _choose(self) -> None:
        chosen = self.around.edges.files.place_for_data(self)
        if chosen is not None:
            folder = self.around.parts.folder
            self.run(lambda: self._looked_at(folder.place_in(chosen)), self._ask, self.tell_trouble)

    def _looked_at(self, place: Path) -> tuple[Path, bool]:
        return place, self.around.parts.folder.holds_data(place)

    def _ask(self, found: tuple[Path, bool]) -> None:
        place, is_there = found
        tr, notices = self._tr, self.around.edges.notices
        if is_there:
            text = tr(
                "In {folder} there are data of Wegweiser already. They can be used from now on, with their own"
                " settings. The data that you see now stay where they are: {old}",
                folder=place,
                old=self.around.parts.folder.path,
            )
            is_agreed = notices.offers(self, tr("Use these data?"), text, tr("&Use them"))
        else:
            text = tr(
                "All records, backups, settings and drafts are copied to {folder} and compared; then Wegweiser works"
                " there. The old folder stays as it is: {old}",
                folder=place,
                old=self.around.parts.folder.path,
            )
            is_agreed = notices.offers(self, tr("Move the data?"), text, tr("&Move"))
        if is_agreed:
            self.move_requested.emit(found)

    def _lay_out(self, why: str) -> None:
        tr, made, buttons = self._tr, form(), QWidget()
        row = FlowLayout(buttons, gap=8)
        for button in (self._copy, self._open, self._move):
            button.setAutoDefault(False)
            row.addWidget(button)
        add_row(made, tr("&Data folder"), self._path)
        add_below(made, words(why))
        add_below(made, buttons)
        add_below(made, self._trouble)
        add_gap(made)
        self._trouble.hide()
        for name, label in ((tr("Size of the database"), self._size), (tr("Backups"), self._backups)):
            made.addRow(name, label)
        add_gap(made)
        parts = self.around.parts
        for name, place in (
            (tr("Folder for &backups"), parts.backups),
            (tr("Folder for &packages"), parts.policy.packages),
        ):
            if place is not None:
                add_held(made, name, str(place), tr)
        made.addRow(words(tr("Nothing of it ever leaves this computer by itself.")))
        self.lay_out(made)
