"""The order in which Tab goes on: Qt puts what is made late at the end, wherever it stands."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def put_in_place(container: QWidget, widgets: Iterable[QWidget] | None = None) -> None:
    """Let Tab come to what is new in a container, or to all in it, where the container stands."""
    new = list(widgets if widgets is not None else container.findChildren(QWidget))
    before = _before(container, new)
    if before is None:
        return
    for widget in new:
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.window() is container.window():
            QWidget.setTabOrder(before, widget)
            before = widget


def stand_behind(before: QWidget, container: QWidget) -> None:
    """Give a container that takes no keyboard itself its place in the order, for what will be put into it."""
    container.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # without one Qt gives it no place
    QWidget.setTabOrder(before, container)
    container.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def put_last(widget: QWidget, area: QWidget) -> None:
    """Let Tab come to a widget behind everything in an area."""
    window = area.window()
    found, at = None, _next(window)
    while at is not None and at is not window:
        found = at if area.isAncestorOf(at) and at.focusPolicy() != Qt.FocusPolicy.NoFocus else found
        at = _next(at)
    if found is not None:
        QWidget.setTabOrder(found, widget)


def _next(widget: QWidget) -> QWidget | None:
    return _known(widget.nextInFocusChain())


def _known(neighbour: QWidget | None) -> QWidget | None:
    """PySide takes a neighbour in the chain for a child, to be gone with whom it was asked of, until it is told whose
    child it really is, and that one in its turn up to the window; to Qt that is nothing new."""
    child: QObject | None = neighbour
    while child is not None:
        parent = child.parent()
        QObject.setParent(child, parent)
        child = parent
    return neighbour


def _before(container: QWidget, new: Sequence[QWidget]) -> QWidget | None:
    """What takes the keyboard in front of a container, leaving aside what is new."""
    before: QWidget | None = container
    while before is not None and (before.focusPolicy() == Qt.FocusPolicy.NoFocus or before in new):
        before = _known(before.previousInFocusChain())
        if before is container:
            return None
    return before


def press_one(button: QAbstractButton) -> None:
    """Press one of several buttons; Tab comes to it alone, as if a person had pressed it."""
    button.setChecked(True)
    for other in button.group().buttons():
        policy = other.focusPolicy()
        tab = Qt.FocusPolicy.TabFocus
        other.setFocusPolicy(Qt.FocusPolicy(policy | tab if other is button else policy & ~tab))
