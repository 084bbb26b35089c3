"""The panes of the window, which one key goes round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QWidget


def has_keyboard(area: QWidget) -> bool:
    """Whether the keyboard is somewhere in a part of the window."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is area or area.isAncestorOf(focused))


class Pane(NamedTuple):
    """A part of the window, and what puts the keyboard into it."""

    area: QWidget
    enter: Callable[[], object]


def go_round(panes: Sequence[Pane], by: int) -> None:
    """Go to the next pane or the one before; from anywhere else to the first."""
    at = next((number for number, pane in enumerate(panes) if has_keyboard(pane.area)), -by)
    panes[(at + by) % len(panes)].enter()
