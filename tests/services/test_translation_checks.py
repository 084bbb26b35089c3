"""A translation counts as checked beside the German that it was read with, and beside no other."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.change import PlacedTerm
from desktop.domain.provenance import Flag
from desktop.domain.record import Record
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import FlagKind, Taxonomy
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.store.unit_of_work import Store
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
TURKISH = Translation(language="tr", text="Danışmanlık.", checked_on=date(2026, 11, 1), checked_by="A. Yılmaz")


@pytest.fixture
def editing(database: Path) -> Editing:
    """An office where somebody has checked two records and a topic."""
    with Store(database).writing() as unit:
        for record_id in ("moers", "rheine"):
            found = unit.records.find(record_id)
            assert found is not None
            unit.records.put([replace(found, translations=(TURKISH,))])
        topic = unit.terms.all(Taxonomy.SUBJECT)[0]
        unit.terms.put([replace(topic, term=replace(topic.term, translations=(TURKISH,)))])
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    return Editing(catalogue, Desk(lambda: "A. Yılmaz", lambda: NOW, lambda: 12), lambda: None)


def _is_checked(record: Record) -> bool:
    (one,) = record.translations
    assert one.text == TURKISH.text
    return one.is_checked


def _topic(editing: Editing) -> PlacedTerm:
    return editing.all_terms()[0]


def test_a_new_summary_has_to_be_checked_in_every_language_again(editing: Editing) -> None:
    before = editing.opened("moers")
    editing.save(before, replace(before, summary="Neu gefasst."))
    assert not _is_checked(editing.opened("moers"))
    editing.undo()
    assert editing.opened("moers") == before
    editing.redo()
    assert not _is_checked(editing.opened("moers"))


def test_what_leaves_the_summary_alone_leaves_the_checks_alone(editing: Editing) -> None:
    before = editing.opened("moers")
    editing.save(before, replace(before, short_name="Grafschaft"))
    editing.confirm(["moers"])
    editing.archive("moers")
    assert _is_checked(editing.opened("moers"))


def test_a_renamed_topic_has_to_be_checked_in_every_language_again(editing: Editing) -> None:
    before = _topic(editing)
    editing.save_term(before, replace(before, term=replace(before.term, alternate_names=("Anders",))))
    assert _topic(editing).term.translations == (TURKISH,)
    same = _topic(editing)
    editing.save_term(same, replace(same, term=replace(same.term, name="Anders")))
    (unchecked,) = _topic(editing).term.translations
    assert (unchecked.text, unchecked.is_checked) == (TURKISH.text, False)
    editing.undo()
    assert _topic(editing) == same


def test_a_merged_record_keeps_the_checks_of_the_summary_that_it_keeps(editing: Editing) -> None:
    moers, rheine = editing.opened("moers"), editing.opened("rheine")
    merged = replace(moers, summary="Aus beiden.")
    editing.merge(moers, merged, rheine)
    assert not _is_checked(editing.opened("moers"))
    editing.undo()
    editing.merge(moers, replace(moers, summary=rheine.summary), rheine)
    assert _is_checked(editing.opened("moers"))


def test_an_accepted_summary_has_to_be_checked_in_every_language(editing: Editing) -> None:
    before = editing.opened("moers")
    flag = Flag(kind=FlagKind.TYPO, note="Besser so?", field="summary", proposal="Neu gefasst.")
    editing.save(before, replace(before, flags=(flag,)))
    assert _is_checked(editing.opened("moers"))
    editing.accept("moers", flag)
    assert not _is_checked(editing.opened("moers"))


def test_a_restored_check_holds_only_beside_the_summary_that_was_checked(editing: Editing) -> None:
    before = editing.opened("moers")
    editing.save(before, replace(before, summary="Neu gefasst."))
    editing.restore_fields("moers", {"translations": before.translations})
    assert not _is_checked(editing.opened("moers"))
    editing.restore_fields("moers", {"summary": before.summary})
    assert not _is_checked(editing.opened("moers"))
    editing.restore_fields("moers", {"translations": before.translations})
    assert _is_checked(editing.opened("moers"))
