"""What the window remembers between two starts, in one small versioned file."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from desktop.domain.errors import N_, Message
from desktop.i18n import LANGUAGES

VERSION = 1
TEXT_PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)
_MAX_BYTES = 100_000
_TOO_WIDE = 100_000


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
        content = _content(path)
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
    """Write the settings whole, so that a crash leaves the old ones; raises `OSError` where that cannot be done."""
    import json

    from desktop.whole_file import write_whole

    content = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, f"{content}\n".encode())


def _content(path: Path) -> bytes:
    """What the file holds, or as much of it as shows that it holds no settings."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError  # or a pipe, which would keep the start waiting
    with path.open("rb") as file:
        return file.read(_MAX_BYTES)


def _settings(table: Any) -> Settings:
    """A file of a newer version may hold more than this one knows; what this one knows must be right."""
    if not isinstance(table, dict) or not _is_number(table.get("version")):
        raise ValueError("no settings")
    known = {entry.name: table[entry.name] for entry in fields(Settings) if entry.name in table}
    if "splitters" in known:
        known["splitters"] = _splitters(known["splitters"])
    settings = Settings(**known)
    for word in (settings.language, settings.window_geometry, settings.window_state, settings.current_tab):
        if not isinstance(word, str):
            raise ValueError("not a word")
        word.encode()  # half a surrogate pair could be read, but not be written again
    if settings.language not in LANGUAGES:
        raise ValueError("not a language")
    if not _is_number(settings.text_percent) or settings.text_percent not in TEXT_PERCENTS:
        raise ValueError("not a size of text")
    return settings


def _splitters(table: Any) -> dict[str, tuple[int, ...]]:
    if not isinstance(table, dict) or not all(isinstance(values, list) for values in table.values()):
        raise ValueError("no sizes")
    for name, values in table.items():
        name.encode()
        if not all(_is_number(size) and 0 <= size < _TOO_WIDE for size in values):
            raise ValueError("not a size")
    return {name: tuple(values) for name, values in table.items()}


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
