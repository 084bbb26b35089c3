"""What may be dropped on the window: one file that lies on this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop.domain.errors import N_, ForeignFileError

_HERE = ("", "localhost")
_NO_FILE = N_("That is no file. A package, a table or vCards can be dropped here.")
_MANY = N_("One file at a time, please. Nothing was opened.")
_ELSEWHERE = N_("That does not lie on this computer. Save it here first, or choose it in the menu File.")


def may_fall(event: QDropEvent) -> bool:
    """Whether something is held over the window that it can say something about."""
    return event.mimeData().hasUrls() and bool(event.possibleActions() & Qt.DropAction.CopyAction)


def take_copy(event: QDropEvent) -> None:
    """Accept it as a copy: whoever lets go of a file with “move” would delete it once it was taken."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def dropped_file(dropped: QMimeData) -> Path:
    """The one file that was dropped; raises `ForeignFileError` for all else, before anything is touched."""
    urls = dropped.urls()
    if len(urls) > 1:
        raise ForeignFileError(_MANY)
    if not urls:
        raise ForeignFileError(_NO_FILE)
    return _local(urls[0])


def _local(url: QUrl) -> Path:
    """A name of another computer in a link must not even be asked for: that would hand over who is signed in here."""
    path = url.toLocalFile()
    if not url.isLocalFile() or url.host() not in _HERE or path.startswith(("//", "\\\\")):
        raise ForeignFileError(_ELSEWHERE)
    if "\0" in path or not Path(path).is_file():
        raise ForeignFileError(_NO_FILE)
    return Path(path)
