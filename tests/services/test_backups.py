"""Going back to a backup, and going on reading where the database itself cannot be used."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.backup import Reason
from desktop.domain.errors import StoreError
from desktop.domain.search import Question
from desktop.i18n import load
from desktop.services.backups import Backups
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.services.search import Search
from desktop.store import failures
from desktop.store.backup import KEPT
from desktop.store.read_only import is_sound
from tests.support.older import age
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 23, 10, 42)


class Office:
    """The services of one program over one database."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.now = NOW
        self.catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "en"))
        self.search = Search(self.catalogue)
        self.backups = Backups(database, database.parent / "backups", self._apart, lambda: self.now)
        self.editing = Editing(
            self.catalogue, Desk(lambda: "A. Yılmaz", lambda: self.now, lambda: 12), self.backups.make_daily
        )

    @contextmanager
    def _apart(self) -> Iterator[None]:
        with self.catalogue.apart():
            self.search.close()
            yield

    def summary(self) -> str | None:
        with self.catalogue.reading() as unit:
            found = unit.records.find("moers")
        return found.summary if found else None

    def writes(self, summary: str) -> None:
        with self.catalogue.reading() as unit:
            found = unit.records.find("moers")
        assert found is not None
        self.editing.save(found, replace(found, summary=summary))

    def finds(self, text: str) -> list[str]:
        return [hit.id for hit in self.search.ask(Question(text=text)).hits]

    def close(self) -> None:
        self.search.close()
        self.catalogue.close()


@pytest.fixture
def office(database: Path) -> Iterator[Office]:
    office = Office(database)
    yield office
    office.close()


def _spoil(database: Path) -> bytes:
    """Write nonsense into the middle of a database, where the first pages do not show it."""
    for name in (database, database.with_name(database.name + "-wal")):
        assert not name.exists() or name == database or name.stat().st_size == 0
    content = bytearray(database.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 60_000] = b"\xa5" * 60_000
    database.write_bytes(content)
    return bytes(content)


def test_one_backup_is_made_before_the_first_change_of_a_day(office: Office, database: Path) -> None:
    office.writes("Eins.")
    again = Office(database)
    again.writes("Zwei.")
    again.close()
    assert [one.reason for one in office.backups.all()] == [Reason.EDIT]
    office.now = NOW.replace(day=24)
    office.writes("Drei.")
    assert len(office.backups.all()) == 2


def test_a_clock_that_shows_the_same_old_day_at_each_start_does_not_keep_backups_from_being_made(
    office: Office, database: Path
) -> None:
    office.now = datetime(1970, 1, 1)
    office.writes("Eins.")
    again = Office(database)
    again.now = office.now
    again.writes("Zwei.")
    again.close()
    assert len(office.backups.all()) == 2


def test_without_a_backup_there_is_no_first_change_of_the_day(office: Office, database: Path) -> None:
    before = office.summary()
    (database.parent / "backups").write_text("no folder")
    with pytest.raises(StoreError, match="Without a backup nothing is changed"):
        office.writes("Eins.")
    assert office.summary() == before


def test_a_restored_backup_is_what_it_was_and_the_state_before_it_can_be_had_back(office: Office) -> None:
    office.writes("Eins.")
    wished = office.backups.make(Reason.WISH)
    office.writes("Zwei, mit Quastenflosser.")
    assert office.finds("quastenflosser") == ["moers"]
    restored = office.backups.restore(wished)
    assert office.summary() == "Eins."
    assert office.finds("quastenflosser") == []
    assert restored.before is not None
    assert restored.before.reason is Reason.RESTORE
    office.backups.restore(restored.before)
    assert office.finds("quastenflosser") == ["moers"]
    office.writes("Drei.")
    assert office.summary() == "Drei."


def test_the_oldest_backup_can_be_restored_and_is_still_there(office: Office) -> None:
    made = [office.backups.make(Reason.WISH) for _ in range(KEPT)]
    office.backups.restore(made[0])
    assert made[0] in office.backups.all()


def test_the_list_tells_what_is_in_each(office: Office) -> None:
    office.backups.make(Reason.IMPORT)
    made = office.backups.make(Reason.WISH)
    made.path.write_bytes(b"garbage" * 500)
    (spoilt, _), (good, _) = [(content, backup) for backup, content in office.backups.listed()]
    assert spoilt.counts is None
    assert good.total > 90


