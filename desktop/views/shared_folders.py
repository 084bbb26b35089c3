"""Says above the tabs what there is to tell of the folders of an administration: a newer package, no way to back up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.views.package_watch import PackageWatch, WatchParts, found_text
from desktop.views.widgets.notice_bar import NoticeBar, Way

if TYPE_CHECKING:
    from desktop.domain.errors import ExpectedError, Message
    from desktop.services.backups import Backups
    from desktop.services.package_folder import Found
    from desktop.views.keeping_parts import KeepingServices
    from desktop.views.pin_gate import PinGate
    from desktop.views.record_keeping import RecordKeeping

_PACKAGE = "package"
_BACKUPS = "backups"


class SharedFolders(QObject):
    """Asks them on a worker of their own; without a policy that names one there is nothing to do."""

    said = Signal(str)

    def __init__(
        self,
        parts: WatchParts,
        services: Callable[[], KeepingServices],
        keeping: RecordKeeping,
        gate: PinGate,
        bar: NoticeBar,
    ) -> None:
        super().__init__(gate.window)
        self._services = services
        self._keeping = keeping
        self._gate = gate
        self._bar = bar
        self._asking = parts.asking
        self._watch = PackageWatch(parts, gate.background, gate.edges, self)
        self._package: Found | None = None
        self._dismissed: list[Found] = []
        self._watch.found.connect(self._take)
        self._watch.fetched.connect(keeping.packages.look)
        self._watch.failed.connect(self._warn)
        keeping.changed.connect(self._look_anew)

    def start(self) -> None:
        """Look for the first time."""
        self._watch.start()
        self._look_for_backups()

    def stop(self) -> None:
        """Look no more."""
        self._watch.stop()

    def tell(self) -> None:
        """Say anew what is known of packages; at an event nobody is told."""
        found, tr = self._package, self._gate.tr
        if found is None or found in self._dismissed or self._keeping.is_barred:
            self._bar.withdraw(_PACKAGE)
            return
        ways = (
            Way(tr("&Look at it"), lambda: self._keeping.admit(partial(self._fetch, found))),
            Way(tr("&Dismiss"), partial(self._dismiss, found)),
        )
        self._bar.tell(_PACKAGE, found_text(found, tr), ways)

    def _take(self, found: Found | None) -> None:
        if found != self._package:
            self._package = found
            self.tell()

    def _fetch(self, found: Found) -> None:
        self.said.emit(self._gate.tr("The package is being read …"))
        self._watch.fetch(found)

    def _dismiss(self, found: Found) -> None:
        """Say nothing of it until the next start."""
        self._dismissed.append(found)
        self.tell()

    def _look_anew(self) -> None:
        """Records were changed: perhaps by that package, and perhaps a backup was made before."""
        self._watch.look()
        self._look_for_backups()

    def _look_for_backups(self) -> None:
        """Find out whether backups can go where the administration wants them; a network may let that wait."""
        if self._gate.settings.policy.backups is not None:
            run = self._gate.background.run
            run(lambda: self._services().backups, self._ask_for_backups, lambda _: None)

    def _ask_for_backups(self, backups: Backups) -> None:
        self._asking.run(backups.look_for_place, self._tell_backups, lambda _: None)

    def _tell_backups(self, trouble: Message | None) -> None:
        if trouble is None:
            self._bar.withdraw(_BACKUPS)
        else:
            self._bar.tell(_BACKUPS, trouble.in_words(self._gate.tr))

    def _warn(self, error: ExpectedError) -> None:
        self.said.emit("")
        self._gate.edges.warn(self._gate.window, error, self._gate.tr)
