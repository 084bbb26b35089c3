"""Giving up a package that is being made: by Esc, by closing the dialog, by closing the window."""

from collections.abc import Callable
from contextlib import suppress
from time import sleep

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QProgressBar

from desktop.app.paths import Paths
from desktop.domain.packing import PackageOrder, Packed
from desktop.domain.progress import CancelledError, Progress
from desktop.i18n import Translate
from desktop.services.packing import Packing
from desktop.views.packages.create_dialog import CreateDialog
from desktop.views.paper.desk import PrintDesk
from tests.support.edges import FakeEdges
from tests.support.packing import PackingOffice
from tests.support.person import Person


class _Slow(Packing):
    """A package that takes as long as nobody cancels it."""

    def pack(self, order: PackageOrder, progress: Progress | None = None) -> Packed:
        assert progress is not None, order
        while True:
            progress.tell(1, 4)
            sleep(0.001)


class _Late(Packing):
    """A package that is cancelled when it is written already."""

    def pack(self, order: PackageOrder, progress: Progress | None = None) -> Packed:
        packed = super().pack(order)
        assert progress is not None
        with suppress(CancelledError):
            while True:
                progress.tell(1, 4)
                sleep(0.001)
        return packed


def _slow(person: Person, paths: Paths, edges: FakeEdges, tr: Translate, kind: type[Packing] = _Slow) -> CreateDialog:
    office = PackingOffice(paths.database, tr)
    packing = kind(office.records, office.signing, office.made, lambda: office.office, lambda: office.now, tr)
    desk = PrintDesk(None, person.background, edges.as_edges(), tr)  # type: ignore[arg-type]
    dialog = CreateDialog(packing, desk, person.background, edges.as_edges(), tr, person.window)
    dialog.finished.connect(lambda _: office.records.close())
    dialog.open()
    person.waits()
    return dialog


def test_escape_cancels_first_and_leaves_then(person: Person, paths: Paths, edges: FakeEdges, tr: Translate) -> None:
    dialog = _slow(person, paths, edges, tr)
    person.button(tr("&Create package …")).click()
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    _until(lambda: bar.isVisible() and bar.maximum() == 4)
    person.presses("Esc")
    assert dialog.isVisible()
    assert tr("Cancelled. There is no package.") in person.sees_texts()
    assert not bar.isVisible()
    person.presses("Esc")
    assert not isinstance(person.top(), QDialog)


def _until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        QApplication.processEvents()


def test_closing_the_window_ends_the_work(person: Person, paths: Paths, edges: FakeEdges, tr: Translate) -> None:
    _slow(person, paths, edges, tr)
    person.button(tr("&Create package …")).click()
    person.window.close()
    assert not person.window.isVisible()
    assert person.background.is_idle


def _closed_while_making(dialog: CreateDialog, person: Person, tr: Translate) -> list[str]:
    """What the window is told once a person has closed the dialog while a package is being made."""
    told: list[str] = []
    dialog.said.connect(told.append)
    person.button(tr("&Create package …")).click()
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    _until(lambda: bar.maximum() == 4)
    dialog.close()
    assert person.top() is person.window
    person.waits()
    return told


def test_who_closes_the_dialog_reads_in_the_window_that_there_is_no_package(
    person: Person, paths: Paths, edges: FakeEdges, tr: Translate
) -> None:
    dialog = _slow(person, paths, edges, tr)
    assert _closed_while_making(dialog, person, tr) == [tr("Cancelled. There is no package.")]


def test_who_closes_the_dialog_too_late_reads_in_the_window_where_the_package_lies(
    person: Person, paths: Paths, edges: FakeEdges, tr: Translate
) -> None:
    told = _closed_while_making(_slow(person, paths, edges, tr, _Late), person, tr)
    assert edges.files.folder is not None
    (path,) = edges.files.folder.glob("*.wegweiser")
    assert told == [tr("Package {number} lies in {path}.", number=1, path=path)]


def test_closing_the_dialog_gives_a_package_up_and_leaves_the_words_that_were_written(
    person: Person, paths: Paths, edges: FakeEdges, tr: Translate
) -> None:
    edges.notices.is_offer_taken = False
    dialog = _slow(person, paths, edges, tr)
    person.types("Neue Nummern")
    create = person.button(tr("&Create package …"))
    create.click()
    dialog.close()
    person.waits()
    assert dialog.isVisible()
    assert tr("Cancelled. There is no package.") in person.sees_texts()
    assert create.isEnabled()
    assert person.finds(QPlainTextEdit).toPlainText() == "Neue Nummern"
    assert edges.notices.told == []
    edges.notices.is_offer_taken = True
    dialog.close()
    assert person.top() is person.window
