"""A database on a network drive: worked on in a copy, of which nothing is ever lost, and never written to."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.backup import Reason
from desktop.domain.errors import StoreError
from desktop.domain.shared_folder import CopyState, SharedFolder
from desktop.i18n import Translate
from desktop.services.backups import Backups
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.services.review import Review
from desktop.store.read_only import is_sound
from tests.support.deeds import NOW
from tests.support.places import SHIPPED

DESK = Desk(lambda: "B. Becker", lambda: NOW, lambda: 12)
OURS, THEIRS = "Von hier", "Aus dem Netz"


class Place:
    """A computer with a copy of the office's folder; each start is a new one."""

    def __init__(self, share: Path, own: Path, tr: Translate) -> None:
        self.share, self.database = share / "wegweiser.sqlite", own / "wegweiser.sqlite"
        self._tr = tr
        self._open: list[Catalogue] = []

    def starts(self, *, must_be_there: bool = False) -> Catalogue:
        """Begin anew; nothing else of this computer has the copy open."""
        self.ends()
        return self.starts_beside(must_be_there=must_be_there)

    def starts_beside(self, *, must_be_there: bool = False) -> Catalogue:
        """Begin another one beside those that are open."""
        catalogue = Catalogue(self.database, SHIPPED, self._tr, must_be_there=must_be_there, shared=self.share)
        self._open.append(catalogue)
        catalogue.make_ready()
        return catalogue

    def ends(self) -> None:
        """Close everything."""
        for catalogue in self._open:
            catalogue.close()
        self._open.clear()

    def backups(self, catalogue: Catalogue) -> Backups:
        """The backups of the copy."""
        return Backups(self.database, self.database.parent / "backups", catalogue.apart, lambda: NOW)


@pytest.fixture
def place(database: Path, tmp_path: Path, tr: Translate) -> Iterator[Place]:
    """The share has a database, this computer nothing yet."""
    place = Place(database.parent, tmp_path / "own", tr)
    yield place
    place.ends()


def renames(catalogue: Catalogue, name: str) -> None:
    """A person changes a record."""
    editing = Editing(catalogue, DESK, lambda: None)
    before = editing.opened("moers")
    editing.save(before, replace(before, name=name))


def name_in(catalogue: Catalogue) -> str:
    return catalogue.dossier("moers").record.name


def state_of(catalogue: Catalogue) -> CopyState:
    return told_by(catalogue).state


def told_by(catalogue: Catalogue) -> SharedFolder:
    shared = catalogue.shared_folder
    assert shared is not None
    return shared


def is_renewed(share: Path, name: str) -> None:
    """Whoever looks after the share puts a database with another name there."""
    with closing(sqlite3.connect(share)) as connection:
        connection.execute("UPDATE entry SET name = ? WHERE id = 'moers'", (name,))
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        connection.commit()


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_first_start_copies_what_lies_on_the_network_drive_and_writes_nothing_there(place: Place) -> None:
    is_renewed(place.share, THEIRS)
    before = bytes_below(place.share.parent)
    catalogue = place.starts()
    assert name_in(catalogue) == THEIRS
    renames(catalogue, OURS)
    place.ends()
    assert bytes_below(place.share.parent) == before
    assert is_sound(place.database)


def test_a_change_stays_on_this_computer_and_is_there_again_at_the_next_start(place: Place) -> None:
    renames(place.starts(), OURS)
    catalogue = place.starts()
    assert name_in(catalogue) == OURS
    assert state_of(catalogue) is CopyState.OWN


def test_as_long_as_nobody_changed_the_copy_it_follows_the_network_drive(place: Place) -> None:
    assert state_of(place.starts()) is CopyState.SAME
    is_renewed(place.share, THEIRS)
    catalogue = place.starts()
    assert (name_in(catalogue), state_of(catalogue)) == (THEIRS, CopyState.FETCHED)
    assert state_of(place.starts()) is CopyState.SAME


def test_what_was_there_before_newer_records_were_fetched_is_kept(place: Place) -> None:
    catalogue = place.starts()
    former = name_in(catalogue)
    is_renewed(place.share, THEIRS)
    catalogue = place.starts()
    (kept,) = place.backups(catalogue).all()
    assert kept.reason is Reason.FETCH
    place.backups(catalogue).restore(kept)
    assert name_in(catalogue) == former


def test_where_both_sides_changed_the_copy_stays_and_the_other_state_lies_among_the_backups(place: Place) -> None:
    renames(place.starts(), OURS)
    is_renewed(place.share, THEIRS)
    for _ in range(3):
        catalogue = place.starts()
        assert (name_in(catalogue), state_of(catalogue)) == (OURS, CopyState.PARTED)
    assert [backup.reason for backup in place.backups(catalogue).all()] == [Reason.NETWORK]


def test_the_state_from_the_network_drive_is_taken_by_restoring_it_and_followed_from_then_on(place: Place) -> None:
    renames(place.starts(), OURS)
    is_renewed(place.share, THEIRS)
    catalogue = place.starts()
    (laid,) = place.backups(catalogue).all()
    restored = place.backups(catalogue).restore(laid)
    assert (name_in(catalogue), state_of(catalogue)) == (THEIRS, CopyState.SAME)
    assert restored.before is not None
    is_renewed(place.share, "Noch neuer")
    catalogue = place.starts()
    assert (name_in(catalogue), state_of(catalogue)) == ("Noch neuer", CopyState.FETCHED)
    place.backups(catalogue).restore(restored.before)
    assert name_in(catalogue) == OURS


