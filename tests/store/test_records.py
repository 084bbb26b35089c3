"""Records come out of the database as they went in, and the lists know what was written."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.listing import tiers
from desktop.domain.phone import Phone, completed
from desktop.domain.record import Statement
from desktop.domain.vocabulary import Kind
from desktop.store.listing import read_listing
from desktop.store.unit_of_work import Store


@pytest.fixture
def store(database: Path) -> Store:
    return Store(database)


def test_every_shipped_record_is_read_as_it_was_written(store: Store, catalogue: Catalogue) -> None:
    with store.reading() as unit:
        found = {record.id: record for record in unit.records.all()}
    assert found == {record.id: record for record in catalogue.records}


def test_overwriting_leaves_nothing_of_the_old_parts(store: Store, catalogue: Catalogue) -> None:
    old = next(record for record in catalogue.records if record.id == "bamf-koeln")
    assert isinstance(old, Location)
    new = replace(old, phones=(completed(Phone(raw="0221 999-1")),), emails=(), flags=(), alternate_names=("Neu",))
    with store.writing() as unit:
        unit.records.put([new])
    with store.reading() as unit:
        assert unit.records.find("bamf-koeln") == new


def test_a_section_can_grow_and_shrink(store: Store, catalogue: Catalogue) -> None:
    old = next(record for record in catalogue.records if record.id == "moers")
    for texts in (("eins", "zwei", "drei"), ("drei",), ()):
        new = replace(old, aims=tuple(Statement(text=text, subject_ids=("sprache",)) for text in texts))
        with store.writing() as unit:
            unit.records.put([new])
        with store.reading() as unit:
            assert unit.records.find("moers") == new


def test_a_failed_block_leaves_everything_as_it_was(store: Store, catalogue: Catalogue) -> None:
    old = next(record for record in catalogue.records if record.id == "moers")
    with pytest.raises(ZeroDivisionError), store.writing() as unit:
        unit.records.put([replace(old, name="Kaputt")])
        raise ZeroDivisionError
    with store.reading() as unit:
        assert unit.records.find("moers") == old
    assert not tiers(read_listing(store.path).rows, "Kaputt")


def test_the_lists_know_at_once_what_was_written(store: Store, catalogue: Catalogue) -> None:
    old = next(record for record in catalogue.records if record.id == "bamf")
    with store.writing() as unit:
        unit.records.put([replace(old, alternate_names=("Flüchtlingsamt",))])
    found = tiers(read_listing(store.path).rows, "fluechtlingsamt").keys()
    assert {"bamf", "bamf-koeln", "bamf-dortmund"} <= found


def test_a_reference_to_nothing_is_refused(store: Store, catalogue: Catalogue) -> None:
    old = next(record for record in catalogue.records if record.id == "bamf-koeln")
    with pytest.raises(Exception, match="FOREIGN KEY"), store.writing() as unit:
        unit.records.put([replace(old, organization_id="nirgends")])


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("bamf dort", "bamf-dortmund"),
        ("koeln bamf", "bamf-koeln"),
        ("muehlheim", "muelheim-an-der-ruhr"),
        ("moers", "moers"),
    ],
)
def test_what_is_named_so_comes_first(store: Store, typed: str, first: str) -> None:
    rows = read_listing(store.path).rows
    found = tiers(rows, typed)
    best = [row.id for row in rows if found.get(row.id) == 0 and row.kind is not Kind.ORGANIZATION]
    assert best[0] == first


def test_lists_are_in_german_order(store: Store) -> None:
    names = [row.title for row in read_listing(store.path).rows if row.kind is Kind.MUNICIPALITY]
    assert names[:2] == ["Bielefeld", "Dormagen"]
    assert names.index("Mülheim an der Ruhr") < names.index("Münster")
