"""The records as the desk reads them; the first call makes the database ready."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop.domain.errors import N_, StoreError, UnknownRecordError
from desktop.i18n import Translate

if TYPE_CHECKING:
    from desktop.domain.dossier import Dossier
    from desktop.domain.record import RecordId
    from desktop.pages.blocks import Page
    from desktop.store.checkup import Checkup
    from desktop.store.unit_of_work import Store


class Catalogue:
    """The records of one database; heavy libraries are imported by the first call that needs them."""

    def __init__(self, database: Path, shipped: Path, tr: Translate) -> None:
        self._database = database
        self._shipped = shipped
        self._tr = tr
        self._lock = Lock()
        self._is_ready = False
        self._store: Store | None = None

    def dossier(self, record_id: RecordId) -> Dossier:
        """A record with all that is read beside it; raises `UnknownRecordError`."""
        return self.dossiers([record_id])[0]

    def dossiers(self, ids: Iterable[RecordId]) -> tuple[Dossier, ...]:
        """Several records in the order asked for; raises `UnknownRecordError` at the first id that is not there."""
        wanted = tuple(dict.fromkeys(ids))
        with self._ready_store().reading() as unit:
            found = unit.dossiers.find(wanted)
            if len(found) < len(wanted):
                known = {dossier.record.id for dossier in found}
                missing = next(record_id for record_id in wanted if record_id not in known)
                raise _unknown(missing, unit.records.ids())
        return found

    def page(self, record_id: RecordId) -> Page:
        """A record as a reader meets it; raises `UnknownRecordError`."""
        from desktop.pages.record import page

        return page(self.dossier(record_id), self._tr)

    def check_up(self) -> Checkup:
        """Whether the database is sound, and what it holds; raises `StoreError` where there is none yet."""
        if not self._database.exists():
            raise StoreError(N_("There is no database at {path} yet; the first start makes it."), path=self._database)
        from desktop.store.checkup import check_up

        return check_up(self._ready_store(), self._database)

    def repair(self) -> None:
        """Make the search index anew from the records."""
        with self._ready_store().writing() as unit:
            unit.rebuild_index()

    def warm_up(self) -> None:
        """Import and open now what the first page would otherwise wait for.

        Not so what sheets need: 15 MiB that most sittings never use, while the first sheet has a second to be there.
        """
        from desktop.pages.record import page

        with self._ready_store().reading() as unit:
            first = unit.records.ids()[:1]
            for dossier in unit.dossiers.find(first):
                page(dossier, self._tr)

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    def _ready_store(self) -> Store:
        self.make_ready()
        with self._lock:
            if self._store is None:
                from desktop.store.unit_of_work import Store

                self._store = Store(self._database)
            return self._store

    def make_ready(self) -> None:
        """Make, migrate and fill the database where needed; every other call does so too."""
        from desktop.store.opening import make_ready

        with self._lock:
            if not self._is_ready:
                make_ready(self._database, self._shipped)
                self._is_ready = True


def _unknown(record_id: RecordId, known: Iterable[RecordId]) -> UnknownRecordError:
    from rapidfuzz import process

    near = ", ".join(name for name, _, _ in process.extract(record_id, list(known), limit=3))
    return UnknownRecordError(N_("There is no record “{id}”. Nearest: {near}."), id=record_id, near=near)
