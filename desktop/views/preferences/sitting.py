"""One opening of the settings: the pages, and what is kept of them in the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.domain.errors import ExpectedError, FileWriteError
from desktop.settings import Settings
from desktop.views.preferences.data_page import DataPage
from desktop.views.preferences.desk import Anew, PreferencesDesk
from desktop.views.preferences.dialog import PreferencesDialog
from desktop.views.preferences.look_page import LookPage
from desktop.views.preferences.office_page import OfficePage
from desktop.views.preferences.paper_page import PaperPage
from desktop.views.preferences.parts import Surroundings
from desktop.views.preferences.records_page import RecordsPage

if TYPE_CHECKING:
    from desktop.views.pin_gate import PinGate


class PreferencesSitting:
    """Outlives its dialog where somebody closes it before what was begun has ended."""

    def __init__(self, desk: PreferencesDesk, gate: PinGate, around: Surroundings) -> None:
        settings = gate.settings.current
        self._desk = desk
        self._settings = gate.settings
        self._window = gate.window
        self._around = around
        self._tr = around.tr
        self._office, self._look = OfficePage(settings, around), LookPage(settings, around)
        self._records, self._data = RecordsPage(settings, around), DataPage(around)
        pages = (self._office, self._look, PaperPage(settings, around), self._records, self._data)
        self._dialog = PreferencesDialog(pages, around.tr, gate.window)
        self._dialog.keep_requested.connect(lambda: self._keep(self._end))
        self._data.move_requested.connect(lambda wanted: self._move(*wanted))
        self._dialog.finished.connect(self._dialog.deleteLater)

    def open(self, key: str) -> None:
        """Show the dialog with the page of this key in front."""
        self._dialog.open()
        if key:
            self._dialog.go_to(key)

    def _keep(self, then: Callable[[], object]) -> None:
        """Make in the background what takes time, then write; the settings may have changed since the dialog opened."""
        wanted = self._dialog.applied_to(self._settings.current)
        logo, pin, logos = self._office.new_logo, self._records.pin.new, self._around.parts.logos

        def made() -> Settings:
            from desktop.domain.pin import kept

            office = replace(wanted.office, logo=logos.keep_logo(logo)) if logo else wanted.office
            return replace(wanted, office=office, pin=kept(pin) if pin else wanted.pin)

        def write(settings: Settings) -> None:
            try:
                self._settings.keep(settings)
            except FileWriteError as error:
                self._warn(error)
            else:
                self._desk.kept.emit()
                then()

        self._around.background.run(made, write, self._warn, must_end=True)

    def _end(self) -> None:
        language = self._look.new_language
        if not self._dialog.is_over:
            self._dialog.accept()
        self._desk.said.emit(self._tr("The settings were kept."))
        if language:
            self._desk.anew_requested.emit(Anew(language=language))

    def _move(self, place: Path, is_there: bool) -> None:
        """Copy the data, or only point to those that are there; what stands on the other pages is kept before."""
        folder = self._around.parts.folder
        work = folder.use if is_there else folder.move

        def begin() -> None:
            run = self._around.background.run
            run(lambda: work(place), lambda _: self._end_moved(place), self._tell_trouble, must_end=True)

        if not self._dialog.find_fault():
            self._set_busy(is_busy=True)
            self._keep(begin)

    def _end_moved(self, place: Path) -> None:
        old = self._around.parts.folder.path
        self._set_busy(is_busy=False)
        self._dialog.accept()
        text = self._tr(
            "Wegweiser works with the data in {folder} from now on. The old folder is as it was; you may delete it when"
            " you have seen that nothing is missing: {old}",
            folder=place,
            old=old,
        )
        self._around.edges.notices.tell(self._window, self._tr("Data folder"), text)
        self._desk.anew_requested.emit(Anew(is_elsewhere=True))

    def _set_busy(self, *, is_busy: bool) -> None:
        self._dialog.set_busy(is_busy=is_busy)
        self._data.set_busy(is_busy=is_busy)

    def _tell_trouble(self, error: ExpectedError) -> None:
        self._set_busy(is_busy=False)
        self._data.tell_trouble(error)

    def _warn(self, error: ExpectedError) -> None:
        """What was to follow does not; the dialog is there to try again."""
        if not self._dialog.is_over:
            self._set_busy(is_busy=False)
        front = self._window if self._dialog.is_over else self._dialog
        self._around.edges.notices.warn(front, self._tr("That did not work"), error.message.in_words(self._tr))
