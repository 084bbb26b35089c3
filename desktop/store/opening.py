"""Makes a database ready for use: its folder, its schema, the shipped data in it, and the search index."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.backup import Reason
from desktop.domain.errors import N_, StoreError
from desktop.store.backup_place import BackupPlace
from desktop.store.failures import CORRUPT, UNFIT, told
from desktop.store.schema import REVISION, revision_of, upgrade
from desktop.store.shipped import read_shipped, shipped_version
from desktop.store.state import digest_of, holds, is_ready, read_state

if TYPE_CHECKING:
    from desktop.domain.catalogue import Catalogue

_UNFIT_DATA = N_(
    "The new data do not fit the records in the database {path}. Nothing was changed: what you see are the records as"
    " they were. Please tell those who look after Wegweiser."
)


def make_ready(database: Path, shipped: Path, place: BackupPlace | None = None) -> None:
    """Create, migrate and fill the database where needed; the data files are read before anything is written.

    Where any of it fails the database is as it was before.
    """
    place = place or BackupPlace(database)
    version, digest = shipped_version(shipped), digest_of(shipped)
    if is_ready(database, version, digest):
        return
    catalogue = read_shipped(shipped)
    with told(database):
        database.parent.mkdir(parents=True, exist_ok=True)
    found = revision_of(database)
    if found is None and database.exists() and place.all():
        raise StoreError(CORRUPT, path=database)  # somebody's records were in it
    if found == REVISION and not holds(read_state(database), version, digest):
        place.make(Reason.UPDATE, datetime.now())
    try:
        upgrade(database, lambda connection: _fill(connection, catalogue, digest), place)
    except StoreError as error:
        raise StoreError(_UNFIT_DATA, path=database) if error.message.msgid == UNFIT else error from error


def _fill(connection: sqlite3.Connection, catalogue: Catalogue, digest: str) -> None:
    from desktop.store.refill import take_newer
    from desktop.store.search import keeping
    from desktop.store.unit_of_work import Unit

    unit = Unit(connection)
    if not holds(unit.state(), catalogue.version, digest):
        take_newer(unit, catalogue, digest, datetime.now(UTC))
    keeping.ensure(unit.rows)
