"""What the window knows of a tab."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.vocabulary import Kind
from desktop.views.search import Matches

if TYPE_CHECKING:
    from desktop.domain.listing import Listing
    from desktop.pages.blocks import Page


class Chosen(NamedTuple):
    """The record that a tab's actions are about."""

    id: str
    kind: Kind


class Tab(QWidget):
    """A tab of the window; most of the signals ask the window for something that reaches beyond the tab.

    `name` is a message; `title` is the same in the reader's words.
    """

    hits_changed = Signal(int)
    chosen_changed = Signal()
    record_requested = Signal(str)
    open_requested = Signal(str)
    copy_requested = Signal(object)
    typed = Signal(str)
    typed_back = Signal()
    search_reset_requested = Signal()

    key: str
    name: str
    title: str
    description: str

    def furnish(self) -> None:
        """Put in, once, what the tab consists of; until then it is an empty area that costs nothing."""
        raise NotImplementedError

    def show_listing(self, listing: Listing) -> None:
        """Take the tab's own rows from the listing."""
        raise NotImplementedError

    def show_matches(self, matches: Matches) -> None:
        """Show what the search found."""
        raise NotImplementedError

    def point_to(self, way_on: str) -> None:
        """Say, should there be nothing to show here, where there is something."""
        raise NotImplementedError

    def holds(self, record_id: str) -> bool:
        """Whether the record has a row in this tab."""
        raise NotImplementedError

    def go_to(self, record_id: str) -> None:
        """Show a record, whether or not it has a row here."""
        raise NotImplementedError

    def chosen(self) -> Chosen | None:
        """The record that is shown and that printing is about."""
        raise NotImplementedError

    def shown_ids(self, kinds: frozenset[Kind]) -> tuple[str, ...]:
        """The records of these kinds as the list shows them."""
        raise NotImplementedError

    def hits(self) -> int:
        """How many rows are shown."""
        raise NotImplementedError

    def best_tier(self) -> int | None:
        """How good the best hit is (0 is best); nothing without a hit."""
        raise NotImplementedError

    def page(self) -> Page | None:
        """The page of the chosen record; nothing as long as it is not there."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """Choose the next or the previous row without moving the focus."""
        raise NotImplementedError

    def focus_list(self) -> None:
        """Put the keyboard on the list, with a row chosen if something was searched."""
        raise NotImplementedError

    def focus_filters(self) -> None:
        """Put the keyboard on the first filter."""
        raise NotImplementedError

    def reset_filters(self) -> None:
        """Show all rows again, as far as the search allows."""
        raise NotImplementedError

    def filters(self) -> Mapping[str, str]:
        """The value chosen for each facet that is filtered by."""
        raise NotImplementedError

    def set_filters(self, chosen: Mapping[str, str]) -> None:
        """Filter by these values and by nothing else."""
        raise NotImplementedError

    def sizes(self) -> tuple[int, ...]:
        """The widths of the tab's parts, to be remembered; nothing of a tab that nobody has seen."""
        raise NotImplementedError

    def set_sizes(self, sizes: tuple[int, ...]) -> None:
        """Give the tab's parts the widths that were remembered."""
        raise NotImplementedError
