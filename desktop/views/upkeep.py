"""Keeps window and records together: changes by hand and by others, damage, drafts that were left."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QMainWindow

from desktop.services.moments import moment_text
from desktop.views.damage_notice import DamageNotice, Patient
from desktop.views.keeping_parts import KeepingServices
from desktop.views.package_watch import WatchParts
from desktop.views.pin_gate import PinGate
from desktop.views.record_keeping import RecordKeeping
from desktop.views.shared_folders import SharedFolders
from desktop.views.watcher import Versioned, Watcher
from desktop.views.widgets.notice_bar import NoticeBar, Way

if TYPE_CHECKING:
    from desktop.domain.applying import News
    from desktop.services.drafts import Draft

_DRAFT = "draft"
_NEWS = "news"


class UpkeepParts(NamedTuple):
    """What changes the records, what counts the changes, what may be damaged, and where packages are laid down."""

    services: Callable[[], KeepingServices]
    changes: Versioned
    patient: Patient
    shared: WatchParts


class Upkeep(QObject):
    """`changed` tells that records may be others than those that are shown."""

    said = Signal(str)
    changed = Signal()
    record_requested = Signal(object)

    def __init__(
        self,
        parts: UpkeepParts,
        gate: PinGate,
        bar: NoticeBar,
    ) -> None:
        window = gate.window
        assert isinstance(window, QMainWindow)
        super().__init__(window)
        self._tr = gate.tr
        self._bar = bar
        services = cache(parts.services)
        self.keeping = RecordKeeping(services, gate)
        self._shared = SharedFolders(parts.shared, services, self.keeping, gate, bar)
        self._watcher = Watcher(parts.changes, gate.background, self)
        self._damage = DamageNotice(parts.patient, gate.background, self._bar, gate.tr, self)
        self._drafts: tuple[Draft, ...] = ()
        self._news: News | None = None
        self._mode = QLabel()
        window.statusBar().addPermanentWidget(self._mode)
        self._show_mode(is_on=False)
        self._connect()

    def begin(self) -> None:
        """Look at what takes its time, or is only of use once everything else is there."""
        self._damage.tell()
        self._damage.examine()
        self._watcher.start()
        self.keeping.drafts.look()
        self.keeping.packages.look_for_news()
        self._shared.start()

    def tell(self) -> None:
        """Say anew whether the records can be changed."""
        self._damage.tell()

    def set_event(self, is_on: bool) -> None:
        """At an event nobody can change records, nor is told how; drafts wait until it has ended."""
        self._mode.setHidden(is_on)
        self.keeping.bar(is_barred=is_on)
        self._damage.bar(is_barred=is_on)
        self._offer(self._drafts)
        self._tell_news(self._news)
        self._shared.tell()

    def end(self) -> None:
        """Look no more."""
        self._watcher.stop()
        self.keeping.drafts.stop()
        self._shared.stop()

    def _show_mode(self, *, is_on: bool) -> None:
        words = self._tr("Editing is unlocked – F2 locks") if is_on else self._tr("Read-only – F2 unlocks")
        self._mode.setText(words)
        self._mode.setAccessibleName(words)

    def _offer(self, drafts: tuple[Draft, ...]) -> None:
        """One draft after the other, the last one first."""
        self._drafts = drafts
        if not drafts or self.keeping.is_barred:
            self._bar.withdraw(_DRAFT)
            return
        draft, desk = drafts[0], self.keeping.drafts
        text = self._tr(
            "Wegweiser ended before this was saved: {name} ({moment}).",
            name=draft.name,
            moment=moment_text(draft.kept_at, self._tr),
        )
        go_on = Way(self._tr("&Go on with it"), partial(desk.resume, draft))
        self._bar.tell(_DRAFT, text, (go_on, Way(self._tr("&Discard"), partial(desk.discard, draft))))

    def _tell_news(self, news: News | None) -> None:
        """Newer shipped data are there already; who has time looks at them."""
        self._news = news
        if news is None or self.keeping.is_barred:
            self._bar.withdraw(_NEWS)
            return
        from desktop.views.packages.wording import news_text

        desk = self.keeping.packages
        ways = (Way(self._tr("&Look at it"), desk.show_shipped), Way(self._tr("&Dismiss"), desk.dismiss_news))
        self._bar.tell(_NEWS, news_text(news, self._tr), ways)

    def _pass_on(self, decided: Draft) -> None:
        """Offer the drafts that nobody has decided about yet."""
        self._offer(tuple(draft for draft in self._drafts if draft != decided))

    def _connect(self) -> None:
        for part in (self._watcher, self._damage):
            part.changed.connect(self.changed)
        self.keeping.changed.connect(self._watcher.follow)
        self._damage.backups_requested.connect(self.keeping.dialogs.show_backups)
        self.keeping.said.connect(self.said)
        self._shared.said.connect(self.said)
        self.keeping.switched.connect(lambda is_on: self._show_mode(is_on=is_on))
        self.keeping.drafts.found.connect(self._offer)
        self.keeping.drafts.decided.connect(self._pass_on)
        self.keeping.packages.news_found.connect(self._tell_news)
        self.keeping.record_requested.connect(self.record_requested)
