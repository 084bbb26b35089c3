"""A store reads and writes the file that is there, in several threads, and says what it cannot make sense of."""

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.errors import StoreError
from desktop.domain.vocabulary import Taxonomy
from desktop.store.opening import make_ready
from desktop.store.unit_of_work import Store, Unit
from desktop.store.worklist import work_list
from tests.support.places import SHIPPED


def _name_moers(store: Store, name: str) -> None:
    with store.writing() as unit:
        found = unit.records.find("moers")
        assert found is not None
        unit.records.put([replace(found, short_name=name)])


def _reads_all(unit: Unit) -> None:
    unit.dossiers.find(record.id for record in unit.records.all())
    for taxonomy in Taxonomy:
        unit.terms.all(taxonomy)
    unit.notes.all()
    unit.history.of("moers")
    unit.history.to_undo()
    unit.shipped.last("moers")
    work_list(unit.rows, date(2026, 11, 23), 12)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE entry SET record_kind = 'quatsch' WHERE id = 'moers'",
        "UPDATE entry SET as_of = '2026-99-99' WHERE id = 'moers'",
        "UPDATE entry SET checked_on = '2026-01-01' WHERE id = 'moers'",
        "UPDATE entry SET source_id = 'nirgends' WHERE id = 'moers'",
        "UPDATE flag SET kind = ''",
        "UPDATE phone SET raw = x'fffe'",
        "UPDATE OR IGNORE phone SET position = '{'",
        "UPDATE term_translation SET checked_on = 7",
        "UPDATE term SET taxonomy = x'00'",
        "UPDATE shipped SET body = '{}'",
        "INSERT INTO change_set (deed, made_at, made_by, is_discarded) VALUES ('edit', 'gestern', 'A', 0)",
        "INSERT INTO counter_note (id, record_id, record_name, text, made_at, made_by) VALUES (1, 2, 3, 4, 5, 6)",
    ],
)
def test_rows_that_no_wegweiser_has_written_are_told_as_damage(database: Path, harm: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(harm)
    store = Store(database)
    with pytest.raises(StoreError, match="damaged"), store.reading() as unit:
        _reads_all(unit)
    store.close()


def test_a_version_of_the_data_that_cannot_be_read_lets_them_be_filled_in_anew(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE state SET value = x'fffe' WHERE key = 'shipped_version'")
    make_ready(database, SHIPPED)
    store = Store(database)
    with store.reading() as unit:
        assert unit.state()["shipped_version"].isdecimal()
    store.close()


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be replaced there")
def test_what_is_saved_goes_into_the_file_that_another_program_has_put_there(database: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(database, tmp_path / "anderswo.sqlite"))
    store = Store(database)
    _name_moers(store, "vorher")
    other.replace(database)
    _name_moers(store, "nachher")
    store.close()
    again = Store(database)
    with again.reading() as unit:
        found = unit.records.find("moers")
    again.close()
    assert found is not None
    assert found.short_name == "nachher"


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be removed there")
def test_a_file_that_is_gone_is_told_and_not_made_anew(database: Path) -> None:
    store = Store(database)
    _name_moers(store, "vorher")
    database.unlink()
    with pytest.raises(StoreError, match="cannot be opened"):
        _name_moers(store, "nachher")
    assert not database.exists()
    store.close()


def test_a_store_that_is_closed_while_others_read_lets_go_of_the_file(database: Path) -> None:
    store, faults = Store(database), list[BaseException]()
    is_over = threading.Event()

    def read() -> None:
        try:
            while not is_over.is_set():
                with store.reading() as unit:
                    assert unit.records.find("moers")
        except BaseException as error:  # told below, in the thread of the test
            faults.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    _name_moers(store, "währenddessen")
    store.close()
    is_over.set()
    for thread in threads:
        thread.join()
    assert faults == []
    assert [path.name for path in database.parent.glob("*-wal")] == []
