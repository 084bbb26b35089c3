"""A sheet on its way from the record to a printer or a file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.views.background import Background, Failed, Job
from desktop.views.edges import Edges

if TYPE_CHECKING:
    from desktop.printing.paper import Paper
    from desktop.printing.sheets import Sheet


class MakesPaper(Protocol):
    """Where sheets come from."""

    def sheets_for(self, kind: Kind) -> "tuple[Sheet, ...]":
        """The sheets that can show a record of this kind."""

    def make(self, sheet_key: str, ids: Sequence[str]) -> "Paper":
        """The sheet of these records."""

    def save(self, paper: "Paper", path: Path) -> None:
        """Write the PDF."""


class PrintDesk:
    """Does in the background what takes time, and asks at the edges what a person must decide."""

    def __init__(self, paper: MakesPaper, background: Background, edges: Edges, tr: Translate) -> None:
        self.tr = tr
        self._paper = paper
        self._background = background
        self._edges = edges

    def sheets_for(self, kind: Kind) -> "tuple[Sheet, ...]":
        """The sheets that can show a record of this kind, the usual one first."""
        return self._paper.sheets_for(kind)

    def make(self, key: str, ids: Sequence[str], done: "Callable[[Paper], object]", failed: Failed) -> Job:
        """Make a sheet."""
        return self._background.run(lambda: self._paper.make(key, ids), done, failed)

    def has_printer(self) -> bool:
        """Whether there is anything to print on."""
        return self._edges.printer.is_available()

    def offers_saving(self, parent: QWidget) -> bool:
        """Say that there is no printer; whether the person wants a file instead."""
        return self._edges.notices.offers(
            parent,
            self.tr("No printer"),
            self.tr("No printer is set up on this computer. The sheet can be saved as a PDF and printed elsewhere."),
            self.tr("Save as PDF …"),
        )

    def print(self, parent: QWidget, paper: "Paper", done: Callable[[str], object], failed: Failed) -> Job | None:
        """Let the person choose a printer and send the pages to it; nothing is under way if none was chosen."""
        chosen = self._edges.printer.choose(parent, paper.title)
        if chosen is None:
            return None
        said = self.tr("The sheet was sent to the printer.")
        return self._background.run(
            lambda: self._edges.printer.print(chosen, paper.pdf), lambda _: done(said), failed, must_end=True
        )

    def save(self, parent: QWidget, paper: "Paper", done: Callable[[str], object], failed: Failed) -> Job | None:
        """Let the person choose a place and write the file there; nothing is under way if none was chosen."""
        path = self._edges.files.place_for_pdf(parent, paper.file_name)
        if path is None:
            return None
        said = self.tr("Saved: {path}", path=path)
        return self._background.run(lambda: self._paper.save(paper, path), lambda _: done(said), failed, must_end=True)

    def warn(self, parent: QWidget, text: str) -> None:
        """Tell what went wrong with a sheet that is there."""
        self._edges.notices.warn(parent, self.tr("That did not work"), text)
