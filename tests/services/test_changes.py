"""Whoever looks at the records learns that somebody else has changed them."""

import shutil
from pathlib import Path

from msgspec.structs import replace

from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.changes import Changes
from desktop.store.unit_of_work import Store
from tests.support.places import SHIPPED, TRANSLATIONS


def _changes(database: Path) -> Changes:
    return Changes(Catalogue(database, SHIPPED, load(TRANSLATIONS, "de")), database)


def test_a_change_by_another_program_is_noticed_once(database: Path) -> None:
    changes, other = _changes(database), Store(database)
    before = changes.state()
    assert changes.state() == before
    with other.writing() as unit:
        record = unit.records.find("moers")
        assert record is not None
        unit.records.put([replace(record, summary="Neu.")])
    after = changes.state()
    assert after != before
    assert changes.state() == after
    other.close()
    changes.close()


def test_a_database_put_in_the_place_of_the_old_one_is_noticed(database: Path) -> None:
    changes = _changes(database)
    before = changes.state()
    copy = Path(shutil.copy(database, database.with_suffix(".copy")))
    copy.replace(database)
    assert changes.state() != before
    changes.close()
