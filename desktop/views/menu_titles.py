"""What the menus are called; known before their commands, for the window's first picture shows it."""

from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.domain.errors import N_
from desktop.i18n import Translate

TITLES = FILE, EDIT, VIEW, CLIENT, RECORDS, HELP = (
    N_("&File"),
    N_("&Edit"),
    N_("&View"),
    N_("Cl&ient"),
    N_("Recor&ds"),
    N_("&Help"),
)


def add_titles(window: QMainWindow, tr: Translate) -> list[QMenu]:
    """Put the titles into the window's menu bar; the menus are still empty."""
    return [window.menuBar().addMenu(tr(title)) for title in TITLES]