def test_a_backup_of_an_earlier_version_is_brought_up_to_date(office: Office) -> None:
    made = office.backups.make(Reason.WISH)
    age(made.path, "0003")
    office.backups.restore(made)
    assert office.finds("moers")[0] == "moers"
    office.writes("Eins.")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "newer version"),
        ("DROP TABLE alembic_version", "is damaged"),
    ],
)
def test_what_is_no_backup_of_ours_is_refused_and_nothing_is_changed(office: Office, harm: str, told: str) -> None:
    office.writes("Eins.")
    made = office.backups.make(Reason.WISH)
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute(harm)
        connection.commit()
    before = office.backups.all()
    with pytest.raises(StoreError, match=told):
        office.backups.restore(made)
    assert office.summary() == "Eins."
    assert office.backups.all() == before


def test_a_backup_is_not_restored_while_another_program_has_the_database_open(office: Office, database: Path) -> None:
    office.writes("Eins.")
    made = office.backups.make(Reason.WISH)
    office.writes("Zwei.")
    with closing(sqlite3.connect(database)) as other:
        other.execute("SELECT count(*) FROM entry").fetchone()
        with pytest.raises(StoreError) as caught:
            office.backups.restore(made)
    assert caught.value.message.msgid == failures.LOCKED
    assert office.summary() == "Zwei."
    assert not list(database.parent.glob("*.part"))


def test_restores_that_are_refused_leave_the_backups_as_they_are(office: Office, database: Path) -> None:
    made = office.backups.make(Reason.EDIT)
    before = office.backups.all()
    with closing(sqlite3.connect(database)) as other:
        other.execute("SELECT count(*) FROM entry").fetchone()
        with pytest.raises(StoreError):
            office.backups.restore(made)
    assert office.backups.all() == before


def test_a_database_that_is_all_garbage_is_left_and_its_backup_is_read(office: Office, database: Path) -> None:
    office.writes("Eins.")
    office.backups.make(Reason.WISH)
    office.close()
    database.write_bytes(b"garbage" * 1000)
    assert office.summary() == "Eins."
    assert office.finds("moers")[0] == "moers"
    assert office.catalogue.is_damaged
    why = office.catalogue.why_read_only
    assert why is not None
    assert "backup of 23.11.2026, 10:42, made by hand" in why.in_words(str)
    with pytest.raises(StoreError, match="nothing can be changed"):
        office.writes("Zwei.")
    assert database.read_bytes() == b"garbage" * 1000


@pytest.mark.parametrize("kept", [0, 20_000])
def test_a_truncated_database_is_left_and_its_backup_is_read(office: Office, database: Path, kept: int) -> None:
    office.writes("Eins.")
    office.backups.make(Reason.WISH)
    office.close()
    os.truncate(database, kept)
    content = database.read_bytes()
    office.catalogue.look_for_damage()
    assert office.summary() == "Eins."
    assert office.catalogue.is_damaged
    assert database.read_bytes() == content


def test_damage_that_the_start_does_not_see_is_found_by_looking_for_it(office: Office, database: Path) -> None:
    office.writes("Eins.")
    office.backups.make(Reason.WISH)
    assert not office.catalogue.look_for_damage()
    office.close()
    content = _spoil(database)
    office.catalogue.make_ready()
    assert office.catalogue.look_for_damage()
    assert office.summary() == "Eins."
    assert office.finds("moers")[0] == "moers"
    office.close()
    assert database.read_bytes() == content


def test_without_a_good_backup_the_damage_is_told(office: Office, database: Path) -> None:
    made = office.backups.make(Reason.WISH)
    office.close()
    made.path.write_bytes(b"garbage")
    database.write_bytes(b"garbage" * 1000)
    with pytest.raises(StoreError) as caught:
        office.summary()
    assert caught.value.message.msgid == failures.CORRUPT


def test_the_last_good_one_is_read_though_later_ones_are_damaged_or_from_an_earlier_version(
    office: Office, database: Path
) -> None:
    office.writes("Eins.")
    old = office.backups.make(Reason.WISH)
    office.backups.make(Reason.WISH).path.write_bytes(b"garbage")
    office.close()
    age(old.path, "0004")
    before = old.path.read_bytes()
    database.write_bytes(b"garbage" * 1000)
    assert office.summary() == "Eins."
    borrowed = office.catalogue.place
    assert old.path.read_bytes() == before
    office.close()
    assert not borrowed.exists()


def test_restoring_over_a_damaged_database_keeps_the_damaged_file(office: Office, database: Path) -> None:
    office.writes("Eins.")
    made = office.backups.make(Reason.WISH)
    office.close()
    content = _spoil(database)
    restored = office.backups.restore(made)
    assert restored.damaged is not None
    assert restored.damaged.read_bytes() == content
    assert is_sound(database)
    office.writes("Zwei.")
    assert not office.catalogue.is_damaged
