"""The dialog in which a person sees what a package would do, decides by keyboard, and takes it."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.catalogue import Catalogue
from desktop.domain.change import ChangeSet
from desktop.domain.contact import Location
from desktop.domain.package import Package, Signer
from desktop.domain.record import Record
from desktop.domain.trust import fingerprint
from desktop.views.background import Background
from desktop.views.packages.apply_dialog import ApplyDialog
from tests.support.edges import FakeEdges
from tests.support.laptop import Laptop
from tests.support.unwritten import package_of, with_records
from tests.views.packages.conftest import Shows, keys, words


def _of(catalogue: Catalogue, record_id: str) -> Record:
    return next(record for record in catalogue.records if record.id == record_id)


@pytest.fixture
def package(catalogue: Catalogue) -> Package:
    """Two records with conflicts, the first in two fields, and one that is only changed there."""
    koeln = replace(_of(catalogue, "bamf-koeln"), cost="5 Euro", accessibility="stufenlos", summary="Neu.")
    bonn = replace(_of(catalogue, "bamf-dortmund"), cost="5 Euro")
    return package_of(with_records(catalogue, koeln, bonn, replace(_of(catalogue, "moers"), summary="Neu.")))


def _edits(laptop: Laptop) -> None:
    laptop.says("bamf-koeln", cost="frei", accessibility="Stufen")
    laptop.says("bamf-dortmund", cost="frei")


def _rows(dialog: ApplyDialog) -> list[str]:
    found = dialog.findChild(QListView, "findings")
    assert found is not None
    return [str(found.model().index(row, 0).data()) for row in range(found.model().rowCount())]


def test_what_is_to_decide_stands_first(laptop: Laptop, package: Package, shows: Shows) -> None:
    _edits(laptop)
    dialog = shows(package)
    assert _rows(dialog) == ["BAMF Dortmund", "BAMF Köln", "Moers"]
    assert "3 Angaben offen" in words(dialog)


def test_one_key_decides_and_leads_to_what_is_next(
    laptop: Laptop, package: Package, shows: Shows, qtbot: QtBot, background: Background
) -> None:
    _edits(laptop)
    dialog = shows(package)
    keys(dialog, qtbot, background, "1", "2", "2")
    assert "Alles ist entschieden" in words(dialog)
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    applied: list[ChangeSet] = []
    dialog.applied.connect(applied.append)
    keys(dialog, qtbot, background, "Ctrl+Return")
    assert len(applied) == 1
    koeln, dortmund = laptop.record("bamf-koeln"), laptop.record("bamf-dortmund")
    values = [getattr(dortmund, "cost", ""), getattr(koeln, "cost", ""), getattr(koeln, "accessibility", "")]
    assert values == ["frei", "5 Euro", "stufenlos"]


@pytest.mark.parametrize(("key", "cost"), [("Ctrl+1", "frei"), ("Ctrl+2", "5 Euro")])
def test_everything_is_decided_at_once(
    laptop: Laptop, package: Package, shows: Shows, qtbot: QtBot, background: Background, key: str, cost: str
) -> None:
    _edits(laptop)
    dialog = shows(package)
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    keys(dialog, qtbot, background, key, "Ctrl+Return")
    assert [getattr(laptop.record(one), "cost", "") for one in ("bamf-koeln", "bamf-dortmund")] == [cost, cost]


def test_nothing_is_taken_while_something_is_to_be_decided_or_compared(
    laptop: Laptop, package: Package, shows: Shows, qtbot: QtBot, background: Background
) -> None:
    _edits(laptop)
    dialog = shows(package)
    keys(dialog, qtbot, background, "Ctrl+Return")
    assert dialog.focusWidget() is dialog.findChildren(QCheckBox)[0]
    keys(dialog, qtbot, background, "Space", "Ctrl+Return")
    assert "3 Angaben sind noch zu entscheiden" in words(dialog)
    assert laptop.backed_up == []
    dialog.reject()


def test_what_was_changed_meanwhile_is_shown_and_decisions_about_the_rest_stay(
    laptop: Laptop, package: Package, shows: Shows, qtbot: QtBot, background: Background, edges: FakeEdges
) -> None:
    _edits(laptop)
    dialog = shows(package)
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    keys(dialog, qtbot, background, "Ctrl+1")
    laptop.says("bamf-dortmund", cost="kostenlos")
    keys(dialog, qtbot, background, "Ctrl+Return")
    assert dialog.isVisible()
    assert "inzwischen geändert" in edges.notices.told[-1]
    assert "1 Angabe offen" in words(dialog)
    keys(dialog, qtbot, background, "1", "Ctrl+Return")
    assert getattr(laptop.record("bamf-dortmund"), "cost", "") == "kostenlos"


def test_another_key_under_a_known_name_cannot_be_taken(laptop: Laptop, package: Package, shows: Shows) -> None:
    laptop.takes(package)
    dialog = shows(package._replace(signer=package.signer._replace(public_key=bytes(32))))
    assert [box.isVisible() for box in dialog.findChildren(QCheckBox)] == [False, False]
    assert "anderen Schlüssel" in words(dialog)
    dialog.reject()


def test_a_new_key_of_an_office_is_typed_as_the_office_reads_it_out(
    laptop: Laptop, package: Package, catalogue: Catalogue, shows: Shows, qtbot: QtBot, background: Background
) -> None:
    laptop.takes(package)
    key = b"n" * 32
    renewed = package_of(with_records(catalogue, replace(_of(catalogue, "bamf-koeln"), cost="9 Euro")), key=key)
    dialog = shows(renewed)
    line = dialog.findChild(QLineEdit)
    assert line is not None
    assert fingerprint(key)[:9] not in words(dialog)
    keys(dialog, qtbot, background, "Ctrl+Return")
    assert dialog.focusWidget() is line
    line.setText("0000 1111 2222 3333")
    keys(dialog, qtbot, background, "Ctrl+Return")
    assert "nicht die Zeichen dieses Pakets" in words(dialog)
    assert dialog.isVisible()
    line.setText(fingerprint(key)[:19].lower())
    assert "sind die Zeichen dieses Pakets" in words(dialog)
    keys(dialog, qtbot, background, "Ctrl+Return")
    assert [one.public_key for one in laptop.applying.signers()] == [key]


def test_a_key_of_another_office_cannot_be_typed(laptop: Laptop, package: Package, shows: Shows) -> None:
    laptop.takes(package)
    other = package._replace(
        manifest=replace(package.manifest, office="Stadt Rheine"), signer=Signer("Stadt Rheine", b"r" * 32)
    )
    laptop.takes(other)
    dialog = shows(package._replace(signer=package.signer._replace(public_key=b"r" * 32)))
    line = dialog.findChild(QLineEdit)
    assert line is not None
    assert not line.isVisible()
    dialog.reject()


def test_a_number_is_headed_as_it_is_written(laptop: Laptop, catalogue: Catalogue, shows: Shows) -> None:
    koeln = _of(catalogue, "bamf-koeln")
    assert isinstance(koeln, Location)
    here, there = (
        tuple(replace(one, label=label) if one.text == "0221 92426-0" else one for one in koeln.phones)
        for label in ("Pforte", "Zentrale")
    )
    laptop.says("bamf-koeln", phones=here)
    dialog = shows(package_of(with_records(catalogue, replace(koeln, phones=there))))
    assert "Telefonnummern: 0221 92426-0" in words(dialog)
    dialog.reject()


def test_every_button_says_what_it_does(laptop: Laptop, package: Package, shows: Shows) -> None:
    _edits(laptop)
    dialog = shows(package)
    assert all(button.text() for button in dialog.findChildren(QPushButton) if button.isVisible())
    dialog.reject()


def test_escape_asks_before_decisions_are_lost_and_not_before_there_are_any(
    laptop: Laptop, package: Package, shows: Shows, edges: FakeEdges, qtbot: QtBot, background: Background
) -> None:
    _edits(laptop)
    dialog = shows(package)
    edges.notices.is_offer_taken = False
    keys(dialog, qtbot, background, "1", "Esc")
    assert dialog.isVisible()
    assert len(edges.notices.told) == 1
    edges.notices.is_offer_taken = True
    keys(dialog, qtbot, background, "Esc")
    assert not dialog.isVisible()
    other = shows(package)
    keys(other, qtbot, background, "Esc")
    assert (other.isVisible(), len(edges.notices.told)) == (False, 2)


def test_what_is_decided_is_no_longer_called_to_be_decided(
    laptop: Laptop, package: Package, shows: Shows, qtbot: QtBot, background: Background
) -> None:
    _edits(laptop)
    dialog = shows(package)
    assert "Zu entscheiden: 2" in words(dialog)
    keys(dialog, qtbot, background, "Ctrl+2")
    assert "Zu entscheiden" not in words(dialog)
    assert "Entschieden: 2" in words(dialog)
    dialog.done(0)


def test_a_package_says_before_it_is_taken_that_it_can_be_taken_back(package: Package, shows: Shows) -> None:
    dialog = shows(package)
    assert "Strg+Z nimmt alles zurück" in words(dialog)
    dialog.reject()


def test_where_nothing_is_different_there_is_no_empty_list(catalogue: Catalogue, shows: Shows) -> None:
    dialog = shows(package_of(catalogue))
    listed = dialog.findChild(QListView, "findings")
    assert listed is not None
    assert not listed.isVisible()
    assert words(dialog).count("Nichts ist anders") == 1
    dialog.reject()
