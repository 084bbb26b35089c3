"""The folder in which the packages of other offices are laid down: looked at, never written to.

It may be on a network: whoever asks lets that take as long as it takes, where nobody waits.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.errors import N_, ExpectedError, ForeignFileError
from desktop.domain.trust import Trust, verdict

if TYPE_CHECKING:
    from desktop.exchange.package.sealed import Sealed
    from desktop.services.catalogue import Catalogue

_MOST_FILES = 500
_GONE = N_("The folder for packages, {folder}, cannot be read now.")
_NO_ROOM = N_("There is no room left here for a copy of {path}. Free some space on the drive for temporary files.")
_NOT_FETCHED = N_("The package {path} cannot be read now. Please try again when the network is there.")


class Found(NamedTuple):
    """A package that lies in the folder, and what it says of itself."""

    path: Path
    sealed: Sealed


class PackageFolder:
    """`folder` may be gone, and come back; a package that was looked at is not opened again while it is the same."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self.folder = folder
        self._catalogue = catalogue
        self._seen: dict[tuple[Path, int, int], Sealed | None] = {}
        self._borrowed: TemporaryDirectory[str] | None = None

    def found(self) -> tuple[Found, ...]:
        """The packages that lie there and are signed; raises `ExpectedError` where the folder cannot be read."""
        marks = {mark: self._sealed(mark) for mark in self._marks()}
        self._seen = marks
        return tuple(Found(path, sealed) for (path, _, _), sealed in marks.items() if sealed is not None)

    def newest(self, found: Iterable[Found]) -> Found | None:
        """The newest of a known signer that was not taken yet; of several signers that which was made last."""
        packages = tuple(found)
        if not packages:
            return None
        with self._catalogue.reading() as unit:
            known = unit.signers.all()
        wanted = (Trust.KNOWN, Trust.RENAMED)
        new = (one for one in packages if verdict(one.sealed.manifest, one.sealed.signer, known).trust in wanted)
        return max(new, key=lambda one: (one.sealed.manifest.made_at, one.sealed.manifest.number), default=None)

    def fetch(self, found: Found) -> Path:
        """A copy of a package on this computer, to be looked at however long that takes; raises `ExpectedError`."""
        self.let_go()
        try:
            self._borrowed = TemporaryDirectory(prefix="wegweiser-", ignore_cleanup_errors=True)
            return Path(shutil.copyfile(found.path, Path(self._borrowed.name) / found.path.name))
        except OSError as error:
            self.let_go()
            is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise ExpectedError(_NO_ROOM if is_full else _NOT_FETCHED, path=found.path) from error

    def let_go(self) -> None:
        """Remove what was fetched."""
        if self._borrowed is not None:
            self._borrowed.cleanup()
            self._borrowed = None

    def _marks(self) -> Iterator[tuple[Path, int, int]]:
        """Each package with what tells whether it is still the same."""
        from desktop.domain.package import SUFFIX

        try:
            names = sorted(path for path in self.folder.iterdir() if path.suffix.lower() == SUFFIX)[:_MOST_FILES]
        except OSError as error:
            raise ExpectedError(_GONE, folder=self.folder) from error
        for path in names:
            try:
                status = path.stat()
            except OSError:  # it went meanwhile
                continue
            yield path, status.st_size, status.st_mtime_ns

    def _sealed(self, mark: tuple[Path, int, int]) -> Sealed | None:
        """What a package says of itself; nothing where it is none, or still being copied."""
        if mark in self._seen:
            return self._seen[mark]
        from desktop.exchange.package import peek

        try:
            return peek(mark[0])
        except (ForeignFileError, OSError):
            return None
