"""The records as the desk reads them; the first call makes the database ready."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop.domain.errors import N_, NoDatabaseError, StoreError, UnknownRecordError
from desktop.i18n import Translate
from desktop.services.clock import Clock
from desktop.services.sitting import Sitting

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.dossier import Dossier
    from desktop.domain.errors import Message
    from desktop.domain.note import CounterNote
    from desktop.domain.record import RecordId
    from desktop.domain.shared_folder import SharedFolder
    from desktop.pages.blocks import Page
    from desktop.store.backup_place import BackupPlace
    from desktop.store.checkup import Checkup
    from desktop.store.opened import Opened
    from desktop.store.unit_of_work import Store, Unit

_GONE = N_(
    "The data folder {folder} is not there, or empty. Connect the drive or the network on which it lies and try again;"
    " with --data-dir Wegweiser starts in another folder."
)

_NONE_YET = N_("There is no database at {path} yet; the first start makes it.")
_NONE_EVER = N_(
    "There is no database at {path}, and none can be made: nothing may be written there. Please give the right to"
    " write, or choose another folder with --data-dir."
)


def _may_be_made(database: Path) -> bool:
    """Whether something may be written in the folder, or in the next around it that is there."""
    around = next((folder for folder in database.parents if folder.exists()), database.parent)
    return os.access(around, os.W_OK)


class Catalogue:
    """The records of one database; heavy libraries are imported by the first call that needs them.

    One that `must_be_there` is not made where it is missing: its drive is gone, and may come back. One that is the copy
    of a `shared` database on a network drive is brought up to date from there; one that `is_afar` lies there itself.
    """

    def __init__(
        self,
        database: Path,
        shipped: Path,
        tr: Translate,
        clock: Clock | None = None,
        *,
        must_be_there: bool = False,
        shared: Path | None = None,
        is_afar: bool = False,
        backups_elsewhere: Path | None = None,
    ) -> None:
        self._database = database
        self._shared = shared
        self._shared_folder = _folder_afar(database) if is_afar else None
        self._backups_elsewhere = backups_elsewhere
        self._must_be_there = must_be_there
        self._shipped = shipped
        self._tr = tr
        self._clock = clock or Clock()
        self._lock = Lock()
        self._opened: Opened | None = None
        self._store: Store | None = None
        self._sitting: Sitting | None = None

    def dossier(self, record_id: RecordId) -> Dossier:
        """A record with all that is read beside it at this moment; raises `UnknownRecordError`."""
        from msgspec.structs import replace

        return replace(self.dossiers([record_id])[0], read_at=self._clock.now())

    def dossiers(self, ids: Iterable[RecordId]) -> tuple[Dossier, ...]:
        """Several records in the order asked for, for paper that outlives the moment.

        Raises `UnknownRecordError` at the first id that is not there.
        """
        wanted = tuple(dict.fromkeys(ids))
        with self._ready_store().reading() as unit:
            found = unit.dossiers.find(wanted)
            if len(found) < len(wanted):
                known = {dossier.record.id for dossier in found}
                missing = next(record_id for record_id in wanted if record_id not in known)
                raise _unknown(missing, unit.records.ids())
        today, months = self._clock.now().date(), self._clock.months()
        return tuple(_on(today, dossier, months) for dossier in found)

    def page(self, record_id: RecordId) -> Page:
        """A record as a reader meets it; raises `UnknownRecordError`."""
        from desktop.pages.record import page

        return page(self.dossier(record_id), self._tr)

    def open_notes(self, record_id: RecordId) -> tuple[CounterNote, ...]:
        """The notes from the counter about a record that nobody has settled yet, the last one first."""
        with self.reading() as unit:
            return tuple(note for note in unit.notes.of(record_id) if note.is_open)

    def reading(self) -> AbstractContextManager[Unit]:
        """A view of one moment of the database."""
        return self._ready_store().reading()

    def writing(self) -> AbstractContextManager[Unit]:
        """One transaction: everything in the block happens, or nothing; raises as `refuse_read_only` does."""
        self.refuse_read_only()
        return self._ready_store().writing()

    @property
    def place(self) -> Path:
        """The file that is read: the database, or what stands in for a damaged one."""
        return self._opened.path if self._opened else self._database

    @property
    def sitting(self) -> Sitting:
        """Which deeds this window has to do with since it opened the database."""
        self.make_ready()
        assert self._sitting is not None
        return self._sitting

    @property
    def why_read_only(self) -> Message | None:
        """Why nothing can be changed, if so: a person has to know for as long as it lasts."""
        return self._opened.why_read_only if self._opened else None

    @property
    def shared_folder(self) -> SharedFolder | None:
        """The folder on a network drive that the records come from, if so: a person has to know that too."""
        return self._shared_folder

    @property
    def is_damaged(self) -> bool:
        """Whether a backup is read in the place of the damaged database."""
        return self._opened is not None and self._opened.is_damaged

    def refuse_read_only(self) -> None:
        """Raise `StoreError` where nothing can be changed."""
        self.make_ready()
        if (why := self.why_read_only) is not None:
            raise StoreError(why.msgid, **why.params)

    def look_for_damage(self) -> bool:
        """Read the whole database; where it is damaged, show its last good backup from now on, and say so.

        Raises `StoreError` where it is damaged and there is none.
        """
        from desktop.store.opened import stand_in
        from desktop.store.read_only import is_sound, left_alone

        self.make_ready()
        if self.is_damaged or is_sound(self.place):
            return False
        found = stand_in(self._database, self._shipped, self._backup_place())
        with self._lock, left_alone(self._database):
            self._let_go()
            self._opened = found
        return True

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Let go of the database and let nobody open it until the end of the block; then it is made ready anew."""
        with self._lock:
            self._let_go()
            yield

    def check_up(self) -> Checkup:
        """Whether the database is sound, and what it holds; raises `NoDatabaseError` where there is none yet."""
        from desktop.store.opened import is_missing

        if self._shared is None and is_missing(self._database):
            raise NoDatabaseError(_NONE_YET if _may_be_made(self._database) else _NONE_EVER, path=self._database)
        from desktop.store.checkup import check_up

        self.make_ready()
        if self.is_damaged:
            self.refuse_read_only()
        return check_up(self._ready_store(), self._database)

    def repair(self) -> None:
        """Make the search index anew from the records."""
        with self.writing() as unit:
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
            self._let_go()

    def _backup_place(self) -> BackupPlace:
        from desktop.store.backup_place import BackupPlace

        return BackupPlace(self._database, elsewhere=self._backups_elsewhere)

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
        if self._opened is not None:
            self._opened.let_go()
        self._store = self._opened = None

    def _ready_store(self) -> Store:
        with self._lock:
            self._make_ready()
            if self._store is None:
                from desktop.store.unit_of_work import Store

                self._store = Store(self.place, is_read_only=self.why_read_only is not None)
            return self._store

    def make_ready(self) -> None:
        """Make, migrate and fill the database where needed; every other call does so too."""
        if self._opened is None:
            with self._lock:
                self._make_ready()

    def _make_ready(self) -> None:
        from desktop.store.deeds_seen import deeds_in

        if self._opened is None:
            opened = self._open()
            self._sitting = Sitting(deeds_in(opened.path))
            self._opened = opened

    def _open(self) -> Opened:
        if self._shared is not None:
            from desktop.store.network_copy import NetworkCopy

            copy = NetworkCopy(self._shared, self._database, self._shipped, self._backup_place())
            opened, self._shared_folder = copy.opened(must_be_there=self._must_be_there)
            return opened
        from desktop.store.opened import is_missing, open_best

        if self._must_be_there and is_missing(self._database):
            raise StoreError(_GONE, folder=self._database.parent)
        return open_best(self._database, self._shipped, self._backup_place())


def _folder_afar(database: Path) -> SharedFolder:
    from desktop.domain.shared_folder import SharedFolder

    return SharedFolder(database.parent)


def _on(today: date, dossier: Dossier, months: int) -> Dossier:
    """The dossier as it is on this day."""
    from msgspec.structs import replace

    from desktop.domain.review import is_past

    return replace(dossier, today=today, is_past=is_past(dossier.record.provenance, today, months))


def _unknown(record_id: RecordId, known: Iterable[RecordId]) -> UnknownRecordError:
    from rapidfuzz import process

    near = ", ".join(name for name, _, _ in process.extract(record_id, list(known), limit=3))
    return UnknownRecordError(N_("There is no record “{id}”. Nearest: {near}."), id=record_id, near=near)
