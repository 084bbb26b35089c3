"""The data folder as the office may see and choose it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.data_folder import FolderFacts, Origin
from desktop.domain.errors import N_, ExpectedError

if TYPE_CHECKING:
    from desktop.services.backups import Backups

_KEPT = (
    "settings.json",
    "logo.png",
    "signing-key.pem",
    "packages-made.json",
    "last-package.json",
    "*-damaged-*",
    "backups/*.sqlite",
    "drafts/*",
)
"""What is taken along besides the database: everything that a person would miss."""
_NEW = "Wegweiser"
"""The folder that is made within one that holds other things already."""


class DataFolder:
    """Where the database lies.

    `apart` lets go of it for as long as it lasts; `point_to` makes a folder the one that the next start uses. `share`
    is the folder on a network drive that this one is a copy of.
    """

    def __init__(
        self,
        database: Path,
        origin: Origin,
        apart: Callable[[], AbstractContextManager[object]],
        point_to: Callable[[Path], object],
        backups: Callable[[], Backups],
        share: Path | None = None,
    ) -> None:
        self._database = database
        self._apart = apart
        self._point_to = point_to
        self._backups = backups
        self.path = database.parent
        self.origin = origin
        self.share = share

    def facts(self) -> FolderFacts:
        """What lies in the folder now."""
        return FolderFacts(
            path=self.path,
            origin=self.origin,
            database_size=sum(_size(self._database.with_name(self._database.name + end)) for end in ("", "-wal")),
            backups=len(self._backups().all()),
        )

    def place_in(self, folder: Path) -> Path:
        """The folder that is used if a person chooses this one: it, or one within it if it holds something else."""
        return folder if _is_free(folder) or self.holds_data(folder) else folder / _NEW

    def holds_data(self, folder: Path) -> bool:
        """Whether an office keeps its data there already."""
        return (folder / self._database.name).is_file()

    def move(self, folder: Path) -> None:
        """Copy everything there, compare, and use it from the next start on; the old folder stays as it is.

        Raises `ExpectedError`, and then nothing has changed.
        """
        from desktop.store.relocating import relocate

        self._refuse_own(folder)
        if self.holds_data(folder):
            raise ExpectedError(N_("In {folder} there are data of Wegweiser already."), folder=folder)
        with self._apart():
            relocate(self._database, tuple(self._others()), folder)
            self._point_to(folder)

    def use(self, folder: Path) -> None:
        """Use the data that are there already from the next start on; raises `ExpectedError`."""
        self._refuse_own(folder)
        if not self.holds_data(folder):
            raise ExpectedError(N_("In {folder} there are no data of Wegweiser."), folder=folder)
        self._point_to(folder)

    def _refuse_own(self, folder: Path) -> None:
        if not self.origin.may_change:
            raise ExpectedError(N_("The data folder was chosen at the start and cannot be changed here."))
        own, wanted = self.path.resolve(), folder.resolve()
        if own == wanted:
            raise ExpectedError(N_("The data are in {folder} already."), folder=folder)
        if own in wanted.parents:
            raise ExpectedError(N_("{folder} lies within the data folder. Please choose one beside it."), folder=folder)

    def _others(self) -> Iterator[Path]:
        for pattern in _KEPT:
            yield from (path for path in sorted(self.path.glob(pattern)) if path.is_file())


def _is_free(folder: Path) -> bool:
    try:
        return not any(folder.iterdir())
    except FileNotFoundError:
        return True
    except OSError as error:
        raise ExpectedError(
            N_("The folder {folder} cannot be read. Please choose another one."), folder=folder
        ) from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
