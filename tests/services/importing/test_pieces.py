"""A file of cards is spoken of as one: nothing that is said about it calls a card a row."""

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from msgspec.structs import replace

from desktop.domain.contact import Location
from desktop.domain.editing import ConflictError
from desktop.domain.errors import ExpectedError
from desktop.domain.importing import Decision
from desktop.i18n import load
from desktop.services.editing import Editing
from desktop.services.importing.pieces import Piece, english_of, speaking_of
from desktop.services.importing.report import as_lines, write_report
from tests.support.catalogues import KEYWORDS
from tests.support.entries import entry, importing_of, place, rows
from tests.support.paper import GERMAN
from tests.support.places import ROOT, TRANSLATIONS

_TABLE = "pieces.py"


def _messages(*, of_table: bool) -> set[str]:
    """Each form of every message of the code, in the table of cards or outside of it."""
    found = set()
    for file, _, message, _, _ in extract_from_dir(ROOT / "desktop", keywords=KEYWORDS, comment_tags=()):
        if file.endswith(_TABLE) is of_table:
            found |= {message} if isinstance(message, str) else set(message)
    return found


def test_every_message_about_rows_that_has_one_about_cards_is_said_somewhere() -> None:
    card = english_of(Piece.CARD)
    known = {message for message in _messages(of_table=True) if card(message) != message}
    assert known
    assert known - _messages(of_table=False) == set()


def test_no_message_about_cards_speaks_of_rows() -> None:
    card = english_of(Piece.CARD)
    said = {card(message) for message in _messages(of_table=True)}
    assert [message for message in said if "row" in message.casefold()] == []
    assert english_of(Piece.ROW)("Row") == "Row"


def test_a_plural_has_its_forms_in_every_language_of_the_window() -> None:
    one, many = "{count} row cannot be read", "{count} rows cannot be read"
    german, english = (speaking_of(Piece.CARD, load(TRANSLATIONS, language)) for language in ("de", "en"))
    assert [german.plural(one, many, count) for count in (1, 2)] == [
        "1 Karte ist nicht lesbar",
        "2 Karten sind nicht lesbar",
    ]
    assert [english.plural(one, many, count) for count in (1, 2)] == ["1 card cannot be read", "2 cards cannot be read"]
    assert speaking_of(Piece.ROW, GERMAN) is GERMAN


def test_the_report_of_an_import_of_cards_counts_cards(database: Path, tmp_path: Path) -> None:
    importing = importing_of(database)
    outcome = importing.carry_out(importing.plan(rows(place("Hafenberatung")), piece=Piece.CARD))
    told = "\n".join(as_lines(outcome, GERMAN))
    assert "Karte 2: aufgenommen – Hafenberatung" in told
    write_report(tmp_path / "Bericht.csv", outcome, GERMAN)
    assert (tmp_path / "Bericht.csv").read_text(encoding="utf-8-sig").startswith("Karte;")
    assert "Zeile" not in told


def test_what_stops_an_import_of_cards_names_the_card(database: Path, editing: Editing) -> None:
    importing = importing_of(database)
    plan = importing.plan(rows(place("Elternhaus")), piece=Piece.CARD)
    editing.save(None, place("Elternhaus", file_id="elternhaus"))
    with pytest.raises(ConflictError) as stopped:
        importing.carry_out(plan)
    assert "vielleicht das, was Karte 2 sagt" in stopped.value.message.in_words(GERMAN)


def test_two_cards_of_one_record_are_named_as_cards(database: Path, editing: Editing) -> None:
    importing, here = importing_of(database), editing.opened("bamf-dortmund")
    assert isinstance(here, Location)
    first, second = replace(here, cost="1 €"), replace(here, id="card-2", cost="2 €")
    told = entry(1, first, has_id=True, given={"name", "cost"}), entry(2, second, given={"name", "cost"})
    plan = importing.plan(rows(*told), piece=Piece.CARD)
    assert [plan.decide(at, Decision.UPDATE) for at in range(2)] == [True, True]
    with pytest.raises(ExpectedError) as stopped:
        importing.carry_out(plan)
    assert "die zweite ist Karte 2" in stopped.value.message.in_words(GERMAN)
