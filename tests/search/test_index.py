"""The index says what the records say, however it came about; where it does not, the check knows and mends it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import DataFileError, StoreError
from desktop.domain.folding import sort_key
from desktop.domain.record import Record
from desktop.domain.search import Question
from desktop.domain.vocabulary import Status
from desktop.store.checkup import check_up
from desktop.store.opening import make_ready
from desktop.store.refill import refill
from desktop.store.schema import upgrade
from desktop.store.search import keeping
from desktop.store.search.engine import BROKEN, SearchEngine
from desktop.store.unit_of_work import Store
from tests.search.contents import contents
from tests.support.dossiers import shipped
from tests.support.older import age
from tests.support.places import SHIPPED

SHORT = ("bamf", "bezirksregierung", "caritas", "jobcenter", "stadt-", "kreis-", "partnernetzwerk")
SOME = ("bamf", "bamf-koeln", "moers", "eva-brandecker", "deutsch-lernen-mit-musik", "ihk-nrw", "stadt-juelich")
WORDS = st.sampled_from(
    ["Köln", "Ärzt*innen", "Straße 7", "Ausländerbehörde", "Zebra", "1:0", "łódź", "Case-Management"]
)


def _changed(record_id: str, words: list[str], is_archived: bool) -> Record:
    old = next(record for record in shipped().records if record.id == record_id)
    text = " ".join(words)
    status = Status.ARCHIVED if is_archived else Status.ACTIVE
    return replace(old, summary=text or None, alternate_names=tuple(words), name=text or old.name, status=status)


CHANGES = st.lists(
    st.builds(_changed, st.sampled_from(SOME), st.lists(WORDS, max_size=3), st.booleans()), min_size=1, max_size=5
)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """A database of records with little text, among them an organisation with its places and a person's record."""
    kept = [record for record in catalogue.records if record.id in SOME or record.id.startswith(SHORT)]
    ids = {record.id for record in kept}
    short = [replace(record, related_ids=tuple(ids.intersection(record.related_ids))) for record in kept]
    path = tmp_path_factory.mktemp("few") / "wegweiser.sqlite"
    upgrade(path)
    store = Store(path)
    with store.writing() as unit:
        refill(unit, replace(catalogue, records=tuple(short)), "few")
    store.close()
    return path


@given(CHANGES)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_index_that_followed_changes_is_one_made_anew(
    few: Path, tmp_path_factory: pytest.TempPathFactory, changes: list[Record]
) -> None:
    path = Path(shutil.copy(few, tmp_path_factory.mktemp("changed") / few.name))
    store = Store(path)
    for record in changes:
        with store.writing() as unit:
            unit.records.put([record])
    followed = _contents_at(path)
    assert check_up(store, path).is_index_sound
    with store.writing() as unit:
        keeping.rebuild(unit.rows)
    store.close()
    assert _contents_at(path) == followed


def _contents_at(path: Path) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return contents(connection)


def test_the_order_of_the_index_is_that_of_the_lists(store: Store, database: Path, catalogue: Catalogue) -> None:
    old = next(record for record in catalogue.records if record.id == "ihk-nrw")
    names = [f"Verein {letter}" for letter in "mbxaqd"]
    for at, name in enumerate(names):
        with store.writing() as unit:
            unit.records.put([replace(old, id=f"verein-{at}", name=name, alternate_names=())])
    connection = sqlite3.connect(database)
    by_number = [sort_key(title) for (title,) in connection.execute("SELECT title FROM search_entry ORDER BY number")]
    connection.close()
    assert by_number == sorted(by_number)


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE search_index",
        "DELETE FROM search_index_data WHERE id > 10",
        "DELETE FROM search_passage WHERE number > 1000",
        "DELETE FROM search_entry WHERE entry_id = 'moers'",
        "DELETE FROM search_name WHERE key = 'moers'",
        "INSERT INTO search_part (search_part) VALUES ('delete-all')",
        "UPDATE search_word SET uses = uses + 1",
        "UPDATE search_use SET uses = uses + 1 WHERE facet = 'place'",
        "UPDATE search_entry SET subtitle = 'Veraltet' WHERE entry_id = 'moers'",
        "UPDATE search_entry SET number = 1 WHERE entry_id = 'moers'",
        "INSERT INTO search_index (rowid, names) VALUES (5, 'niemand')",
    ],
)
def test_a_damaged_index_is_noticed_and_mended(store: Store, database: Path, harm: str) -> None:
    assert check_up(store, database).is_index_sound
    connection = sqlite3.connect(database)
    connection.execute(harm)
    connection.commit()
    connection.close()
    found = check_up(store, database)
    assert (found.is_index_sound, found.faults) == (False, ())
    with store.writing() as unit:
        keeping.rebuild(unit.rows)
    assert check_up(store, database).is_index_sound


def test_a_search_on_a_damaged_index_says_what_to_do(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("DROP TABLE search_index")
    connection.commit()
    connection.close()
    engine = SearchEngine(database)
    with pytest.raises(StoreError) as caught:
        engine.ask(Question(text="moers"), 5)
    engine.close()
    assert caught.value.message.msgid == BROKEN


def test_an_edited_list_of_everyday_words_is_used_at_the_next_start(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    path = tmp_path / "wegweiser.sqlite"
    make_ready(path, folder)
    with (folder / "synonyms.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[synonyms]]\nwords = ["Kölle"]\nmeans = ["Köln"]\n')
    make_ready(path, folder)
    engine = SearchEngine(path)
    assert "koeln" in {hit.id for hit in engine.ask(Question(text="kölle"), 50).hits}
    engine.close()


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('words = ["Kölle"]', r"synonyms\.toml.*Kölle.*must say what it means"),
        ('words = ["Kölle"]\nrecord_ids = ["nirgends"]', r"synonyms\.toml.*Kölle.*record_ids.*nirgends"),
        ('words = ["Kölle"]\nmeint = ["Köln"]', r"synonyms\.toml.*Kölle.*meint"),
        ("words = []", r"synonyms\.toml.*words"),
    ],
)
def test_a_slip_in_the_everyday_words_is_told_with_file_entry_and_field(tmp_path: Path, entry: str, told: str) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    (folder / "synonyms.toml").write_text(f"[[synonyms]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=told):
        make_ready(tmp_path / "wegweiser.sqlite", folder)


def test_a_database_from_before_the_index_gets_one(database: Path) -> None:
    age(database, "0001")
    make_ready(database, SHIPPED)
    engine = SearchEngine(database)
    assert engine.ask(Question(text="moers"), 5).hits[0].id == "moers"
    engine.close()
    assert list((database.parent / "backups").glob("*.sqlite"))


def test_a_database_with_lists_of_their_own_is_brought_along(store: Store, database: Path) -> None:
    store.close()
    age(database, "0002")
    make_ready(database, SHIPPED)
    assert check_up(store, database).is_index_sound
    with closing(sqlite3.connect(database)) as connection:
        assert not connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'listing%'").fetchall()
