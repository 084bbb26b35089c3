"""Moves a person about: from tab to tab, from the search to its hits, along links and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget

from desktop.i18n import Translate
from desktop.views.search import Matches, Search, shortened
from desktop.views.tab import Tab
from desktop.views.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from desktop.domain.listing import Listing

_WORST = 99


class Stop(NamedTuple):
    """Where a link was followed: the record, and what was searched and filtered there."""

    tab: Tab
    record_id: str
    text: str
    filters: Mapping[str, str]


class Navigator(QObject):
    """Joins search box and tabs; knows `Tab`, no tab by name."""

    said = Signal(str)

    def __init__(self, tabs: Sequence[Tab], bar: QTabWidget, box: SearchBox, tr: Translate, parent: QObject) -> None:
        super().__init__(parent)
        self._tr = tr
        self._tabs = tuple(tabs)
        self._bar = bar
        self._box = box
        self._search = Search(self)
        self._trail: list[Stop] = []
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
            tab.hits_changed.connect(self._tell_hits)
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
        best = self.current() if self._has_stepped else self._best()
        if best is not None:
            self._bar.setCurrentWidget(best)
            best.focus_list()
        elif self._is_searching:
            self.said.emit(self._tr("No hits for “{text}”", text=shortened(self._box.text().strip())))
        else:
            self.current().focus_list()

    def open_record(self, record_id: str) -> None:
        """Follow a link to a record; `go_back` leads back."""
        here = self.current()
        if (chosen := here.chosen()) is not None:
            self._trail.append(Stop(here, chosen.id, self._box.text(), here.filters()))
        self._show_record(next((tab for tab in self._tabs if tab.holds(record_id)), here), record_id)

    def go_back(self) -> None:
        """Return to where the last link was followed, with what was searched and filtered there."""
        if self._trail:
            stop = self._trail.pop()
            self._box.setText(stop.text)
            stop.tab.set_filters(stop.filters)
            self._show_record(stop.tab, stop.record_id)

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
        self._tell_hits()

    def _step(self, by: int) -> None:
        here = self.current()
        here.step(by)
        self._has_stepped = here.hits() > 0

    def _best(self) -> Tab | None:
        found = [tab for tab in (self.current(), *self._tabs) if tab.hits()]
        return min(found, key=_badness, default=None)

    def _tell_hits(self) -> None:
        """While something is searched each tab tells how many hits it has, and an empty one where Enter leads."""
        best = self._best() if self._is_searching else None
        for number, tab in enumerate(self._tabs):
            self._bar.setTabText(number, f"{tab.title} ({tab.hits()})" if self._is_searching else tab.title)
            tab.point_to(self._way_to(best) if best is not None else "")

    def _way_to(self, tab: Tab) -> str:
        where = tab.title.replace("&", "")
        return self._tr.plural("{count} hit in {tab} – Enter", "{count} hits in {tab} – Enter", tab.hits(), tab=where)


def _badness(tab: Tab) -> int:
    tier = tab.best_tier()
    return _WORST if tier is None else tier
