"""Drafts of records that somebody was editing when the program ended without asking."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from desktop.domain.errors import N_, ExpectedError
from desktop.whole_file import write_whole

_MAX_BYTES = 4_000_000
_MOST = 50


class Draft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stood in a form, right or wrong, as the form itself tells its state."""

    key: Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,100}$")]
    name: str
    state: dict[str, Any]
    kept_at: datetime


class Drafts:
    """Keeps a file for each record that is being edited."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now

    def keep(self, key: str, name: str, state: dict[str, Any]) -> Draft:
        """Keep what stands in a form; raises `FileWriteError`, and `ExpectedError` for what could not be read again."""
        draft = Draft(key=key, name=name, state=state, kept_at=self._now())
        content = _written(draft)
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._folder / f"{key}.json", content)
        return draft

    def discard(self, key: str) -> None:
        """Forget a draft: its record was saved, or given up."""
        with contextlib.suppress(OSError):
            (self._folder / f"{key}.json").unlink(missing_ok=True)

    def all(self) -> tuple[Draft, ...]:
        """The drafts that were left, the last one first; a file that holds none is passed over."""
        try:
            files = [path for path in self._folder.glob("*.json") if path.is_file()]
            paths = sorted(files, key=_written_at, reverse=True)[:_MOST]
        except OSError:
            return ()
        found = [draft for path in paths if (draft := _read(path)) is not None]
        return tuple(sorted(found, key=lambda draft: draft.kept_at, reverse=True))


def _written(draft: Draft) -> bytes:
    """The file of a draft; one that could not be read again is not written at all."""
    try:
        content = msgspec.json.encode(draft)
        msgspec.json.decode(content, type=Draft)
        if len(content) <= _MAX_BYTES:
            return content
    except (ValueError, RecursionError):
        pass
    raise ExpectedError(
        N_("The draft cannot be kept: it is too large, or holds signs that no file can hold. Please save the record.")
    )


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(path: Path) -> Draft | None:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
        draft = msgspec.json.decode(content, type=Draft) if len(content) <= _MAX_BYTES else None
    except (OSError, ValueError, RecursionError):
        return None
    if draft is None or draft.key != path.stem:
        return None
    return draft if draft.kept_at.tzinfo else replace(draft, kept_at=draft.kept_at.replace(tzinfo=UTC))
