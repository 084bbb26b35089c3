"""Puts together what the commands need, without a display and without Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.app.account import account_name
from desktop.app.backup_home import backups_elsewhere
from desktop.app.paths import MAPPINGS, Paths
from desktop.app.taking import applying_here
from desktop.cli.applying import ApplyCommand
from desktop.cli.commands import Commands
from desktop.cli.packages import PackageCommands
from desktop.cli.terminal import Terminal
from desktop.domain.data_folder import Origin
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.services.backups import Backups
from desktop.services.catalogue import Catalogue
from desktop.services.clock import Clock
from desktop.services.office import OfficeDesk
from desktop.services.paper import PaperDesk, PaperSupplies
from desktop.services.search import Search
from desktop.settings import Settings

if TYPE_CHECKING:
    from desktop.services.packing import Packing


class Here(NamedTuple):
    """Where a command runs: the places, the settings as they hold, and the policy above them."""

    paths: Paths
    settings: Settings
    policy: Policy
    tr: Translate


class Services(NamedTuple):
    """What the commands work with."""

    catalogue: Catalogue
    search: Search
    backups: Backups


def run_command(arguments: argparse.Namespace, here: Here, terminal: Terminal) -> int:
    """The exit code of one command."""
    paths, tr = here.paths, here.tr
    services = _services(here)
    catalogue, search = services.catalogue, services.search
    logos = OfficeDesk(paths.data, here.policy.logo)
    supplies = PaperSupplies(paths.translations, logos, lambda: here.settings.office, date.today)
    try:
        paper = PaperDesk(catalogue, search, supplies, tr)
        return Commands(catalogue, search, paper, tr, terminal, _families(here, services, terminal)).run(arguments)
    finally:
        if (trouble := services.backups.trouble) is not None and arguments.command != "check":
            terminal.complain(trouble.in_words(tr))
        search.close()
        catalogue.close()


def _services(here: Here) -> Services:
    paths, elsewhere = here.paths, backups_elsewhere(here.paths, here.policy)
    months = here.settings.review_months
    catalogue = Catalogue(
        paths.database,
        paths.shipped,
        here.tr,
        Clock(months=lambda: months),
        must_be_there=paths.origin is Origin.MOVED,
        shared=paths.shared_database,
        backups_elsewhere=elsewhere,
    )
    folder = paths.database.parent / "backups"
    return Services(catalogue, Search(catalogue), Backups(paths.database, folder, catalogue.apart, elsewhere=elsewhere))


def _families(here: Here, services: Services, terminal: Terminal) -> dict[str, Callable[[argparse.Namespace], int]]:
    """The commands that are not about the records alone."""
    paths, tr, catalogue = here.paths, here.tr, services.catalogue

    def packing() -> Packing:
        from desktop.services.packing import packing_of

        return packing_of(catalogue, paths.data, lambda: here.settings.office, datetime.now, tr)

    def package(asked: argparse.Namespace) -> int:
        if asked.deed == "apply":
            return ApplyCommand(applying_here(catalogue, services.backups), tr, terminal).run(asked)
        return PackageCommands(packing(), tr, terminal).run(asked)

    return {
        "check": lambda asked: _check(asked, here, services, terminal),
        "export": lambda asked: _export(asked, services, tr, terminal),
        "import": lambda asked: _import(asked, here, services, terminal),
        "package": package,
    }


def _check(arguments: argparse.Namespace, here: Here, services: Services, terminal: Terminal) -> int:
    from desktop.app.policy_place import places
    from desktop.cli.checking import CheckCommand
    from desktop.services.health import HealthDesk, Places, as_values
    from desktop.services.package_folder import PackageFolder

    paths, policy = here.paths, here.policy
    shared = PackageFolder(policy.packages, services.catalogue) if policy.packages else None
    lying = Places(paths.database, paths.origin, paths.log_file, tuple(places(paths)))
    desk = HealthDesk(lying, services.catalogue, services.backups, policy, shared, here.tr)
    folder = backups_elsewhere(paths, policy) or paths.database.parent / "backups"
    report = CheckCommand(
        lambda: desk.report(datetime.now(), folder), as_values, services.catalogue.repair, here.tr, terminal
    )
    return report.run(arguments)


def _export(arguments: argparse.Namespace, services: Services, tr: Translate, terminal: Terminal) -> int:
    from desktop.cli.exporting import export
    from desktop.services.exporting import Exporting

    return export(arguments, Exporting(services.catalogue, services.search, tr), tr, terminal)


def _import(arguments: argparse.Namespace, here: Here, services: Services, terminal: Terminal) -> int:
    from desktop.cli.importing import ImportCommand, ImportNeeds
    from desktop.domain.backup import Reason
    from desktop.domain.incoming import Stamp
    from desktop.services.clock import is_wrong
    from desktop.services.editing import Desk
    from desktop.services.importing.desk import Importing
    from desktop.services.importing.mappings import Mappings
    from desktop.views.editing.wording import report_wording

    user_name = here.settings.user_name
    desk = Desk(
        lambda: user_name or account_name() or "?",
        lambda: datetime.now().astimezone(),
        lambda: here.settings.review_months,
    )
    today = None if is_wrong(datetime.now()) else date.today()
    importing = Importing(services.catalogue, desk, lambda: services.backups.make(Reason.IMPORT))
    needs = ImportNeeds(importing, Mappings(here.paths.data / MAPPINGS), Stamp(today), report_wording)
    return ImportCommand(needs, here.tr, terminal).run(arguments)
