"""Very many changes in one transaction: whatever comes together with what, each record ends as it shall be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.change import Change, PlacedRecord
from desktop.domain.contact import Location
from desktop.domain.municipality import Municipality
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.store.many import ManyChanges
from desktop.store.unit_of_work import Store, Unit
from tests.support.deeds import found


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    """The shipped records in a database of their own."""
    store = Store(database)
    yield store
    store.close()


def _cache_size(store: Store) -> int:
    with store.reading() as unit:
        found: int = unit.rows.driver.execute("PRAGMA cache_size").fetchone()[0]
    return found


def _placed(unit: Unit, record_id: str) -> PlacedRecord:
    return unit.records.placed([record_id])[record_id]


def _to(unit: Unit, record: Record) -> Change:
    before = unit.records.placed([record.id]).get(record.id)
    place = before.position if before else unit.records.next_position()
    return Change(before=before, after=PlacedRecord(place, record))


def test_what_very_many_changes_kept_in_memory_is_let_go_in_the_end(store: Store) -> None:
    usual = _cache_size(store)
    with store.writing() as unit:
        ManyChanges(unit).finish()
        assert unit.rows.driver.execute("PRAGMA cache_size").fetchone()[0] < usual  # kibibytes, below nothing
    assert _cache_size(store) == usual
    with pytest.raises(ZeroDivisionError), store.writing() as unit:
        ManyChanges(unit)
        raise ZeroDivisionError
    assert _cache_size(store) == usual


def test_records_that_are_new_come_beside_others_that_change(store: Store, catalogue: Catalogue) -> None:
    here = next(one for one in catalogue.records if isinstance(one, Location) and one.phones and not one.hours_of)
    new = replace(here, id="ganz-neu", name="Ganz neu")
    changed = replace(here, name="Ganz anders", phones=(), languages=("Farsi", "Polnisch"))
    with store.writing() as unit:
        many = ManyChanges(unit)
        many.put([_to(unit, new), _to(unit, changed)])
        many.finish()
    with store.reading() as unit:
        assert unit.records.find("ganz-neu") == new
        assert unit.records.find(here.id) == changed


def test_of_two_states_of_one_record_the_last_one_stays(store: Store, catalogue: Catalogue) -> None:
    location = next(one for one in catalogue.records if isinstance(one, Location) and len(one.phones) > 1)
    first = replace(location, id="zweimal", hours_of=None)
    second = replace(first, name="Noch einmal", phones=first.phones[:1])
    with store.writing() as unit:
        many = ManyChanges(unit)
        many.put([_to(unit, first), _to(unit, second)])
        many.finish()
    with store.reading() as unit:
        assert unit.records.find("zweimal") == second


@pytest.mark.parametrize("is_new_first", [True, False])
def test_a_new_municipality_takes_the_official_key_that_another_one_gives_up(
    store: Store, catalogue: Catalogue, *, is_new_first: bool
) -> None:
    moers = next(one for one in catalogue.records if isinstance(one, Municipality) and one.id == "moers")
    new = replace(moers, id="moers-neu", name="Moers neu")
    old = replace(moers, ags="05999999", provenance=Provenance(source=moers.provenance.source))
    with store.writing() as unit:
        many = ManyChanges(unit)
        both = [_to(unit, new), _to(unit, old)]
        many.put(both if is_new_first else both[::-1])
        many.finish()
    with store.reading() as unit:
        assert unit.records.find("moers-neu") == new
        assert unit.records.find("moers") == old


def test_a_record_that_goes_and_comes_again_is_found(store: Store, database: Path) -> None:
    with store.writing() as unit:
        moers = _placed(unit, "moers")
        many = ManyChanges(unit)
        many.put([Change(before=moers, after=None)])
        many.put([Change(before=None, after=moers)])
        many.finish()
    with store.reading() as unit:
        assert _placed(unit, "moers") == moers
    assert "moers" in found(database, "stadt moers")
