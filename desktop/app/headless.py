"""Puts together what the commands need, without a display and without Qt."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop import settings
from desktop.app.account import account_name
from desktop.app.paths import MAPPINGS, Paths
from desktop.app.taking import applying_here
from desktop.cli.applying import ApplyCommand
from desktop.cli.commands import Commands
from desktop.cli.packages import PackageCommands
from desktop.cli.terminal import Terminal
from desktop.domain.data_folder import Origin
from desktop.domain.office import Office
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.office import OfficeDesk
from desktop.services.paper import PaperDesk, PaperSupplies
from desktop.services.search import Search

if TYPE_CHECKING:
    from desktop.services.packing import Packing


def run_command(arguments: argparse.Namespace, paths: Paths, office: Office, tr: Translate, terminal: Terminal) -> int:
    """The exit code of one command."""
    catalogue = Catalogue(paths.database, paths.shipped, tr, must_be_there=paths.origin is Origin.MOVED)
    search = Search(catalogue)
    supplies = PaperSupplies(paths.translations, OfficeDesk(paths.data), lambda: office, date.today)

    def packing() -> Packing:
        from desktop.services.packing import packing_of

        return packing_of(catalogue, paths.data, lambda: office, datetime.now, tr)

    try:
        paper = PaperDesk(catalogue, search, supplies, tr)
        families = {
            "export": lambda asked: _export(asked, catalogue, search, tr, terminal),
            "import": lambda asked: _import(asked, catalogue, paths, tr, terminal),
            "package": lambda asked: (
                ApplyCommand(applying_here(catalogue, paths), tr, terminal)
                if asked.deed in ("apply", "signers")
                else PackageCommands(packing(), tr, terminal)
            ).run(asked),
        }
        return Commands(catalogue, search, paper, tr, terminal, families).run(arguments)
    finally:
        search.close()
        catalogue.close()


def _export(
    arguments: argparse.Namespace, catalogue: Catalogue, search: Search, tr: Translate, terminal: Terminal
) -> int:
    from desktop.cli.exporting import export
    from desktop.services.exporting import Exporting

    return export(arguments, Exporting(catalogue, search, tr), tr, terminal)


def _import(
    arguments: argparse.Namespace, catalogue: Catalogue, paths: Paths, tr: Translate, terminal: Terminal
) -> int:
    from datetime import datetime

    from desktop.cli.importing import ImportCommand, ImportNeeds
    from desktop.domain.backup import Reason
    from desktop.domain.incoming import Stamp
    from desktop.domain.intervals import REVIEW_MONTHS
    from desktop.services.backups import Backups
    from desktop.services.clock import is_wrong
    from desktop.services.editing import Desk
    from desktop.services.importing.desk import Importing
    from desktop.services.importing.mappings import Mappings
    from desktop.views.editing.wording import report_wording

    user_name = settings.load(paths.settings)[0].user_name
    desk = Desk(lambda: user_name or account_name() or "?", lambda: datetime.now().astimezone(), lambda: REVIEW_MONTHS)
    backups = Backups(paths.database, paths.database.parent / "backups", catalogue.apart)
    today = None if is_wrong(datetime.now()) else date.today()
    importing = Importing(catalogue, desk, lambda: backups.make(Reason.IMPORT))
    needs = ImportNeeds(importing, Mappings(paths.data / MAPPINGS), Stamp(today), report_wording)
    return ImportCommand(needs, tr, terminal).run(arguments)
