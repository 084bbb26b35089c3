"""Newer shipped data are one deed that is told, shown and taken back; what was edited here waits to be decided."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.applying import News, Outcome, Point
from desktop.domain.backup import Reason
from desktop.domain.catalogue import Catalogue
from desktop.domain.change import Deed
from desktop.domain.merging import Side
from desktop.domain.past import ElsewhereError
from desktop.domain.record import Record
from desktop.domain.vocabulary import Status
from desktop.services.applying.news import ShippedData
from desktop.store.checkup import check_up
from desktop.store.refill import take_newer
from desktop.store.unit_of_work import Store
from tests.support.laptop import NOW, Laptop, decided
from tests.support.unwritten import with_records


def _ship(database: Path, catalogue: Catalogue, version: int) -> None:
    """A start with newer data."""
    store = Store(database)
    with store.writing() as unit:
        take_newer(unit, replace(catalogue, version=catalogue.version + version), f"digest {version}", NOW)
    assert check_up(store, database).is_index_sound
    store.close()


def _of(catalogue: Catalogue, record_id: str) -> Record:
    return next(record for record in catalogue.records if record.id == record_id)


@pytest.fixture
def newer(catalogue: Catalogue) -> Catalogue:
    new = replace(_of(catalogue, "ihk-nrw"), id="ihk-moers", name="IHK Moers")
    changed = replace(_of(catalogue, "moers"), summary="Neu gefasst.")
    both = replace(_of(catalogue, "rheine"), summary="Von der Redaktion.", short_name="Rheine (Ems)")
    return with_records(catalogue, new, changed, both, without=["ihk-nrw"])


def _start(database: Path) -> Laptop:
    laptop = Laptop(database)
    laptop.catalogue.make_ready()
    return laptop


def test_nothing_is_told_of_what_was_there_from_the_first(laptop: Laptop) -> None:
    assert ShippedData(laptop.catalogue).news() is None


def test_what_newer_data_did_is_told_once(laptop: Laptop, newer: Catalogue) -> None:
    laptop.says("rheine", summary="Von uns.")
    _ship(laptop.database, newer, 1)
    shipped = ShippedData(laptop.catalogue)
    assert shipped.news() == News(new=1, changed=1, gone=1, waiting=1)
    shipped.take_note()
    assert shipped.news() is None
    _ship(laptop.database, newer, 2)
    assert shipped.news() == News(new=0, changed=0, gone=0, waiting=1)


def test_they_are_taken_back_by_who_agrees_and_do_not_come_back_by_themselves(
    laptop: Laptop, newer: Catalogue, catalogue: Catalogue
) -> None:
    _ship(laptop.database, newer, 1)
    started = _start(laptop.database)
    with pytest.raises(ElsewhereError) as asked:
        started.editing.undo()
    assert (asked.value.deed.deed, asked.value.deed.made_by) == (Deed.UPDATE, "Wegweiser")
    started.editing.allow(asked.value.deed)
    started.editing.undo()
    assert started.record("moers") == _of(catalogue, "moers")
    assert started.record("ihk-nrw").status is Status.ACTIVE
    assert started.find("ihk-moers") is None
    again = _start(laptop.database)
    assert again.record("moers") == _of(catalogue, "moers")
    again.editing.redo()
    assert again.record("moers").summary == "Neu gefasst."
    for one in (started, again):
        one.close()


def test_data_that_were_taken_back_are_held_against_those_that_come_next(
    laptop: Laptop, newer: Catalogue, catalogue: Catalogue
) -> None:
    _ship(laptop.database, newer, 1)
    started = _start(laptop.database)
    with pytest.raises(ElsewhereError) as asked:
        started.editing.undo()
    started.editing.allow(asked.value.deed)
    started.editing.undo()
    _ship(laptop.database, with_records(catalogue, replace(_of(catalogue, "moers"), summary="Noch neuer.")), 2)
    assert started.record("moers").summary == "Noch neuer."
    started.close()


def test_what_was_edited_here_waits_and_is_decided_field_by_field(laptop: Laptop, newer: Catalogue) -> None:
    laptop.says("rheine", summary="Von uns.")
    _ship(laptop.database, newer, 1)
    assert laptop.record("rheine").summary == "Von uns."
    look = laptop.applying.look_at_shipped()
    assert [*look.points()] == [Point("rheine", "summary")]
    assert {one.key: one.outcome for one in look.taken} == {
        "ihk-moers": Outcome.NEW,
        "moers": Outcome.CHANGED,
        "ihk-nrw": Outcome.GONE,
    }
    done = laptop.applying.apply(look, decided(look, Side.OURS))
    assert done.deed is Deed.UPDATE
    assert laptop.backed_up == [Reason.UPDATE]
    found = laptop.record("rheine")
    assert (found.summary, found.short_name) == ("Von uns.", "Rheine (Ems)")
    assert laptop.applying.look_at_shipped().findings == ()
    laptop.editing.undo()
    assert [*laptop.applying.look_at_shipped().points()] == [Point("rheine", "summary")]
    assert laptop.record("rheine").short_name != "Rheine (Ems)"


def test_what_is_no_longer_shipped_and_was_edited_here_is_decided(laptop: Laptop, newer: Catalogue) -> None:
    laptop.says("ihk-nrw", summary="Von uns.")
    _ship(laptop.database, newer, 1)
    look = laptop.applying.look_at_shipped()
    assert [point.key for point in look.points()] == ["ihk-nrw"]
    laptop.applying.apply(look, decided(look, Side.THEIRS))
    found = laptop.record("ihk-nrw")
    assert (found.status, found.summary) == (Status.ARCHIVED, "Von uns.")


def test_what_was_done_at_the_start_is_shown_before_and_after(laptop: Laptop, newer: Catalogue) -> None:
    _ship(laptop.database, newer, 1)
    look = laptop.applying.look_at_shipped()
    (row,) = laptop.applying.sides(look, "moers").rows
    assert (row.field, row.theirs) == ("summary", "Neu gefasst.")
