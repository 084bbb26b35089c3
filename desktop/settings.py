"""What the program remembers between two starts, in one small versioned file."""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.domain.errors import N_, Message
from desktop.domain.intervals import REVIEW_MONTHS
from desktop.domain.office import Office
from desktop.i18n import LANGUAGES

VERSION = 1
TEXT_PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)
_MAX_BYTES = 100_000

Pixels = Annotated[int, Meta(ge=0, lt=100_000)]


class Settings(Struct, frozen=True, kw_only=True):
    """Every setting with its default; sizes of splitters are in pixels, by the name of the splitter.

    Without a `user_name` the history has the name of the system account; `pin` is what scrypt made of it. The tour is
    due where the program was never started before.
    """

    language: str = LANGUAGES[0]
    window_geometry: str = ""
    window_state: str = ""
    current_tab: str = ""
    splitters: Mapping[str, tuple[Pixels, ...]] = {}
    text_percent: int = 100
    office: Office = Office()
    user_name: Annotated[str, Meta(max_length=100)] = ""
    review_months: Annotated[int, Meta(ge=1, le=60)] = REVIEW_MONTHS
    pin: Annotated[str, Meta(max_length=300)] = ""
    is_tour_due: bool = False

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError("not a language")
        if self.text_percent not in TEXT_PERCENTS:
            raise ValueError("not a size of text")


class _File(Settings, frozen=True, kw_only=True):
    """The settings as they stand in the file; a newer version may hold more, which is passed over."""

    version: int


class SettingsKeeper:
    """The settings as they are now; each change is told to whoever remembers them."""

    def __init__(self, settings: Settings, remember: Callable[[Settings], object]) -> None:
        self.current = settings
        self._remember = remember

    def keep(self, settings: Settings) -> None:
        """Go on with these settings; raises `FileWriteError`, and goes on as before, where they cannot be written."""
        self._remember(settings)
        self.current = settings


def load(path: Path) -> tuple[Settings, Message | None]:
    """The settings in the file; without a file those of a first start, with a broken one the defaults and a notice."""
    try:
        content = _content(path)
    except FileNotFoundError:
        return Settings(is_tour_due=True), None
    except OSError:
        return Settings(), Message(N_("The settings cannot be read. Wegweiser starts with its defaults."))
    try:
        file = msgspec.json.decode(content, type=_File)
        return Settings(**{name: getattr(file, name) for name in Settings.__struct_fields__}), None
    except (ValueError, RecursionError):
        return Settings(), Message(N_("The settings were damaged. Wegweiser starts with its defaults."))


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole, so that a crash leaves the old ones; raises `FileWriteError`."""
    from desktop.whole_file import write_whole

    content = msgspec.json.encode({"version": VERSION, **msgspec.to_builtins(settings)})
    with contextlib.suppress(OSError):  # the writing tells what is wrong
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, msgspec.json.format(content, indent=2) + b"\n")


def _content(path: Path) -> bytes:
    """What the file holds, or as much of it as shows that it holds no settings."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError  # or a pipe, which would keep the start waiting
    with path.open("rb") as file:
        return file.read(_MAX_BYTES)
