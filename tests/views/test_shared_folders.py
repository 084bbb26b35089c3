"""The folders that an administration chose: what is told of them above the tabs, and that nobody waits for them."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app.paths import Paths
from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import ExpectedError
from desktop.exchange.package import read_package
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.services.catalogue import Catalogue as Records
from desktop.services.package_folder import Found, PackageFolder
from desktop.views.background import Background
from desktop.views.package_watch import PackageWatch, WatchParts
from desktop.views.packages.apply_dialog import ApplyDialog
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.laptop import Laptop
from tests.support.packages import put_package, records_parcel
from tests.support.person import Person, seen
from tests.support.places import SHIPPED
from tests.support.policies import policy_of

Lays = Callable[[int], Path]


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "Netzlaufwerk"
    folder.mkdir()
    return folder


@pytest.fixture
def policy(tmp_path: Path, share: Path) -> Policy:
    return policy_of(tmp_path, f"packages.folder = '{share}'")


@pytest.fixture
def lays(catalogue: Catalogue, share: Path) -> Lays:
    """Puts the package with this number into the shared folder."""

    def lay(number: int) -> Path:
        path = share / f"moers-{number}.wegweiser"
        put_package(path, records_parcel(catalogue, number))
        return path

    return lay


@pytest.fixture
def known(paths: Paths, lays: Lays) -> Lays:
    """The same, on a laptop that has taken the first package of this office."""
    laptop = Laptop(paths.database)
    laptop.takes(read_package(lays(1)))
    laptop.close()
    return lays


def notice(person: Person, word: str) -> str:
    """What a notice above the tabs says; nothing where there is none."""
    frames = [frame for frame in person.window.findChildren(QFrame, word) if frame.isVisible()]
    labels = frames[0].findChildren(QLabel) if frames else []
    return seen(labels[0]) if labels else ""


def way(person: Person, word: str, text: str) -> QPushButton:
    (frame,) = (one for one in person.window.findChildren(QFrame, word) if one.isVisible())
    return next(one for one in frame.findChildren(QPushButton) if one.text().replace("&", "") == text)


def renames_bamf(person: Person) -> None:
    """Change a record, after which the folders are looked at anew."""
    person.types("bamf dort")
    person.presses("Return", "Ctrl+E")
    person.waits(lambda: person.top() is not person.window)
    lines = (line for line in person.top().findChildren(QLineEdit) if line.isVisible())
    name = next(line for line in lines if line.text().startswith("BAMF"))
    name.setFocus()
    name.selectAll()
    person.types("BAMF Dortmund (neu)")
    person.presses("Ctrl+Return")


def test_a_newer_package_of_a_known_office_is_told_and_looked_at(
    opens: Opens, paths: Paths, policy: Policy, known: Lays, edges: FakeEdges, share: Path
) -> None:
    known(2)
    known(3)
    person = opens(paths, policy=policy)
    person.waits(lambda: bool(notice(person, "package")))
    assert notice(person, "package").startswith("Paket 3 von Stadt Moers")
    assert edges.files.packages_folder == share
    person.clicks(way(person, "package", "Ansehen"))
    person.waits(lambda: isinstance(person.top(), ApplyDialog))
    (share / "moers-3.wegweiser").unlink()
    person.presses("Esc")


def test_what_was_taken_or_is_of_a_stranger_is_not_told(
    opens: Opens, paths: Paths, policy: Policy, lays: Lays, edges: FakeEdges, share: Path
) -> None:
    lays(1)
    (share / "kaputt.wegweiser").write_bytes(b"kein Paket")
    (share / "Ordner.wegweiser").mkdir()
    person = opens(paths, policy=policy)
    person.waits(lambda: edges.files.packages_folder == share)
    assert notice(person, "package") == ""


def test_a_package_that_is_of_no_interest_is_told_no_more(
    opens: Opens, paths: Paths, policy: Policy, known: Lays
) -> None:
    known(2)
    person = opens(paths, policy=policy)
    person.waits(lambda: bool(notice(person, "package")))
    person.clicks(way(person, "package", "Schließen"))
    assert notice(person, "package") == ""


def test_at_an_event_nobody_is_told(opens: Opens, paths: Paths, policy: Policy, known: Lays) -> None:
    known(2)
    person = opens(paths, policy=policy)
    person.waits(lambda: bool(notice(person, "package")))
    person.presses("Ctrl+Shift+F11")
    assert notice(person, "package") == ""
    person.presses("Ctrl+Shift+F11")
    assert notice(person, "package") != ""


def test_a_folder_that_is_gone_is_no_reason_to_bother_anybody(
    opens: Opens, paths: Paths, policy: Policy, share: Path
) -> None:
    share.rmdir()
    person = opens(paths, policy=policy)
    person.types("bamf dort")
    person.presses("Return")
    assert "0231 9058-0" in person.reads()
    assert notice(person, "package") == ""


def test_a_folder_that_went_is_forgotten_with_what_lay_in_it(
    opens: Opens, paths: Paths, policy: Policy, known: Lays, share: Path, edges: FakeEdges
) -> None:
    known(2)
    person = opens(paths, policy=policy)
    person.waits(lambda: bool(notice(person, "package")))
    assert edges.files.packages_folder == share
    shutil.rmtree(share)
    renames_bamf(person)
    person.waits(lambda: edges.files.packages_folder is None)
    assert notice(person, "package") == ""


class HangingFolder(PackageFolder):
    """A folder on a network that does not answer until the end of the test."""

    def __init__(self, folder: Path, records: Records) -> None:
        super().__init__(folder, records)
        self.answer = Event()
        self.questions = 0

    def found(self) -> tuple[Found, ...]:
        self.questions += 1
        self.answer.wait(60)
        raise ExpectedError("gone")


def test_a_folder_that_hangs_is_asked_once_and_keeps_nobody_waiting(
    qtbot: QtBot, paths: Paths, edges: FakeEdges, share: Path, tr: Translate
) -> None:
    records = Records(paths.database, SHIPPED, tr)
    folder = HangingFolder(share, records)
    waiting, working = Background(), Background()
    watch = PackageWatch(WatchParts(folder, waiting, waiting), working, edges.as_edges(), working)
    watch.start()
    qtbot.waitUntil(lambda: folder.questions == 1)
    watch.look()
    done: list[int] = []
    working.run(lambda: 42, done.append, lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: done == [42])
    watch.stop()
    waiting.leave(wait_s=0.01)
    assert folder.questions == 1
    folder.answer.set()
    working.close()
    qtbot.waitUntil(lambda: "background" not in [thread.name for thread in threading.enumerate()])
    records.close()


def test_where_backups_cannot_go_to_their_place_that_is_told_with_where_they_go(
    opens: Opens, paths: Paths, tmp_path: Path
) -> None:
    person = opens(paths, policy=policy_of(tmp_path, f"backups.folder = '{tmp_path / 'nirgends'}'"))
    person.waits(lambda: bool(notice(person, "backups")))
    assert str(tmp_path / "nirgends") in notice(person, "backups")
    assert str(paths.data / "backups") in notice(person, "backups")


def test_a_backup_of_the_window_goes_to_the_folder_of_the_policy(
    opens: Opens, paths: Paths, share: Path, tmp_path: Path
) -> None:
    person = opens(paths, policy=policy_of(tmp_path, f"backups.folder = '{share}'"))
    renames_bamf(person)
    person.waits(lambda: any(share.glob("*/*.sqlite")))
    assert notice(person, "backups") == ""
    assert not (paths.data / "backups").exists()
