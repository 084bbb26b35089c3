"""How the program starts: without a display, with its last settings, and without anything heavy before the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QTabWidget

from desktop.app.paths import Paths, paths_for
from desktop.domain.errors import N_, FileWriteError
from desktop.settings import Settings, save
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.places import ROOT
from tests.support.policies import put_policy

HEAVY = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "PIL",
    "phonenumbers",
    "babel",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "desktop.app.ground",
    "desktop.views.interior",
    "desktop.views.style",
)
LATER = ("sqlalchemy", "sqlalchemy.orm", "alembic")


def python(code: str, **surroundings: str | None) -> subprocess.CompletedProcess[str]:
    merged = {**os.environ, **surroundings}
    kept = {name: value for name, value in merged.items() if value is not None}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_it_says_so_in_one_line_and_imports_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from desktop.__main__ import main\n"
        f"code = main(['--data-dir', {str(tmp_path)!r}])\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
        "sys.exit(code)"
    )
    done = python(code, DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_nothing_heavy_is_imported_before_a_person_sees_the_window(database: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from desktop.app.run import opened
from desktop.app.start import start_with
app, window = opened(start_with(Path({str(database.parent)!r}), language="en"))
print([name for name in {HEAVY!r} if name in sys.modules])
window.settled.connect(window.close)
app.exec()
print([name for name in {LATER!r} if name in sys.modules])
"""
    done = python(code, QT_QPA_PLATFORM="offscreen")
    assert done.stdout.splitlines() == ["[]", "['sqlalchemy']"], done.stderr


@pytest.mark.parametrize(("percent", "style"), [(100, "Style"), (150, "LargeStyle")])
def test_the_window_is_dressed_once_everything_is_there(database: Path, percent: int, style: str) -> None:
    save(Settings(text_percent=percent), paths_for(database.parent).settings)
    code = f"""
from pathlib import Path
from desktop.app.run import opened
from desktop.app.start import start_with
app, window = opened(start_with(Path({str(database.parent)!r})))
window.settled.connect(lambda: print(type(app.style()).__name__))
window.settled.connect(window.close)
app.exec()
"""
    done = python(code, QT_QPA_PLATFORM="offscreen")
    assert done.stdout.splitlines() == [style], done.stderr


def test_the_window_comes_back_as_it_was_left_but_without_search_and_choice(opens: Opens, paths: Paths) -> None:
    remembered: list[Settings] = []
    first = opens(paths, remember=remembered.append)
    first.window.resize(760, 640)
    first.presses("Ctrl+3", "Ctrl++")
    first.types("moers")
    first.window.close()
    (kept,) = remembered
    assert (kept.current_tab, kept.text_percent) == ("practices", 110)

    second = opens(paths, replace(kept, splitters={"practices": (300, 700)}))
    assert second.finds(QTabWidget).currentIndex() == 2
    assert second.window.size().toTuple() == (760, 640)  # the offscreen screen is no wider than 800
    assert second.focused().property("text") == ""
    assert len(second.sees_rows()) == 8


def test_a_tab_that_nobody_looked_at_keeps_its_sizes(opens: Opens, paths: Paths) -> None:
    remembered: list[Settings] = []
    kept = {"practices": (301, 702), "of a later version": (1, 2)}
    person = opens(paths, Settings(current_tab="contacts", splitters=kept), remember=remembered.append)
    person.window.close()
    assert remembered[0].splitters["practices"] == (301, 702)
    assert remembered[0].splitters["of a later version"] == (1, 2)
    assert sum(remembered[0].splitters["contacts"]) > 0


def test_settings_from_another_world_do_no_harm(opens: Opens, paths: Paths) -> None:
    odd = Settings(
        window_geometry="kein Base64!", window_state="????", current_tab="gibt es nicht", splitters={"x": (1,)}
    )
    person = opens(paths, odd)
    assert person.finds(QTabWidget).currentIndex() == 0


def test_a_place_that_cannot_be_remembered_keeps_no_window_open(opens: Opens, paths: Paths, edges: FakeEdges) -> None:
    def remember(_: Settings) -> None:
        raise FileWriteError(N_("There is no room left."))

    person = opens(paths, remember=remember)
    person.window.close()
    assert not person.window.isVisible()
    assert edges.notices.told == []


def test_closing_at_once_leaves_nothing_running(opens: Opens, paths: Paths) -> None:
    person = opens(paths)
    person.types("bamf")
    person.presses_at_once("Ctrl+P")
    person.window.close()
    assert person.background.is_idle


def test_what_of_a_policy_is_not_followed_stands_in_the_status_line(database: Path, tmp_path: Path) -> None:
    policy = put_policy(tmp_path, "[office]", "nmae = 'Stelle'")
    code = f"""
from pathlib import Path
from desktop.app.run import opened
from desktop.app.start import start_with
app, window = opened(start_with(Path({str(database.parent)!r}), Path({str(policy)!r}), "en"))
window.settled.connect(lambda: print(window.statusBar().currentMessage()))
window.settled.connect(window.close)
app.exec()
"""
    done = python(code, QT_QPA_PLATFORM="offscreen")
    assert done.stdout.startswith(f"Line 2 of the policy {policy} is not followed"), done.stderr
