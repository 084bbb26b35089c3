"""Pictures of the window to look at: `python -m tests.support.screenshots FOLDER [--language LANGUAGE]`.

Every tab with a record, a search without hits, the preview, the list of keys and the page for trouble, each in the
looks of `LOOKS`; a size factor holds for a whole process, so each look is a process of its own.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.support.places import TRANSLATIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

SCREEN = (1366, 768)
TITLE_BAR = 30
WAIT_MS = 20_000


class Look(NamedTuple):
    """How the system is set up."""

    is_dark: bool = False
    factor: int = 1
    text_percent: int = 100
    language: str = ""


LOOKS = {
    "light": Look(),
    "dark": Look(is_dark=True),
    "200": Look(factor=2),
    "200-dark": Look(is_dark=True, factor=2),
    "large-text": Look(text_percent=200),
    "doubled": Look(language="pseudo"),
}
SCENES = {
    "1-programme": ("Ctrl+1", "moers", "Return"),
    "2-contacts": ("Ctrl+2", "bamf dort", "Return"),
    "3-practices": ("Ctrl+3", "Down", "Down"),
    "4-partners": ("Ctrl+4", "Down", "Down"),
    "5-start": ("Ctrl+1",),
    "6-no-hits": ("Ctrl+2", "xylophon"),
    "7-keys": ("F1",),
    "8-preview": ("Ctrl+2", "bamf dort", "Return", "Ctrl+P"),
    "a-filters": ("Ctrl+2", "Ctrl+L", "ju", "Tab", "Tab", "j"),
    "b-correction": ("Ctrl+2", "bundesmat"),
    "c-hits": ("Ctrl+2", "spätaus"),
    "e-map": ("Alt+2", "Right", "Down"),
    "f-timeline": ("Alt+3", "Down", "Down"),
    "g-matrix": ("Alt+4", "Down", "Right"),
    "h-comparison": (
        "Ctrl+1",
        "moers",
        "Ctrl+M",
        "Ctrl+K",
        "rheine",
        "Ctrl+M",
        "Ctrl+Shift+M",
        "Ctrl+Shift+M",
        "Alt+5",
    ),
    "i-settings-office": ("Ctrl+,",),
    "j-settings-look": ("Ctrl+,", "Down"),
    "k-settings-paper": ("Ctrl+,", "Down", "Down"),
    "l-settings-records": ("Ctrl+,", "Down", "Down", "Down"),
    "m-settings-data": ("Ctrl+,", "End"),
    "d-shortlist": ("Ctrl+2", "jmd bonn", "Ctrl+M", "Ctrl+K", "bamf dort", "Ctrl+M", "Ctrl+K", "moers", "Ctrl+M"),
}


def main() -> None:
    """Make all pictures, or those of one look."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("folder", type=Path)
    words.add_argument("--look", choices=LOOKS)
    words.add_argument("--language", default="de")
    asked = words.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.look:
        _pictures(asked.folder, asked.look, LOOKS[asked.look], asked.language)
        return
    for name, look in LOOKS.items():
        surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(look.factor)}
        command = [sys.executable, "-m", "tests.support.screenshots", str(asked.folder), "--look", name]
        subprocess.run([*command, "--language", asked.language], env=surroundings, check=True)


def _pictures(folder: Path, name: str, look: Look, language: str) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop.app.application import application

    app = application("de")
    if look.is_dark:
        QApplication.setPalette(dark_palette())
    with tempfile.TemporaryDirectory() as data:
        for scene, steps in SCENES.items():
            _picture(Path(data), look, language, steps, folder / f"{scene}-{name}.png")
        broken = Path(data) / "broken"
        broken.mkdir()
        (broken / "wegweiser.sqlite").write_bytes(b"This is no database. " * 500)
        _picture(broken, look, language, (), folder / f"9-trouble-{name}.png")
    app.quit()


def _picture(data: Path, look: Look, language: str, steps: tuple[str, ...], target: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop import i18n
    from desktop.app.build import build
    from desktop.app.paths import paths_for
    from desktop.settings import Settings
    from desktop.views.preferences.miniature import Miniature
    from tests.support.edges import fake_edges

    tr = i18n.pseudo() if look.language == "pseudo" else i18n.load(TRANSLATIONS, language)
    window = build(paths_for(data), tr, fake_edges(data).as_edges(), Settings(text_percent=look.text_percent))
    window.resize(SCREEN[0] // look.factor, (SCREEN[1] - TITLE_BAR) // look.factor)
    is_settled: list[bool] = []
    window.settled.connect(lambda: is_settled.append(True))
    window.show()
    _wait(lambda: bool(is_settled) and window.is_idle)
    for key in _keys(steps):
        _press(key)
        _wait(lambda: window.is_idle)
    _wait(lambda: window.is_idle and all(one.is_idle for one in window.findChildren(Miniature)))
    (QApplication.activeModalWidget() or window).grab().save(str(target))
    window.close()
    window.deleteLater()


def _keys(steps: tuple[str, ...]) -> Iterator[str]:
    """Chords as they are, words letter by letter."""
    for step in steps:
        yield from [step] if step[0].isupper() else step


def _press(key: str) -> None:
    from PySide6.QtWidgets import QApplication

    from tests.support.keys import press, write

    focus = QApplication.focusWidget()
    assert focus is not None
    if len(key) == 1:
        write(focus, key)
    else:
        press(focus, key)


def _wait(until: Callable[[], bool]) -> None:
    """Let the window work until something holds, and then until all is painted."""
    for _ in range(WAIT_MS // 20):
        _let_work(20)
        if until():
            _let_work(60)
            return
    raise TimeoutError("the window does not come to rest")


def _let_work(span_ms: int) -> None:
    """Run the event loop; `QTest.qWait` would keep the worker from running meanwhile."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(span_ms, loop.quit)
    loop.exec()


def dark_palette() -> "QPalette":
    """The dark palette that Fusion has on systems set to dark."""
    from PySide6.QtGui import QColor, QPalette

    role, palette = QPalette.ColorRole, QPalette()
    colours = {
        role.Window: (50, 50, 50), role.WindowText: (255, 255, 255), role.Base: (36, 36, 36),
        role.AlternateBase: (43, 43, 43), role.Text: (255, 255, 255), role.Button: (50, 50, 50),
        role.ButtonText: (255, 255, 255), role.BrightText: (75, 75, 75), role.Link: (48, 140, 198),
        role.Highlight: (48, 140, 198), role.HighlightedText: (255, 255, 255), role.ToolTipBase: (60, 60, 60),
        role.ToolTipText: (212, 212, 212), role.PlaceholderText: (160, 160, 160), role.Light: (75, 75, 75),
        role.Midlight: (62, 62, 62), role.Mid: (33, 33, 33), role.Dark: (24, 24, 24), role.Shadow: (0, 0, 0),
    }  # fmt: skip
    for one, colour in colours.items():
        palette.setColor(one, QColor(*colour))
    for one in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(130, 130, 130))
    return palette


if __name__ == "__main__":
    main()
