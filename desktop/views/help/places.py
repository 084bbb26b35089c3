"""Which chapter of the manual fits where the keyboard is."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

START = "start"
DIALOGS = {
    "Preview": "printing",
    "ShowWindow": "showing",
    "EditDialog": "editing",
    "TermsDialog": "editing",
    "PinDialog": "editing",
    "HistoryDialog": "history",
    "DuplicatesDialog": "editing",
    "ReviewDialog": "checking",
    "NoteDialog": "notes",
    "BackupsDialog": "backups",
    "WaitingDialog": "history",
    "ImportDialog": "importing",
    "ExportDialog": "exporting",
    "CreateDialog": "packages",
    "ApplyDialog": "packages",
    "PreferencesDialog": "settings",
    "AboutDialog": "protection",
}
"""The chapter of each dialog, by the name of its class: to import them all would cost what only F1 needs."""
PARTS = {
    "search": "finding",
    "records": "finding",
    "reading": "record",
    "shortlist-dock": "shortlist",
    "FilterBar": "filters",
    "Chips": "filters",
    "filters": "filters",
    "Finder": "finding",
    "TroublePage": "trouble",
    "map": "programme",
    "timeline": "programme",
    "matrix": "programme",
    "comparison": "programme",
}
"""The chapter of each part of the window, by the name of the object or of its class; the innermost counts."""


def chapter_for(widget: QWidget | None) -> str:
    """The chapter for the control that has the keyboard."""
    dialog = _dialog_of(widget)
    if dialog is not None:
        return DIALOGS.get(type(dialog).__name__, START)
    while widget is not None:
        for name in (widget.objectName(), type(widget).__name__):
            if name in PARTS:
                return PARTS[name]
        widget = widget.parentWidget()
    return START


def _dialog_of(widget: QWidget | None) -> QDialog | None:
    window = widget.window() if widget is not None else None
    return window if isinstance(window, QDialog) else None
