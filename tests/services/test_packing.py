"""An office makes packages: everything that is known, without what is internal, each with the next number."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from typing_extensions import override

from desktop.domain.errors import ExpectedError, FileWriteError
from desktop.domain.note import CounterNote
from desktop.domain.package import Cargo
from desktop.domain.packing import News, PackageOrder
from desktop.domain.progress import CancelledError, Progress
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Status
from desktop.exchange.package import read_package
from desktop.i18n import load
from desktop.services.packing_words import package_name, plain_name
from desktop.store.parcels import each_record
from tests.support.giving_up import Counting
from tests.support.packing import NOW, PackingOffice
from tests.support.places import TRANSLATIONS

Change = Callable[[Record], Record]


@pytest.fixture
def office(database: Path) -> PackingOffice:
    return PackingOffice(database)


@pytest.fixture
def order(tmp_path: Path) -> PackageOrder:
    return PackageOrder(tmp_path / "Moers.wegweiser", "Neue Nummern.")


def _change(office: PackingOffice, record_id: RecordId, **values: object) -> None:
    with office.records.writing() as unit:
        record = unit.records.find(record_id)
        assert record is not None
        unit.records.put([replace(record, **values)])


def _all(office: PackingOffice) -> list[Record]:
    with office.records.reading() as unit:
        return list(unit.records.all())


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_package_holds_all_records_in_their_order_and_whatever_they_name(
    office: PackingOffice, order: PackageOrder
) -> None:
    packed = office.packing.pack(order)
    package = read_package(order.path)
    assert list(package.catalogue.records) == _all(office)
    assert package.manifest == packed.manifest
    assert (packed.manifest.office, packed.manifest.number, packed.manifest.made_at) == ("Stadt Moers", 1, NOW)
    assert packed.manifest.change_note == "Neue Nummern."
    assert packed.size == order.path.stat().st_size
    assert package.signer.public_key == office.signing.public()


def test_records_are_read_some_at_a_time_and_all_of_them(office: PackingOffice) -> None:
    with office.records.reading() as unit:
        assert list(each_record(unit.rows)) == list(unit.records.all())


def test_internal_notes_stay_at_home_unless_they_are_chosen(office: PackingOffice, order: PackageOrder) -> None:
    _change(office, "moers", internal_note="Frau M. ist krank")
    office.packing.pack(order)
    assert b"krank" not in b"".join(_unpacked(order.path))
    office.packing.pack(order._replace(has_internal_notes=True))
    assert b"krank" in b"".join(_unpacked(order.path))


def _unpacked(path: Path) -> list[bytes]:
    from tests.support.packages import parts_of

    return list(parts_of(path).values())


def test_what_is_archived_travels_as_archived(office: PackingOffice, order: PackageOrder) -> None:
    _change(office, "jmd-zentrale", status=Status.ARCHIVED)
    office.packing.pack(order)
    found = {record.id: record.status for record in read_package(order.path).catalogue.records}
    assert found["jmd-zentrale"] is Status.ARCHIVED


def test_numbers_count_up_and_a_restored_database_does_not_turn_them_back(
    office: PackingOffice, order: PackageOrder, database: Path
) -> None:
    before = database.read_bytes()
    numbers = [office.packing.pack(order).manifest.number for _ in range(2)]
    office.records.close()
    database.write_bytes(before)
    assert [*numbers, office.packing.pack(order).manifest.number] == [1, 2, 3]


def test_the_change_note_is_proposed_from_what_is_otherwise_than_in_the_last_package(
    office: PackingOffice, order: PackageOrder
) -> None:
    first = office.packing.proposal()
    assert (first.number, first.since, first.total) == (1, 0, len(_all(office)))
    assert first.change_note == f"First package, with {first.total} records."
    office.packing.pack(order)
    _change(office, "moers", short_name="Moers!")
    _change(office, "koeln", internal_note="bleibt hier")
    _change(office, "jmd-zentrale", status=Status.ARCHIVED)
    with office.records.writing() as unit:
        unit.records.put([replace(_all(office)[0], id="neu", name="Neu")])
    second = office.packing.proposal()
    assert (second.number, second.since, second.news) == (2, 1, News(new=1, changed=1, archived=1))
    assert second.change_note == "Since package 1: 1 new, 1 changed, 1 archived."
    assert second.fingerprint


def test_a_record_that_was_removed_is_told_as_removed(office: PackingOffice, order: PackageOrder) -> None:
    with office.records.writing() as unit:
        unit.records.put([replace(_all(office)[0], id="neu", name="Neu")])
    office.packing.pack(order)
    with office.records.writing() as unit:
        unit.records.put_placed([], ["neu"])
    assert office.packing.proposal().news == News(gone=1)


def test_nothing_new_is_told_as_such(office: PackingOffice, order: PackageOrder) -> None:
    office.packing.pack(order)
    proposal = office.packing.proposal()
    assert (proposal.news.is_any, proposal.change_note) == (False, "Since package 1: nothing has changed.")


def test_the_proposal_is_in_the_language_of_the_office(database: Path) -> None:
    office = PackingOffice(database, load(TRANSLATIONS, "en"))
    assert "First package" in office.packing.proposal().change_note


def test_notes_travel_in_a_package_of_their_own_and_are_counted_for_themselves(
    office: PackingOffice, order: PackageOrder
) -> None:
    note = CounterNote(
        id="0" * 32,
        record_id="moers",
        record_name="Moers",
        text="Fax?",
        made_at=datetime(2026, 11, 22, tzinfo=UTC),
        made_by="A",
    )
    with office.records.writing() as unit:
        unit.notes.add(note)
    office.packing.pack(order)
    packed = office.packing.pack_notes(order.path)
    package = read_package(order.path)
    assert (packed.manifest.cargo, packed.manifest.number) == (Cargo.NOTES, 1)
    assert package.notes == (note,)


def test_without_notes_there_is_no_package_of_notes(office: PackingOffice, order: PackageOrder) -> None:
    with pytest.raises(ExpectedError, match="no notes"):
        office.packing.pack_notes(order.path)
    assert not order.path.exists()


@pytest.mark.parametrize("name", ["", "   ", "\u200b"])
def test_an_office_without_a_name_is_asked_for_one_first(office: PackingOffice, order: PackageOrder, name: str) -> None:
    office.rename(name)
    with pytest.raises(ExpectedError, match="has no name yet"):
        office.packing.pack(order)
    with pytest.raises(ExpectedError, match="has no name yet"):
        office.packing.proposal()
    assert "signing-key.pem" not in _files(office.folder)


@pytest.mark.parametrize("now", [datetime(1999, 1, 1, tzinfo=UTC), datetime(2199, 1, 1, tzinfo=UTC)])
def test_a_wrong_clock_makes_no_package(office: PackingOffice, order: PackageOrder, now: datetime) -> None:
    office.now = now
    with pytest.raises(ExpectedError, match="clock of this computer"):
        office.packing.pack(order)
    assert not order.path.exists()


def test_a_record_from_the_future_is_named_before_anybody_refuses_the_package(
    office: PackingOffice, order: PackageOrder
) -> None:
    moers = next(record for record in _all(office) if record.id == "moers")
    _change(office, "moers", provenance=replace(moers.provenance, as_of=date(2027, 5, 1)))
    with pytest.raises(ExpectedError, match=r"Moers.* cannot be sent\. Its Stand lies in the future"):
        office.packing.pack(order)
    assert not order.path.exists()


def test_whoever_gives_up_leaves_no_package_and_no_number_behind(office: PackingOffice, order: PackageOrder) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        office.packing.pack(order, progress)
    assert _files(order.path.parent) == []
    assert office.packing.pack(order).manifest.number == 1


@pytest.mark.parametrize("moment", [2, 3])
def test_of_two_windows_that_make_a_package_at_once_one_has_the_number(
    office: PackingOffice, order: PackageOrder, database: Path, moment: int
) -> None:
    class Interrupting(Counting):
        @override
        def tell(self, done: int, total: int) -> None:
            super().tell(done, total)
            if self.told == moment - 1:
                PackingOffice(database).packing.pack(order._replace(path=order.path.with_name("Andere.wegweiser")))

    office.packing.pack(order)
    before = order.path.read_bytes()
    with pytest.raises(ExpectedError, match="package 2 meanwhile"):
        office.packing.pack(order, Interrupting())
    assert order.path.read_bytes() == before
    assert _files(order.path.parent) == ["Andere.wegweiser", "Moers.wegweiser"]
    assert office.packing.pack(order).manifest.number == 3


def test_whenever_somebody_gives_up_the_old_package_stays(office: PackingOffice, order: PackageOrder) -> None:
    counted = Counting()
    office.packing.pack(order, counted)
    before = order.path.read_bytes()
    for moment in range(1, counted.told + 1):
        with pytest.raises(CancelledError):
            office.packing.pack(order, Counting(moment))
        assert order.path.read_bytes() == before
        assert _files(order.path.parent) == ["Moers.wegweiser"]
    assert office.packing.pack(order).manifest.number == 2


def test_a_package_that_cannot_be_written_leaves_the_old_one(office: PackingOffice, tmp_path: Path) -> None:
    with pytest.raises(FileWriteError):
        office.packing.pack(PackageOrder(tmp_path / "weg" / "Moers.wegweiser"))
    assert office.packing.pack(PackageOrder(tmp_path / "Moers.wegweiser")).manifest.number == 1


def test_how_far_it_is_can_be_seen(office: PackingOffice, order: PackageOrder) -> None:
    progress = Progress()
    office.packing.pack(order, progress)
    assert (progress.done, progress.total) == (len(_all(office)), len(_all(office)))


def test_signs_that_nobody_sees_do_not_make_a_package_that_others_refuse(
    office: PackingOffice, order: PackageOrder
) -> None:
    office.packing.pack(order._replace(change_note="Neue\x00 Nummern\r\nund Zeiten"))
    assert read_package(order.path).manifest.change_note == "Neue Nummern\nund Zeiten"


def test_an_empty_change_note_is_none(office: PackingOffice, order: PackageOrder) -> None:
    assert office.packing.pack(order._replace(change_note=" \n")).manifest.change_note is None


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Stadt Moers", "Stadt Moers 3.wegweiser"),
        ('Amt 50/2: "Zuwanderung"', "Amt 50 2 Zuwanderung 3.wegweiser"),
        ("x" * 200, f"{'x' * 60} 3.wegweiser"),
    ],
)
def test_a_package_is_called_after_its_office(office: str, name: str) -> None:
    assert package_name(office, 3, False, load(TRANSLATIONS, "de")) == name
    assert package_name(office, 3, True, load(TRANSLATIONS, "de")) == f"Notizen {name}"


def test_signs_that_nobody_sees_are_no_part_of_a_name() -> None:
    assert plain_name(" Stadt\n\u202eMoers\u200b ") == "Stadt Moers"
