"""Another office has other lists: its records come in without what is unknown here, and each loss is told."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.change import PlacedTerm
from desktop.domain.contact import Location, Organization
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.errors import ExpectedError, InvalidRecordError
from desktop.domain.importing import Decision, Found
from desktop.domain.incoming import Stamp
from desktop.domain.outgoing import Outgoing
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record, Statement, Term
from desktop.domain.vocabulary import Level, Taxonomy
from desktop.exchange.catalogue_json import write_catalogue
from desktop.exchange.columns.writing import write_excel_csv
from desktop.exchange.hsds.writing import write_hsds
from desktop.i18n import Translate, load
from desktop.services.editing import Editing
from desktop.services.importing.opening import TableFile, open_file
from desktop.services.importing.outcome import Outcome
from desktop.services.importing.plan import Plan
from desktop.services.importing.report import as_json
from desktop.store.unit_of_work import Store
from tests.support.entries import importing_of, place
from tests.support.paper import GERMAN
from tests.support.places import TRANSLATIONS

Writer = Callable[[Outgoing, BinaryIO, Translate], None]
FORMATS = pytest.mark.parametrize("write", [write_catalogue, write_excel_csv, write_hsds])
ELSEWHERE = Provenance(source="stadtarchiv-moers")
_TOPIC = "Topics: “raumfahrt” was left out. It is not in the list here."
_GROUP = "Target groups: “seeleute” was left out. It is not in the list here."
_SOURCE = (
    "Source: “stadtarchiv-moers” was left out. It is not known here; a new record gets “Eigene Angaben der"
    " Servicestelle” instead."
)


class _Office:
    """Reads what another office has written."""

    def __init__(self, database: Path) -> None:
        self._importing = importing_of(database)
        self._path = database.parent / "andere"

    def plan(self, write: Writer, *records: Record, beside: tuple[Record, ...] = ()) -> Plan:
        """What would become of the records in a file."""
        with self._path.open("wb") as file:
            write(Outgoing(records, {one.id: one for one in beside}, (), (), ()), file, GERMAN)
        found, stamp = open_file(self._path), Stamp(None)
        if isinstance(found, TableFile):
            return self._importing.plan(found.entries(found.proposed, stamp))
        return self._importing.plan(found.entries(stamp))

    def carry_out(self, plan: Plan) -> Outcome:
        """Do what is proposed."""
        return self._importing.carry_out(plan)


@pytest.fixture
def office(database: Path) -> _Office:
    return _Office(database)


def _lost(plan: Plan, at: int = 0) -> list[str]:
    return [one.in_words(str) for one in plan.row(at).lost_words]


def _body(**others: object) -> Organization:
    found = Organization(
        id="hafenamt", name="Hafenamt Moers", level=Level.INDEPENDENT, provenance=Provenance(source=OWN_SOURCE.id)
    )
    return replace(found, **others)


@FORMATS
def test_a_record_comes_without_the_terms_that_are_unknown_here_and_each_is_told(
    office: _Office, editing: Editing, catalogue: Catalogue, write: Writer
) -> None:
    topic, group = catalogue.subjects[0].id, catalogue.target_groups[0].id
    told = _body(subject_ids=("raumfahrt", topic), target_group_ids=(group, "seeleute"))
    plan = office.plan(write, told)
    assert plan.decision(0) is Decision.NEW
    assert _lost(plan) == [_TOPIC, _GROUP]
    outcome = office.carry_out(plan)
    assert editing.opened("hafenamt") == replace(told, subject_ids=(topic,), target_group_ids=(group,))
    report = as_json(outcome, load(TRANSLATIONS, "en"))
    assert _TOPIC in report
    assert _GROUP in report


@FORMATS
def test_a_source_that_is_unknown_here_becomes_ones_own_and_that_is_told(
    office: _Office, editing: Editing, write: Writer
) -> None:
    plan = office.plan(write, _body(provenance=ELSEWHERE))
    assert _lost(plan) == [_SOURCE]
    office.carry_out(plan)
    assert editing.opened("hafenamt").provenance == Provenance(source=OWN_SOURCE.id)


@pytest.mark.parametrize("write", [write_catalogue, write_excel_csv])
def test_a_statement_keeps_its_words_where_its_topic_is_unknown(
    office: _Office, editing: Editing, catalogue: Catalogue, write: Writer
) -> None:
    topic = catalogue.subjects[0].id
    first = Statement(text="Berät Seeleute.", subject_ids=(topic, "raumfahrt"))
    second = Statement(text="Fliegt zum Mond.", subject_ids=("raumfahrt",))
    plan = office.plan(write, _body(offers=(first, second)))
    assert _lost(plan) == [_TOPIC]
    office.carry_out(plan)
    found = editing.opened("hafenamt")
    assert isinstance(found, Organization)
    assert found.offers == (replace(first, subject_ids=(topic,)), replace(second, subject_ids=()))


@FORMATS
def test_what_is_here_keeps_its_topics_and_its_source_where_the_file_knows_only_others(
    office: _Office, editing: Editing, write: Writer
) -> None:
    here = editing.opened("bamf")
    assert here.subject_ids
    plan = office.plan(write, replace(here, subject_ids=("raumfahrt",), provenance=ELSEWHERE))
    assert {_TOPIC, _SOURCE} <= set(_lost(plan))
    plan.decide(0, Decision.UPDATE)
    if plan.changes:
        office.carry_out(plan)
    now = editing.opened("bamf")
    assert (now.subject_ids, now.provenance.source) == (here.subject_ids, here.provenance.source)
    assert now.provenance.lines == here.provenance.lines


@pytest.mark.parametrize("write", [write_catalogue, write_excel_csv])
@pytest.mark.parametrize("is_known_by_id", [True, False])
def test_statements_here_keep_their_topics_where_the_file_knows_only_others(
    office: _Office, editing: Editing, catalogue: Catalogue, write: Writer, is_known_by_id: bool
) -> None:
    topics = tuple(one.id for one in catalogue.subjects[:2])
    offers = tuple(Statement(text=f"Berät zu {topic}.", subject_ids=(topic,)) for topic in topics)
    editing.save(None, _body(offers=offers))
    told = (replace(offers[0], subject_ids=("raumfahrt",)), Statement(text="Neu.", subject_ids=("raumfahrt",)))
    plan = office.plan(write, _body(id="hafenamt" if is_known_by_id else "fremd", offers=told))
    assert _lost(plan) == [_TOPIC]
    plan.decide(0, Decision.UPDATE)
    office.carry_out(plan)
    found = editing.opened("hafenamt")
    assert isinstance(found, Organization)
    assert found.offers == (offers[0], Statement(text="Neu."))


@pytest.mark.parametrize("record_id", ["aussiedlerbeauftragter", "hafenamt-2"])
def test_what_differs_only_in_unknown_topics_of_its_statements_is_the_same(
    office: _Office, editing: Editing, record_id: str
) -> None:
    here = editing.opened("aussiedlerbeauftragter")
    assert isinstance(here, Organization)
    assert all(one.subject_ids for one in here.tasks)
    told = tuple(replace(one, subject_ids=("raumfahrt",)) for one in here.tasks)
    plan = office.plan(write_catalogue, replace(here, id=record_id, tasks=told))
    assert plan.found(0) is Found.SAME


def test_what_differs_in_nothing_else_is_the_same(office: _Office, editing: Editing) -> None:
    here = editing.opened("bamf")
    origin = replace(here.provenance, source=ELSEWHERE.source)
    plan = office.plan(write_catalogue, replace(here, subject_ids=("raumfahrt",), provenance=origin))
    assert plan.found(0) is Found.SAME
    assert len(_lost(plan)) == 2


def test_an_organisation_that_comes_with_others_comes_without_unknown_terms_and_is_told_once(
    office: _Office, editing: Editing
) -> None:
    owner = _body(subject_ids=("raumfahrt",))
    places = [place(f"Kai {number}", owner=owner, file_id=f"kai-{number}") for number in (1, 2)]
    plan = office.plan(write_catalogue, *places, beside=(owner,))
    told = "Topics of “Hafenamt Moers”: “raumfahrt” was left out. It is not in the list here."
    assert [_lost(plan, at) for at in (0, 1)] == [[told], []]
    assert office.carry_out(plan).beside == 1
    assert editing.opened("hafenamt-moers").subject_ids == ()
    first = editing.opened("kai-1")
    assert isinstance(first, Location)
    assert first.organization_id == "hafenamt-moers"


def test_nothing_is_said_of_an_organisation_that_is_here_already(office: _Office, editing: Editing) -> None:
    owner = replace(editing.opened("bamf"), subject_ids=("raumfahrt",))
    plan = office.plan(write_catalogue, place("Kai 1", owner=owner, file_id="kai-1"), beside=(owner,))
    assert _lost(plan) == []
    assert office.carry_out(plan).added == 1


def test_very_many_unknown_terms_are_counted(office: _Office) -> None:
    plan = office.plan(write_catalogue, _body(subject_ids=tuple(f"fremd-{number}" for number in range(5_000))))
    assert _lost(plan) == ["5000 of “Topics” cannot be kept here and were left out."]


def test_very_many_unknown_terms_of_what_comes_beside_a_row_are_counted_under_its_name(office: _Office) -> None:
    owner = _body(subject_ids=tuple(f"fremd-{number}" for number in range(5_000)))
    plan = office.plan(write_catalogue, place("Kai 1", owner=owner, file_id="kai-1"), beside=(owner,))
    assert _lost(plan) == ["5000 of “Topics” of “Hafenamt Moers” cannot be kept here and were left out."]


def test_a_term_that_was_deleted_since_the_file_was_read_stops_the_import(
    database: Path, office: _Office, editing: Editing
) -> None:
    added = PlacedTerm(taxonomy=Taxonomy.SUBJECT, position=1_000, term=Term(id="raumfahrt", name="Raumfahrt"))
    with Store(database).writing() as unit:
        unit.terms.put([added])
    plan = office.plan(write_catalogue, _body(subject_ids=("raumfahrt",)))
    assert _lost(plan) == []
    with Store(database).writing() as unit:
        unit.terms.put([], gone=[added])
    with pytest.raises(InvalidRecordError, match="raumfahrt"):
        office.carry_out(plan)
    with pytest.raises(ExpectedError):
        editing.opened("hafenamt")
