"""Contacts go out as vCards and come back into a database that has lost them."""

from pathlib import Path

from msgspec.structs import replace

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.importing import Decision
from desktop.domain.record import Record
from desktop.exchange.vcards import entries
from desktop.store.unit_of_work import Store
from tests.support import vcard_samples
from tests.support.deeds import Backups, dump, editing_of
from tests.support.entries import importing_of
from tests.support.vcards import STAMP, written

_KINDS = (Person, Location, Organization)
"""In the order in which one needs the next."""


def _contacts(database: Path) -> list[Record]:
    store = Store(database)
    with store.reading() as unit:
        found: list[Record] = [record for record in unit.records.all() if isinstance(record, _KINDS)]
    store.close()
    return found


def test_contacts_that_were_deleted_come_back_from_their_cards_as_they_were(database: Path, tmp_path: Path) -> None:
    before = _contacts(database)
    path = tmp_path / "kontakte.vcf"
    path.write_bytes(written(*before))
    editing = editing_of(database, Backups())
    for kind in _KINDS:
        for record in before:
            if isinstance(record, kind):
                editing.delete(record.id)
    assert _contacts(database) == []
    importing = importing_of(database)
    outcome = importing.carry_out(importing.plan(entries(path, STAMP)))
    assert (outcome.added, outcome.updated, outcome.is_open) == (len(before), 0, 0)
    after = {record.id: record for record in _contacts(database)}
    assert after == {record.id: replace(record, internal_note=None) for record in before}


def test_the_cards_of_what_is_here_change_nothing(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "kontakte.vcf"
    path.write_bytes(written(*_contacts(database)))
    before = dump(database)
    plan = importing_of(database).plan(entries(path, STAMP))
    assert {plan.decision(at) for at in range(len(plan))} == {Decision.SAME}
    assert dump(database) == before


def test_cards_of_other_programs_become_contacts_in_one_deed(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "kontakte.vcf"
    path.write_bytes(vcard_samples.OUTLOOK + vcard_samples.THUNDERBIRD + vcard_samples.EVOLUTION)
    before = dump(database)
    importing = importing_of(database)
    outcome = importing.carry_out(importing.plan(entries(path, STAMP)))
    assert outcome.added == 3
    names = {record.name for record in _contacts(database)}
    assert {"Jörg Müller", "Stadt Köln", "Olga Petrova", "Kreisverwaltung Wesel", "Kreis Wesel"} <= names
    assert editing_of(database, Backups()).undo() is not None
    assert dump(database) == before
