"""The report of an import says of every row what became of it."""

import csv
import json
from io import StringIO
from pathlib import Path

from msgspec.structs import replace

from desktop.domain.contact import Location
from desktop.domain.errors import Message
from desktop.domain.importing import Decision
from desktop.domain.incoming import Unreadable
from desktop.services.editing import Editing
from desktop.services.importing.outcome import Outcome
from desktop.services.importing.report import as_json, write_report
from tests.support.entries import entry, importing_of, place, rows
from tests.support.paper import GERMAN


def _imported(database: Path, editing: Editing) -> Outcome:
    here = editing.opened("bamf-dortmund")
    assert isinstance(here, Location)
    lost = Message("“{value}” is no telephone number.", value="abc")
    importing = importing_of(database)
    plan = importing.plan(
        rows(
            entry(2, place("=Hafenberatung"), lost=[lost]),
            entry(3, replace(here, cost="5 €", name="BAMF Nord"), has_id=True, given={"name", "cost"}),
            Unreadable(4, Message("There is no name in this row."), ";;;"),
            place("Ausgelassen"),
        )
    )
    plan.decide(1, Decision.UPDATE)
    plan.decide(3, Decision.SKIP)
    return importing.carry_out(plan)


def test_programs_read_every_row_with_its_fields_before_and_afterwards(database: Path, editing: Editing) -> None:
    told = json.loads(as_json(_imported(database, editing), GERMAN))
    assert (told["added"], told["updated"], told["unchanged"], told["unreadable"]) == (1, 1, 1, 1)
    new, changed, bad, left = told["rows"]
    assert (new["done"], new["id"], len(new["notes"])) == ("added", "hafenberatung", 1)
    assert changed["fields"]["cost"] == {"before": None, "after": "5 €"}
    assert set(changed["fields"]) == {"name", "cost"}
    assert (bad["row"], bad["done"], bad["notes"]) == (4, None, ["In dieser Zeile steht kein Name."])
    assert (left["decision"], left["done"]) == ("skip", None)


def test_a_spreadsheet_shows_a_field_a_line_and_calculates_nothing(
    database: Path, editing: Editing, tmp_path: Path
) -> None:
    path = tmp_path / "Bericht.csv"
    write_report(path, _imported(database, editing), GERMAN)
    told = list(csv.reader(StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    assert {len(row) for row in told} == {8}
    assert [row[0] for row in told[1:]] == ["2", "3", "3", "4", "5"]
    assert all(not cell.startswith("=") for row in told for cell in row)
    assert {(row[4], row[6]) for row in told if row[0] == "3"} == {("Name", "BAMF Nord"), ("Kosten", "5 €")}


def test_a_person_reads_the_numbers_first(database: Path, editing: Editing, tmp_path: Path) -> None:
    path = tmp_path / "Bericht.txt"
    write_report(path, _imported(database, editing), GERMAN)
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("1 ")
    assert any("Kosten" in line and "5 €" in line for line in lines)
