"""Whoever gives up while a package is looked at or taken has everything as it was, whatever moment that is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.change import Deed
from desktop.domain.contact import Location
from desktop.domain.merging import Side
from desktop.domain.progress import CancelledError
from desktop.domain.record import Record
from desktop.domain.trust import fingerprint
from desktop.services.applying.applying import Consent
from desktop.store.checkup import check_up
from desktop.store.unit_of_work import Store
from tests.support.deeds import whole_dump
from tests.support.giving_up import Counting
from tests.support.laptop import Laptop, decided
from tests.support.packages import office_key, put_package, records_parcel
from tests.support.unwritten import with_records

MANY = 600
"""More records than are written at once."""
CONSENT = Consent(fingerprint(office_key().public))


def _of(catalogue: Catalogue, record_id: str) -> Record:
    return next(record for record in catalogue.records if record.id == record_id)


@pytest.fixture
def package(catalogue: Catalogue, tmp_path: Path) -> Path:
    """A package with new records, one that is gone, one that is changed, and one that was changed here as well."""
    koeln = _of(catalogue, "bamf-koeln")
    assert isinstance(koeln, Location)
    new = [replace(koeln, id=f"neu-{at}", name=f"Neue Stelle {at}", phones=()) for at in range(MANY)]
    changed = replace(koeln, cost="5 Euro"), replace(_of(catalogue, "moers"), summary="Neu gefasst.")
    path = tmp_path / "Stand.wegweiser"
    put_package(path, records_parcel(with_records(catalogue, *changed, *new, without=["ihk-nrw"])))
    return path


def _is_sound(laptop: Laptop) -> bool:
    store = Store(laptop.database)
    found = check_up(store, laptop.database)
    store.close()
    return found.is_index_sound and not found.faults


def _moments(counted: Counting) -> Iterator[Counting]:
    return map(Counting, range(1, counted.told + 1))


def test_whenever_a_look_is_given_up_nothing_has_changed(laptop: Laptop, package: Path) -> None:
    laptop.says("bamf-koeln", cost="frei")
    before, counted = whole_dump(laptop.database), Counting()
    found = laptop.applying.look(package, counted)
    assert counted.told > 2
    for progress in _moments(counted):
        with pytest.raises(CancelledError):
            laptop.applying.look(package, progress)
    assert whole_dump(laptop.database) == before
    assert laptop.applying.look(package).findings == found.findings


def test_whenever_the_taking_of_a_package_is_given_up_nothing_has_changed(laptop: Laptop, package: Path) -> None:
    laptop.says("bamf-koeln", cost="frei")
    look, counted = laptop.applying.look(package), Counting()
    decisions = decided(look, Side.THEIRS)
    laptop.applying.apply(look, decisions, CONSENT, counted)
    laptop.editing.undo()
    again, undone = laptop.applying.look(package), whole_dump(laptop.database)
    assert counted.told > 1
    for progress in _moments(counted):
        with pytest.raises(CancelledError):
            laptop.applying.apply(again, decisions, CONSENT, progress)
        assert whole_dump(laptop.database) == undone
    laptop.applying.apply(again, decisions, CONSENT)
    assert laptop.applying.look(package).findings == ()
    assert _is_sound(laptop)


def test_what_was_given_up_is_nothing_that_ctrl_z_would_take_back(laptop: Laptop, package: Path) -> None:
    laptop.says("bamf-koeln", cost="frei")
    look = laptop.applying.look(package)
    with pytest.raises(CancelledError):
        laptop.applying.apply(look, decided(look, Side.THEIRS), CONSENT, Counting(1))
    undone = laptop.editing.undo()
    assert undone is not None
    assert undone.deed is Deed.EDIT
