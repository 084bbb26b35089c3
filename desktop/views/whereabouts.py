"""Where a person is in the window, so that another window may go on there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.views.navigator import Navigator
from desktop.views.shortlist.counter import Counter
from desktop.views.tab import Narrowing, Tab
from desktop.views.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference


class Spot(NamedTuple):
    """What is searched, filtered by in each tab, read in the one in front, and gathered for the client."""

    text: str
    tab: str
    narrowings: dict[str, Narrowing]
    chosen: Reference | None
    gathered: tuple[Reference, ...]
    next_step: str


class Whereabouts:
    """Tells the spot of one window, and brings another one to it."""

    def __init__(self, tabs: Sequence[Tab], box: SearchBox, navigator: Navigator, counter: Counter) -> None:
        self._tabs = tuple(tabs)
        self._box = box
        self._navigator = navigator
        self._counter = counter

    def note(self) -> Spot:
        """The spot as it is now."""
        here, shortlist = self._navigator.current(), self._counter.shortlist
        listed = (shortlist.reference_at(at) for at in range(shortlist.rowCount()))
        return Spot(
            text=self._box.text(),
            tab=here.key,
            narrowings={tab.key: tab.narrowing() for tab in self._tabs},
            chosen=here.chosen(),
            gathered=tuple(reference for reference in listed if reference is not None),
            next_step=shortlist.next_step,
        )

    def take_up(self, spot: Spot) -> None:
        """Go there once the lists are there; only then it is known what can be filtered by."""
        self._navigator.show_tab_of(spot.tab)
        self._box.setText(spot.text)
        self._counter.gather(spot.gathered, spot.next_step)
        is_there: list[bool] = []

        def arrive() -> None:
            if not is_there:
                is_there.append(True)
                self._arrive(spot)

        self._navigator.filled.connect(arrive)

    def _arrive(self, spot: Spot) -> None:
        for tab in self._tabs:
            tab.narrow(spot.narrowings.get(tab.key, Narrowing()))
        if spot.chosen is not None:
            self._navigator.current().go_to(spot.chosen.id)
        self._box.setFocus()
