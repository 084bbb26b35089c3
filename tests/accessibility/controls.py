"""What a screen reader is told of the controls of a window, through Qt's accessibility tree."""

import re
from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)

_Role = QAccessible.Role
_MOST_ROWS = 12
_WORD = re.compile(r"[^\W\d_]{2}")
_CLASS = re.compile(r"^(Q[A-Z]|_)\w*$")
_ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QCheckBox, {_Role.CheckBox}),
    (QRadioButton, {_Role.RadioButton}),
    (QPushButton, {_Role.Button, _Role.ButtonMenu, _Role.CheckBox}),
    (QToolButton, {_Role.Button, _Role.ButtonMenu, _Role.CheckBox, _Role.RadioButton}),
    (QComboBox, {_Role.ComboBox}),
    (QLineEdit, {_Role.EditableText}),
    (QAbstractSpinBox, {_Role.SpinBox}),
    (QTabBar, {_Role.PageTabList}),
    (QAbstractItemView, {_Role.List, _Role.Table, _Role.Tree}),
    (QPlainTextEdit, {_Role.EditableText}),
    (QTextBrowser, {_Role.StaticText}),
    (QTextEdit, {_Role.EditableText, _Role.Document}),
)
_OWN = (QTabBar, QTableView)
"""Their own buttons do what keys do, and are sized by Qt."""
_SAME_DEED = {"Filter zurücksetzen"}
"""What stands in two places of a view and does the same in both."""
_SCROLLED = (QScrollArea, QPdfView)
"""Qt knows no role for what is only scrolled; name and description say what it is."""
_FILLED = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)


def controls(top: QWidget) -> list[QWidget]:
    """What can be used with the keyboard in this window now."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is top
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def name_of(widget: QWidget) -> str:
    """What it is called, without the mark of its key; of a box to choose from, Linux tells the choice as its name."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        labels = [one.text(QAccessible.Text.Name) for one, _ in spoken.relations(QAccessible.RelationFlag.Label)]
        return _plain(" ".join(labels))
    return _plain(spoken.text(QAccessible.Text.Name))


def _plain(text: str) -> str:
    return text.replace("&", "").strip()


def told(widget: QWidget) -> str:
    """A control in words, for a person who has to find it in the code."""
    return f"{type(widget).__name__} “{widget.objectName()}” „{name_of(widget)}“ in {type(widget.parent()).__name__}"


def nameless(top: QWidget) -> Iterator[str]:
    """Controls that say nothing, or nothing that a person understands."""
    for widget in controls(top):
        name = name_of(widget)
        if not _WORD.search(name) or _CLASS.match(name):
            yield f"{told(widget)} has no name in words"
        spoken = QAccessible.queryAccessibleInterface(widget)
        allowed = next((roles for kind, roles in _ROLES if isinstance(widget, kind)), None)
        if isinstance(widget, _SCROLLED):
            if not spoken.text(QAccessible.Text.Description):
                yield f"{told(widget)} is not described"
        elif spoken.role() in (_Role.NoRole, _Role.Client) or (allowed and spoken.role() not in allowed):
            yield f"{told(widget)} is a {spoken.role().name}"


def unexplained(top: QWidget) -> Iterator[str]:
    """Buttons that show no word have to tell what they do to those who see them, too."""
    for button in top.findChildren(QAbstractButton):
        is_ours = button.isVisible() and button.window() is top and not isinstance(button.parent(), _OWN)
        if is_ours and not _WORD.search(button.text()) and not button.toolTip():
            yield f"{told(button)} shows “{button.text()}” and explains nothing"


def valueless(top: QWidget) -> Iterator[str]:
    """Controls whose value or state a screen reader cannot tell."""
    for widget in controls(top):
        spoken = QAccessible.queryAccessibleInterface(widget)
        shown = _shown(widget)
        if shown and spoken.text(QAccessible.Text.Value) != shown:
            yield f"{told(widget)} shows “{shown}”, says “{spoken.text(QAccessible.Text.Value)}”"
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            state = spoken.state()
            if not state.checkable or bool(state.checked) != widget.isChecked():
                yield f"{told(widget)} does not tell whether it is on"
        if not spoken.state().focusable:
            yield f"{told(widget)} does not say that it can be focused"
        if isinstance(widget, QAbstractItemView):
            yield from _silent_rows(widget)


def _shown(widget: QWidget) -> str:
    match widget:
        case QComboBox():
            return widget.currentText()
        case QLineEdit() if widget.echoMode() == QLineEdit.EchoMode.Normal:
            return widget.text()
        case QAbstractSpinBox():
            return widget.text()
        case _:
            return ""


def _silent_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    spoken = QAccessible.queryAccessibleInterface(view)
    for number in range(min(spoken.childCount(), _MOST_ROWS)):
        child = spoken.child(number)
        if child is not None and not child.text(QAccessible.Text.Name).strip() and child.role() is not _Role.Pane:
            yield f"{told(view)}: part {number} of {model.rowCount()} rows ({child.role().name}) says nothing"


def alike(top: QWidget) -> Iterator[str]:
    """Controls that a person who hears them cannot tell apart."""
    found: dict[tuple[str, QAccessible.Role], list[QWidget]] = defaultdict(list)
    for widget in controls(top):
        found[name_of(widget), QAccessible.queryAccessibleInterface(widget).role()].append(widget)
    for (name, role), widgets in found.items():
        if len(widgets) > 1 and name not in _SAME_DEED:
            yield f"{len(widgets)} × {role.name} “{name}”: {', '.join(sorted({told(one) for one in widgets}))}"


def unlabelled(top: QWidget) -> Iterator[str]:
    """Fields that nobody who sees them is told the name of, and labels whose key leads nowhere."""
    labels = [one for one in top.findChildren(QLabel) if one.isVisible() and one.window() is top]
    led_to = {id(one.buddy()) for one in labels if one.buddy() is not None}
    for label in labels:
        if (
            "&" in label.text().replace("&&", "")
            and label.buddy() is None
            and label.textFormat() is not Qt.TextFormat.PlainText
        ):
            yield f"the label “{label.text()}” leads nowhere"
    for widget in controls(top):
        is_field = isinstance(widget, _FILLED) and not getattr(widget, "isReadOnly", bool)()
        hint = getattr(widget, "placeholderText", str)() or widget.toolTip()
        if is_field and id(widget) not in led_to and not hint:
            yield f"{told(widget)} has no label"


def small(top: QWidget, least: int = 24) -> Iterator[str]:
    """Targets that are hard to hit: less than 24 × 24 pixels (WCAG 2.2, 2.5.8)."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not top:
            continue
        within = isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QTabBar)
        is_target = isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox) and not within
        if is_target and min(widget.width(), widget.height()) < least:
            yield f"{told(widget)} is {widget.width()} × {widget.height()}"
        if isinstance(widget, QTabBar):
            for number in range(widget.count()):
                if widget.tabRect(number).height() < least:
                    yield f"the tab {widget.tabText(number)} is {widget.tabRect(number).height()} high"
        if isinstance(widget, QAbstractItemView) and widget.model() and widget.focusPolicy():
            low = [row for row in range(min(widget.model().rowCount(), _MOST_ROWS)) if 0 < _high(widget, row) < least]
            if low:
                yield f"{told(widget)} has rows {_high(widget, low[0])} high"


def _high(view: QAbstractItemView, row: int) -> int:
    index = view.model().index(row, 0)
    return view.visualRect(index).height() if index.flags() & Qt.ItemFlag.ItemIsSelectable else 0
