"""What the window remembers between two starts, in one small versioned file."""

import contextlib
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from desktop.domain.errors import N_, Message
from desktop.i18n import LANGUAGES

VERSION = 1
TEXT_PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(frozen=True)
class Settings:
    """Every setting with its default; sizes of splitters are in pixels, by the name of the splitter."""

    language: str = LANGUAGES[0]
    window_geometry: str = ""
    window_state: str = ""
    current_tab: str = ""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    text_percent: int = 100


def load(path: Path) -> tuple[Settings, Message | None]:
    """The settings in the file; without a file the defaults, with a broken one the defaults and a notice."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Settings(), None
    except OSError:
        return Settings(), Message(N_("The settings cannot be read. Wegweiser starts with its defaults."))
    import json

    try:
        return _settings(json.loads(content)), None
    except (ValueError, RecursionError):
        return Settings(), Message(N_("The settings were damaged. Wegweiser starts with its defaults."))


def save(settings: Settings, path: Path) -> None:
    """Write the settings beside the file and move them into place, so that a crash leaves the old ones."""
    import json
    import tempfile

    content = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content + "\n")
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _settings(table: Any) -> Settings:
    """A file of a newer version may hold more than this one knows; what this one knows must be right."""
    if not isinstance(table, dict) or not isinstance(table.get("version"), int):
        raise ValueError("no settings")
    known = {entry.name: table[entry.name] for entry in fields(Settings) if entry.name in table}
    if "splitters" in known:
        known["splitters"] = _splitters(known["splitters"])
    settings = Settings(**known)
    words = (settings.language, settings.window_geometry, settings.window_state, settings.current_tab)
    if not all(isinstance(word, str) for word in words) or settings.language not in LANGUAGES:
        raise ValueError("not a word, or not a language")
    if settings.text_percent not in TEXT_PERCENTS:
        raise ValueError("not a size of text")
    return settings


def _splitters(table: Any) -> dict[str, tuple[int, ...]]:
    if not isinstance(table, dict):
        raise ValueError("no sizes")
    sizes = {str(name): tuple(values) for name, values in table.items() if isinstance(values, list)}
    if not all(isinstance(size, int) and 0 <= size < 100_000 for values in sizes.values() for size in values):
        raise ValueError("not a size")
    return sizes
