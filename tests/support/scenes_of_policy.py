"""Scenes of what an administration laid down: in the settings, and above the tabs."""

from PySide6.QtWidgets import QFrame

from desktop.app.paths import Paths
from desktop.exchange.package import read_package
from desktop.policy.policy import Policy
from desktop.views.widgets.notice_bar import LOW
from tests.support.dossiers import shipped
from tests.support.laptop import Laptop
from tests.support.packages import put_package, records_parcel
from tests.support.policies import policy_of
from tests.support.scenes_of_help import SETTINGS, settings
from tests.support.visiting import Office, Scene, Visit

_SHARE = "Netzlaufwerk"
_WORDS = """
[office]
name = 'Servicestelle Zuwanderung der Stadt Moers'
address = '''
Unterwallstraße 17
47441 Moers'''
hours = 'Montag bis Freitag 8 bis 12 Uhr'
[window]
language = 'de'
[printing]
printer = 'Schalter 2'
language = 'ar'
large_print = true
[records]
review_months = 6
[pin]
required = true
"""


def _policy(paths: Paths) -> Policy:
    return policy_of(paths.data, _WORDS, f"[packages]\nfolder = '{paths.data / _SHARE}'")


def _folders(paths: Paths) -> Policy:
    """The folder for packages is there, that for backups is not."""
    packages, backups = f"packages.folder = '{paths.data / _SHARE}'", f"backups.folder = '{paths.data / 'nirgends'}'"
    return policy_of(paths.data, packages, backups)


def _lay_down(office: Office) -> None:
    """Two packages of one office, the first of which was taken."""
    share = office.paths.data / _SHARE
    share.mkdir()
    paths = [share / f"moers-{number}.wegweiser" for number in (1, 2)]
    for number, path in enumerate(paths, start=1):
        put_package(path, records_parcel(shipped(), number))
    laptop = Laptop(office.paths.database)
    laptop.takes(read_package(paths[0]))
    laptop.close()


def _are_told(visit: Visit) -> None:
    window = visit.person.window
    has_room = window.height() >= LOW

    def is_seen(word: str) -> bool:
        return any(one.isVisible() for one in window.findChildren(QFrame, word))

    def is_there() -> bool:
        return all(window.findChildren(QFrame, word) for word in ("package", "backups"))

    visit.person.waits(until=lambda: is_there() and is_seen("package") and is_seen("backups") is has_room)


LAID_DOWN = (
    Scene("laid-down-office", settings(0), dialog=SETTINGS, policy=_policy),
    Scene("laid-down-look", settings(1), dialog=SETTINGS, policy=_policy),
    Scene("laid-down-paper", settings(2), dialog=SETTINGS, policy=_policy),
    Scene("laid-down-records", settings(3), dialog=SETTINGS, policy=_policy),
    Scene("laid-down-data", settings(4), dialog=SETTINGS, policy=_folders),
    Scene("laid-down-folders", _are_told, _lay_down, policy=_folders),
)
