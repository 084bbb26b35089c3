"""What the window knows of a tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.vocabulary import Kind

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.domain.search import Choices, Question, Tier
    from desktop.pages.blocks import Page
    from desktop.printing.order import Order
    from desktop.views.panes import Pane


class Narrowing(NamedTuple):
    """What a person filters by: a value for some facets, and whether records that do not say may pass."""

    values: Mapping[str, str] = {}
    takes_unstated: bool = False


class Aspect(NamedTuple):
    """A way in which a tab shows its records: its word in the settings, its names in menu and tab, and its key."""

    key: str
    name: str
    short: str
    keys: str


class Tab(QWidget):
    """A tab of the window; most of the signals ask the window for something that reaches beyond the tab.

    `name` is a message; `title` is the same in the reader's words. `picked` tells that a person chose a row by hand.
    `aspects` are the ways in which it can show its records, `gathered` tells the municipalities on the shortlist.
    """

    answered = Signal()
    chosen_changed = Signal()
    record_requested = Signal(object)
    review_requested = Signal(object)
    open_requested = Signal(str)
    copy_requested = Signal(object)
    typed = Signal(str)
    typed_back = Signal()
    search_requested = Signal(str)
    box_wanted = Signal()
    picked = Signal()

    key: str
    name: str
    title: str
    description: str
    kinds: frozenset[Kind]
    aspects: Sequence[Aspect] = ()
    gathered: Callable[[], Sequence[str]] = tuple

    def preparations(self) -> Iterator[Callable[[], object]]:
        """What makes furnishing quick, in pieces none of which takes long."""
        return iter(())

    def furnish(self) -> None:
        """Put in, once, what the tab consists of; until then it is an empty area that costs nothing."""
        raise NotImplementedError

    def show_choices(self, choices: Choices) -> None:
        """Offer what can be filtered by; from now on the tab may ask for its rows."""
        raise NotImplementedError

    def look_for(self, text: str) -> None:
        """Search for this text from now on; the tab asks when it is told to, or when it is in front."""
        raise NotImplementedError

    def ask(self, *, is_brief: bool = False) -> None:
        """Ask for the rows unless they are there; briefly means only how many there are and the best of them."""
        raise NotImplementedError

    @property
    def is_settled(self) -> bool:
        """Whether what the tab shows is the answer to what it was told to look for."""
        raise NotImplementedError

    @property
    def has_failed(self) -> bool:
        """Whether there is no answer, because searching did not work."""
        raise NotImplementedError

    @property
    def is_idle(self) -> bool:
        """Whether the record in front is the one that is chosen."""
        raise NotImplementedError

    def point_to(self, way_on: str) -> None:
        """Say, should there be nothing to show here, where there is something."""
        raise NotImplementedError

    def go_to(self, record_id: str) -> None:
        """Show a record, whether or not it has a row here."""
        raise NotImplementedError

    def reread(self) -> None:
        """Read the record in front once more when the next rows are there: it may have changed."""
        raise NotImplementedError

    def show_to_staff(self, is_on: bool) -> None:
        """Say beside records what only those who look after them should read, or no longer."""
        raise NotImplementedError

    def forget(self) -> None:
        """Choose nothing and filter by nothing: the next client begins."""
        raise NotImplementedError

    @property
    def aspect(self) -> str:
        """The way in which the records are shown, to be remembered; nothing where there is but one."""
        return ""

    def show_aspect(self, key: str) -> None:
        """Show the records in this way, if it is one of `aspects`."""

    def enter_aspect(self, key: str) -> None:
        """The same, with the keyboard on it."""

    @property
    def overview(self) -> str:
        """The way of showing that is in front where that is not list and record; nothing where it is."""
        return ""

    def order(self) -> Order | None:
        """The sheet to print in the place of the record in front; nothing where it is the record."""
        return None

    def chosen(self) -> Reference | None:
        """The record that is shown and that printing is about."""
        raise NotImplementedError

    def question(self, kinds: frozenset[Kind]) -> Question:
        """What finds all records of these kinds that the list shows."""
        raise NotImplementedError

    def hits(self) -> int:
        """How many records were found."""
        raise NotImplementedError

    def hits_text(self) -> str:
        """The same as a person reads it, who also learns when there are more than were counted."""
        raise NotImplementedError

    def best_tier(self) -> Tier | None:
        """How good the best hit is; nothing without a hit."""
        raise NotImplementedError

    def corrected(self) -> str | None:
        """The spelling whose hits are shown because nothing matches as typed."""
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

    def panes(self) -> tuple[Pane, ...]:
        """The parts of the tab that the keyboard goes round."""
        raise NotImplementedError

    def focus_filters(self) -> None:
        """Put the keyboard on the first filter."""
        raise NotImplementedError

    def reset_filters(self) -> None:
        """Show all rows again, as far as the search allows."""
        raise NotImplementedError

    def switch_archive(self) -> bool:
        """Show the archived records, or those in use again; whether it is the archived ones now."""
        raise NotImplementedError

    def narrowing(self) -> Narrowing:
        """What the list is filtered by."""
        raise NotImplementedError

    def narrow(self, narrowing: Narrowing) -> None:
        """Filter by this and by nothing else."""
        raise NotImplementedError

    def sizes(self) -> tuple[int, ...]:
        """The widths of the tab's parts, to be remembered; nothing of a tab that nobody has seen."""
        raise NotImplementedError

    def set_sizes(self, sizes: tuple[int, ...]) -> None:
        """Give the tab's parts the widths that were remembered."""
        raise NotImplementedError
