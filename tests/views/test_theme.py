"""Light, dark and high contrast: everything can be read and seen, whichever is chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QScrollBar,
    QSpinBox,
    QWidget,
)

from desktop.app.paths import Paths
from desktop.domain.theme import Theme
from desktop.settings import Settings
from desktop.views.style import TARGET, Style
from desktop.views.theme import Themes, palette_of
from desktop.views.widgets.ink import ENOUGH, ENOUGH_FOR_EDGES, MUCH, Inks, contrast
from desktop.views.widgets.warning_sign import warning_sign
from tests.conftest import Opens
from tests.support.screenshots import dark_palette

CHOSEN = (Theme.LIGHT, Theme.DARK, Theme.CONTRAST)
PAIRS = (
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Window),
    (QPalette.ColorRole.LinkVisited, QPalette.ColorRole.Base),
)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which gets its palette and its style back."""
    palette, style = qapp.palette(), qapp.style().objectName()
    yield qapp
    qapp.setPalette(palette)
    qapp.setStyle(style)


@pytest.mark.parametrize("theme", CHOSEN)
def test_every_text_can_be_read(theme: Theme) -> None:
    palette = palette_of(theme)
    enough = MUCH if theme is Theme.CONTRAST else ENOUGH
    for role, ground in PAIRS:
        assert contrast(palette.color(role), palette.color(ground)) >= enough, role
    inks = Inks(palette)
    for ink in (inks.text, inks.quiet, inks.link, inks.title):
        assert contrast(ink, inks.ground) >= ENOUGH


@pytest.mark.parametrize("theme", CHOSEN)
@pytest.mark.parametrize("kind", [QLineEdit, QPushButton, QComboBox, QListView, QCheckBox, QSpinBox])
def test_the_edge_of_every_control_can_be_seen(theme: Theme, kind: type[QWidget], app: QApplication) -> None:
    """Measured from the picture: the strongest contrast within the three outermost pixels of the left edge."""
    app.setStyle(Style())
    app.setPalette(palette_of(theme))
    outer = QWidget()
    outer.resize(300, 80)
    widget = kind(outer)
    widget.setGeometry(20, 20, 200, 30)
    outer.ensurePolished()
    picture = outer.grab().toImage()
    ground = picture.pixelColor(5, 35)
    assert max(contrast(colour, ground) for colour in _across(picture, 18, 36, 35)) >= ENOUGH_FOR_EDGES


@pytest.mark.parametrize("theme", CHOSEN)
def test_an_open_menu_has_an_edge_that_can_be_seen(theme: Theme, app: QApplication) -> None:
    app.setStyle(Style())
    app.setPalette(palette_of(theme))
    menu = QMenu()
    menu.addAction("Drucken …")
    menu.resize(200, 60)
    menu.ensurePolished()
    picture = menu.grab().toImage()
    ground = palette_of(theme).base().color()
    assert max(contrast(colour, ground) for colour in _across(picture, 0, 2, 50)) >= ENOUGH_FOR_EDGES


@pytest.mark.parametrize("theme", CHOSEN)
def test_a_line_between_commands_can_be_seen(theme: Theme, app: QApplication) -> None:
    app.setStyle(Style())
    app.setPalette(palette_of(theme))
    menu = QMenu()
    menu.addAction("Drucken …")
    line = menu.addSeparator()
    menu.addAction("Beenden")
    menu.ensurePolished()
    menu.adjustSize()
    picture = menu.grab().toImage()
    area, ground = menu.actionGeometry(line), palette_of(theme).base().color()
    inks = [picture.pixelColor(area.center().x(), y) for y in range(area.top(), area.bottom() + 1)]
    assert max(contrast(ink, ground) for ink in inks) >= ENOUGH_FOR_EDGES


@pytest.mark.parametrize("theme", CHOSEN)
def test_how_much_of_a_list_is_in_sight_can_be_seen(theme: Theme, app: QApplication) -> None:
    app.setStyle(Style())
    app.setPalette(palette_of(theme))
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 100)
    bar.setPageStep(50)
    bar.resize(bar.sizeHint().width(), 300)
    picture = bar.grab().toImage()
    ground = picture.pixelColor(bar.width() // 2, 270)
    inks = [picture.pixelColor(bar.width() // 2, y) for y in range(20, 280)]
    assert max(contrast(ink, ground) for ink in inks) >= ENOUGH_FOR_EDGES


@pytest.mark.parametrize("theme", CHOSEN)
def test_a_warning_is_seen_on_a_row_whether_it_is_chosen_or_not(theme: Theme, qapp: QApplication) -> None:
    palette = palette_of(theme)
    for mode, ground in ((QIcon.Mode.Normal, palette.base()), (QIcon.Mode.Selected, palette.highlight())):
        picture = warning_sign().pixmap(24, 24, mode).toImage()
        inks = [picture.pixelColor(x, y) for x in range(24) for y in range(24)]
        seen = [ink for ink in inks if ink.alpha() == 255 and contrast(ink, ground.color()) >= ENOUGH_FOR_EDGES]
        assert len(seen) > 24, "more than a line of it stands out"


def test_in_high_contrast_no_hint_and_no_aside_is_faint(opens: Opens, paths: Paths, app: QApplication) -> None:
    person = opens(paths, Settings(theme=Theme.CONTRAST))
    palette = person.window.palette()
    assert contrast(palette.placeholderText().color(), palette.base().color()) >= MUCH
    inks = Inks(palette)
    assert contrast(inks.quiet, inks.chosen_ground) >= MUCH
    person.window.close()


def _across(picture: QImage, start: int, end: int, row: int) -> list[QColor]:
    return [picture.pixelColor(at, row) for at in range(start, end)]


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QComboBox, QCheckBox])
def test_every_control_is_high_enough_to_be_hit(kind: type[QWidget], app: QApplication) -> None:
    app.setStyle(Style())
    widget = kind()
    widget.ensurePolished()
    assert widget.minimumHeight() >= TARGET


def test_the_chosen_theme_holds_from_the_start(opens: Opens, paths: Paths, app: QApplication) -> None:
    before = app.palette()
    person = opens(paths, Settings(theme=Theme.CONTRAST))
    assert person.window.palette().window().color() == palette_of(Theme.CONTRAST).window().color()
    person.window.close()
    assert app.palette().window().color() == before.window().color()


@pytest.mark.parametrize(("system", "theme"), [("light", Theme.LIGHT), ("dark", Theme.DARK)])
def test_without_a_choice_it_is_as_bright_as_the_system(system: str, theme: Theme, app: QApplication) -> None:
    if system == "dark":
        app.setPalette(dark_palette())
    themes = Themes(Theme.SYSTEM, app)
    assert app.palette().base().color() == palette_of(theme).base().color()
    themes.choose(Theme.CONTRAST)
    assert app.palette().base().color() == palette_of(Theme.CONTRAST).base().color()
    themes.choose(Theme.SYSTEM)
    assert app.palette().base().color() == palette_of(theme).base().color()
    themes.let_go()
