"""A page says what its record says."""

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.record import DatedFact
from desktop.domain.vocabulary import DateRelation, Kind
from desktop.i18n import load
from desktop.pages.blocks import Fields, Heading, Page, Paragraph, Value
from desktop.pages.record import page
from desktop.pages.text import as_text
from desktop.pages.words import when_text
from tests.support.dossiers import dossier, dossier_of
from tests.support.places import TRANSLATIONS

GERMAN = load(TRANSLATIONS, "de")


def _values(shown: Page) -> list[Value]:
    fields = [field for block in shown.blocks if isinstance(block, Fields) for field in block.fields]
    return [value for field in fields for value in field.values]


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_every_fact_of_every_record_stands_on_its_page(catalogue: Catalogue) -> None:
    for record in catalogue.records:
        text = _flat(as_text(page(dossier_of(record), GERMAN)))
        assert _flat(record.name) in text
        for _, statements in record.sections():
            for statement in statements:
                assert _flat(statement.text) in text, (record.id, statement.text)
                assert _flat(statement.title or "") in text
        for fact in record.dates:
            assert _flat(fact.text) in text
        for flag in record.flags:
            assert _flat(flag.note) in text
        for link in record.links:
            assert link.raw in text


def test_every_number_and_address_of_a_contact_point_stands_on_its_page(catalogue: Catalogue) -> None:
    for record in catalogue.records:
        if isinstance(record, Location):
            text = _flat(as_text(page(dossier_of(record), GERMAN)))
            assert all(phone.text in text for phone in record.phones), record.id
            assert all(email.address in text for email in record.emails)
            assert all(line in text for address in record.addresses for line in address.lines())


def test_a_dead_number_is_told_but_not_offered(catalogue: Catalogue) -> None:
    told = 0
    for record in catalogue.records:
        for value in _values(page(dossier_of(record), GERMAN)):
            if value.text.startswith("01888"):
                told += 1
                assert value.is_void
                assert value.copied is None
                assert value.target is None
    assert told >= 9


def test_a_contact_point_with_dead_numbers_only_says_so() -> None:
    texts = [value.text for value in _values(page(dossier("bva-bonn"), GERMAN))]
    assert "keine gültige Nummer bekannt" in texts


def test_an_address_in_doubt_says_so_beside_it() -> None:
    addresses = [v for v in _values(page(dossier("aussiedlerbeauftragter-berlin"), GERMAN)) if "Alt-Moabit" in v.text]
    assert addresses
    assert addresses[0].note is not None
    assert not addresses[0].is_essential


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (DatedFact(date="2018-06-01", text="x"), "01.06.2018"),
        (DatedFact(date="2018-03", relation=DateRelation.FROM, text="x"), "ab März\u00a02018"),
        (DatedFact(date="2019", relation=DateRelation.UNTIL, text="x"), "bis Ende\u00a02019"),
        (DatedFact(date="2015-10", text="x"), "Oktober\u00a02015"),
    ],
)
def test_dates_are_as_exact_as_they_are_known(fact: DatedFact, told: str) -> None:
    assert when_text(fact, GERMAN) == told


def test_what_a_municipality_does_not_state_is_said_to_be_not_stated() -> None:
    blocks = page(dossier("dortmund"), GERMAN).blocks
    after = {block.text: blocks[at + 1] for at, block in enumerate(blocks) if isinstance(block, Heading)}
    assert after["Gremien"] == Paragraph("nicht genannt", is_quiet=True)


def test_a_contact_point_without_anything_has_no_empty_fields() -> None:
    bare = dossier("bund-de-online")
    shown = page(bare, GERMAN)
    assert all(
        value.text for block in shown.blocks if isinstance(block, Fields) for f in block.fields for value in f.values
    )


def test_unknown_is_not_told_as_no() -> None:
    assert "Dolmetsch" not in as_text(page(dossier("bamf-koeln"), GERMAN))


def test_the_kicker_names_the_kind(catalogue: Catalogue) -> None:
    kinds = {record.KIND: page(dossier_of(record), GERMAN).kicker for record in catalogue.records}
    assert kinds[Kind.MUNICIPALITY].startswith("Modellkommune")
    assert all(kinds.values())
