"""Scenes with a menu or a list of choices open above the window or a dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QToolButton

from tests.support.visiting import Scene, Visit

_MENUS = ("file", "edit", "view", "client", "records", "help")
_DORTMUND = ("Ctrl+2", "bamf dort", "Return")


def _menu(number: int) -> Callable[[Visit], object]:
    def enter(visit: Visit) -> None:
        bar = visit.person.window.menuBar()
        bar.setActiveAction(bar.actions()[number])

    return enter


def _choices(number: int, *steps: str) -> Callable[[Visit], object]:
    """Open the list of the box that is so many boxes from the top."""

    def enter(visit: Visit) -> None:
        visit.does(*steps)
        boxes = [one for one in visit.top.findChildren(QComboBox) if one.isVisible()]
        boxes[number].showPopup()

    return enter


def _columns(visit: Visit) -> None:
    visit.does("Ctrl+2", "Ctrl+Shift+L")
    button = next(one for one in visit.top.findChildren(QToolButton, "columns") if one.isVisible())
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


OPENED = (
    *(Scene(f"menu-{name}", _menu(number)) for number, name in enumerate(_MENUS)),
    Scene("list-of-sorting", _choices(0, "Ctrl+2")),
    Scene("list-of-topics", _choices(1, "Ctrl+2", "Ctrl+L")),
    Scene("list-of-languages", _choices(0, *_DORTMUND, "Ctrl+P"), dialog="Preview"),
    Scene("list-of-columns", _columns, dialog="Preview"),
    Scene("list-of-kinds", _choices(0, "F2", *_DORTMUND, "Ctrl+E", "Ctrl+PgDown"), dialog="EditDialog"),
    Scene("list-across-the-desk", _choices(0, *_DORTMUND, "F11"), dialog="ShowWindow"),
)
