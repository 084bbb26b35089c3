"""Walks the tasks of the desk at a window of another process; run by Debian's own Python (see journeys.py)."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import_module("gi").require_version("Atspi", "2.0")
Atspi, GLib = import_module("gi.repository.Atspi"), import_module("gi.repository.GLib")

PATIENCE_S = 90
AGAIN_S = 10
_FAMILY = (
    ("jmd bonn", "(1)", "0228 95968-0"),
    ("bamf dort", "(6)", "0231 9058-0"),
    ("bva bonn", "(4)", "Bundesverwaltungsamt"),
)


class Walk:
    """One sitting at the window; `folder` takes the sheets."""

    def __init__(self, folder: Path, started: float) -> None:
        self._folder = folder
        self._started = started

    def go(self) -> None:
        """From the cold start to the handout, each task to its end."""
        self._awaited("the caret in the search box", lambda: self._focused() == "Suche")
        print(f"task 10: caret in the search box {time.monotonic() - self._started:.1f} s after the start", flush=True)
        self._types("bamf dort")
        self._awaited("the hits", lambda: self._reads("(6)"))
        self._presses("Return")
        self._awaited("the number", lambda: self._reads("0231 9058-0"))
        print(f"task 1: the number is read out {time.monotonic() - self._started:.1f} s after the start", flush=True)
        self._sheet("ctrl+p", "blatt.pdf")
        print("task 2: the sheet is written", flush=True)
        for place, (text, hits, fact) in enumerate(_FAMILY, 1):
            self._presses("ctrl+k")
            self._types(text)
            self._awaited(f"the hits of {text}", partial(self._reads, hits))
            self._awaited(fact, partial(self._reads, fact))
            self._presses("ctrl+m")
            self._awaited(f"{place} on the shortlist", partial(self._reads, f"als Nummer {place}: "))
        self._sheet("ctrl+shift+p", "handzettel.pdf")
        print("task 3: the handout is written", flush=True)
        self._presses("ctrl+q")

    def opens_a_package(self) -> None:
        """A double click on a file: its question stands over the window, and names who made the package."""
        self._awaited("the question", lambda: any(window.get_name() == "Paket einspielen" for window in _windows()))
        self._awaited("who made it", lambda: self._reads("Servicestelle Moers"))
        print(f"double click: asked {time.monotonic() - self._started:.1f} s after the start", flush=True)
        self._until("Escape", "the window again", 0)
        self._presses("ctrl+q")

    def _sheet(self, keys: str, name: str) -> None:
        target = self._folder / name
        self._until(keys, "the preview", 1)
        self._until("ctrl+s", "the dialog of the file", 2)
        self._awaited("a box for its name", lambda: self._focused() is not None)
        self._presses("ctrl+a")
        self._types(str(target))
        self._presses("Return")
        self._awaited(name, lambda: target.is_file() and target.stat().st_size > 0)
        self._until("Escape", "the window again", 0)

    def _until(self, keys: str, what: str, dialogs: int) -> None:
        """Press keys until so many dialogs stand over the window and the last of them has the keyboard.

        On a slow machine a key may come before the window that it is meant for listens.
        """
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if not _is_over(dialogs):
                self._presses(keys)
            if self._comes(lambda: _is_over(dialogs), AGAIN_S):
                return
        self._give_up(what)

    def _awaited(self, what: str, look: Callable[[], Any]) -> None:
        if not self._comes(look, PATIENCE_S):
            self._give_up(what)

    def _comes(self, look: Callable[[], Any], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if look():
                    return True
            except GLib.GError:
                pass
            time.sleep(0.2)
        return False

    def _give_up(self, what: str) -> NoReturn:
        heard = [f"{part.get_role_name()}: {part.get_name()}" for window in _windows() for part in _parts(window)]
        sys.exit(f"{what} did not come; heard:\n" + "\n".join(heard[:120]))

    def _focused(self) -> str | None:
        focused = Atspi.StateType.FOCUSED
        active = (window for window in _windows() if _is(window, Atspi.StateType.ACTIVE))
        found = (part.get_name() for window in active for part in _parts(window) if _is(part, focused))
        return next(found, None)

    def _reads(self, text: str) -> bool:
        return any(text in _text(part) for window in _windows() for part in _parts(window))

    def _types(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)

    def _presses(self, keys: str) -> None:
        subprocess.run(["xdotool", "key", keys], check=True)


def _windows() -> Iterator[Any]:
    """Every window of the program."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        for at in range(program.get_child_count() if program else 0):
            window = program.get_child_at_index(at)
            if window is not None and _is(window, Atspi.StateType.SHOWING):
                yield window


def _is_over(dialogs: int) -> bool:
    """Whether so many dialogs stand over the window, and the keyboard is with one of them, or else with the window."""
    showing = list(_windows())
    return len(showing) == dialogs + 1 and any(_is(window, Atspi.StateType.ACTIVE) for window in showing)


def _parts(parent: Any) -> Iterator[Any]:
    """Everything below a part that is on the screen; of a list its first rows."""
    for number in range(min(parent.get_child_count(), 40)):
        child = parent.get_child_at_index(number)
        if child is not None and _is(child, Atspi.StateType.SHOWING):
            yield child
            yield from _parts(child)


def _is(part: Any, state: Any) -> bool:
    return bool(part.get_state_set().contains(state))


def _text(part: Any) -> str:
    """What a screen reader would say of a part: its name and the text in it."""
    said = f"{part.get_name()} {part.get_description()}"
    if part.get_text_iface() is not None:
        said += Atspi.Text.get_text(part, 0, -1)
    return said.replace("\u00a0", " ")


if __name__ == "__main__":
    walk = Walk(Path(sys.argv[2]), float(sys.argv[3]))
    {"tasks": walk.go, "double-click": walk.opens_a_package}[sys.argv[1]]()
