"""Makes a database ready for use: its folder, its schema, the shipped data in it, and the search index."""

from pathlib import Path

from desktop.store.failures import told
from desktop.store.schema import upgrade
from desktop.store.shipped import read_shipped, shipped_version
from desktop.store.state import digest_of, holds, is_ready


def make_ready(database: Path, shipped: Path) -> None:
    """Create, migrate and fill the database where needed; the data files are read before anything is written."""
    version, digest = shipped_version(shipped), digest_of(shipped)
    if is_ready(database, version, digest):
        return
    catalogue = read_shipped(shipped)
    with told(database):
        database.parent.mkdir(parents=True, exist_ok=True)
    upgrade(database)
    from desktop.store.refill import refill
    from desktop.store.search import keeping
    from desktop.store.unit_of_work import Store

    store = Store(database)
    try:
        with store.writing() as unit:
            if not holds(database, version, digest):
                refill(unit, catalogue, digest)
            keeping.ensure(unit.session)
    finally:
        store.close()
