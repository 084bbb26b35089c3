"""What the program remembers between two starts, in one small versioned file."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from desktop.domain.errors import N_, Message
from desktop.domain.intervals import REVIEW_MONTHS
from desktop.domain.office import Office
from desktop.domain.theme import Theme
from desktop.i18n import LANGUAGES, PAPER_LANGUAGES
from desktop.policy.policy import Policy

VERSION = 1
TEXT_PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)
_MAX_BYTES = 100_000

S = TypeVar("S", bound=Struct)
Pixels = Annotated[int, Meta(ge=0, lt=100_000)]


class Settings(Struct, frozen=True, kw_only=True):
    """Every setting with its default; sizes of splitters are in pixels, by the name of the splitter.

    `aspects` are the ways in which tabs show their records, by the key of the tab. `printer` is the one that is offered
    first; `paper_language` is that of sheets where nobody chooses another, without it they speak as the window does.
    Without a `user_name` the history has the name of the system account; `pin` is what scrypt made of it. The tour is
    due where the program was never started before.
    """

    language: str = LANGUAGES[0]
    window_geometry: str = ""
    window_state: str = ""
    current_tab: str = ""
    splitters: Mapping[str, tuple[Pixels, ...]] = {}
    aspects: Mapping[str, Annotated[str, Meta(max_length=40)]] = {}
    text_percent: int = 100
    theme: Theme = Theme.SYSTEM
    is_event: bool = False
    printer: Annotated[str, Meta(max_length=200)] = ""
    paper_language: str = ""
    is_large_print: bool = False
    office: Office = Office()
    user_name: Annotated[str, Meta(max_length=100)] = ""
    review_months: Annotated[int, Meta(ge=1, le=60)] = REVIEW_MONTHS
    pin: Annotated[str, Meta(max_length=300)] = ""
    is_tour_due: bool = False
    export_format: Annotated[str, Meta(max_length=40)] = ""
    exports_notes: bool = False

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError("not a language")
        if self.paper_language and self.paper_language not in PAPER_LANGUAGES:
            raise ValueError("not a language of sheets")
        if self.text_percent not in TEXT_PERCENTS:
            raise ValueError("not a size of text")


LABELS: dict[str, str] = {
    "language": N_("Language"),
    "window_geometry": N_("Place of the window"),
    "window_state": N_("Layout of the window"),
    "current_tab": N_("Last tab"),
    "splitters": N_("Widths of lists"),
    "aspects": N_("Ways of showing records"),
    "text_percent": N_("Size of text"),
    "theme": N_("Brightness"),
    "is_event": N_("Event mode"),
    "is_tour_due": N_("Offer of the introduction"),
    "printer": N_("Printer"),
    "paper_language": N_("Language of sheets"),
    "is_large_print": N_("Large print"),
    "office": N_("Own office"),
    "user_name": N_("Name in the history"),
    "review_months": N_("Months until a check is due"),
    "pin": N_("PIN"),
    "export_format": N_("Format of the last export"),
    "exports_notes": N_("Internal notes in exports"),
}
"""What a person knows each setting by."""


class _File(Settings, frozen=True, kw_only=True):
    """The settings as they stand in the file; a newer version may hold more, which is passed over."""

    version: int


class SettingsKeeper:
    """The settings as they hold now; each change of the user's own is told to whoever remembers them.

    What the policy lays down goes before them; the user's own values below it are kept for the day when it does not.
    """

    def __init__(
        self, settings: Settings, remember: Callable[[Settings], object], policy: Policy | None = None
    ) -> None:
        self.policy = policy or Policy()
        self._own = settings
        self._remember = remember
        self.current = under(self.policy, settings)

    def keep(self, settings: Settings) -> None:
        """Go on with these settings; raises `FileWriteError`, and goes on as before, where they cannot be written."""
        own = _below(self.policy, settings, self._own)
        self._remember(own)
        self._own = own
        self.current = under(self.policy, own)


def under(policy: Policy, settings: Settings) -> Settings:
    """The settings with what the policy lays down in the place of the user's own."""
    office = replace(settings.office, **policy.rules.office_values())
    return replace(settings, office=office, **policy.rules.settings())


def _below(policy: Policy, settings: Settings, own: Settings) -> Settings:
    """The settings with the user's own in the place of what the policy lays down."""
    office = replace(settings.office, **{name: getattr(own.office, name) for name in policy.rules.office_values()})
    return replace(settings, office=office, **{name: getattr(own, name) for name in policy.rules.settings()})


class SettingsFile:
    """Remembers the settings of one window: what another one has written meanwhile stays, but for what changes here."""

    def __init__(self, path: Path, read: Settings) -> None:
        self._path = path
        self._last = read

    def keep(self, settings: Settings) -> None:
        """Write what has changed here since the last time; raises `FileWriteError`."""
        names = [name for name in Settings.__struct_fields__ if getattr(settings, name) != getattr(self._last, name)]
        there, notice = load(self._path)
        is_sound = notice is None and self._path.exists()
        changed = replace(there, **{name: getattr(settings, name) for name in names})
        save(changed if is_sound else settings, self._path)
        self._last = settings


def load(path: Path) -> tuple[Settings, Message | None]:
    """The settings in the file, without one those of a first start; what is broken has its default, and is told."""
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
        return _rescued(content)


def _rescued(content: bytes) -> tuple[Settings, Message]:
    """What can be read of a damaged file, field by field."""
    try:
        parts = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
        msgspec.json.decode(parts.pop("version"), type=int)
    except (ValueError, KeyError, RecursionError):
        return Settings(), Message(N_("The settings were damaged. Wegweiser starts with its defaults."))
    settings, lost = _whole_fields(parts, Settings)
    if "office" in lost:
        settings = replace(settings, office=_rescued_office(parts["office"]))
    notice = Message(
        N_("Some settings were damaged and have their defaults again: {names}. Please look at them."),
        names=_listed([LABELS[name] for name in lost]),
    )
    return settings, notice


def _rescued_office(content: msgspec.Raw) -> Office:
    try:
        return _whole_fields(msgspec.json.decode(content, type=dict[str, msgspec.Raw]), Office)[0]
    except (ValueError, RecursionError):
        return Office()


def _whole_fields(parts: Mapping[str, msgspec.Raw], kind: type[S]) -> tuple[S, list[str]]:
    """What the fields that can be read make, and the names of the others."""
    found, lost = kind(), []
    for name in (name for name in kind.__struct_fields__ if name in parts):
        try:
            alone = msgspec.json.decode(msgspec.json.encode({name: parts[name]}), type=kind)
        except (ValueError, RecursionError):
            lost.append(name)
        else:
            found = replace(found, **{name: getattr(alone, name)})
    return found, lost


def _listed(names: Sequence[str]) -> Message:
    first, *others = map(Message, names)
    return reduce(lambda some, one: Message(N_("{some}, {one}"), some=some, one=one), others, first)


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
