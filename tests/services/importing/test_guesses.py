"""What a file does not tell is concluded, and a person is asked to check it where it comes to stand here."""

from pathlib import Path

import pytest

from desktop.domain.incoming import Stamp
from desktop.i18n import load
from desktop.services.importing.opening import TableFile, open_file
from desktop.services.importing.plan import Plan
from desktop.services.importing.report import as_json
from tests.support.entries import importing_of
from tests.support.places import TRANSLATIONS

_LEVEL = "The level “Federal” was taken from the name “{}”. Please check it."


def _planned(database: Path, text: str) -> Plan:
    path = database.parent / "liste"
    path.write_text(text, encoding="utf-8")
    file, stamp = open_file(path), Stamp(None)
    return importing_of(database).plan(
        file.entries(file.proposed, stamp) if isinstance(file, TableFile) else file.entries(stamp)
    )


def _notes(plan: Plan) -> list[list[str]]:
    return [[one.in_words(str) for one in plan.row(at).lost_words] for at in range(len(plan))]


@pytest.mark.parametrize(
    "text",
    [
        "Einrichtung;Abteilung\nJobcenter Wüste;Nord\nJobcenter Wüste;Süd\nHafenberatung;West\n",
        "".join(
            f"BEGIN:VCARD\nFN:{part}\nORG:{body}\nEND:VCARD\n"
            for body, part in (("Bundesamt Wüste", "Nord"), ("Bundesamt Wüste", "Süd"), ("Hafenberatung", "West"))
        ),
    ],
)
def test_the_level_of_a_new_organisation_that_its_name_tells_is_to_be_checked_once(database: Path, text: str) -> None:
    name = "Bundesamt Wüste" if "VCARD" in text else "Jobcenter Wüste"
    plan = _planned(database, text)
    assert _notes(plan) == [[_LEVEL.format(name)], [], []]
    assert _LEVEL.format(name) in as_json(importing_of(database).carry_out(plan), load(TRANSLATIONS, "en"))


def test_an_organisation_with_a_row_of_its_own_is_told_there(database: Path) -> None:
    text = "Art;Kennung;Name;Ebene\nOrganisation;;Jobcenter Wüste;\nOrganisation;;Bundesamt Wüste;Bund\n"
    plan = _planned(database, text)
    assert _notes(plan) == [[_LEVEL.format("Jobcenter Wüste")], []]


def test_nothing_is_said_of_the_level_of_an_organisation_that_is_here_already(database: Path) -> None:
    name = "Bundesamt für Migration und Flüchtlinge"
    assert _notes(_planned(database, f"Einrichtung;Abteilung\n{name};Referat 7\n")) == [[]]
    assert _notes(_planned(database, f"Art;Kennung;Name\nOrganisation;;{name}\n")) == [[]]
