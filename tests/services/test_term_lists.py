"""The two closed lists: renamed, added to and taken from, with the search right throughout."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.change import Deed, PlacedTerm
from desktop.domain.errors import ExpectedError
from desktop.domain.record import Term
from desktop.domain.vocabulary import Taxonomy
from desktop.services.editing import Editing
from desktop.store.checkup import check_up
from desktop.store.unit_of_work import Store
from tests.support.deeds import dump, found


def test_a_renamed_topic_is_searched_by_its_new_name_and_undone(editing: Editing, database: Path) -> None:
    before = dump(database)
    with Store(database).reading() as unit:
        topic = unit.terms.find(Taxonomy.SUBJECT, "sprache")
    assert topic is not None
    renamed = PlacedTerm(topic.position, topic.taxonomy, replace(topic.term, name="Zungenfertigkeit"))
    editing.save_term(topic, renamed)
    assert found(database, "zungenfertigkeit")
    with pytest.raises(ExpectedError, match="filed under"):
        editing.save_term(renamed, None)
    editing.undo()
    assert dump(database) == before


def test_a_new_target_group_can_be_removed_while_nothing_is_filed_under_it(editing: Editing, database: Path) -> None:
    new = PlacedTerm(99, Taxonomy.TARGET_GROUP, Term(id="seeleute", name="Seeleute"))
    editing.save_term(None, new)
    editing.save_term(new, None)
    with Store(database).reading() as unit:
        assert unit.terms.find(Taxonomy.TARGET_GROUP, "seeleute") is None
    assert [done.deed for done in editing.history("target_group:seeleute")] == [Deed.DELETE, Deed.ADD]


def test_renaming_a_topic_leaves_the_search_right(editing: Editing, database: Path) -> None:
    for placed in editing.all_terms():
        if placed.taxonomy is Taxonomy.SUBJECT:
            editing.save_term(placed, replace(placed, term=replace(placed.term, name=f"Neu{placed.term.name}")))
    assert check_up(Store(database), database).is_index_sound


def test_a_topic_that_new_data_moved_is_still_undone_at_its_new_place(editing: Editing, database: Path) -> None:
    topic = next(placed for placed in editing.all_terms() if placed.term.id == "sprache")
    editing.save_term(topic, replace(topic, term=replace(topic.term, name="Zungenfertigkeit")))
    with Store(database).writing() as unit:
        here = unit.terms.find(Taxonomy.SUBJECT, "sprache")
        assert here is not None
        unit.terms.put_shipped(Taxonomy.SUBJECT, [replace(here, position=40)])
    editing.undo()
    found = next(placed for placed in editing.all_terms() if placed.term.id == "sprache")
    assert found == replace(topic, position=40)
