"""Where the program touches the world outside its window, gathered so that others may stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.views.files import Files
from desktop.views.notices import Notices
from desktop.views.opener import Opener
from desktop.views.paper.printer import SystemPrinter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.domain.errors import ExpectedError
    from desktop.i18n import Translate


class AsksForFiles(Protocol):
    """Asks where a file shall go, or which one to read, and remembers where to begin."""

    def place_for_pdf(self, parent: QWidget, file_name: str, /) -> Path | None:
        """Where to save a PDF, or nothing."""

    def place_for_table(self, parent: QWidget, file_name: str, /) -> Path | None:
        """Where to save a table, or nothing."""

    def place_for_report(self, parent: QWidget, file_name: str, /) -> Path | None:
        """Where to save a report, for people or for programs, or nothing."""

    def place_for_package(self, parent: QWidget, file_name: str, /) -> Path | None:
        """Where to write a package, or nothing."""

    def place_for_export(self, parent: QWidget, file_name: str, words: str, suffix: str, /) -> Path | None:
        """Where to save a file for other programs, or nothing."""

    def place_for_data(self, parent: QWidget, /) -> Path | None:
        """A folder that the data shall lie in, or nothing."""

    def file_to_import(self, parent: QWidget, /) -> Path | None:
        """A file of another program, or nothing."""

    def image(self, parent: QWidget, /) -> Path | None:
        """An image to read, or nothing."""

    def package_to_apply(self, parent: QWidget, /) -> Path | None:
        """A package to read, or nothing."""

    def begin_packages_in(self, folder: Path | None, /) -> None:
        """Ask for packages in this folder first from now on; without one as for all else."""


class Tells(Protocol):
    """Tells a person something that must be answered."""

    def tell(self, parent: QWidget | None, title: str, text: str, /) -> None:
        """Say something."""

    def warn(self, parent: QWidget | None, title: str, text: str, /) -> None:
        """Say that something did not work."""

    def offers(self, parent: QWidget | None, title: str, text: str, offer: str, /) -> bool:
        """Say something, offer one way on, and tell whether it was taken."""

    def may_lose(self, parent: QWidget | None, title: str, text: str, loss: str, /) -> bool:
        """Ask before something is lost for good, and tell whether it may be; Enter keeps it."""

    def asks(self, parent: QWidget | None, title: str, text: str, choices: Sequence[str], /) -> str:
        """Say something and ask which of some ways to go; the last one changes nothing."""


class Opens(Protocol):
    """Hands an address to the system."""

    def open(self, address: str, /) -> bool:
        """Whether the system took the address."""

    def open_folder(self, folder: Path, /) -> bool:
        """Whether the system shows the folder."""


class Prints(Protocol):
    """Puts a PDF on paper."""

    def is_available(self) -> bool:
        """Whether there is a printer at all."""

    def names(self) -> tuple[str, ...]:
        """The printers by the names that the system gives them; may be called from any thread."""

    def choose(self, parent: QWidget, title: str, usual: str, /) -> object | None:
        """The printer that a person chose with its options, or nothing; the usual one is offered first."""

    def print(self, chosen: object, pdf: bytes, /) -> None:
        """Print every page; may be called from any thread."""


class Edges(NamedTuple):
    """All of them, and the usual words for what fails."""

    notices: Tells
    files: AsksForFiles
    opener: Opens
    printer: Prints

    def warn(self, window: QWidget, error: ExpectedError, tr: Translate) -> None:
        """Say that something did not work, and why."""
        self.notices.warn(window, tr("That did not work"), error.message.in_words(tr))

    def show_folder(self, window: QWidget, folder: Path, tr: Translate) -> None:
        """Let the system show a folder, or say that it cannot."""
        if not self.opener.open_folder(folder):
            words = tr("The folder {folder} cannot be shown here.", folder=folder)
            self.notices.warn(window, tr("That did not work"), words)


def real_edges(tr: Translate) -> Edges:
    """The edges of the running program."""
    return Edges(Notices(tr), Files(tr), Opener(), SystemPrinter())
