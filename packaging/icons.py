"""Draws the icon of the program in every size from its one drawing: `python icons.py DRAWING FOLDER`."""

import os
import struct
import sys
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
_IN_WINDOWS = (16, 24, 32, 48, 64, 256)
_HEAD = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def draw(drawing: Path, folder: Path) -> None:
    """A PNG a size, and all that Windows wants in one file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication, QIcon

    app = QGuiApplication.instance() or QGuiApplication(["icons"])
    folder.mkdir(parents=True, exist_ok=True)
    icon = QIcon(str(drawing))
    for size in SIZES:
        if not icon.pixmap(QSize(size, size), 1.0).save(str(folder / f"{size}.png")):
            raise OSError(folder)
    (folder / "wegweiser.ico").write_bytes(
        joined({size: (folder / f"{size}.png").read_bytes() for size in _IN_WINDOWS})
    )
    del app


def joined(pictures: dict[int, bytes]) -> bytes:
    """One icon file of Windows with these PNGs."""
    head, body = _HEAD.pack(0, 1, len(pictures)), b""
    at = _HEAD.size + _ENTRY.size * len(pictures)
    for size, picture in sorted(pictures.items()):
        head += _ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), at + len(body))
        body += picture
    return head + body


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
