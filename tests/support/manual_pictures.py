"""Makes the pictures of the manual from the real window: `python -m tests.support.manual_pictures`.

They show the German program in light colours, without anything of this computer, and are made again when it changes.
"""

import argparse
import io
import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.support.places import ROOT, TRANSLATIONS
from tests.support.screenshots import keys_of, press_key, wait

PICTURES = ROOT / "resources" / "manual" / "pictures"
WIDTH, HEIGHT = 1080, 620
COLOURS = 96


class Scene(NamedTuple):
    """What is pressed before the picture is taken, and how large the window is."""

    steps: tuple[str, ...]
    size: tuple[int, int] = (WIDTH, HEIGHT)


FAMILY = ("jmd bonn", "Ctrl+M", "Ctrl+K", "bamf köln", "Ctrl+M", "Ctrl+K", "bva köln", "Ctrl+M")
SCENES = {
    "window": Scene(("Ctrl+2", "bamf dort", "Return")),
    "filters": Scene(("Ctrl+2", "Ctrl+L", "ju", "Tab", "Tab", "j")),
    "preview": Scene(("bamf dort", "Return", "Ctrl+P"), (820, 560)),
    "shortlist": Scene((*FAMILY, "Return", "Ctrl+Shift+M")),
    "showing": Scene(("bamf dort", "F11"), (WIDTH, HEIGHT)),
    "form": Scene(("bamf dort", "Return", "Ctrl+E"), (900, 520)),
    "checking": Scene(("Ctrl+Shift+K",), (1000, 560)),
}


def main() -> None:
    """Make all of them, or say what that is."""
    argparse.ArgumentParser(prog="python -m tests.support.manual_pictures", description=__doc__).parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app.application import application

    app = application("de")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, scene in SCENES.items():
        with tempfile.TemporaryDirectory() as data:
            (PICTURES / f"{name}.png").write_bytes(small(_picture(Path(data), scene)))
    app.quit()


def small(png: bytes) -> bytes:
    """The same picture with a palette of its own, which a screen of text does not miss."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        reduced = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        written = io.BytesIO()
        reduced.save(written, "PNG", optimize=True)
        return written.getvalue()


def _picture(data: Path, scene: Scene) -> bytes:
    from PySide6.QtCore import QBuffer
    from PySide6.QtWidgets import QApplication

    from desktop import i18n
    from desktop.app.build import build
    from desktop.app.paths import paths_for
    from desktop.settings import Settings
    from tests.support.edges import fake_edges
    from tests.support.visiting import NOW

    tr = i18n.load(TRANSLATIONS, "de")
    settings = Settings(user_name="A. Muster")
    window = build(paths_for(data), tr, fake_edges(data).as_edges, settings, now=lambda: NOW)
    window.resize(*scene.size)
    is_settled: list[bool] = []
    window.settled.connect(lambda: is_settled.append(True))
    window.show()
    wait(lambda: bool(is_settled) and window.is_idle)
    for key in keys_of(scene.steps):
        press_key(key)
        wait(lambda: window.is_idle)
    shown = QApplication.activeModalWidget() or window
    shown.resize(*scene.size)
    wait(lambda: window.is_idle)
    buffer = QBuffer()
    shown.grab().save(buffer, "PNG")
    window.close()
    window.deleteLater()
    return bytes(buffer.data().data())


if __name__ == "__main__":
    main()
