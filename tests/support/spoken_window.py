"""Reads the window as Orca would, over AT-SPI; run by Debian's own Python, which has `gi` (see real_display.py).

Prints a line of JSON for each part of the window: role, name, description, value, and its states. What is typed is
given as arguments: words are written into the part that has the keyboard.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import_module("gi").require_version("Atspi", "2.0")
Atspi, GLib = import_module("gi.repository.Atspi"), import_module("gi.repository.GLib")

PATIENCE_S = 60
STATES = {
    "focused": Atspi.StateType.FOCUSED,
    "focusable": Atspi.StateType.FOCUSABLE,
    "checked": Atspi.StateType.CHECKED,
    "showing": Atspi.StateType.SHOWING,
}


def main() -> None:
    """Wait for the window, type, and tell what is there."""
    window = _awaited(_window)
    box = _awaited(lambda: next((part for part in _parts(window) if part.get_name() == "Suche"), None))
    for word in sys.argv[1:]:
        Atspi.EditableText.insert_text(box, 0, word, len(word))
        _awaited(lambda: any("(6)" in part.get_name() for part in _parts(window)))
    for part in _parts(window):
        print(json.dumps(_told(part), ensure_ascii=False), flush=True)


def _awaited(look: Callable[[], Any]) -> Any:
    """What comes in time."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except GLib.GError:
            pass
        time.sleep(0.2)
    sys.exit("nothing was heard of the window")


def _window() -> Any:
    """The window of the program, once it is there."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        for at in range(program.get_child_count() if program else 0):
            window = program.get_child_at_index(at)
            if window is not None and window.get_name().endswith("Wegweiser"):
                return window
    return None


def _parts(parent: Any) -> Iterator[Any]:
    """Everything below a part that is on the screen; of a list its first rows."""
    for number in range(min(parent.get_child_count(), 40)):
        child = parent.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(STATES["showing"]):
            yield child
            yield from _parts(child)


def _told(part: Any) -> dict[str, Any]:
    states = part.get_state_set()
    labels = [
        relation.get_target(0).get_name()
        for relation in part.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
    ]
    return {
        "role": part.get_role_name(),
        "name": part.get_name(),
        "label": " ".join(labels),
        "description": part.get_description(),
        "states": [word for word, state in STATES.items() if states.contains(state)],
    }


if __name__ == "__main__":
    main()
