"""What is told about the data folder that was named with --data-dir, where another one may have been meant."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.data_folder import Origin
from desktop.domain.errors import N_, Message

if TYPE_CHECKING:
    from desktop.app.paths import Paths

_NO_FOLDER = N_("{path} is a file, no folder. Please name a folder behind --data-dir. Nothing was changed.")
_MADE = N_(
    "A new data folder was made: {path}. If you meant another one, please look at what stands behind --data-dir."
)


def why_none(paths: Paths) -> Message | None:
    """Why it cannot be a folder, if so: it, or what it should lie in, is a file."""
    if paths.origin is not Origin.ASKED:
        return None
    for place in (paths.data, *paths.data.parents):
        with suppress(OSError):  # nobody may look into the one around it
            if place.exists():
                return None if place.is_dir() else Message(_NO_FOLDER, path=place)
    return None


class NewFolder:
    """Looks whether the folder is there, before and after a command."""

    def __init__(self, paths: Paths) -> None:
        self._folder = paths.data
        self._is_asked = paths.origin is Origin.ASKED and paths.share is None
        self._was_there = _is_there(self._folder)

    @property
    def message(self) -> Message | None:
        """That it was made meanwhile, if so."""
        is_made = self._is_asked and not self._was_there and _is_there(self._folder)
        return Message(_MADE, path=self._folder) if is_made else None


def _is_there(folder: Path) -> bool:
    with suppress(OSError):
        return folder.exists()
    return True
