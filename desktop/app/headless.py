"""Puts together what the commands need, without a display and without Qt."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.app.paths import Paths
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

        def packages(asked: argparse.Namespace) -> int:
            if asked.deed == "apply":
                return ApplyCommand(applying_here(catalogue, paths), tr, terminal).run(asked)
            return PackageCommands(packing(), tr, terminal).run(asked)

        families = {"package": packages}
        return Commands(catalogue, search, paper, tr, terminal, families).run(arguments)
    finally:
        search.close()
        catalogue.close()
