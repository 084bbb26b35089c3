"""A data folder on a network drive: the window works on a copy and says so."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget

from desktop.app.paths import Paths
from desktop.i18n import Translate
from tests.conftest import Opens
from tests.support.deeds import Backups, editing_of
from tests.support.person import Person

RULE = (
    "The data folder {share} lies on a network drive: you work with a copy on this computer. What you change stays"
    " here; hand it on as a data package."
)
AFAR = (
    "Your own data folder {share} lies on a network drive. Use Wegweiser on one computer at a time, lest the database"
    " be damaged; or choose a folder on this computer in the settings."
)


@pytest.fixture
def shared(paths: Paths, tmp_path: Path) -> Paths:
    """A computer that has no copy yet of the office's folder."""
    return replace(paths, data=tmp_path / "own", share=paths.data)


def rule(shared: Paths, tr: Translate) -> str:
    return tr(RULE, share=shared.share)


def is_renewed(shared: Paths) -> None:
    assert shared.shared_database is not None
    with closing(sqlite3.connect(shared.shared_database)) as connection:
        connection.execute("UPDATE entry SET name = 'Aus dem Netz' WHERE id = 'moers'")
        connection.commit()


def test_a_line_says_that_changes_stay_on_this_computer(opens: Opens, shared: Paths, tr: Translate) -> None:
    person = opens(shared)
    assert rule(shared, tr) in person.sees_texts()
    person.presses("Ctrl+1")
    assert "Moers" in person.sees_rows()
    assert shared.database.exists()


def test_who_has_read_it_can_put_it_away(opens: Opens, shared: Paths, tr: Translate) -> None:
    person = opens(shared)
    person.clicks(person.button(tr("&Dismiss")))
    assert rule(shared, tr) not in person.sees_texts()


def test_a_folder_of_this_computer_is_not_spoken_of(person: Person, tr: Translate) -> None:
    assert tr("Copied from the network drive") not in person.sees_texts()
    person.chooses(tr("&About Wegweiser"))
    person.waits(lambda: "SQLite" in person.reads())
    assert tr("Copied from the network drive") not in person.reads()


def test_about_names_the_copy_and_where_it_came_from(opens: Opens, shared: Paths, tr: Translate) -> None:
    person = opens(shared)
    person.chooses(tr("&About Wegweiser"))
    person.waits(lambda: "SQLite" in person.reads())
    assert str(shared.data) in person.reads()
    assert tr("Copied from the network drive") in person.reads()
    assert str(shared.share) in person.reads()


def test_who_has_no_folder_on_this_computer_is_told_what_that_means(opens: Opens, paths: Paths, tr: Translate) -> None:
    person = opens(replace(paths, is_afar=True))
    told = tr(AFAR, share=paths.data)
    assert told in person.sees_texts()
    person.chooses(tr("&About Wegweiser"))
    person.waits(lambda: "SQLite" in person.reads())
    assert tr("Copied from the network drive") not in person.reads()


def test_where_both_sides_changed_a_button_leads_to_the_state_from_the_network_drive(
    opens: Opens, shared: Paths, tr: Translate
) -> None:
    assert shared.share is not None
    shutil.copytree(shared.share, shared.data)
    editing = editing_of(shared.database, Backups())
    before = editing.opened("rheine")
    editing.save(before, replace(before, name="Von hier"))
    is_renewed(shared)
    person = opens(shared)
    assert rule(shared, tr) in person.sees_texts()
    person.clicks(person.button(tr("&Restore a backup …")))
    rows = person.finds(QTreeWidget)
    (row,) = rows.findItems("", Qt.MatchFlag.MatchContains)
    shown = [row.text(column) for column in range(rows.columnCount())]
    assert tr("the records on the network drive") in shown
    person.presses("Esc")