def test_a_note_from_the_counter_counts_as_a_change(place: Place) -> None:
    catalogue = place.starts()
    Review(catalogue, DESK).note("moers", "Das Fax ist falsch")
    is_renewed(place.share, THEIRS)
    assert state_of(place.starts()) is CopyState.PARTED


def test_without_the_network_the_last_copy_is_there(place: Place) -> None:
    is_renewed(place.share, THEIRS)
    place.starts()
    place.share.rename(place.share.with_name("away"))
    catalogue = place.starts()
    assert (name_in(catalogue), state_of(catalogue)) == (THEIRS, CopyState.AWAY)
    renames(catalogue, OURS)
    place.share.with_name("away").rename(place.share)
    assert state_of(place.starts()) is CopyState.OWN


def test_without_network_and_copy_nothing_is_made_up(place: Place) -> None:
    shutil.rmtree(place.share.parent)
    with pytest.raises(StoreError, match="Connect the network"):
        place.starts()
    assert not place.database.exists()


def test_a_copy_that_can_lie_nowhere_is_told(database: Path, tmp_path: Path, tr: Translate) -> None:
    place = Place(database.parent, tmp_path / ("x" * 300), tr)
    with pytest.raises(StoreError, match="cannot be opened"):
        place.starts()


def test_an_empty_folder_on_a_network_drive_begins_with_the_shipped_data_and_stays_empty(place: Place) -> None:
    place.share.unlink()
    catalogue = place.starts()
    assert name_in(catalogue)
    assert list(place.share.parent.iterdir()) == []
    assert state_of(place.starts()) is CopyState.SAME
    renames(place.starts(), OURS)
    assert state_of(place.starts()) is CopyState.OWN


def test_a_chosen_folder_that_is_empty_is_not_begun_anew(place: Place) -> None:
    place.share.unlink()
    with pytest.raises(StoreError, match="Connect the network"):
        place.starts(must_be_there=True)


def test_a_damaged_database_on_the_network_drive_does_not_get_into_the_copy(place: Place) -> None:
    is_renewed(place.share, THEIRS)
    place.starts()
    place.share.write_bytes(place.share.read_bytes()[:4096] + b"x" * 300_000)
    catalogue = place.starts()
    assert (name_in(catalogue), state_of(catalogue)) == (THEIRS, CopyState.UNREADABLE)
    why = told_by(catalogue).why
    assert why is not None
    assert str(place.share) in why.in_words(str)


def test_a_damaged_database_without_a_copy_is_told_and_left_as_it_is(place: Place) -> None:
    place.share.write_bytes(b"garbage" * 1000)
    with pytest.raises(StoreError, match="damaged"):
        place.starts()
    assert place.share.read_bytes() == b"garbage" * 1000
    assert not place.database.exists()


def test_what_an_older_program_left_in_its_log_there_is_copied_too(place: Place, tmp_path: Path) -> None:
    with closing(sqlite3.connect(place.share)) as writer:
        writer.execute("PRAGMA journal_mode = WAL").fetchall()
        writer.execute("UPDATE entry SET name = ? WHERE id = 'moers'", (THEIRS,))
        writer.commit()
        shutil.copytree(place.share.parent, tmp_path / "killed")
    (tmp_path / "killed" / "wegweiser.sqlite-shm").unlink()
    shutil.rmtree(place.share.parent)
    (tmp_path / "killed").rename(place.share.parent)
    before = bytes_below(place.share.parent)
    assert name_in(place.starts()) == THEIRS
    assert bytes_below(place.share.parent) == before


def test_while_another_window_has_the_copy_open_it_is_not_replaced(place: Place) -> None:
    first = place.starts()
    former = name_in(first)
    is_renewed(place.share, THEIRS)
    second = place.starts_beside()
    assert (name_in(second), state_of(second)) == (former, CopyState.WAITING)
    assert name_in(place.starts()) == THEIRS


def test_a_copy_of_which_it_cannot_be_noted_whence_it_came_opens_and_is_never_replaced(place: Place) -> None:
    is_renewed(place.share, THEIRS)
    (place.database.parent / "copied-from.json").mkdir(parents=True)
    catalogue = place.starts()
    assert name_in(catalogue) == THEIRS
    renames(catalogue, OURS)
    is_renewed(place.share, "Noch neuer")
    catalogue = place.starts()
    assert (name_in(catalogue), state_of(catalogue)) == (OURS, CopyState.PARTED)


def test_newer_shipped_data_are_nobodys_change(place: Place) -> None:
    place.starts()
    place.ends()
    with closing(sqlite3.connect(place.database)) as connection:
        connection.execute("UPDATE state SET value = '1' WHERE key = 'shipped_version'")
        connection.commit()
    place.starts()
    is_renewed(place.share, THEIRS)
    assert state_of(place.starts()) is CopyState.FETCHED
