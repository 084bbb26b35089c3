"""The key with which an office signs its packages: made at first use, kept beside the data, never made twice."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import N_, ExpectedError

if TYPE_CHECKING:
    from desktop.exchange.package.keys import SigningKey
    from desktop.services.packages_made import PackagesMade

KEY_FILE = "signing-key.pem"
_MOST_BYTES = 10_000
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_FOR_ITS_OWNER = 0o600
_NOT_YOURS = N_(
    "The key of this office, {path}, cannot be read. Only the person who made the first package may do so: let that"
    " person make the packages, or ask who looks after this computer."
)
_DAMAGED = N_(
    "The key of this office, {path}, is damaged. Put your copy of the file in its place. Without a copy move the file"
    " away: then a new key is made, and everybody who gets packages has to be told its fingerprint."
)
_NOT_KEPT = N_(
    "The key of this office cannot be kept as {path}, and without it there is no package. Free some space on that"
    " drive, or ask who looks after this computer for the right to write there."
)
_LOST = N_(
    "The key with which packages were made here, {path}, is gone. Put your copy of the file in its place. Without a"
    " copy move {made} away as well: then a new key is made, and everybody who gets packages has to be told its"
    " fingerprint."
)


class Signing:
    """The key of one data folder."""

    def __init__(self, folder: Path, made: PackagesMade) -> None:
        self._path = folder / KEY_FILE
        self._made = made

    @property
    def path(self) -> Path:
        """Where the key lies; a copy of it belongs into a safe place."""
        return self._path

    def public(self) -> bytes | None:
        """What others know this office by; nothing before the first package. Raises `ExpectedError`."""
        key = self._kept()
        return key.public if key else None

    def key(self) -> SigningKey:
        """The key; raises `ExpectedError` where it cannot be read, or was lost, rather than make another one."""
        if (key := self._kept()) is not None:
            return key
        if self._made.is_any():
            raise ExpectedError(_LOST, path=self._path, made=self._made.path.name)
        return self._made_now()

    def _made_now(self) -> SigningKey:
        from desktop.exchange.package.keys import SigningKey
        from desktop.whole_file import write_first

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_first(self._path, SigningKey.made().pem)
        except OSError as error:
            raise ExpectedError(_NOT_KEPT, path=self._path) from error
        key = self._kept()
        if key is None:
            raise ExpectedError(_NOT_YOURS, path=self._path)
        return key

    def _kept(self) -> SigningKey | None:
        from desktop.exchange.package.keys import SigningKey

        try:
            with self._path.open("rb") as file:
                content = file.read(_MOST_BYTES)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ExpectedError(_NOT_YOURS, path=self._path) from error
        self._keep_from_others()
        try:
            return SigningKey.from_pem(content)
        except ValueError as error:
            raise ExpectedError(_DAMAGED, path=self._path) from error

    def _keep_from_others(self) -> None:
        """A copy that was put back may be open to everybody; some drives know no rights."""
        with suppress(OSError):
            if os.name == "posix" and self._path.stat().st_mode & _OTHERS:
                self._path.chmod(_FOR_ITS_OWNER)
