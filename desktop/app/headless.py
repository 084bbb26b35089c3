"""Puts together what the commands need, without a display and without Qt."""

import argparse
from datetime import date

from desktop.app.paths import Paths
from desktop.cli.commands import Commands
from desktop.cli.terminal import Terminal
from desktop.domain.data_folder import Origin
from desktop.domain.office import Office
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.office import OfficeDesk
from desktop.services.paper import PaperDesk, PaperSupplies
from desktop.services.search import Search


def run_command(arguments: argparse.Namespace, paths: Paths, office: Office, tr: Translate, terminal: Terminal) -> int:
    """The exit code of one command."""
    catalogue = Catalogue(paths.database, paths.shipped, tr, must_be_there=paths.origin is Origin.MOVED)
    search = Search(catalogue)
    supplies = PaperSupplies(paths.translations, OfficeDesk(paths.data), lambda: office, date.today)
    try:
        paper = PaperDesk(catalogue, search, supplies, tr)
        return Commands(catalogue, search, paper, tr, terminal).run(arguments)
    finally:
        search.close()
        catalogue.close()
