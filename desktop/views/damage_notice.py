"""Says for as long as it lasts that nothing can be changed, or that what is shown is a backup or a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate
from desktop.views.background import Background
from desktop.views.widgets.notice_bar import NoticeBar, Way, Weight

if TYPE_CHECKING:
    from desktop.domain.errors import Message
    from desktop.domain.shared_folder import SharedFolder

_WORD = "read-only"
_COPY = "network-copy"


class Patient(Protocol):
    """A database that may be damaged, only be read or be a copy."""

    @property
    def why_read_only(self) -> Message | None:
        """Why nothing can be changed, if so."""

    @property
    def is_damaged(self) -> bool:
        """Whether a backup is read in its place."""

    @property
    def shared_folder(self) -> SharedFolder | None:
        """The folder on a network drive that it comes from, if so."""

    def look_for_damage(self) -> bool:
        """Whether damage was found that nobody knew of; from then on a backup is read."""


class DamageNotice(QObject):
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
        self._is_dismissed = self._is_barred = False

    def bar(self, *, is_barred: bool) -> None:
        """At an event nobody is told where the records come from."""
        self._is_barred = is_barred
        self._tell_of_copy()

    def tell(self) -> None:
        """Say what is known, or that it is over."""
        self._tell_of_copy()
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

    def _tell_of_copy(self) -> None:
        """Until somebody has read it."""
        shared = self._patient.shared_folder
        if shared is None or self._is_dismissed or self._is_barred:
            self._bar.withdraw(_COPY)
            return
        ways = [Way(self._tr("&Dismiss"), self._dismiss)]
        if shared.state.has_backup:
            ways.insert(0, Way(self._tr("&Restore a backup …"), self.backups_requested.emit))
        self._bar.tell(_COPY, shared.message.in_words(self._tr), ways)

    def _dismiss(self) -> None:
        self._is_dismissed = True
        self._tell_of_copy()

    def _say(self, message: Message) -> None:
        restore = Way(self._tr("&Restore a backup …"), self.backups_requested.emit)
        ways = (restore,) if self._patient.is_damaged else ()
        self._bar.tell(_WORD, message.in_words(self._tr), ways, Weight.HINDERS)

    def _say_error(self, error: ExpectedError) -> None:
        self._bar.tell(_WORD, error.message.in_words(self._tr), weight=Weight.HINDERS)
