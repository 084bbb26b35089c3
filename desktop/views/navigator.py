"""Moves a person about: from tab to tab, from the search to its hits, along links and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.i18n import Translate
from desktop.views.announcing import announce
from desktop.views.panes import Pane, has_keyboard
from desktop.views.search import SearchDesk, correction_text, shortened
from desktop.views.tab import Narrowing, Tab
from desktop.views.widgets.search_box import SearchBox
from desktop.views.widgets.still_pages import StillPages

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.domain.search import Choices

_WORST = 99
_ANNOUNCE_AFTER_MS = 700
"""So long a person has typed nothing before a screen reader is told what was found: it would talk into every key."""


class Stop(NamedTuple):
    """Where a link was followed: the record, what was searched and filtered there, and the overview it stood in."""

    tab: Tab
    record_id: str
    text: str
    narrowing: Narrowing
    overview: str


class Navigator(QObject):
    """Joins search box and tabs; knows `Tab`, no tab by name.

    The tab in front asks first; the others, of which only the number of hits is seen, ask when it has its answer.
    `filled` tells that the tab in front has its first rows.
    """

    said = Signal(str)
    filled = Signal()

    def __init__(
        self, tabs: Sequence[Tab], bar: StillPages, box: SearchBox, desk: SearchDesk, tr: Translate, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self._tabs = tuple(tabs)
        self._bar = bar
        self._box = box
        self._desk = desk
        self._trail: list[Stop] = []
        self._waiting: list[Callable[[], object]] = []
        self._is_by_hand = False
        self._is_filled = self._is_loaded = False
        self._announcing = QTimer(self)
        self._announcing.setSingleShot(True)
        self._announcing.setInterval(_ANNOUNCE_AFTER_MS)
        self._announcing.timeout.connect(self._announce)
        box.textChanged.connect(self._look)
        box.stepped.connect(lambda by: self.when_found(lambda: self._step(by)))
        box.opened.connect(lambda: self.when_found(self.open_best))
        box.left.connect(lambda: self.current().focus_list())
        bar.tabBarClicked.connect(lambda _: self._take_by_hand())
        for tab in self._tabs:
            self._join(tab)

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing that a tab still has to ask; before the lists are there nobody can ask."""
        return self.is_settled or not self._is_loaded

    @property
    def is_settled(self) -> bool:
        """Whether every tab shows the answer to what is in the box."""
        return all(tab.is_settled for tab in self._tabs)

    def search(self) -> None:
        """Put the keyboard on the search box."""
        self._box.focus()

    def panes(self) -> tuple[Pane, ...]:
        """The search box and the parts of the tab in front."""
        return Pane(self._box, self.search), *self.current().panes()

    def current(self) -> Tab:
        """The tab that is in front."""
        return self._tabs[max(self._bar.currentIndex(), 0)]

    def load(self, choices: Choices) -> None:
        """Offer every tab what it can be filtered by, and search for what was typed meanwhile."""
        self._is_filled, self._is_loaded = False, True
        for tab in self._tabs:
            tab.show_choices(choices)
        self._ask(self._box.text())

    def refresh(self, choices: Choices) -> None:
        """Show everything as it is now; what was searched, filtered and chosen stays."""
        for tab in self._tabs:
            tab.reread()
        self.load(choices)

    def when_found(self, deed: Callable[[], object]) -> None:
        """Do something with the hits: now, or when those for the text in the box are there; a new text cancels it."""
        if self.is_settled:
            deed()
        else:
            self._waiting.append(deed)

    def with_hit(self, deed: Callable[[Tab], object]) -> None:
        """Do something with the record in front; unless it was chosen by hand it gives way to a better hit."""
        self.when_found(lambda: deed(self._tab_with_hit()))

    def show_tab(self, number: int) -> None:
        """Bring a tab to the front, with the keyboard on its list."""
        self._take_by_hand()
        self._bar.setCurrentIndex(number % len(self._tabs))
        self.current().focus_list()

    def switch_archive(self) -> None:
        """Show the archived records of the tab in front, or those in use again."""
        shown, in_use = self._tr("Archived records are shown."), self._tr("Records in use are shown.")
        self.said.emit(shown if self.current().switch_archive() else in_use)
        self.current().focus_list()

    def begin_search(self, text: str) -> None:
        """Start a new search with a letter that was typed elsewhere."""
        self._box.begin(text)

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
        best = self._meant()
        if best is not None:
            self._bar.setCurrentWidget(best)
            best.focus_list()
        elif any(tab.has_failed for tab in self._tabs):
            self.said.emit(self._tr("The search did not work."))
        elif self._is_searching:
            self.said.emit(self._tr("No hits for “{text}”", text=shortened(self._box.text().strip())))
        else:
            self.current().focus_list()

    def open_record(self, record: Reference) -> None:
        """Follow a link to a record; `go_back` leads back."""
        here = self.current()
        if (chosen := here.chosen()) is not None:
            self._trail.append(Stop(here, chosen.id, self._box.text(), here.narrowing(), here.overview))
        self._show_record(next((tab for tab in self._tabs if record.kind in tab.kinds), here), record.id)

    def go_back(self) -> None:
        """Return to where the last link was followed, with what was searched and filtered there."""
        if self._trail:
            stop = self._trail.pop()
            self._box.setText(stop.text)
            stop.tab.narrow(stop.narrowing)
            if stop.overview:
                self._bar.setCurrentWidget(stop.tab)
                stop.tab.enter_aspect(stop.overview)
            else:
                self._show_record(stop.tab, stop.record_id)

    def start_anew(self) -> None:
        """Forget what was searched, filtered, read and followed for one client, and be ready for the next."""
        self._trail.clear()
        self._waiting.clear()
        self._is_by_hand = False
        for tab in self._tabs:
            tab.forget()
        self._box.setText("")  # cleared, it could be brought back with Ctrl+Z
        self._box.focus()
        self.said.emit(self._tr("Ready for the next client."))

    @property
    def _is_searching(self) -> bool:
        return bool(self._box.text().strip())

    def _join(self, tab: Tab) -> None:
        self._bar.addTab(tab, tab.title)
        self._bar.setTabToolTip(self._bar.count() - 1, tab.description)
        tab.answered.connect(lambda: self._hear(tab))
        tab.typed.connect(self._box.begin)
        tab.typed_back.connect(self._box.go_on)
        tab.search_requested.connect(self._box.setText)
        tab.box_wanted.connect(self._box.focus)
        tab.record_requested.connect(self.open_record)
        tab.picked.connect(self._take_by_hand)

    def _show_record(self, tab: Tab, record_id: str) -> None:
        self._bar.setCurrentWidget(tab)
        tab.go_to(record_id)
        self._take_by_hand()

    def _look(self, text: str) -> None:
        """A newer text makes every older question and wish pointless."""
        self._is_by_hand = False
        self._waiting.clear()
        self._ask(text)

    def _ask(self, text: str) -> None:
        """Ask for the text in the box; who has wished for something with its hits waits for the answer."""
        self._announcing.stop()
        self._desk.give_up_all()
        for tab in self._tabs:
            tab.look_for(text)
        self.current().ask()
        if self.current().is_settled:  # a space more asks nothing new, but what the others were asked is given up
            QTimer.singleShot(0, self, self._ask_others)

    def _hear(self, tab: Tab) -> None:
        """The tab in front has its answer; what the others have found may follow once it is painted."""
        if not self._is_filled and tab is self.current():
            self._is_filled = True
            self.filled.emit()
        self._tell_hits()
        if not self.is_settled:
            QTimer.singleShot(0, self, self._ask_others)
            return
        self._announcing.start()
        waiting, self._waiting = self._waiting, []
        for deed in waiting:
            deed()

    def _ask_others(self) -> None:
        """One after the other, so that a newer text finds little under way."""
        for tab in self._tabs:
            if not tab.is_settled:
                tab.ask(is_brief=self._is_searching)
                return

    def _tab_with_hit(self) -> Tab:
        best = self._meant() if self._is_searching else None
        if best is not None:
            self._bar.setCurrentWidget(best)
        return self.current()

    def _step(self, by: int) -> None:
        self.current().step(by)
        self._take_by_hand()

    def _take_by_hand(self) -> None:
        """From now on the tab in front is meant, until something else is typed."""
        self._is_by_hand = True

    def _meant(self) -> Tab | None:
        """The tab that is meant: the one chosen by hand, or worked in, if it has a hit; else that with the best."""
        here = self.current()
        is_meant = self._is_by_hand or has_keyboard(here)
        return here if is_meant and here.hits() else self._best()

    def _best(self) -> Tab | None:
        found = [tab for tab in (self.current(), *self._tabs) if tab.hits()]
        return min(found, key=_badness, default=None)

    def _tell_hits(self) -> None:
        """While something is searched each tab tells how many hits it has, and an empty one where Enter leads."""
        is_searching = self._is_searching
        best = self._best() if is_searching else None
        for number, tab in enumerate(self._tabs):
            is_counted = is_searching and tab.is_settled and not tab.has_failed
            self._bar.rename(number, f"{tab.title} ({tab.hits_text()})" if is_counted else tab.title)
            tab.point_to(self._way_to(best) if best is not None else "")

    def _way_to(self, tab: Tab) -> str:
        where = tab.title.replace("&", "")
        return self._tr.plural("{count} hit in {tab} – Enter", "{count} hits in {tab} – Enter", tab.hits(), tab=where)

    def _announce(self) -> None:
        """Say what was found to whoever cannot see the tabs."""
        if any(tab.has_failed for tab in self._tabs):
            announce(self._box, self._tr("The search did not work."))
        elif self._is_searching:
            counts = ", ".join(f"{tab.title.replace('&', '')} {tab.hits_text()}" for tab in self._tabs)
            said = [self._tr("Hits: {counts}", counts=counts)]
            if corrected := self.current().corrected():
                said.insert(0, correction_text(shortened(self._box.text().strip()), corrected, self._tr))
            announce(self._box, ". ".join(said))


def _badness(tab: Tab) -> int:
    tier = tab.best_tier()
    return _WORST if tier is None else tier
