"""Records come out of the database as they went in, and the search knows what was written."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Person
from desktop.domain.errors import StoreError
from desktop.domain.phone import Phone, completed
from desktop.domain.record import Email, Statement
from desktop.domain.search import Question
from desktop.store.search.engine import SearchEngine
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
    assert not _found(store.path, "Kaputt")


def test_the_lists_know_at_once_what_was_written(store: Store, catalogue: Catalogue) -> None:
    old = next(record for record in catalogue.records if record.id == "bamf")
    with store.writing() as unit:
        unit.records.put([replace(old, alternate_names=("Flüchtlingsamt",))])
    assert {"bamf", "bamf-koeln", "bamf-dortmund"} <= set(_found(store.path, "fluechtlingsamt"))


def test_a_person_who_moves_is_found_with_the_new_record_and_not_with_the_old(
    store: Store, catalogue: Catalogue
) -> None:
    old = next(record for record in catalogue.records if record.id == "bedia-torun")
    assert isinstance(old, Person)
    assert old.belongs_to in _found(store.path, "torun")
    with store.writing() as unit:
        unit.records.put([replace(old, belongs_to="fluechtlingshilfe-ense")])
    found = set(_found(store.path, "torun"))
    assert "fluechtlingshilfe-ense" in found
    assert old.belongs_to not in found


def test_a_reference_to_nothing_is_refused(store: Store, catalogue: Catalogue) -> None:
    old = next(record for record in catalogue.records if record.id == "bamf-koeln")
    with pytest.raises(StoreError, match="does not fit"), store.writing() as unit:
        unit.records.put([replace(old, organization_id="nirgends")])


def _found(path: Path, text: str) -> tuple[str, ...]:
    engine = SearchEngine(path)
    try:
        return engine.ids(Question(text=text))
    finally:
        engine.close()


def test_a_record_is_read_alone_as_it_is_read_among_all(store: Store) -> None:
    with store.reading() as unit:
        every = unit.records.all()
    for record in every:
        with store.reading() as unit:
            assert unit.records.find(record.id) == record
            (dossier,) = unit.dossiers.find([record.id])
            assert dossier.record == record


_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
_STATEMENTS = st.lists(
    st.builds(
        Statement,
        text=_TEXTS,
        title=st.none() | _TEXTS,
        lines=st.lists(st.sampled_from(["1", "24-28"])).map(tuple),
        subject_ids=st.lists(st.sampled_from(["sprache", "beratung", "gesundheit"]), unique=True).map(tuple),
    ),
    max_size=4,
).map(tuple)
_MUNICIPALITIES = st.fixed_dictionaries(
    {
        "summary": st.none() | _TEXTS,
        "alternate_names": st.lists(_TEXTS, max_size=4).map(tuple),
        "subject_ids": st.lists(st.sampled_from(["sprache", "beratung", "gesundheit"]), unique=True).map(tuple),
        "related_ids": st.lists(st.sampled_from(["rheine", "kreis-lippe", "bamf"]), unique=True).map(tuple),
        "emails": st.lists(st.builds(Email, address=st.just("a@b.de"), label=st.none() | _TEXTS)).map(tuple),
        "latitude": st.floats(50.3, 52.6),
        "by_appointment": st.sampled_from([None, True, False]),
        "aims": _STATEMENTS,
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_MUNICIPALITIES, min_size=1, max_size=3))
def test_what_is_read_is_what_was_written_whatever_was_there_before(
    store: Store, catalogue: Catalogue, states: list[dict[str, Any]]
) -> None:
    old = next(record for record in catalogue.records if record.id == "moers")
    for state in states:
        new = replace(old, **state)
        with store.writing() as unit:
            unit.records.put([new])
            assert unit.records.find("moers") == new
        with store.reading() as unit:
            assert unit.records.find("moers") == new
