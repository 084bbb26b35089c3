"""Inks that are mixed once for a palette: mixing them takes longer than drawing with them."""

from PySide6.QtGui import QPalette

from desktop.views.widgets.ink import Inks


class InkPot:
    """The inks of one view."""

    def __init__(self) -> None:
        self._key: int | None = None
        self._inks: Inks | None = None

    def of(self, palette: QPalette) -> Inks:
        """The inks of this palette."""
        if self._inks is None or palette.cacheKey() != self._key:
            self._key, self._inks = palette.cacheKey(), Inks(palette)
        return self._inks
