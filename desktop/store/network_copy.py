"""The copy of a database on a network drive: SQLite keeps its promises only on drives of this computer.

What lies on the network drive is only ever read, as a file. The copy is replaced by a newer state from there for as
long as nobody has changed anything in it; once somebody has, it stays, and the newer state lies among its backups.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.backup import Backup, Reason
from desktop.domain.errors import N_, FileWriteError, Message, StoreError
from desktop.domain.shared_folder import CopyState, SharedFolder
from desktop.in_time import in_time
from desktop.store.backup import back_up
from desktop.store.backup_place import BackupPlace
from desktop.store.failures import CORRUPT, LOCKED, told
from desktop.store.opened import Opened, open_best
from desktop.store.opening import make_ready
from desktop.store.read_only import is_sound, reading
from desktop.store.restoring import close_log, restore
from desktop.whole_file import write_whole

_RECORD = "copied-from.json"
_FILES = ("", "-wal", "-journal")
_MARKS = (
    "SELECT number, undone_at, is_discarded FROM change_set ORDER BY number",
    "SELECT id, settled_at FROM counter_note ORDER BY id",
)
_GONE = N_(
    "The data folder {folder} on the network drive is not there, or empty, and there is no copy of it on this computer"
    " yet. Connect the network and try again; with --data-dir Wegweiser starts in another folder."
)
_BUSY = N_("Somebody is writing to {path} just now. Wait a moment and start Wegweiser again.")

Files = dict[str, tuple[int, int]]
"""Size and time of change of the files of a database: other ones tell that something was written."""


class _Copied(Struct, frozen=True):
    """From what the copy began and what its history was then; and the same of what was laid among the backups."""

    files: Files = {}
    mark: str = ""
    laid_files: Files = {}
    laid_mark: str = ""


class NetworkCopy:
    """The copy at `database` of the one at `origin`."""

    def __init__(self, origin: Path, database: Path, shipped: Path, place: BackupPlace | None = None) -> None:
        self._origin = origin
        self._database = database
        self._shipped = shipped
        self._place = place or BackupPlace(database)
        self._record = database.with_name(_RECORD)

    def opened(self, *, must_be_there: bool) -> tuple[Opened, SharedFolder]:
        """The copy, brought up to date as far as nothing in it is lost; raises `StoreError`.

        Where nothing lies on the network drive yet it begins with the shipped data, unless it `must_be_there`.
        """
        known = self._known()
        with told(self._database):
            is_own = self._database.exists() and self._mark() != known.mark
        shared = self._compared(known, is_own=is_own, must_be_there=must_be_there)
        found = open_best(self._database, self._shipped, self._place)
        if not is_own and found.why_read_only is None:  # newer shipped data are nobody's change
            self._keep(replace(self._known(), mark=self._mark()))
        return found, shared

    def _compared(self, known: _Copied, *, is_own: bool, must_be_there: bool) -> SharedFolder:
        there, is_there = self._asked()
        if there is None:
            may_begin = is_there and not must_be_there and not known.files
            return self._state(self._without(is_own=is_own, may_begin=may_begin))
        if self._database.exists() and there == known.files:
            return self._state(CopyState.OWN if is_own else CopyState.SAME)
        if is_own and there == known.laid_files:
            return self._state(CopyState.PARTED)
        try:
            return self._state(self._taken(there, known, is_own=is_own))
        except StoreError as error:
            if not self._database.exists():
                raise
            if error.message.msgid == LOCKED:
                return self._state(CopyState.WAITING)
            return self._state(CopyState.UNREADABLE, error.message)

    def _state(self, state: CopyState, why: Message | None = None) -> SharedFolder:
        return SharedFolder(self._origin.parent, state, why)

    def _asked(self) -> tuple[Files | None, bool]:
        """What lies there, and whether the folder at least is there; a drive that does not answer has neither."""
        try:
            return in_time(lambda: (_files_of(self._origin), self._origin.parent.is_dir()))
        except TimeoutError:
            return None, False

    def _without(self, *, is_own: bool, may_begin: bool) -> CopyState:
        """Go on with the copy; in a folder that was always empty others may still put their records."""
        if may_begin:
            return CopyState.OWN if is_own else CopyState.SAME
        if not self._database.exists():
            raise StoreError(_GONE, folder=self._origin.parent)
        return CopyState.AWAY

    def _taken(self, there: Files, known: _Copied, *, is_own: bool) -> CopyState:
        with TemporaryDirectory(prefix="wegweiser-", ignore_cleanup_errors=True) as folder:
            fetched = Path(folder) / self._database.name
            with _blamed_on(self._origin):
                self._fetch(there, fetched)
                make_ready(fetched, self._shipped)
                close_log(fetched)
                mark = mark_of(fetched)
            if is_own:
                back_up(fetched, self._place.folder(), Reason.NETWORK, datetime.now())
                self._keep(replace(known, laid_files=there, laid_mark=mark))
                return CopyState.PARTED
            self._database.parent.mkdir(parents=True, exist_ok=True)
            one = Backup(0, datetime.now(), Reason.NETWORK, fetched)
            restore(one, self._database, self._place.folder(), datetime.now(), Reason.FETCH)
        self._keep(_Copied(there, mark))
        return CopyState.FETCHED if known.files else CopyState.SAME

    def _fetch(self, there: Files, target: Path) -> None:
        """The files, read as such: no lock of SQLite is trusted over a network, so they must not change meanwhile."""
        with told(self._origin):
            for end in there:
                target.with_name(target.name + end).write_bytes(_beside(self._origin, end).read_bytes())
        if _files_of(self._origin) != there:
            raise StoreError(_BUSY, path=self._origin)
        close_log(target)
        if not is_sound(target):
            raise StoreError(CORRUPT, path=self._origin)

    def _mark(self) -> str:
        """What a person did in the copy; what cannot be read counts as done by a person, so that it is kept."""
        try:
            return mark_of(self._database)
        except (StoreError, sqlite3.Error):
            return "?"

    def _known(self) -> _Copied:
        try:
            known = msgspec.json.decode(self._record.read_bytes(), type=_Copied)
        except (OSError, ValueError, RecursionError):
            return _Copied()
        if known.laid_mark and self._database.exists() and self._mark() == known.laid_mark:
            return _Copied(known.laid_files, known.laid_mark)  # somebody has put it in the place of the copy
        return known

    def _keep(self, known: _Copied) -> None:
        """Where it cannot be kept, the copy counts as changed from the next start on."""
        with suppress(FileWriteError):
            write_whole(self._record, msgspec.json.encode(known))


def mark_of(database: Path) -> str:
    """A digest of all that people did in a database: each deed, each taking back, each note from the counter."""
    found = hashlib.sha256()
    with reading(database) as connection:
        for query in _MARKS:
            for row in connection.execute(query):
                found.update(repr(row).encode())
            found.update(b"\0")
    return found.hexdigest()


@contextmanager
def _blamed_on(origin: Path) -> Iterator[None]:
    """What is wrong with a file that was fetched is wrong with the one that it was fetched from."""
    try:
        yield
    except StoreError as error:
        raise StoreError(error.message.msgid, **{**error.message.params, "path": origin}) from error


def _files_of(origin: Path) -> Files | None:
    """Nothing where there is no database that can be read."""
    found: Files = {}
    try:
        for end in _FILES:
            path = _beside(origin, end)
            if not end or path.exists():
                facts = path.stat()
                if facts.st_size or not end:
                    found[end] = (facts.st_size, facts.st_mtime_ns)
    except OSError:
        return None
    return found


def _beside(origin: Path, end: str) -> Path:
    return origin.with_name(origin.name + end)
