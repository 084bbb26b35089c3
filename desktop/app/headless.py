"""Puts together what the commands need, without a display and without Qt."""

import argparse
from datetime import date

from desktop.app.paths import Paths
from desktop.cli import Commands
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.office import OfficeDesk
from desktop.services.paper import PaperDesk, PaperSupplies
from desktop.services.search import Search
from desktop.settings import load


def run_command(arguments: argparse.Namespace, paths: Paths, tr: Translate) -> int:
    """The exit code of one command."""
    catalogue = Catalogue(paths.database, paths.shipped, tr)
    search = Search(catalogue)
    office = load(paths.settings)[0].office
    supplies = PaperSupplies(paths.translations, OfficeDesk(paths.data), lambda: office, date.today)
    try:
        return Commands(catalogue, search, PaperDesk(catalogue, search, supplies, tr), tr).run(arguments)
    finally:
        search.close()
        catalogue.close()
