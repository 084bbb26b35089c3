"""Reads the window as Orca would, over AT-SPI; run by Debian's own Python, which has `gi` (see real_display.py).

Prints a line of JSON for each part of the window: role, name, description, value, and its states. What is done is given
as arguments: words are written into the search box, `@Kontakte` goes to a tab, `:Zu prüfen` chooses a command of the
menus; after each of these two the parts of what is in front then are printed, with what was done as their `step`; a
dialog is closed again.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

import_module("gi").require_version("Atspi", "2.0")
Atspi, GLib = import_module("gi.repository.Atspi"), import_module("gi.repository.GLib")

PATIENCE_S = 60
SAME_LOOKS = 4
WAYS_OUT = ("Schließen", "Abbrechen")
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
    steps = [step for step in sys.argv[1:] if step[0] in "@:"]
    for word in sys.argv[1:]:
        if word not in steps:
            Atspi.EditableText.insert_text(box, 0, word, len(word))
            _awaited(lambda: any("(6)" in part.get_name() for part in _parts(window)))
    _tell(window, "")
    for step in steps:
        known = len(_awaited(_windows))
        (_go_to_tab if step[0] == "@" else _choose)(window, step[1:])
        if step[0] == "@":
            _settled(lambda: window)
            _tell(window, step)
            continue
        _settled(partial(_opened, known))
        _tell(_opened(known), step)
        _close(_opened(known))
        _awaited(partial(_are, known))


def _are(known: int) -> bool:
    return len(_windows()) == known


def _opened(known: int) -> Any:
    """What stands in front of the windows that were there before, once it is there."""
    found: list[Any] = _awaited(lambda: _windows()[known:])
    return found[-1]


def _settled(top: Callable[[], Any]) -> None:
    """Wait until a window looks the same so many times running."""
    looks: list[list[dict[str, Any]]] = []

    def is_still() -> bool:
        looks.append([_told(part) for part in _parts(top())])
        last = looks[-SAME_LOOKS:]
        return len(last) == SAME_LOOKS and all(look == last[0] for look in last)

    _awaited(is_still)


def _close(dialog: Any) -> None:
    """Press the button that leaves it without doing anything."""
    found = next(part for part in _parts(dialog) if part.get_name() in WAYS_OUT)
    assert Atspi.Action.do_action(found, 0)


def _tell(top: Any, step: str) -> None:
    for part in _parts(top):
        print(json.dumps({**_told(part), "step": step}, ensure_ascii=False), flush=True)


def _go_to_tab(window: Any, name: str) -> None:
    tab = _awaited(lambda: next((part for part in _parts(window) if part.get_name().startswith(name)), None))
    assert Atspi.Action.do_action(tab, 0)


def _choose(window: Any, name: str) -> None:
    """Choose a command by what it is called, without its dots."""
    found = _awaited(lambda: next((part for part in _all(window) if part.get_name().rstrip(" …") == name), None))
    assert Atspi.Action.do_action(found, 0)


def _all(parent: Any) -> Iterator[Any]:
    """Every command of the menus, open or not."""
    for number in range(min(parent.get_child_count(), 40)):
        child = parent.get_child_at_index(number)
        if child is not None and child.get_role_name() in ("menu bar", "menu", "menu item", "popup menu"):
            yield child
            yield from _all(child)


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
    return next((window for window in _windows() if window.get_name().endswith("Wegweiser")), None)


def _windows() -> list[Any]:
    """Every window and dialog that is on the screen, the last one in front."""
    desktop = Atspi.get_desktop(0)
    found = []
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        for at in range(program.get_child_count() if program else 0):
            window = program.get_child_at_index(at)
            if window is not None and window.get_state_set().contains(STATES["showing"]):
                found.append(window)
    return found


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
