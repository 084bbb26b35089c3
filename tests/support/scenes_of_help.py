"""Scenes of what explains the program, and of what is set in it: manual, introduction, keys, settings."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QListWidget

from desktop.domain.office import Office as OwnOffice
from desktop.settings import Settings
from desktop.views.preferences.miniature import Miniature
from tests.support.keys import write
from tests.support.visiting import Scene, Visit, by

_OFFICE = OwnOffice(
    name="Servicestelle Zuwanderung",
    address="Unterwallstraße 17\n47441 Moers",
    phone="02841 201-0",
    email="servicestelle@moers.example",
)
_HINTS = 5
MANUAL, SETTINGS = "ManualWindow", "PreferencesDialog"


def _are_drawn(visit: Visit) -> bool:
    sheets = [one for one in visit.top.findChildren(Miniature) if one.isVisible()]
    return all(one.picture is not None for one in sheets)


def settings(page: int) -> Callable[[Visit], object]:
    """Open the settings at a page, counted from none; the sheet on it is drawn when it is there."""

    def enter(visit: Visit) -> None:
        visit.does("Ctrl+,")
        pages = visit.top.findChild(QListWidget)
        assert isinstance(pages, QListWidget)
        pages.setCurrentRow(page)
        visit.person.waits(until=lambda: _are_drawn(visit))

    return enter


def _ask_manual(visit: Visit) -> None:
    visit.does("F1")
    box = visit.top.findChild(QLineEdit)
    assert box is not None
    for letter in "drucken":
        write(box, letter)
    visit.person.waits()


def _hint(number: int) -> Callable[[Visit], object]:
    def enter(visit: Visit) -> None:
        visit.does(":Short &introduction")
        for _ in range(number - 1):
            visit.person.clicks(visit.person.button(visit.tr("Ne&xt")))

    return enter


HELP = (
    Scene("manual", by("F1"), dialog=MANUAL),
    Scene("manual-keys", by("Shift+F1"), dialog=MANUAL),
    Scene("manual-search", _ask_manual, dialog=MANUAL),
    Scene("manual-of-preview", by("Ctrl+2", "bamf dort", "Return", "Ctrl+P", "F1"), dialog=MANUAL),
    Scene("tour-offer", by(), settings=Settings(is_tour_due=True)),
    *(Scene(f"tour-{number}", _hint(number)) for number in range(1, _HINTS + 1)),
)
PREFERENCES = (
    Scene("settings", settings(0), dialog=SETTINGS),
    Scene("settings-look", settings(1), dialog=SETTINGS),
    Scene("settings-paper", settings(2), dialog=SETTINGS),
    Scene("settings-records", settings(3), dialog=SETTINGS),
    Scene("settings-data", settings(4), dialog=SETTINGS),
    Scene("office", settings(0), settings=Settings(office=_OFFICE), dialog=SETTINGS),
)
