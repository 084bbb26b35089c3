"""Backups go where an administration wants them, and beside the database while that cannot be."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from desktop.domain.backup import Reason
from desktop.i18n import Translate
from desktop.services.backups import Backups
from desktop.store.backup_place import BackupPlace
from desktop.store.opened import open_best
from tests.support.places import SHIPPED

NOW = datetime(2026, 11, 23, 10, 42)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "Netzlaufwerk"
    folder.mkdir()
    return folder


def test_a_backup_goes_to_the_folder_of_this_computer_on_the_share(database: Path, share: Path) -> None:
    place = BackupPlace(database, elsewhere=share / "schalter-2")
    made = place.make(Reason.WISH, NOW)
    assert made.path.parent == share / "schalter-2"
    assert place.all() == (made,)
    assert place.trouble is None
    assert not (database.parent / "backups").exists()


def test_without_the_share_the_backup_lies_beside_the_database_and_that_is_told(
    database: Path, share: Path, tr: Translate
) -> None:
    share.rmdir()
    place = BackupPlace(database, elsewhere=share / "schalter-2")
    made = place.make(Reason.WISH, NOW)
    assert made.path.parent == database.parent / "backups"
    assert place.trouble is not None
    told = place.trouble.in_words(tr)
    assert str(share / "schalter-2") in told
    assert str(database.parent / "backups") in told
    assert not share.exists()


def test_once_the_share_is_back_the_next_start_uses_it_and_sees_the_backups_of_both(
    database: Path, share: Path
) -> None:
    share.rmdir()
    former = BackupPlace(database, elsewhere=share / "schalter-2").make(Reason.WISH, NOW)
    share.mkdir()
    place = BackupPlace(database, elsewhere=share / "schalter-2")
    later = place.make(Reason.WISH, NOW.replace(hour=11))
    assert later.path.parent == share / "schalter-2"
    assert place.all() == (later, former)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this account may write everything")
def test_a_share_that_may_only_be_read_still_gives_its_backups(database: Path, share: Path) -> None:
    made = BackupPlace(database, elsewhere=share / "schalter-2").make(Reason.WISH, NOW)
    (share / "schalter-2").chmod(0o500)
    place = BackupPlace(database, elsewhere=share / "schalter-2")
    assert place.all() == (made,)
    assert place.folder() == database.parent / "backups"
    assert place.trouble is not None


def test_a_file_in_the_place_of_the_share_is_no_folder(database: Path, share: Path) -> None:
    share.rmdir()
    share.write_text("kein Ordner", encoding="utf-8")
    assert BackupPlace(database, elsewhere=share / "schalter-2").folder() == database.parent / "backups"


def test_of_a_damaged_database_the_backup_on_the_share_is_read(database: Path, share: Path) -> None:
    place = BackupPlace(database, elsewhere=share / "schalter-2")
    made = place.make(Reason.WISH, NOW)
    database.write_bytes(b"garbage" * 1000)
    opened = open_best(database, SHIPPED, place)
    assert opened.is_damaged
    assert opened.path == made.path
    opened.let_go()


def test_a_backup_on_the_share_is_restored(database: Path, share: Path) -> None:
    from contextlib import nullcontext

    backups = Backups(database, database.parent / "backups", nullcontext, lambda: NOW, share / "schalter-2")
    made = backups.make(Reason.WISH)
    restored = backups.restore(made)
    assert restored.before is not None
    assert restored.before.path.parent == share / "schalter-2"
    assert backups.look_for_place() is None
