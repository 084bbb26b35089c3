"""Colours taken from the system's palette, each easy to read on the ground it stands on."""

from PySide6.QtGui import QColor, QPalette

ENOUGH = 4.5
"""The contrast that WCAG 2.1 (AA) asks of text."""
MUCH = 7.0
"""The contrast that it asks of text where somebody needs more (1.4.6)."""
ENOUGH_FOR_EDGES = 3.0
"""The contrast that it asks of frames, borders and whatever else must be seen, but not read."""


_STRONG = 19.0
"""Text stands out so much from its ground in high contrast alone."""


def is_strong(ground: QColor, text: QColor) -> bool:
    """Whether a palette is made for high contrast: then nothing in it may be faint."""
    return contrast(ground, text) >= _STRONG


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours by WCAG 2.1, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(ground: QColor, ink: QColor, amount: float) -> QColor:
    """`amount` of the ink on the ground."""
    red, green, blue = (a + (b - a) * amount for a, b in zip(_channels(ground), _channels(ink), strict=True))
    return QColor.fromRgbF(red, green, blue)


def readable(ink: QColor, ground: QColor, text: QColor, enough: float = ENOUGH) -> QColor:
    """The ink itself, or as much of the text's colour in it as reading on the ground needs."""
    for step in range(11):
        mixed = blend(ink, text, step / 10)
        if contrast(mixed, ground) >= enough:
            return mixed
    return text


class Inks:
    """The inks that lists and pages are drawn with."""

    def __init__(self, palette: QPalette) -> None:
        active = QPalette.ColorGroup.Active  # headings are drawn for disabled items, but must not be faint
        self.ground = palette.color(active, QPalette.ColorRole.Base)
        self.text = palette.color(active, QPalette.ColorRole.Text)
        self.accent = palette.color(active, QPalette.ColorRole.Highlight)
        self.chosen_ground = blend(self.ground, self.accent, 0.22)
        strong = is_strong(self.ground, self.text)
        self.quiet = readable(
            blend(self.ground, self.text, 0.62), self.chosen_ground, self.text, MUCH if strong else ENOUGH
        )
        self.link = readable(palette.color(active, QPalette.ColorRole.Link), self.ground, self.text)
        self.title = readable(self.accent, self.ground, self.text)
        self.ring = readable(self.accent, self.ground, self.text, ENOUGH_FOR_EDGES)
        edges = ENOUGH if strong else ENOUGH_FOR_EDGES
        self.edge = readable(blend(self.ground, self.text, 0.3), self.chosen_ground, self.text, edges)
        self.rule = blend(self.ground, self.text, 0.18)
        self.note_ground = blend(self.ground, self.text, 0.05)
        self.mark_ground = blend(self.ground, QColor(240, 170, 0), 0.32)
        self.caution_ground = blend(self.ground, QColor(240, 170, 0), 0.16)
        self.caution_edge = QColor(214, 137, 0)


def _luminance(colour: QColor) -> float:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()
