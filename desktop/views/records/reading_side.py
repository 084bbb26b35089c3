"""The right side of a tab: which record is wanted, which one is read, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate
from desktop.services.moments import moment_text
from desktop.views.records.reader import Reader, Reading
from desktop.views.widgets.remark import Remark

if TYPE_CHECKING:
    from desktop.domain.note import CounterNote
    from desktop.pages.blocks import Page
    from desktop.views.widgets.reading_pane import ReadingPane


_READ_AFTER_MS = 25
"""A choice that stays so long is read; whoever types or holds an arrow key would only wait for pages passed by."""


class ReadingSide(QObject):
    """`changed` tells that another record is wanted."""

    changed = Signal()

    def __init__(self, reader: Reader, tr: Translate, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._tr = tr
        self._pane: ReadingPane | None = None
        self._wanted: str | None = None
        self.reading: Reading | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_READ_AFTER_MS)
        self._later.timeout.connect(self.read_wanted)

    def show_in(self, pane: ReadingPane) -> None:
        """Show records here from now on."""
        self._pane = pane

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits to be read."""
        return not self._later.isActive()

    @property
    def is_wanted(self) -> bool:
        """Whether a record is wanted, read or not."""
        return self._wanted is not None

    @property
    def page(self) -> Page | None:
        """The page of the wanted record, once it has been read."""
        return self.reading.page if self.reading and self.reading.id == self._wanted else None

    def want(self, record_id: str) -> None:
        """Read a record, but only if nothing else is chosen at once."""
        if record_id != self._wanted:
            self._wanted = record_id
            self._reader.forget()
            self._later.start()
            self.changed.emit()

    def read(self, record_id: str) -> None:
        """Read a record now."""
        self.want(record_id)
        if self._later.isActive():
            self._later.stop()
            self.read_wanted()

    def read_wanted(self) -> None:
        """Read what is wanted, also once more."""
        if self._wanted is not None and self._pane is not None:
            if self.reading is None:
                self._pane.show_hint(self._tr("Loading …"))
            self._reader.read(self._wanted, self._show, self._tell)

    def show_to_staff(self, is_on: bool) -> None:
        """Tell beside the record how many notes are open, or no longer."""
        self._reader.is_for_staff = is_on
        if self.reading is not None:
            self.read_wanted()

    def forget(self) -> None:
        """Want nothing."""
        self._reader.forget()
        self._later.stop()
        self.reading = self._wanted = None

    def _show(self, reading: Reading) -> None:
        assert self._pane is not None
        self.reading = reading
        self._pane.show_page(reading.page, self._remark(reading.open_notes))

    def _remark(self, notes: tuple[CounterNote, ...]) -> Remark | None:
        if not notes:
            return None
        tr, count, last = self._tr, len(notes), notes[0]
        told = tr.plural("{count} note from the counter is open.", "{count} notes from the counter are open.", count)
        who, when = last.made_by, moment_text(last.made_at, tr)
        written = tr.plural(
            "Written {when} by {who}.", "The last one was written {when} by {who}.", count, who=who, when=when
        )
        return Remark(f"{told} {written}", tr("Look at it in the work-list"))

    def _tell(self, error: ExpectedError) -> None:
        assert self._pane is not None
        self.reading = self._wanted = None
        self._pane.show_hint(self._tr("This record cannot be shown."), error.message.in_words(self._tr))
