"""A later version of the shipped data updates what nobody edited, and nothing else."""

from pathlib import Path

from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.record import Record, Term
from desktop.domain.vocabulary import Status, Taxonomy
from desktop.store.refill import Refilled, refill
from desktop.store.unit_of_work import Store


def _with(catalogue: Catalogue, *changed: Record, without: str = "") -> Catalogue:
    new = {record.id: record for record in changed}
    kept = [new.pop(record.id, record) for record in catalogue.records if record.id != without]
    return Catalogue(
        version=catalogue.version + 1,
        sources=catalogue.sources,
        subjects=catalogue.subjects,
        target_groups=catalogue.target_groups,
        records=(*kept, *new.values()),
    )


def _record(catalogue: Catalogue, record_id: str) -> Record:
    return next(record for record in catalogue.records if record.id == record_id)


def _refill(path: Path, catalogue: Catalogue) -> Refilled:
    store = Store(path)
    try:
        with store.writing() as unit:
            return refill(unit, catalogue, "digest")
    finally:
        store.close()


def _put(path: Path, record: Record) -> None:
    store = Store(path)
    with store.writing() as unit:
        unit.records.put([record])
    store.close()


def _find(path: Path, record_id: str) -> Record | None:
    store = Store(path)
    with store.reading() as unit:
        found = unit.records.find(record_id)
    store.close()
    return found


def test_the_same_data_change_nothing(database: Path, catalogue: Catalogue) -> None:
    assert _refill(database, catalogue) == Refilled()


def test_an_unedited_record_is_updated(database: Path, catalogue: Catalogue) -> None:
    newer = replace(_record(catalogue, "moers"), summary="Neu gefasst.")
    assert _refill(database, _with(catalogue, newer)).updated == ("moers",)
    assert _find(database, "moers") == newer


def test_an_edited_record_stays_as_the_office_wrote_it(database: Path, catalogue: Catalogue) -> None:
    edited = replace(_record(catalogue, "moers"), summary="Von uns ergänzt.")
    _put(database, edited)
    newer = replace(_record(catalogue, "moers"), summary="Neu gefasst.")
    assert _refill(database, _with(catalogue, newer)).kept == ("moers",)
    assert _find(database, "moers") == edited


def test_a_record_that_is_no_longer_shipped_is_archived_not_deleted(database: Path, catalogue: Catalogue) -> None:
    shorter = _with(catalogue, without="ihk-nrw")
    assert _refill(database, shorter).withdrawn == ("ihk-nrw",)
    found = _find(database, "ihk-nrw")
    assert found is not None
    assert found.status is Status.ARCHIVED
    assert _refill(database, shorter).withdrawn == ()


def test_a_record_that_is_shipped_again_is_in_use_again(database: Path, catalogue: Catalogue) -> None:
    _refill(database, _with(catalogue, without="ihk-nrw"))
    assert _refill(database, catalogue).updated == ("ihk-nrw",)
    assert _find(database, "ihk-nrw") == _record(catalogue, "ihk-nrw")


def test_a_new_record_is_added(database: Path, catalogue: Catalogue) -> None:
    new = replace(_record(catalogue, "ihk-nrw"), id="ihk-moers", name="IHK Moers")
    assert _refill(database, _with(catalogue, new)).added == ("ihk-moers",)
    assert _find(database, "ihk-moers") == new


def test_a_record_that_the_office_made_is_not_overwritten(database: Path, catalogue: Catalogue) -> None:
    own = replace(_record(catalogue, "ihk-nrw"), id="ihk-moers", name="Unsere IHK")
    _put(database, own)
    shipped = replace(own, name="IHK Moers")
    assert _refill(database, _with(catalogue, shipped)).kept == ("ihk-moers",)
    assert _find(database, "ihk-moers") == own


def _without(path: Path, *gone: str) -> None:
    store = Store(path)
    with store.writing() as unit:
        unit.records.put_placed([], gone)
    store.close()


def test_what_belongs_to_a_deleted_record_waits_until_that_is_back(database: Path, catalogue: Catalogue) -> None:
    owner = replace(_record(catalogue, "bamf"), id="neues-amt", name="Neues Amt")
    place = replace(_record(catalogue, "bamf-koeln"), id="neue-stelle", organization_id="neues-amt")
    _refill(database, _with(catalogue, owner))
    _without(database, "neues-amt")
    newer = _with(catalogue, owner, place)
    assert _refill(database, newer) == Refilled()
    assert _find(database, "neue-stelle") is None
    _put(database, owner)
    assert _refill(database, newer).added == ("neue-stelle",)


def test_a_link_to_a_deleted_record_is_left_out(database: Path, catalogue: Catalogue) -> None:
    other = replace(_record(catalogue, "ihk-nrw"), id="neue-ihk")
    _refill(database, _with(catalogue, other))
    _without(database, "neue-ihk")
    newer = replace(_record(catalogue, "moers"), related_ids=("neue-ihk", "rheine"), summary="Neu gefasst.")
    assert _refill(database, _with(catalogue, other, newer)).updated == ("moers",)
    assert _find(database, "moers") == replace(newer, related_ids=("rheine",))
    assert _refill(database, _with(catalogue, other, newer)) == Refilled()


def test_nothing_is_filed_under_a_removed_topic(database: Path, catalogue: Catalogue) -> None:
    topics = (*catalogue.subjects, Term(id="neues-thema", name="Neues Thema"))
    _refill(database, replace(_with(catalogue), subjects=topics))
    store = Store(database)
    with store.writing() as unit:
        placed = unit.terms.find(Taxonomy.SUBJECT, "neues-thema")
        assert placed is not None
        unit.terms.put([], [placed])
    store.close()
    moers = _record(catalogue, "moers")
    newer = replace(moers, subject_ids=(*moers.subject_ids, "neues-thema"), summary="Neu gefasst.")
    _refill(database, replace(_with(catalogue, newer), subjects=topics))
    assert _find(database, "moers") == replace(newer, subject_ids=moers.subject_ids)
