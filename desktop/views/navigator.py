"""Moves a person about: from tab to tab, from the search to its hits, along links and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget

from desktop.views.search import Matches, Search
from desktop.views.tab import Tab
from desktop.views.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from desktop.domain.listing import Listing

_WORST = 99


class Navigator(QObject):
    """Joins search box and tabs; knows `Tab`, no tab by name."""

    def __init__(self, tabs: Sequence[Tab], bar: QTabWidget, box: SearchBox, parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tuple(tabs)
        self._bar = bar
        self._box = box
        self._search = Search(self)
        self._trail: list[tuple[Tab, str]] = []
        self._has_stepped = False
        self._is_searching = False
        box.textChanged.connect(self._look)
        box.stepped.connect(self._step)
        box.opened.connect(self.open_best)
        box.left.connect(lambda: self.current().focus_list())
        self._search.found.connect(self._show)
        for tab in self._tabs:
            bar.addTab(tab, tab.title)
            bar.setTabToolTip(bar.count() - 1, tab.description)
            tab.hits_changed.connect(self._name_tabs)
            tab.typed.connect(box.begin)
            tab.typed_back.connect(box.go_on)
            tab.search_reset_requested.connect(box.clear)
            tab.record_requested.connect(self.open_record)

    def search(self) -> None:
        """Put the keyboard on the search box."""
        self._box.focus()

    def current(self) -> Tab:
        """The tab that is in front."""
        return self._tabs[max(self._bar.currentIndex(), 0)]

    def load(self, listing: Listing) -> None:
        """Give every tab its rows, and search them for what was typed meanwhile."""
        for tab in self._tabs:
            tab.show_listing(listing)
        self._search.use(listing.rows)

    def show_tab(self, number: int) -> None:
        """Bring a tab to the front, with the keyboard on its list."""
        self._bar.setCurrentIndex(number % len(self._tabs))
        self.current().focus_list()

    def step_tab(self, by: int) -> None:
        """Bring the next or the previous tab to the front."""
        self.show_tab(self._bar.currentIndex() + by)

    def show_tab_of(self, key: str) -> None:
        """Bring the tab with this key to the front, if there is one."""
        for number, tab in enumerate(self._tabs):
            if tab.key == key:
                self._bar.setCurrentIndex(number)

    def open_best(self) -> None:
        """Go to the best hit; the tab in front comes first where hits are equally good or one was chosen by hand."""
        here = self.current()
        if not self._has_stepped:
            found = [tab for tab in (here, *self._tabs) if tab.hits()]
            best = min(found, key=_badness, default=here)
            self._bar.setCurrentWidget(best)
        self.current().focus_list()

    def open_record(self, record_id: str) -> None:
        """Follow a link to a record; `go_back` leads back."""
        here = self.current()
        if (chosen := here.chosen()) is not None:
            self._trail.append((here, chosen.id))
        self._show_record(next((tab for tab in self._tabs if tab.holds(record_id)), here), record_id)

    def go_back(self) -> bool:
        """Return to where the last link was followed; whether there was such a place."""
        if not self._trail:
            return False
        self._show_record(*self._trail.pop())
        return True

    def _show_record(self, tab: Tab, record_id: str) -> None:
        self._bar.setCurrentWidget(tab)
        tab.go_to(record_id)

    def _look(self, text: str) -> None:
        self._has_stepped = False
        self._search.look_for(text)

    def _show(self, matches: Matches) -> None:
        self._is_searching = matches.tiers is not None
        for tab in self._tabs:
            tab.show_matches(matches)
        self._name_tabs()

    def _step(self, by: int) -> None:
        self._has_stepped = True
        self.current().step(by)

    def _name_tabs(self) -> None:
        """While something is searched each tab tells how many hits it has."""
        for number, tab in enumerate(self._tabs):
            self._bar.setTabText(number, f"{tab.title} ({tab.hits()})" if self._is_searching else tab.title)


def _badness(tab: Tab) -> int:
    tier = tab.best_tier()
    return _WORST if tier is None else tier
