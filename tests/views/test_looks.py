"""Everybody can use the window: contrast, names for screen readers, keyboard, nothing cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from desktop.app.paths import Paths
from desktop.i18n import Translate, pseudo
from desktop.settings import Settings
from desktop.views.widgets.ink import ENOUGH, ENOUGH_FOR_EDGES, Inks, contrast
from tests.conftest import Opens
from tests.support.person import Person
from tests.support.screenshots import SCREEN, TITLE_BAR, dark_palette

TABS = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4")


@pytest.fixture(params=["light", "dark"])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> QPalette:
    return dark_palette() if request.param == "dark" else qapp.palette()


def test_every_ink_can_be_read_on_its_ground(palette: QPalette) -> None:
    inks = Inks(palette)
    for ink in (inks.text, inks.quiet, inks.link, inks.title):
        assert contrast(ink, inks.ground) >= ENOUGH
    for ground in (inks.chosen_ground, inks.note_ground, inks.caution_ground, inks.mark_ground):
        assert contrast(inks.text, ground) >= ENOUGH
    assert contrast(inks.quiet, inks.chosen_ground) >= ENOUGH
    assert contrast(inks.ring, inks.ground) >= ENOUGH_FOR_EDGES
    for ground in (inks.ground, inks.chosen_ground):
        assert contrast(inks.edge, ground) >= ENOUGH_FOR_EDGES


@pytest.fixture(params=["light", "dark"])
def looked_at(request: pytest.FixtureRequest, qapp: QApplication, opens: Opens, paths: Paths) -> Iterator[Person]:
    """A person before the window in light and in dark."""
    before = qapp.palette()
    if request.param == "dark":
        QApplication.setPalette(dark_palette())
    person = opens(paths)
    yield person
    person.window.close()  # it gives back the colours that it met
    QApplication.setPalette(before)


def test_the_frame_of_the_search_box_tells_that_the_keyboard_is_there(looked_at: Person) -> None:
    looked_at.presses("Ctrl+K")
    assert frame_contrast(looked_at, "search") >= ENOUGH_FOR_EDGES
    looked_at.presses("Esc", "Esc")
    assert frame_contrast(looked_at, "search") < ENOUGH_FOR_EDGES


def test_the_frame_of_a_record_tells_that_the_keyboard_is_there(looked_at: Person) -> None:
    looked_at.presses("Ctrl+2", "Down")
    assert frame_contrast(looked_at, "reading") < ENOUGH_FOR_EDGES
    looked_at.presses("Return")
    assert frame_contrast(looked_at, "reading") >= ENOUGH_FOR_EDGES


def test_what_stands_in_the_empty_search_box_can_be_read(looked_at: Person) -> None:
    palette = looked_at.finds(QLineEdit, "search").palette()
    assert contrast(palette.color(palette.ColorRole.PlaceholderText), palette.base().color()) >= ENOUGH


def frame_contrast(person: Person, name: str) -> float:
    """The strongest contrast that the outermost pixels of a control's left edge have to the ground around them."""
    widget = person.finds(QWidget, name)
    image = widget.grab().toImage()
    ground = person.window.palette().window().color()
    return max(contrast(image.pixelColor(x, image.height() // 2), ground) for x in range(2))


def test_the_page_for_trouble_and_the_tabs_have_names(opens: Opens, paths: Paths, tr: Translate) -> None:
    paths.database.write_bytes(b"This is no database. " * 500)
    person = opens(paths)
    assert person.finds(QScrollArea).accessibleName() == tr("The records cannot be shown.")
    assert [bar.accessibleName() for bar in person.window.findChildren(QTabBar)] == [tr("Tabs")]


@pytest.mark.parametrize("tab", TABS)
def test_every_control_has_a_name_and_a_role(person: Person, tab: str) -> None:
    person.presses(tab)
    for widget in focusable(person.window):
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name)
        assert name, f"{widget!r} has no name"
        assert spoken.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), f"{widget!r} has no role"


def test_tab_reaches_every_control_of_the_tab_in_front(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    wanted = {widget for widget in focusable(person.window) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus}
    reached = set[QWidget]()
    for _ in range(60):
        reached.add(person.focused())
        person.presses("Tab")
    assert {widget.objectName() or repr(widget) for widget in wanted - reached} == set()


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("percent", [100, 200])
def test_at_200_percent_nothing_is_cut_off_on_a_small_screen(
    opens: Opens, paths: Paths, tab: str, percent: int
) -> None:
    person = opens(paths, Settings(text_percent=percent))
    factor = 2 if percent == 100 else 1
    person.window.resize(SCREEN[0] // factor, (SCREEN[1] - TITLE_BAR) // factor)
    person.presses(tab, "Down")
    assert person.window.width() <= SCREEN[0] // factor
    assert person.window.height() <= (SCREEN[1] - TITLE_BAR) // factor
    assert cut_off(person.window) == []


def test_words_twice_as_long_are_not_cut_off_either(opens: Opens, paths: Paths) -> None:
    person = opens(paths, language=pseudo())
    person.window.resize(SCREEN[0], SCREEN[1] - TITLE_BAR)
    for tab in TABS:
        person.presses(tab)
        assert cut_off(person.window) == []


def test_larger_text_makes_lists_and_records_larger(person: Person) -> None:
    person.presses("Ctrl+2")
    before = person.finds(QWidget, "reading").fontMetrics().height()
    person.presses("Ctrl++", "Ctrl++")
    assert person.finds(QWidget, "reading").fontMetrics().height() > before
    person.presses("Ctrl+0")
    assert person.finds(QWidget, "reading").fontMetrics().height() == before


def test_the_pictures_in_the_search_box_grow_with_its_letters(person: Person) -> None:
    person.types("m")
    box = person.finds(QLineEdit, "search")

    def heights() -> list[int]:
        labels, buttons = box.findChildren(QLabel), box.findChildren(QToolButton)
        return [*(label.height() for label in labels), *(button.iconSize().height() for button in buttons)]

    before = heights()
    for _ in range(5):
        person.presses("Ctrl++")
    assert all(now > 1.8 * then for now, then in zip(heights(), before, strict=True))
    person.clicks(box.findChildren(QToolButton)[0])
    assert box.text() == ""


def test_larger_text_reaches_menus_dialogs_and_boxes_and_goes_with_the_window(
    person: Person, qapp: QApplication
) -> None:
    before = qapp.font().pointSizeF()
    for _ in range(5):
        person.presses("Ctrl++")
    for menu in person.window.findChildren(QMenu):
        assert menu.font().pointSizeF() == 2 * before
    box = QMessageBox()
    assert box.font().pointSizeF() == 2 * before
    box.deleteLater()
    person.presses("Ctrl+,")
    assert person.top().font().pointSizeF() == 2 * before
    person.presses("Esc")
    person.window.close()
    assert qapp.font().pointSizeF() == before


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
    ]  # fmt: skip


def cut_off(window: QWidget) -> list[str]:
    """Labels and buttons that have less room than their text needs, and controls outside the window."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
            continue
        corner = widget.mapTo(window, widget.rect().bottomRight())
        if not window.rect().contains(corner):
            found.append(f"{widget.objectName()} {widget!r} lies outside")
        if isinstance(widget, QLabel | QAbstractButton) and widget.text() and _needed(widget) > widget.width():
            found.append(f"{widget.text()} has {widget.width()} of {_needed(widget)} pixels")
    return found


def _needed(widget: QLabel | QAbstractButton) -> int:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0
    return widget.sizeHint().width()


def test_a_long_message_is_broken_and_stays_clear_of_the_mode(opens: Opens, paths: Paths) -> None:
    person = opens(paths, Settings(text_percent=200))
    person.window.resize(SCREEN[0], SCREEN[1] - TITLE_BAR)
    person.presses("F2", "Ctrl+2")
    person.types("bamf dort")
    person.presses("Ctrl+Shift+D")
    said = person.window.statusBar().currentMessage()
    (line,) = (one for one in person.window.statusBar().findChildren(QLabel) if one.text() == said)
    (mode,) = (
        one
        for one in person.window.statusBar().findChildren(QLabel)
        if one.text() == "Bearbeiten freigegeben – F2 sperrt"
    )
    assert line.height() >= line.heightForWidth(line.width())
    assert line.geometry().right() < mode.geometry().left()
    high = line.height()
    person.window.statusBar().clearMessage()
    person.waits(until=lambda: line.height() < high)


def test_filters_and_shortlist_fit_beside_each_other_at_twice_the_size(opens: Opens, paths: Paths) -> None:
    person = opens(paths, Settings(text_percent=200))
    person.window.resize(SCREEN[0], SCREEN[1] - TITLE_BAR)
    person.presses("Ctrl+2")
    person.types("bamf dort")
    person.presses("Ctrl+M", "Ctrl+L")
    assert person.window.minimumSizeHint().height() <= SCREEN[1] - TITLE_BAR
    names = [
        one for one in person.window.findChildren(QLabel) if isinstance(one.buddy(), QComboBox) and one.isVisible()
    ]
    assert len(names) > 5
    for name in names:
        assert name.height() >= name.heightForWidth(name.width()), name.text()
