"""Nothing is cut off, covered or out of sight on a small screen, in large type or with words twice as long.

With `WEGWEISER_EVERY_SIZE` set each scene is looked at in all of these ways; else by turns in the two that ask most.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from desktop.i18n import Translate, pseudo
from tests.accessibility.clipping import covered, cut_off, outside, scrolled_sideways
from tests.accessibility.findings import nothing_in
from tests.support.leftovers import clear_away, leftovers
from tests.support.scenes import SCENES
from tests.support.visiting import SCREEN, Scene, Visit, visiting


class Size(NamedTuple):
    """How large the letters are and how long the words."""

    percent: int = 100
    is_doubled: bool = False


SIZES = {
    "200": Size(200),
    "doubled": Size(is_doubled=True),
    "100": Size(),
    "150": Size(150),
    "150-doubled": Size(150, is_doubled=True),
}
BY_TURNS = ("200", "doubled")
CASES = [
    pytest.param((scene, size), id=f"{scene.name}-{size}")
    for at, scene in enumerate(SCENES)
    for size in SIZES
    if "WEGWEISER_EVERY_SIZE" in os.environ or size == BY_TURNS[at % 2]
]


@pytest.fixture(params=CASES)
def sized(
    request: pytest.FixtureRequest, dressed: QApplication, filled: Path, tr: Translate, place: Path
) -> Iterator[Visit]:
    """A person in a scene on a small screen."""
    scene: Scene
    scene, size = request.param
    percent, is_doubled = SIZES[size]
    folder = place / f"{size}-{scene.name}"
    folder.mkdir()
    settings = replace(scene.settings, text_percent=percent)
    with visiting(scene, filled, folder, pseudo() if is_doubled else tr, settings=settings) as entered:
        yield entered
    clear_away()
    assert leftovers() == []


def test_nothing_is_cut_off_covered_or_out_of_sight(sized: Visit) -> None:
    top = sized.top
    nothing_in([*cut_off(top), *covered(top), *outside(top, SCREEN), *scrolled_sideways(top)])
