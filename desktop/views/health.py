"""Says for as long as it lasts that nothing can be changed, or that what is shown is a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate
from desktop.views.background import Background
from desktop.views.widgets.notice_bar import NoticeBar, Way

if TYPE_CHECKING:
    from desktop.domain.errors import Message

_WORD = "read-only"


class Patient(Protocol):
    """A database that may be damaged or only be read."""

    @property
    def why_read_only(self) -> Message | None:
        """Why nothing can be changed, if so."""

    @property
    def is_damaged(self) -> bool:
        """Whether a backup is read in its place."""

    def look_for_damage(self) -> bool:
        """Whether damage was found that nobody knew of; from then on a backup is read."""


class Health(QObject):
    """Looks when it is told to; `changed` tells that something else is read than before."""

    changed = Signal()
    backups_requested = Signal()

    def __init__(
        self, patient: Patient, background: Background, bar: NoticeBar, tr: Translate, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._patient = patient
        self._background = background
        self._bar = bar
        self._tr = tr

    def tell(self) -> None:
        """Say what is known, or that it is over."""
        why = self._patient.why_read_only
        if why is None:
            self._bar.withdraw(_WORD)
        else:
            self._say(why)

    def examine(self) -> None:
        """Read the whole database in the background."""
        self._background.run(self._patient.look_for_damage, self._hear, self._say_error)

    def _hear(self, is_found: bool) -> None:
        if is_found:
            self.tell()
            self.changed.emit()

    def _say(self, message: Message) -> None:
        restore = Way(self._tr("&Restore a backup …"), self.backups_requested.emit)
        self._bar.tell(_WORD, message.in_words(self._tr), (restore,) if self._patient.is_damaged else ())

    def _say_error(self, error: ExpectedError) -> None:
        self._bar.tell(_WORD, error.message.in_words(self._tr))
