"""What every desk of the window stands on, and how each is put together from it when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from typing import TYPE_CHECKING

from desktop.app.account import account_name
from desktop.app.backup_home import backups_elsewhere
from desktop.app.paths import MAPPINGS, Paths
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.mentions import Mentions
from desktop.services.overview import Overview
from desktop.services.search import Search
from desktop.settings import SettingsKeeper
from desktop.views.background import Background
from desktop.views.desks import DeskParts
from desktop.views.edges import Edges
from desktop.views.records.reader import Reader
from desktop.views.records.records_tab import Supplies
from desktop.views.search import SearchDesk
from desktop.views.tabs.programme.asking import Sources

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.pages.blocks import Drawn
    from desktop.pages.manual.chapter import Chapter
    from desktop.services.about import About
    from desktop.services.backups import Backups
    from desktop.services.editing import Desk
    from desktop.services.packing import Packing
    from desktop.services.paper import PaperDesk
    from desktop.services.showing import Showing
    from desktop.views.exporting.desk import ExportParts
    from desktop.views.help.desk import HelpParts
    from desktop.views.importing.parts import ImportServices
    from desktop.views.keeping_parts import KeepingServices
    from desktop.views.package_watch import WatchParts
    from desktop.views.paper.desk import PrintDesk
    from desktop.views.preferences.parts import PreferencesParts
    from desktop.views.upkeep import UpkeepParts


class Ground:
    """The services of one window; what takes time to import is imported by the first who asks."""

    def __init__(
        self, paths: Paths, tr: Translate, edges: Edges, keeper: SettingsKeeper, now: Callable[[], datetime]
    ) -> None:
        from desktop.domain.data_folder import Origin

        self._paths = paths
        self._tr = tr
        self.edges = edges
        self._keeper = keeper
        self._now = now
        self._policy = keeper.policy
        self._backups_elsewhere = backups_elsewhere(paths, keeper.policy)
        self._clock = Clock(now, lambda: keeper.current.review_months)
        is_elsewhere = paths.origin is Origin.MOVED
        self.catalogue = Catalogue(
            paths.database,
            paths.shipped,
            tr,
            self._clock,
            must_be_there=is_elsewhere,
            shared=paths.shared_database,
            is_afar=paths.is_afar,
            backups_elsewhere=self._backups_elsewhere,
        )
        self.search = Search(self.catalogue)
        self.background, self.searching = Background(), Background()
        self._mentions = Mentions(self.catalogue, self.search, paths.shipped)
        self._watching, self._asking = Background(), Background()
        self._changes = Changes(self.catalogue, paths.database)

    def desk_parts(self) -> DeskParts:
        """How each desk is made."""
        return DeskParts(
            self._printing,
            self._preferences,
            self._upkeep,
            self._showing,
            self._help,
            self._packing,
            self._exporting,
        )

    def supplies(self, desk: SearchDesk) -> Supplies:
        """What one tab works with."""
        return Supplies(
            Reader(self._mentions, self.background, self._tr, self.catalogue.open_notes), desk, self._today, self._tr
        )

    def sources(self) -> Sources:
        """What the programme as a whole is seen in."""
        return Sources(Overview(self.catalogue, self.search, self._paths.outline, self._tr), self.background)

    def close(self) -> None:
        """Let go of everything, the work that is under way first; but nobody waits for a folder on a network."""
        for worker in (self._watching, self._asking):
            worker.leave()
        for end in (self.searching.close, self.background.close, self._changes.close, self.search.close):
            end()
        self.catalogue.close()

    def warm_up(self) -> None:
        """Get ready for the first sheet."""
        self._paper.warm_up()

    @cached_property
    def _paper(self) -> PaperDesk:
        from desktop.services.office import OfficeDesk
        from desktop.services.paper import PaperDesk, PaperSupplies

        keeper = self._keeper
        logos = OfficeDesk(self._paths.data, self._policy.logo)
        supplies = PaperSupplies(self._paths.translations, logos, lambda: keeper.current.office, self._today)
        return PaperDesk(self.catalogue, self.search, supplies, self._tr)

    def _today(self) -> date:
        return self._now().date()

    def _printing(self) -> PrintDesk:
        from desktop.views.paper.desk import PrintDesk

        keeper = self._keeper
        return PrintDesk(self._paper, self.background, self.edges, self._tr, lambda: keeper.current.printer)

    def _showing(self) -> Showing:
        from desktop.services.showing import Showing

        return Showing(self.catalogue, self._paths.translations, self._tr)

    def _exporting(self) -> ExportParts:
        from desktop.services.exporting import Exporting
        from desktop.views.exporting.desk import ExportParts

        return ExportParts(Exporting(self.catalogue, self.search, self._tr), self._today)

    def _preferences(self) -> PreferencesParts:
        from desktop.services.data_folder import DataFolder
        from desktop.services.due import Due
        from desktop.services.office import OfficeDesk
        from desktop.services.samples import Samples
        from desktop.views.preferences.parts import PreferencesParts

        paths = self._paths
        return PreferencesParts(
            policy=self._policy,
            backups=self._backups_elsewhere,
            logos=OfficeDesk(paths.data, self._policy.logo),
            samples=Samples(self._paper.make, self.search, paths.translations, self._today, self._tr),
            due=Due(self.catalogue, self._clock).count,
            folder=DataFolder(paths.database, paths.origin, self._apart, paths.point_to, self._backups, paths.share),
            account=account_name,
        )

    def _upkeep(self) -> UpkeepParts:
        from desktop.views.upkeep import UpkeepParts

        return UpkeepParts(self._keeping, self._changes, self.catalogue, self._watch_parts())

    def _watch_parts(self) -> WatchParts:
        from desktop.services.package_folder import PackageFolder
        from desktop.views.package_watch import WatchParts

        folder = self._policy.packages
        shared = PackageFolder(folder, self.catalogue) if folder else None
        return WatchParts(shared, self._watching, self._asking)

    def _keeping(self) -> KeepingServices:
        """What looks after the records; in the history stands the name of the settings, or else of the account."""
        from desktop.app.taking import applying_of, desk_of
        from desktop.services.applying.news import ShippedData
        from desktop.services.drafts import Drafts
        from desktop.services.editing import Editing
        from desktop.services.review import Review
        from desktop.views.editing.lookups import RecordLookups
        from desktop.views.keeping_parts import KeepingServices

        clock, keeper = self._clock, self._keeper
        desk = desk_of(lambda: keeper.current, clock.now)
        backups = self._backups()
        return KeepingServices(
            editing=Editing(self.catalogue, desk, backups.make_daily),
            review=Review(self.catalogue, desk),
            drafts=Drafts(self._paths.data / "drafts", clock.now),
            backups=backups,
            lookups=RecordLookups(self.search, self.catalogue, self.background),
            imports=self._imports(desk, backups),
            now=clock.now,
            account=account_name,
            packages=lambda: applying_of(self.catalogue, desk, backups),
            shipped=ShippedData(self.catalogue),
        )

    def _imports(self, desk: Desk, backups: Backups) -> ImportServices:
        from desktop.app.taking import importing_of, stamp_at
        from desktop.services.importing.mappings import Mappings
        from desktop.views.importing.parts import ImportServices

        importing = importing_of(self.catalogue, desk, backups)
        return ImportServices(importing, Mappings(self._paths.data / MAPPINGS), lambda: stamp_at(desk.now()))

    def _packing(self) -> Packing:
        from desktop.services.packing import packing_of

        keeper = self._keeper
        return packing_of(self.catalogue, self._paths.data, lambda: keeper.current.office, self._now, self._tr)

    def _backups(self) -> Backups:
        from desktop.services.backups import Backups

        paths = self._paths
        return Backups(paths.database, paths.backups, self._apart, self._clock.now, self._backups_elsewhere)

    def _help(self) -> HelpParts:
        from desktop.views.help.desk import HelpParts

        return HelpParts(partial(_chapters, self._paths, self._tr.language), self._about)

    def _about(self) -> About:
        from desktop.services.about import AboutDesk

        return AboutDesk(self.catalogue, self._paths.data, self._paths.log_file).about()

    @contextmanager
    def _apart(self) -> Iterator[None]:
        """Let go of the database, so that another file can take its place."""
        with self.catalogue.apart():
            self.search.close()
            self._changes.close()
            yield


def _chapters(
    paths: Paths, language: str, spelled: Callable[[str], str], made: Mapping[str, Sequence[Drawn]]
) -> tuple[Chapter, ...]:
    from desktop.services.manual import Manual

    return Manual(paths.manual, language).chapters(spelled, made)
