"""The only file dialogs of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.i18n import Translate


class Kind(NamedTuple):
    """A kind of file: the title of the dialog that asks for its place, the filter of names, and how names end.

    `others` are further filters with the ends of their names.
    """

    title: str
    filter: str
    suffix: str
    others: tuple[tuple[str, str], ...] = ()

    @property
    def suffixes(self) -> dict[str, str]:
        """How names end, by the filter."""
        return {self.filter: self.suffix, **dict(self.others)}


class Files:
    """Asks where a file shall go, or which one to read; the last folders are remembered until the program ends."""

    def __init__(self, tr: Translate) -> None:
        self._tr = tr
        self._folder: Path | None = None
        self._images: Path | None = None
        self._packages: Path | None = None

    def place_for_pdf(self, parent: QWidget, file_name: str) -> Path | None:
        """Where to save a PDF, or nothing if the person thought better of it."""
        kind = Kind(self._tr("Save as PDF"), self._tr("PDF files (*.pdf)"), ".pdf")
        return self._place(parent, file_name, kind)

    def place_for_table(self, parent: QWidget, file_name: str) -> Path | None:
        """Where to save a table; nothing if the person thought better of it."""
        kind = Kind(self._tr("Export"), self._tr("Tables for Excel and LibreOffice (*.csv)"), ".csv")
        return self._place(parent, file_name, kind)

    def place_for_report(self, parent: QWidget, file_name: str) -> Path | None:
        """Where to save a report; what is chosen below its name says whether it is a table or for programs."""
        table = self._tr("Tables for Excel and LibreOffice (*.csv)")
        others = (self._tr("JSON, for programs (*.json)"), ".json"), (self._tr("Text (*.txt)"), ".txt")
        return self._place(parent, file_name, Kind(self._tr("Save the report"), table, ".csv", others))

    def place_for_package(self, parent: QWidget, file_name: str) -> Path | None:
        """Where to write a package; nothing if the person thought better of it."""
        from desktop.domain.package import SUFFIX

        kind = Kind(self._tr("Create package"), self._tr("Data packages (*.wegweiser)"), SUFFIX)
        return self._place(parent, file_name, kind, self._packages)

    def begin_packages_in(self, folder: Path | None) -> None:
        """Ask for packages in this folder first from now on; without one as for all else."""
        self._packages = folder

    def place_for_export(self, parent: QWidget, file_name: str, words: str, suffix: str) -> Path | None:
        """Where to save a file for other programs; nothing if the person thought better of it."""
        return self._place(parent, file_name, Kind(self._tr("Export"), words, suffix))

    def _place(self, parent: QWidget, file_name: str, kind: Kind, first: Path | None = None) -> Path | None:
        while (chosen := self._ask(parent, file_name, kind, first)) is not None:
            is_whole = chosen.suffix.lower() in kind.suffixes.values()
            path = chosen if is_whole else chosen.with_name(f"{chosen.name}{kind.suffix}")
            if path == chosen or not path.exists():
                return path
            file_name = path.name  # what was typed ends like "22.11": ask again, now whether to overwrite
        return None

    def place_for_data(self, parent: QWidget) -> Path | None:
        """The folder that the data shall lie in, or nothing."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(parent, self._tr("Choose a folder"))
        return Path(chosen) if chosen else None

    def image(self, parent: QWidget) -> Path | None:
        """An image that the person chose, or nothing."""
        from PySide6.QtWidgets import QFileDialog

        name, kinds = self._tr("Choose an image"), self._tr("Images (*.png *.jpg *.jpeg)")
        chosen, _ = QFileDialog.getOpenFileName(parent, name, str(self._images or self._folder or ""), kinds)
        if not chosen:
            return None
        self._images = Path(chosen).parent
        return Path(chosen)

    def file_to_import(self, parent: QWidget) -> Path | None:
        """A file of another program, or nothing."""
        known = self._tr("Contacts of other programs (*.csv *.txt *.tsv *.xlsx *.vcf *.json)")
        every = self._tr("All files (*)")
        return self._to_open(parent, self._tr("Choose a file to import"), f"{known};;{every}")

    def package_to_apply(self, parent: QWidget) -> Path | None:
        """A package, or nothing."""
        known, every = self._tr("Packages of Wegweiser (*.wegweiser)"), self._tr("All files (*)")
        return self._to_open(parent, self._tr("Apply a package"), f"{known};;{every}", self._packages)

    def _to_open(self, parent: QWidget, title: str, kinds: str, first: Path | None = None) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(first or self._folder or ""), kinds)
        if not chosen:
            return None
        if Path(chosen).parent != first:
            self._folder = Path(chosen).parent
        return Path(chosen)

    def _ask(self, parent: QWidget, file_name: str, kind: Kind, first: Path | None) -> Path | None:
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(parent, kind.title, str(first or self._folder or documents))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffixes = kind.suffixes
        dialog.setNameFilters(list(suffixes))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(suffixes[chosen][1:]))
        dialog.setDefaultSuffix(
            kind.suffix[1:]
        )  # added before the dialog asks whether to overwrite, not behind its back
        dialog.selectFile(file_name)
        chosen = dialog.selectedFiles() if dialog.exec() == QFileDialog.DialogCode.Accepted else []
        dialog.deleteLater()
        if not chosen:
            return None
        path = Path(chosen[0])
        if path.parent != first:
            self._folder = path.parent
        return path
