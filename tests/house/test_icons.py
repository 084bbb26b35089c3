"""Every icon is drawn for this project, in the colour of the text, and none lies about unused."""

import re
from pathlib import Path

from tests.support.places import ROOT

FOLDER = ROOT / "resources" / "icons"
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "desktop").rglob("*.py"))
COLOURED = {"wegweiser"}


def drawings() -> list[Path]:
    return sorted(FOLDER.glob("*.svg"))


def test_every_named_icon_is_there_and_every_drawing_is_named() -> None:
    named = {*re.findall(r'icon="([a-z-]+)"', CODE), *re.findall(r'icons\.icon\("([a-z-]+)"', CODE)}
    aspects = {"map", "timeline", "matrix", "comparison", "list"}
    assert {path.stem for path in drawings()} == named | aspects


def test_drawings_take_the_colour_of_the_text() -> None:
    for path in drawings():
        if path.stem not in COLOURED:
            assert "currentColor" in path.read_text(encoding="utf-8")
            assert not re.search(r"#[0-9a-f]{3,6}", path.read_text(encoding="utf-8"))
