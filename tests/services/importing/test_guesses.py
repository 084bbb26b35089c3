"""What a file does not tell is concluded, and a person is asked to check it where it comes to stand here."""

from pathlib import Path

import pytest

from desktop.domain.contact import Organization
from desktop.domain.incoming import Entry, Stamp
from desktop.domain.vocabulary import Level
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


@pytest.mark.parametrize("head", ["Ebene", "Level"])
def test_a_level_that_a_list_tells_is_taken_over_and_nothing_is_guessed(database: Path, head: str) -> None:
    text = f"Organisation;Abteilung;{head}\nJobcenter Wüste;Nord;Kommune\nHafenberatung;;\n"
    assert _notes(_planned(database, text)) == [[], []]
    file = open_file(database.parent / "liste")
    assert isinstance(file, TableFile)
    rows = [one for one in file.entries(file.proposed, Stamp(None)) if isinstance(one, Entry)]
    assert [[need.level for need in row.needs if isinstance(need, Organization)] for row in rows] == [
        [Level.MUNICIPAL],
        [Level.INDEPENDENT],
    ]


def test_a_level_in_a_building_is_none_of_an_organisation(database: Path) -> None:
    path = database.parent / "liste.csv"
    path.write_text("Organisation;Ebene\nJobcenter Wüste;Kommune\nHafenberatung;3. OG\n", encoding="utf-8")
    file = open_file(path)
    assert isinstance(file, TableFile)
    assert file.proposed == ("organization", None)


def test_a_word_for_a_level_that_is_unknown_is_told(database: Path) -> None:
    rows = "".join(f"Stelle {number};Kommune\n" for number in range(9))
    notes = _notes(_planned(database, f"Organisation;Ebene\n{rows}Jobcenter Wüste;Quartier\n"))
    assert not any(notes[:-1])
    left_out, guessed = notes[-1]
    assert "Ebene: “Quartier” was left out" in left_out
    assert guessed == _LEVEL.format("Jobcenter Wüste")


def test_an_organisation_with_a_row_of_its_own_is_told_there(database: Path) -> None:
    text = "Art;Kennung;Name;Ebene\nOrganisation;;Jobcenter Wüste;\nOrganisation;;Bundesamt Wüste;Bund\n"
    plan = _planned(database, text)
    assert _notes(plan) == [[_LEVEL.format("Jobcenter Wüste")], []]


def test_nothing_is_said_of_the_level_of_an_organisation_that_is_here_already(database: Path) -> None:
    name = "Bundesamt für Migration und Flüchtlinge"
    assert _notes(_planned(database, f"Einrichtung;Abteilung\n{name};Referat 7\n")) == [[]]
    assert _notes(_planned(database, f"Art;Kennung;Name\nOrganisation;;{name}\n")) == [[]]
