"""Puts the window together: paths, services, tabs, window; tests call the very same function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from desktop.app.account import account_name
from desktop.app.paths import Paths
from desktop.app.tabs import tabs
from desktop.domain.data_folder import Origin
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.mentions import Mentions
from desktop.services.office import OfficeDesk
from desktop.services.overview import Overview
from desktop.services.paper import PaperDesk, PaperSupplies
from desktop.services.search import Search
from desktop.services.showing import Showing
from desktop.settings import Settings, SettingsKeeper
from desktop.views.background import Background
from desktop.views.edges import Edges
from desktop.views.help.desk import HelpParts
from desktop.views.keeping_parts import KeepingServices
from desktop.views.loading import Loading
from desktop.views.main_window import MainWindow, Parts
from desktop.views.paper.desk import PrintDesk
from desktop.views.paper.warming import Warming
from desktop.views.records.reader import Reader
from desktop.views.records.records_tab import Supplies
from desktop.views.search import SearchDesk
from desktop.views.tabs.programme.asking import Sources
from desktop.views.upkeep import UpkeepParts
from desktop.views.widgets.icons import Icons

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.package import Package
    from desktop.pages.blocks import Drawn
    from desktop.pages.manual.chapter import Chapter
    from desktop.services.about import About
    from desktop.services.applying.applying import Applying
    from desktop.services.backups import Backups
    from desktop.services.editing import Desk
    from desktop.views.editing.lookups import Asks
    from desktop.views.preferences.parts import PreferencesParts


def _now() -> datetime:
    from datetime import datetime

    return datetime.now().astimezone()


def build(
    paths: Paths,
    tr: Translate,
    edges: Edges,
    settings: Settings | None = None,
    *,
    now: Callable[[], datetime] = _now,
    remember: Callable[[Settings], object] = lambda _: None,
) -> MainWindow:
    """The window, ready to be shown.

    `remember` gets the settings when they change and when the window closes; then everything is let go.
    """
    keeper = SettingsKeeper(settings or Settings(), remember)
    clock = Clock(now, lambda: keeper.current.review_months)
    catalogue = Catalogue(paths.database, paths.shipped, tr, clock, must_be_there=paths.origin is Origin.MOVED)
    search = Search(catalogue)
    logos = OfficeDesk(paths.data)
    background, searching = Background(), Background()
    desk = SearchDesk(search, searching)
    supplies = PaperSupplies(paths.translations, logos, lambda: keeper.current.office, lambda: now().date())
    paper = PaperDesk(catalogue, search, supplies, tr)
    changes = Changes(catalogue, paths.database)

    @contextmanager
    def apart() -> Iterator[None]:
        with catalogue.apart():
            search.close()
            changes.close()
            yield

    services = partial(keeping_services, catalogue, search, background, clock, keeper, paths, apart)

    def preferences() -> PreferencesParts:
        from desktop.services.data_folder import DataFolder
        from desktop.services.due import Due
        from desktop.services.samples import Samples
        from desktop.views.preferences.parts import PreferencesParts

        backups = partial(_backups, paths, apart, clock)
        return PreferencesParts(
            logos=logos,
            samples=Samples(paper.make, search, paths.translations, lambda: now().date(), tr),
            due=Due(catalogue, clock).count,
            folder=DataFolder(paths.database, paths.origin, apart, paths.point_to, backups),
            account=account_name,
        )

    sources = Sources(Overview(catalogue, search, paths.outline, tr), background)
    mentions = Mentions(catalogue, search, paths.shipped)
    all_tabs = tabs(lambda: Supplies(Reader(mentions, background, tr), desk, lambda: now().date(), tr), sources)
    window = MainWindow(
        Parts(
            tabs=all_tabs,
            desk=PrintDesk(paper, background, edges, tr, lambda: keeper.current.printer),
            edges=edges,
            loading=Loading(search, catalogue, background),
            background=background,
            search=desk,
            preferences=preferences,
            icons=Icons(paths.icons),
            showing=Showing(catalogue, paths.translations, tr),
            upkeep=UpkeepParts(services, changes, catalogue),
            help=help_parts(catalogue, paths, tr.language),
        ),
        tr,
        keeper,
    )
    warming = Warming(paper.warm_up, all_tabs, window)
    workers = (desk.give_up_all, warming.close, searching.close, background.close)
    for end in (*workers, changes.close, search.close, catalogue.close):
        window.closing.connect(end)
    return window


def help_parts(catalogue: Catalogue, paths: Paths, language: str) -> HelpParts:
    """The manual and what the program says of itself, imported when somebody asks."""

    def chapters(spelled: Callable[[str], str], made: Mapping[str, Sequence[Drawn]]) -> tuple[Chapter, ...]:
        from desktop.services.manual import Manual

        return Manual(paths.manual, language).chapters(spelled, made)

    def about() -> About:
        from desktop.services.about import AboutDesk

        return AboutDesk(catalogue, paths.data, paths.log_file).about()

    return HelpParts(chapters, about)


def keeping_services(
    catalogue: Catalogue,
    search: Asks,
    background: Background,
    clock: Clock,
    keeper: SettingsKeeper,
    paths: Paths,
    apart: Callable[[], AbstractContextManager[object]],
) -> KeepingServices:
    """What looks after the records; in the history stands the name of the settings, or else that of the account.

    `apart` lets go of the database, so that a backup can take its place. All this is imported when it is first needed:
    the start must not pay for it.
    """
    from desktop.services.applying.news import ShippedData
    from desktop.services.drafts import Drafts
    from desktop.services.editing import Desk, Editing
    from desktop.services.review import Review
    from desktop.views.editing.lookups import RecordLookups

    def who() -> str:
        return keeper.current.user_name or account_name() or "?"

    desk = Desk(who, clock.now, clock.months)
    backups = _backups(paths, apart, clock)
    return KeepingServices(
        editing=Editing(catalogue, desk, backups.make_daily),
        review=Review(catalogue, desk),
        drafts=Drafts(paths.data / "drafts", clock.now),
        backups=backups,
        lookups=RecordLookups(search, catalogue, background),
        now=clock.now,
        account=account_name,
        packages=lambda: applying(catalogue, desk, backups),
        shipped=ShippedData(catalogue),
    )


def applying(catalogue: Catalogue, desk: Desk, backups: Backups) -> Applying:
    """What takes packages; the reader of their files is imported when there is one."""
    from desktop.services.applying.applying import Applying

    def read(path: Path, tell: Callable[[int, int], object]) -> Package:
        from desktop.exchange.package import read_package

        return read_package(path, tell=tell)

    return Applying(catalogue, desk, backups.make, read)


def _backups(paths: Paths, apart: Callable[[], AbstractContextManager[object]], clock: Clock) -> Backups:
    from desktop.services.backups import Backups

    return Backups(paths.database, paths.database.parent / "backups", apart, clock.now)
