"""Stand-ins for the edges of the program: they write down what they were asked and answer as the test says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import ExpectedError
from desktop.views.edges import Edges


def _set_event() -> Event:
    event = Event()
    event.set()
    return event


@dataclass
class FakeNotices:
    """Message boxes that nobody has to press."""

    told: list[str] = field(default_factory=list)
    is_offer_taken: bool = True
    choice: int = -1

    def tell(self, _parent: QWidget | None, _title: str, text: str) -> None:
        self.told.append(text)

    def warn(self, _parent: QWidget | None, _title: str, text: str) -> None:
        self.told.append(text)

    def offers(self, _parent: QWidget | None, _title: str, text: str, _offer: str) -> bool:
        self.told.append(text)
        return self.is_offer_taken

    def may_lose(self, parent: QWidget | None, title: str, text: str, loss: str) -> bool:
        return self.offers(parent, title, text, loss)

    def asks(self, _parent: QWidget | None, _title: str, text: str, choices: Sequence[str]) -> str:
        self.told.append(text)
        return choices[self.choice]


@dataclass
class FakeFiles:
    """A file dialog that always answers the same folder, or nothing."""

    folder: Path | None
    proposed: list[str] = field(default_factory=list)
    chosen_image: Path | None = None
    chosen_folder: Path | None = None
    chosen_import: Path | None = None
    chosen_package: Path | None = None
    packages_folder: Path | None = None
    report: str | None = None

    def place_for_pdf(self, _parent: QWidget, file_name: str) -> Path | None:
        self.proposed.append(file_name)
        return self.folder / file_name if self.folder else None

    def place_for_table(self, parent: QWidget, file_name: str) -> Path | None:
        return self.place_for_pdf(parent, file_name)

    def place_for_report(self, parent: QWidget, file_name: str) -> Path | None:
        return self.place_for_pdf(parent, file_name if self.report is None else self.report)

    def place_for_package(self, parent: QWidget, file_name: str) -> Path | None:
        return self.place_for_pdf(parent, file_name)

    def place_for_export(self, parent: QWidget, file_name: str, _words: str, _suffix: str) -> Path | None:
        return self.place_for_pdf(parent, file_name)

    def place_for_data(self, _parent: QWidget) -> Path | None:
        return self.chosen_folder

    def file_to_import(self, _parent: QWidget) -> Path | None:
        return self.chosen_import

    def image(self, _parent: QWidget) -> Path | None:
        return self.chosen_image

    def package_to_apply(self, _parent: QWidget) -> Path | None:
        return self.chosen_package

    def begin_packages_in(self, folder: Path | None) -> None:
        self.packages_folder = folder


@dataclass
class FakeOpener:
    """A system that opens everything, or nothing."""

    opened: list[str] = field(default_factory=list)
    is_able: bool = True

    def open(self, address: str) -> bool:
        self.opened.append(address)
        return self.is_able

    def open_folder(self, folder: Path) -> bool:
        self.opened.append(str(folder))
        return self.is_able


@dataclass
class FakePrinter:
    """A printer that keeps the PDFs it was given, once it is `ready`."""

    is_there: bool = True
    printed: list[bytes] = field(default_factory=list)
    installed: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    failure: ExpectedError | None = None
    ready: Event = field(default_factory=_set_event)

    def is_available(self) -> bool:
        return self.is_there

    def names(self) -> tuple[str, ...]:
        return tuple(self.installed)

    def choose(self, _parent: QWidget, _title: str, usual: str) -> object | None:
        self.offered.append(usual)
        return self

    def print(self, _chosen: object, pdf: bytes) -> None:
        assert self.ready.wait(timeout=20)
        if self.failure is not None:
            raise self.failure
        self.printed.append(pdf)


@dataclass
class FakeEdges:
    """All edges, each to be looked at by its own name."""

    notices: FakeNotices
    files: FakeFiles
    opener: FakeOpener
    printer: FakePrinter

    def as_edges(self) -> Edges:
        """The same as the program takes them."""
        return Edges(self.notices, self.files, self.opener, self.printer)


def fake_edges(folder: Path) -> FakeEdges:
    """Edges at which everything works; files go to `folder`."""
    return FakeEdges(FakeNotices(), FakeFiles(folder), FakeOpener(), FakePrinter())
