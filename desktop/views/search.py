"""What the search box finds: the seam behind which the matching may live anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.domain.listing import ListingRow


_MOST_SAID = 60


class Matches(NamedTuple):
    """The answer to a text: the tier of each id found (0 is best), or `None` where nothing was asked."""

    text: str = ""
    tiers: Mapping[str, int] | None = None


def shortened(text: str) -> str:
    """A text that was searched for, as it may be said again: nobody needs all of a page that was pasted."""
    return text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}…"


class Search(QObject):
    """Answers each text with `found`; whoever asks must not count on the answer coming before the call returns."""

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListingRow, ...] = ()
        self._text = ""

    def use(self, rows: Iterable[ListingRow]) -> None:
        """Search these rows from now on, beginning with the text that is already there."""
        self._rows = tuple(rows)
        self.look_for(self._text)

    def look_for(self, text: str) -> None:
        """Find the rows that hold every word of the text; those that hold them in their names are the better ones."""
        from desktop.domain.listing import tiers

        self._text = text
        found = tiers(self._rows, text) if text.strip() else None
        self.found.emit(Matches(text.strip(), found))
