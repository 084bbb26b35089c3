"""Which packages this office has made: their numbers by key and cargo, and what the last one held."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from desktop.domain.errors import N_, ExpectedError, FileWriteError
from desktop.domain.package import Cargo
from desktop.domain.packing import Prints
from desktop.services.signing import KEY_FILE
from desktop.services.taking_turns import taking_turns
from desktop.whole_file import write_whole

_DAMAGED = N_(
    "The file {path}, which counts the packages of this office, is damaged. Put a copy of it in its place. Without a"
    " copy move it away: then the count begins anew, and whoever has your packages has to insist on the next one."
)
_TAKEN = N_(
    "Another window has made package {number} meanwhile, and no second one may have its number. Please make the package"
    " again."
)


class _Made(msgspec.Struct, frozen=True):
    """The last numbers by cargo, by public key in hexadecimal digits."""

    numbers: Mapping[str, Mapping[Cargo, int]] = {}


class _Last(msgspec.Struct, frozen=True):
    """The last package of records."""

    number: int = 0
    prints: dict[str, str] = {}


class PackagesMade:
    """Two files beside the key: the numbers must never be lost, what the last package held may be."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "packages-made.json"
        self._last = folder / "last-package.json"
        self._key = folder / KEY_FILE

    def is_any(self) -> bool:
        """Whether a package was ever made here; raises `ExpectedError` where nobody can tell."""
        return bool(self._read().numbers)

    def last_number(self, public_key: bytes, cargo: Cargo) -> int:
        """The number of the last package of this kind with this key; 0 before the first. Raises `ExpectedError`."""
        return self._read().numbers.get(public_key.hex(), {}).get(cargo, 0)

    def count(self, public_key: bytes, cargo: Cargo, number: int) -> None:
        """This number is given away, whatever becomes of the package; raises `ExpectedError`.

        Two windows may make a package at once: the one that is ready later would have the same number. They look and
        write in turns, however near to each other they are ready.
        """
        with taking_turns(self._key):
            if self.last_number(public_key, cargo) >= number:
                raise ExpectedError(_TAKEN, number=number)
            numbers = dict(self._read().numbers)
            numbers[public_key.hex()] = {**numbers.get(public_key.hex(), {}), cargo: number}
            write_whole(self.path, msgspec.json.format(msgspec.json.encode(_Made(numbers)), indent=2))

    def prints(self) -> tuple[int, Prints]:
        """The number of the last package of records and what it held; nothing where nobody knows any more."""
        try:
            last = msgspec.json.decode(self._last.read_bytes(), type=_Last)
        except (OSError, ValueError, RecursionError):
            return 0, {}
        return last.number, last.prints

    def keep_prints(self, number: int, prints: Prints) -> None:
        """This was in the last package; where it cannot be kept, the next one is compared with an older one."""
        with suppress(FileWriteError):
            write_whole(self._last, msgspec.json.encode(_Last(number, dict(prints))))

    def _read(self) -> _Made:
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=_Made)
        except FileNotFoundError:
            return _Made()
        except (OSError, ValueError, RecursionError) as error:
            raise ExpectedError(_DAMAGED, path=self.path) from error
