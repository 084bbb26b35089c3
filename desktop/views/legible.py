"""Colours of the system's palette that are too faint in some themes, made as visible as WCAG 2.1 asks."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.views.widgets.ink import ENOUGH_FOR_EDGES, blend, contrast, readable

_BRIGHTEST_RING = 160
_OPAQUE = 255


class Legible:
    """Looks after the focus ring and the text that stands in an empty box; other colours stay the system's."""

    def __init__(self) -> None:
        self._before = QApplication.palette()
        self.follow()

    def follow(self) -> None:
        """Work out the colours for the palette as it is now; where they are good enough nothing changes."""
        palette = QApplication.palette()
        wanted = {**_faint(palette), **_highlight(palette)}
        changed = {role: colour for role, colour in wanted.items() if palette.color(role).rgba() != colour.rgba()}
        for role, colour in changed.items():
            palette.setColor(role, colour)
        if changed:
            QApplication.setPalette(palette)

    def let_go(self) -> None:
        """Give the application the palette back that it had."""
        QApplication.setPalette(self._before)


Colours = dict[QPalette.ColorRole, QColor]


def _faint(palette: QPalette) -> Colours:
    """The text in an empty box; Qt's own, which lets the ground shine through, is replaced."""
    base, text, own = palette.base().color(), palette.text().color(), palette.placeholderText().color()
    ink = own if own.alpha() == _OPAQUE else blend(base, text, 0.55)
    return {QPalette.ColorRole.PlaceholderText: readable(ink, base, text)}


def _highlight(palette: QPalette) -> Colours:
    """The highlight, with as much of the text's colour as the focus ring needs, and text that can be read on it."""
    highlight, text = palette.highlight().color(), palette.text().color()
    grounds = palette.window().color(), palette.base().color()
    mixes = (blend(highlight, text, step / 10) for step in range(11))
    mixed = next((one for one in mixes if all(contrast(_ring(one), g) >= ENOUGH_FOR_EDGES for g in grounds)), text)
    if mixed.rgb() == highlight.rgb():
        return {}
    above = max(palette.highlightedText().color(), palette.base().color(), key=lambda one: contrast(one, mixed))
    role = QPalette.ColorRole
    return {role.Highlight: mixed, role.Accent: mixed, role.HighlightedText: above}


def _ring(highlight: QColor) -> QColor:
    """The focus ring that the style Fusion makes of a highlight (qfusionstyle_p_p.h, `highlightedOutline`)."""
    ring = highlight.darker(125)
    if ring.value() > _BRIGHTEST_RING:
        ring.setHsl(ring.hue(), ring.saturation(), _BRIGHTEST_RING)
    return ring
