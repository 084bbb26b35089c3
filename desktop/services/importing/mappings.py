"""What the columns of a table meant the last time: remembered by the names that stand above them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.domain.errors import FileWriteError

_MOST = 100
_MOST_BYTES = 2_000_000
_Target = Annotated[str, Meta(max_length=200)]


class _Known(Struct):
    header: tuple[str, ...]
    targets: tuple[_Target | None, ...]


class Mappings:
    """Keeps the last hundred in one small file; a broken one counts as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, header: Sequence[str]) -> tuple[str | None, ...] | None:
        """What these columns meant; nothing for columns that were never seen."""
        wanted = tuple(header)
        return next((one.targets for one in self._all() if one.header == wanted), None)

    def remember(self, header: Sequence[str], targets: Sequence[str | None]) -> None:
        """These columns mean this from now on; where that cannot be written a person chooses anew next time."""
        from desktop.whole_file import write_whole

        known = _Known(tuple(header), tuple(targets))
        others = [one for one in self._all() if one.header != known.header]
        with suppress(FileWriteError):
            write_whole(self._path, msgspec.json.format(msgspec.json.encode([known, *others][:_MOST]), indent=1))

    def _all(self) -> list[_Known]:
        try:
            if self._path.stat().st_size > _MOST_BYTES:
                return []
            found = msgspec.json.decode(self._path.read_bytes(), type=list[_Known])
        except (OSError, msgspec.MsgspecError):
            return []
        return [one for one in found if len(one.header) == len(one.targets)]
