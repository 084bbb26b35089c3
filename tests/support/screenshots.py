"""Pictures of the program to look at: `python -m tests.support.screenshots FOLDER [--look LOOK] [--scene WORD]`.

Every scene of `tests.support.scenes`, every open menu and list of choices, or those whose name begins with a word, each
in the looks of `LOOKS`; a size factor holds for a whole process, so each look is a process of its own. With `--tiles`
they are put together on sheets, as large as can be read.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from desktop.domain.theme import Theme
from tests.support.places import SHIPPED, TRANSLATIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette, QPixmap

    from desktop.i18n import Translate
    from tests.support.visiting import Scene

SCREEN = (1366, 768)
TITLE_BAR = 30
WAIT_MS = 20_000
_ON_A_SHEET, _NAME = 4, 28


class Look(NamedTuple):
    """How the system is set up, and what a person chose."""

    theme: Theme = Theme.LIGHT
    factor: int = 1
    text_percent: int = 100
    language: str = ""
    screen: tuple[int, int] = SCREEN


LOOKS = {
    "light": Look(),
    "dark": Look(Theme.DARK),
    "contrast": Look(Theme.CONTRAST),
    "200": Look(factor=2),
    "200-dark": Look(Theme.DARK, factor=2),
    "150-text": Look(text_percent=150),
    "200-text": Look(text_percent=200),
    "200-text-contrast": Look(Theme.CONTRAST, text_percent=200),
    "doubled": Look(language="pseudo"),
    "doubled-150-text": Look(text_percent=150, language="pseudo"),
    "4k": Look(screen=(3840, 2160)),
}


def main() -> None:
    """Make all pictures, or those of one look."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("folder", type=Path)
    words.add_argument("--look", choices=LOOKS, help="one look only")
    words.add_argument("--scene", default="", help="only scenes whose names begin so")
    words.add_argument("--language", default="de")
    words.add_argument("--tiles", action="store_true", help="also sheets of several pictures each")
    words.add_argument("--in-this-process", action="store_true", help=argparse.SUPPRESS)
    asked = words.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.in_this_process:
        _pictures(asked.folder, asked.look, asked.scene, asked.language)
        return
    screen = asked.folder / "screen.json"
    for name in [asked.look] if asked.look else LOOKS:
        screen.write_text(json.dumps(_one_screen(*LOOKS[name].screen)))
        platform = f"offscreen:configfile={screen.resolve()}"
        surroundings = {**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(LOOKS[name].factor)}
        command = [sys.executable, "-m", "tests.support.screenshots", *sys.argv[1:], "--in-this-process"]
        subprocess.run([*command, "--look", name], env=surroundings, check=True)
        if asked.tiles:
            for path in tile(sorted(asked.folder.glob(f"{asked.scene}*-{name}.png")), asked.folder / "sheets", name):
                print(path)
    screen.unlink()


def _one_screen(width: int, height: int) -> object:
    """Without it the screen would be one of 800 pixels, into which Qt pushes what opens above the window."""
    return {"screens": [{"name": "one", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}]}


def _pictures(folder: Path, name: str, beginning: str, language: str) -> None:
    from desktop import i18n
    from desktop.app.application import application
    from desktop.store.opening import make_ready
    from tests.support.scenes import SCENES
    from tests.support.scenes_of_menus import OPENED

    look = LOOKS[name]
    tr = i18n.pseudo() if look.language == "pseudo" else i18n.load(TRANSLATIONS, language)
    app = application("de")
    with tempfile.TemporaryDirectory() as data:
        database = Path(data) / "filled.sqlite"
        make_ready(database, SHIPPED)
        for scene in (*SCENES, *OPENED):
            if scene.name.startswith(beginning):
                place = Path(data) / scene.name
                place.mkdir()
                _picture(scene, look, database, place, tr).save(str(folder / f"{scene.name}-{name}.png"))
                print(scene.name, name, flush=True)
    app.quit()


def _picture(scene: "Scene", look: Look, database: Path, place: Path, tr: "Translate") -> "QPixmap":
    from tests.support.visiting import visiting

    settings = replace(scene.settings, text_percent=look.text_percent, theme=look.theme)
    size = look.screen[0] // look.factor, look.screen[1] // look.factor
    with visiting(scene, database, place, tr, settings=settings, size=size) as visit:
        return visit.picture()


def tile(pictures: list[Path], folder: Path, name: str) -> Iterator[Path]:
    """Sheets of four pictures each, as large as they are on a small screen at most, with their names above them."""
    from PIL import Image, ImageDraw

    folder.mkdir(exist_ok=True)
    for first in range(0, len(pictures), _ON_A_SHEET):
        sheet = Image.new("RGB", (2 * SCREEN[0], 2 * (SCREEN[1] + _NAME)), "grey")
        pen = ImageDraw.Draw(sheet)
        for at, path in enumerate(pictures[first : first + _ON_A_SHEET]):
            left, top = at % 2 * SCREEN[0], at // 2 * (SCREEN[1] + _NAME)
            pen.text((left + 4, top + 4), path.stem, fill="white", font_size=_NAME - 8)
            with Image.open(path) as picture:
                shown = picture.convert("RGB").crop((0, 0, *LOOKS[name].screen))
                shown.thumbnail(SCREEN)
                sheet.paste(shown, (left, top + _NAME))
        target = folder / f"{name}-{first // _ON_A_SHEET + 1:02}.png"
        sheet.save(target)
        yield target


def keys_of(steps: tuple[str, ...]) -> Iterator[str]:
    """Chords as they are, words letter by letter."""
    for step in steps:
        yield from [step] if step[0].isupper() else step


def press_key(key: str) -> None:
    """Press a key or chord, or write a letter, where the keyboard is."""
    from PySide6.QtWidgets import QApplication

    from tests.support.keys import press, write

    focus = QApplication.focusWidget()
    assert focus is not None
    if len(key) == 1:
        write(focus, key)
    else:
        press(focus, key)


def wait(until: Callable[[], bool]) -> None:
    """Let the window work until something holds, and then until all is painted."""
    from tests.support.patience import Patience, let_work

    Patience().waitUntil(until, timeout=WAIT_MS)
    let_work(60)


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
