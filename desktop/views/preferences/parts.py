"""What the pages of the settings know of the program, and what they work with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.i18n import Translate
from desktop.views.background import Background
from desktop.views.edges import Edges
from desktop.views.looks import Looks

if TYPE_CHECKING:
    from desktop.domain.data_folder import FolderFacts, Origin
    from desktop.domain.office import Office
    from desktop.policy.policy import Policy


class KeepsLogos(Protocol):
    """Where the logo lies."""

    def read_image(self, path: Path) -> bytes:
        """An image as the PNG that a logo may be."""

    def keep_logo(self, content: bytes) -> str:
        """Keep it as the logo; its name."""

    def logo(self, name: str) -> bytes | None:
        """The image of that name."""


class MakesSamples(Protocol):
    """Draws what is printed."""

    def letterhead(self, office: Office, logo: bytes | None, language: str) -> bytes:
        """The PDF of a handout with nothing but the office on it."""

    def sheet(self, language: str, *, is_large: bool) -> bytes | None:
        """The PDF of the sheet of one contact point."""


class HasDataFolder(Protocol):
    """The folder of the data, and the one on a network drive that it is a copy of."""

    path: Path
    origin: Origin
    share: Path | None

    def facts(self) -> FolderFacts:
        """What lies there."""

    def place_in(self, folder: Path) -> Path:
        """The folder that is used if a person chooses this one."""

    def holds_data(self, folder: Path) -> bool:
        """Whether there are data already."""

    def move(self, folder: Path) -> None:
        """Copy everything there and use it from the next start on."""

    def use(self, folder: Path) -> None:
        """Use what is there from the next start on."""


class PreferencesParts(NamedTuple):
    """What the settings are about; `due` counts the records whose check would be due after so many months.

    `policy` is what the administration laid down, `backups` the folder that it chose for them.
    """

    logos: KeepsLogos
    samples: MakesSamples
    due: Callable[[int], int]
    folder: HasDataFolder
    account: Callable[[], str]
    policy: Policy
    backups: Path | None


class Surroundings(NamedTuple):
    """What every page is given."""

    parts: PreferencesParts
    background: Background
    edges: Edges
    looks: Looks
    tr: Translate
