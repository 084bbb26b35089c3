"""A sheet on its way from the record to a printer or a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from desktop.domain.progress import CancelledError, Progress
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.views.background import Background, Failed, Job
from desktop.views.edges import Edges

if TYPE_CHECKING:
    from desktop.printing.order import Order
    from desktop.printing.paper import Paper
    from desktop.printing.sheets import Sheet


class MakesPaper(Protocol):
    """Where sheets come from."""

    def sheets_for(self, kind: Kind) -> "tuple[Sheet, ...]":
        """The sheets that can show a record of this kind."""

    def title_of(self, sheet: str) -> str:
        """The name of a sheet, a message."""

    def make(self, order: "Order", progress: Progress) -> "Paper":
        """The sheet that was ordered; raises `CancelledError` if the progress was cancelled."""

    def save(self, paper: "Paper", path: Path) -> None:
        """Write the PDF."""


class Making:
    """A sheet under way: how far it is, and a way to give it up."""

    def __init__(self) -> None:
        self.progress = Progress()
        self.job: Job | None = None

    def give_up(self) -> None:
        """Wait for it no more, and let it end soon."""
        self.progress.cancel()
        if self.job is not None:
            self.job.cancel()


class PrintDesk:
    """Does in the background what takes time, and asks at the edges what a person must decide.

    `usual_printer` is the name of the one that is offered first.
    """

    def __init__(
        self,
        paper: MakesPaper,
        background: Background,
        edges: Edges,
        tr: Translate,
        usual_printer: Callable[[], str] = str,
    ) -> None:
        self.tr = tr
        self._paper = paper
        self._background = background
        self._edges = edges
        self._usual_printer = usual_printer
        self._saved: Path | None = None

    def sheets_for(self, kind: Kind) -> "tuple[Sheet, ...]":
        """The sheets that can show a record of this kind, the usual one first."""
        return self._paper.sheets_for(kind)

    def title_of(self, sheet: str) -> str:
        """The name of a sheet, a message."""
        return self._paper.title_of(sheet)

    def make(self, order: "Order", done: "Callable[[Paper], object]", failed: Failed) -> Making:
        """Make the sheet that was ordered."""
        making = Making()

        def made() -> "Paper | None":
            try:
                return self._paper.make(order, making.progress)
            except CancelledError:
                return None

        def tell(paper: "Paper | None") -> None:
            if paper is not None:
                done(paper)

        making.job = self._background.run(made, tell, failed)
        return making

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
        chosen = self._edges.printer.choose(parent, paper.title, self._usual_printer())
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

        def tell(_: None) -> None:
            self._saved = path
            done(self.tr("Saved: {path}", path=path))

        return self._background.run(lambda: self._paper.save(paper, path), tell, failed, must_end=True)

    def open_folder(self, parent: QWidget) -> None:
        """Show the folder of what was saved last."""
        if self._saved is not None:
            self._edges.show_folder(parent, self._saved.parent, self.tr)

    def saved_briefly(self) -> str:
        """Where that lies, for little room: the name of its folder stands before its own."""
        path = self._saved
        return self.tr("Saved: {path}", path=Path("…", path.parent.name, path.name)) if path else ""

    def warn(self, parent: QWidget, text: str) -> None:
        """Tell what went wrong with a sheet that is there."""
        self._edges.notices.warn(parent, self.tr("That did not work"), text)
