"""Puts together what the commands need, without a display and without Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.app.asked_folder import NewFolder, why_none
from desktop.app.backup_home import backups_elsewhere
from desktop.app.paths import MAPPINGS
from desktop.app.start import Start
from desktop.app.taking import applying_of, desk_of
from desktop.cli.applying import ApplyCommand
from desktop.cli.commands import Commands
from desktop.cli.packages import PackageCommands
from desktop.cli.terminal import FAULTY, WRONG_USE, Terminal
from desktop.domain.data_folder import Origin
from desktop.domain.errors import Message
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.services.backups import Backups
from desktop.services.catalogue import Catalogue
from desktop.services.clock import Clock
from desktop.services.office import OfficeDesk
from desktop.services.paper import PaperDesk, PaperSupplies
from desktop.services.search import Search

if TYPE_CHECKING:
    from desktop.domain.health import WindowHealth
    from desktop.services.editing import Desk
    from desktop.services.packing import Packing


class Services(NamedTuple):
    """What the commands work with."""

    catalogue: Catalogue
    search: Search
    backups: Backups


def carried_out(arguments: argparse.Namespace, start: Start, terminal: Terminal) -> int:
    """The exit code of one command, and of the window where it is tried as well."""
    if (why := why_none(start.paths)) is not None:
        terminal.complain(why.in_words(start.tr))
        return WRONG_USE
    of_policy, of_settings = start.notices()
    for told in (of_policy if arguments.command != "check" else None, of_settings):
        if told is not None:
            terminal.complain(told.in_words(start.tr))
    if (why := _refusal(arguments, start.policy)) is not None:
        terminal.complain(why.in_words(start.tr))
        return FAULTY
    folder = NewFolder(start.paths)
    code = run_command(arguments, start, terminal)
    if (made := folder.message) is not None:
        terminal.complain(made.in_words(start.tr))
    return code


def _refusal(asked: argparse.Namespace, policy: Policy) -> Message | None:
    """Why a command that changes records or signs may not, if so; what only looks may, and none asks for a PIN."""
    is_change = asked.command == "import" or (asked.command == "package" and asked.deed in ("apply", "create"))
    return policy.refusal(has_pin=True) if is_change and not getattr(asked, "dry_run", False) else None


def run_command(arguments: argparse.Namespace, start: Start, terminal: Terminal) -> int:
    """The exit code of one command."""
    paths, tr = start.paths, start.tr
    services = _services(start)
    catalogue, search = services.catalogue, services.search
    logos = OfficeDesk(paths.data, start.policy.logo)
    supplies = PaperSupplies(paths.translations, logos, lambda: start.settings.office, date.today)
    try:
        paper = PaperDesk(catalogue, search, supplies, tr)
        return Commands(catalogue, search, paper, tr, terminal, _families(start, services, terminal)).run(arguments)
    finally:
        if (trouble := services.backups.trouble) is not None and arguments.command != "check":
            terminal.complain(trouble.in_words(tr))
        search.close()
        catalogue.close()


def _services(start: Start) -> Services:
    paths, elsewhere = start.paths, backups_elsewhere(start.paths, start.policy)
    months = start.settings.review_months
    catalogue = Catalogue(
        paths.database,
        paths.shipped,
        start.tr,
        Clock(months=lambda: months),
        must_be_there=paths.origin is Origin.MOVED,
        shared=paths.shared_database,
        is_afar=paths.is_afar,
        backups_elsewhere=elsewhere,
    )
    backups = Backups(paths.database, paths.backups, catalogue.apart, elsewhere=elsewhere)
    return Services(catalogue, Search(catalogue), backups)


def _families(start: Start, services: Services, terminal: Terminal) -> dict[str, Callable[[argparse.Namespace], int]]:
    """The commands that are not about the records alone."""
    paths, tr, catalogue = start.paths, start.tr, services.catalogue

    def packing() -> Packing:
        from desktop.services.packing import packing_of

        return packing_of(catalogue, paths.data, lambda: start.settings.office, datetime.now, tr)

    def package(asked: argparse.Namespace) -> int:
        if asked.deed in ("apply", "signers"):
            return ApplyCommand(applying_of(catalogue, _desk(start), services.backups), tr, terminal).run(asked)
        return PackageCommands(packing(), tr, terminal).run(asked)

    return {
        "check": lambda asked: _check(asked, start, services, terminal),
        "export": lambda asked: _export(asked, services, tr, terminal),
        "import": lambda asked: _import(asked, start, services, terminal),
        "package": package,
    }


def _check(arguments: argparse.Namespace, start: Start, services: Services, terminal: Terminal) -> int:
    from desktop.app.policy_place import places
    from desktop.cli.checking import CheckCommand
    from desktop.services.health import HealthDesk, Places, as_values
    from desktop.services.package_folder import PackageFolder

    paths, policy = start.paths, start.policy
    shared = PackageFolder(policy.packages, services.catalogue) if policy.packages else None
    lying = Places(paths.database, paths.origin, paths.log_file, tuple(places(paths)))
    desk = HealthDesk(lying, services.catalogue, services.backups, policy, shared, start.tr)
    report = CheckCommand(lambda: desk.report(datetime.now()), as_values, services.catalogue.repair, start.tr, terminal)
    return report.run(arguments, lambda: _tried_window(start))


def _tried_window(start: Start) -> WindowHealth:
    from desktop.app.trial import tried_window

    return tried_window(start)


def _export(arguments: argparse.Namespace, services: Services, tr: Translate, terminal: Terminal) -> int:
    from desktop.cli.exporting import export
    from desktop.services.exporting import Exporting

    return export(arguments, Exporting(services.catalogue, services.search, tr), tr, terminal)


def _import(arguments: argparse.Namespace, start: Start, services: Services, terminal: Terminal) -> int:
    from desktop.app.taking import importing_of, stamp_at
    from desktop.cli.importing import ImportCommand, ImportNeeds
    from desktop.services.importing.mappings import Mappings

    importing = importing_of(services.catalogue, _desk(start), services.backups)
    mappings = Mappings(start.paths.data / MAPPINGS)
    needs = ImportNeeds(importing, mappings, stamp_at(datetime.now()))
    return ImportCommand(needs, start.tr, terminal).run(arguments)


def _desk(start: Start) -> Desk:
    settings = start.settings
    return desk_of(lambda: settings, lambda: datetime.now().astimezone())
