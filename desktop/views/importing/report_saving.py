"""Asks for a place for the report of an import, and writes it there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.domain.naming import file_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.services.importing.outcome import Outcome
    from desktop.views.importing.parts import ImportParts


def save_report(window: QWidget, parts: ImportParts, outcome: Outcome, stem: str, tell: Callable[[str], None]) -> None:
    """Write the report of the import of a file with this stem; `tell` gets the words for where it lies."""
    tr = parts.tr
    path = parts.edges.files.place_for_report(window, file_name(f"{tr('Import')} {stem}", ".csv"))
    if path is None:
        return

    def write() -> None:
        from desktop.services.importing.report import write_report

        write_report(path, outcome, tr)

    def told(_: None) -> None:
        tell(tr("The report is written to {path}.", path=path))

    parts.background.run(write, told, lambda error: parts.warn(window, error), must_end=True)
